/** Which campaign to open; an administrator may begin a new one. */
import { Button, TextInput } from '@mantine/core';
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewCampaign } from '../../data/campaign/createCampaign.ts';
import { NoAnswer, Refusal, ServerFailed } from '../../data/net/http.ts';
import { openSession, useRulesAll, useSession } from '../../data/net/session.ts';
import type { Id } from '../../domain/model/rows.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFieldName } from '../../ui/fields/useFieldName.ts';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './campaigns.module.css';

export function CampaignList({ onOpen }: { readonly onOpen: (id: Id) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const mayAdd = useRulesAll();
  if (session.status !== 'signed-in') return null;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t('campaigns.title')}</h1>
        {mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('campaigns.new')}
          </Button>
        )}
      </header>
      {session.campaigns.length === 0 && !mayAdd && <p>{t('campaigns.none')}</p>}
      <ul className={styles.list}>
        {session.campaigns.map((c) => (
          <li key={c.id}>
            <button type="button" onClick={() => onOpen(c.id)}>
              <span>
                <strong>{c.name}</strong>
                {c.openingDay !== null && (
                  <small>{t('top.opening', { day: format.day(c.openingDay) })}</small>
                )}
              </span>
              <IconChevronRight size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {adding && <NewCampaignDialog onClose={() => setAdding(false)} onOpen={onOpen} />}
    </main>
  );
}

interface NewForm {
  readonly name: string;
  readonly occasion: string;
  readonly opening: string;
  readonly closing: string;
  readonly attempt: NewCampaign | null;
}

function NewCampaignDialog({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const fieldName = useFieldName();
  const form = useKeptState<NewForm>('campaign', {
    name: '',
    occasion: '',
    opening: '',
    closing: '',
    attempt: null,
  });
  const { name, occasion, ...days } = form.value;
  const change = (part: Partial<typeof form.value>) => form.set({ ...form.now(), ...part });
  const close = () => {
    form.drop();
    onClose();
  };
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lastDay = days.closing === '' ? null : days.closing;
    if (lastDay !== null && lastDay < days.opening) {
      setProblem(reason({ code: 'row.closes-before-opening' }));
      return;
    }
    setBusy(true);
    // Kept with the form: tried again after a lost answer it is the same campaign.
    const attempt = form.now().attempt ?? new NewCampaign();
    change({ attempt });
    try {
      const id = await attempt.create({
        name: name.trim(),
        occasion: occasion.trim(),
        openingDay: days.opening,
        lastDay,
      });
      await openSession();
      form.drop();
      onOpen(id);
    } catch (error) {
      if (error instanceof Refusal) {
        const field = fieldName(error.field);
        setProblem(`${field === null ? '' : `${field}: `}${reason(error)}`);
      } else if (error instanceof NoAnswer || error instanceof ServerFailed)
        setProblem(reason({ code: 'no-answer' }));
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('campaigns.new')}>
      <form onSubmit={(event) => void submit(event)} className={styles.form}>
        <TextInput
          label={t('settings.name')}
          value={name}
          required
          withAsterisk={false}
          maxLength={200}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('occasions.name')}
          description={t('occasions.nameLater')}
          placeholder={t('occasions.nameExample')}
          value={occasion}
          maxLength={200}
          onChange={(event) => change({ occasion: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('settings.openingDay')}
          value={days.opening}
          required
          withAsterisk={false}
          onChange={(event) => change({ opening: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('settings.closingDay')}
          value={days.closing}
          onChange={(event) => change({ closing: event.currentTarget.value })}
        />
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button type="submit" loading={busy}>
          {t('campaigns.new')}
        </Button>
      </form>
    </Dialog>
  );
}
