/** Many people at once, as an office has them in a sheet: seen line by line before anybody is added. */
import { Button, Select, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPeople, MOST_PEOPLE, type People, type PersonLink } from '../../data/net/people.ts';
import { ROLES, type Role } from '../../domain/edit/roles.ts';
import { pastedPeople } from '../../domain/people/pastedPeople.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import page from '../../ui/page.module.css';
import { roles as en } from '../../words/en/roles.ts';
import { roles as vi } from '../../words/vi/roles.ts';
import { Links } from './Links.tsx';
import styles from './people.module.css';
import { useAct } from './useAct.ts';

interface Props {
  readonly all: People;
  readonly onClose: () => void;
}

/** What offices write for a role beside its name. */
const ALSO_CALLED: Readonly<Record<Role, readonly string[]>> = {
  admin: ['Quản trị viên', 'Quản trị đợt'],
  planner: ['Lập kế hoạch', 'Cán bộ kế hoạch', 'Kế hoạch'],
  leader: ['Người duyệt', 'Duyệt'],
  'unit-officer': ['Cán bộ xã', 'Cán bộ thôn', 'Xã'],
  viewer: ['Chỉ xem', 'Xem'],
};

/** A sheet says roles in whichever language it was made. */
const ROLE_WORDS = ROLES.flatMap((role): (readonly [string, Role])[] => [
  [role, role],
  ...[vi, en].map((words) => [words[`role.${role}`], role] as const),
  ...ALSO_CALLED[role].map((word) => [word, role] as const),
]);

export function PastePeople({ all, onClose }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const kept = useKeptState('people of a sheet', '');
  const { value: text, set: setText } = kept;
  const [campaign, setCampaign] = useState(all.campaigns.at(-1)?.id ?? 'all');
  const [links, setLinks] = useState<readonly PersonLink[]>([]);
  const units = useMemo(() => all.campaigns.find((c) => c.id === campaign)?.units ?? [], [all, campaign]);
  const lines = useMemo(
    () =>
      pastedPeople(text, {
        roles: ROLE_WORDS,
        units,
        userNames: new Set(all.people.map((p) => p.userName)),
      }),
    [text, units, all],
  );
  const close = () => {
    kept.drop();
    onClose();
  };
  const roles = ROLES.map((r) => t(`role.${r}`)).join(', ');
  const bad = lines.filter((line) => line.problems.length > 0);
  const at = /^people\.(\d+)\./.exec(act.problem?.field ?? '')?.[1];
  const refused = at === undefined ? undefined : lines[Number(at)];
  const add = () =>
    act.does(async () => {
      const made = await addPeople(
        lines.map(({ name, userName, role, unitId }) => ({
          name,
          userName,
          membership: { campaignId: campaign === 'all' ? null : campaign, role: role ?? 'viewer', unitId },
        })),
      );
      setLinks(made);
      kept.drop();
    });
  return (
    <Dialog
      opened
      // Links are shown once: a press beside them does not take them away.
      closeOnClickOutside={links.length === 0}
      onClose={close}
      typed={() => text.trim() !== ''}
      title={t('people.pasteTitle')}
      size="min(860px, 94vw)"
      foot={
        links.length > 0 ? (
          <Button onClick={onClose}>{t('people.done')}</Button>
        ) : (
          <>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              loading={act.busy}
              disabled={lines.length === 0 || bad.length > 0 || lines.length > MOST_PEOPLE}
              onClick={() => void add()}
            >
              {t('people.pasteSubmit', { count: lines.length })}
            </Button>
          </>
        )
      }
    >
      {links.length > 0 ? (
        <Links links={links} />
      ) : (
        <div className={styles.form}>
          <Select
            label={t('people.campaign')}
            data={[
              ...all.campaigns.map((c) => ({ value: c.id, label: c.name })),
              ...(all.rulesAll ? [{ value: 'all', label: t('people.everyCampaign') }] : []),
            ]}
            value={campaign}
            allowDeselect={false}
            onChange={(value) => setCampaign(value ?? 'all')}
          />
          <Textarea
            data-autofocus
            label={t('people.pasteField')}
            description={t('people.pasteHint', { roles })}
            autosize
            minRows={4}
            maxRows={10}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {lines.length === 0 && text.trim() === '' && (
            <p className={page.soft}>{t('people.pasteNothing')}</p>
          )}
          {bad.length > 0 && (
            <p role="alert" className={page.problem}>
              {t('people.pasteBad', { count: bad.length })}
            </p>
          )}
          {lines.length > MOST_PEOPLE && (
            <p role="alert" className={page.problem}>
              {t('people.tooMany', { count: MOST_PEOPLE })}
            </p>
          )}
          {act.problem !== null && (
            <p role="alert" className={page.problem}>
              {refused === undefined ? '' : `${refused.name}: `}
              {act.problem.text}
            </p>
          )}
          {lines.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled sideways, by keys too
            <section className={page.scroll} aria-label={t('people.pasteField')} tabIndex={0}>
              <table className={`${page.table} ${styles.stacked}`}>
                <thead>
                  <tr>
                    <th scope="col">{t('people.line')}</th>
                    <th scope="col">{t('people.name')}</th>
                    <th scope="col">{t('people.userName')}</th>
                    <th scope="col">{t('people.role')}</th>
                    <th scope="col">{t('people.unit')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.line}>
                      <td>{line.line}</td>
                      <td>
                        {line.name}
                        {line.problems.map((problem) => (
                          <span key={problem} className={styles.cellProblem}>
                            <IconAlertTriangle size={14} aria-hidden /> {t(`pasted.${problem}`, { roles })}
                          </span>
                        ))}
                      </td>
                      <td>{line.userName}</td>
                      <td>{line.role === null ? line.roleText : t(`role.${line.role}`)}</td>
                      <td>
                        {line.role === 'unit-officer' &&
                          (units.find((u) => u.id === line.unitId)?.name ?? line.unitText)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}
