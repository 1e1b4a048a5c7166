/** One person more: a name, what they may, and the link that lets them in. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPeople, type People, type PersonLink } from '../../data/net/people.ts';
import { freeUserName } from '../../domain/people/pastedPeople.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import page from '../../ui/page.module.css';
import { Links } from './Links.tsx';
import styles from './people.module.css';
import { firstChoice, isWhole, membershipFrom, RoleFields } from './RoleFields.tsx';
import { useAct } from './useAct.ts';

interface Props {
  readonly all: People;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

export function AddPerson({ all, onChanged, onClose }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const kept = useKeptState('a new person', '');
  const { value: name, set: setName } = kept;
  /** Null while it is made of the name. */
  const [typed, setTyped] = useState<string | null>(null);
  const [choice, setChoice] = useState(() => firstChoice(all));
  const [links, setLinks] = useState<readonly PersonLink[]>([]);
  /** The form; else what has just been made. */
  const [asking, setAsking] = useState(true);
  const taken = new Set(all.people.map((p) => p.userName));
  const userName = typed ?? freeUserName(name, taken);
  const at = (field: string) => (act.problem?.field === `people.0.${field}` ? act.problem.text : null);
  const known = at('name') ?? at('userName');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act.does(async () => {
      const made = await addPeople([{ name, userName, membership: membershipFrom(choice) }]);
      setLinks((before) => [...made, ...before]);
      await onChanged();
    });
    if (!done) return;
    kept.drop();
    setTyped(null);
    setAsking(false);
  };
  if (!asking)
    return (
      <Dialog
        opened
        // Shown once: a press beside it does not take them away.
        closeOnClickOutside={false}
        onClose={onClose}
        title={t('people.addTitle')}
        size="lg"
        foot={
          <>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('people.addAnother')}
            </Button>
            <Button data-autofocus onClick={onClose}>
              {t('people.done')}
            </Button>
          </>
        }
      >
        <Links links={links} />
      </Dialog>
    );
  return (
    <Dialog
      opened
      onClose={() => {
        kept.drop();
        onClose();
      }}
      typed={() => name !== '' || typed !== null}
      title={t('people.addTitle')}
      size="lg"
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <div className={styles.pair}>
          <TextInput
            data-autofocus
            label={t('people.name')}
            value={name}
            error={at('name')}
            maxLength={100}
            required
            withAsterisk={false}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('people.userName')}
            description={t('people.userNameHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={userName}
            error={at('userName')}
            autoCapitalize="none"
            maxLength={30}
            required
            withAsterisk={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <RoleFields all={all} value={choice} onChange={setChoice} />
        {act.problem !== null && known === null && (
          <p role="alert" className={page.problem}>
            {act.problem.text}
          </p>
        )}
        <div className={styles.foot}>
          <Button type="submit" loading={act.busy} disabled={name.trim() === '' || !isWhole(choice)}>
            {t('people.addSubmit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
