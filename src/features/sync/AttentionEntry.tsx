/** One refused edit: why, what is mine and what is on the server, and the two ways out. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { decide, useCampaign } from '../../data/campaign.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { useNote } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './sync.module.css';

export function AttentionEntry({ entry }: { readonly entry: OutboxEntry }) {
  const { t } = useTranslation();
  const note = useNote();
  const reason = useReason();
  const { refusal } = entry;
  const conflicts = refusal?.conflicts ?? [];
  const isConflict = refusal?.code === 'edit.conflict';
  return (
    <article className={styles.entry}>
      <strong>{note(entry.edit.note)}</strong>
      {refusal !== null && <p>{reason({ code: refusal.code, params: refusal.params })}</p>}
      {conflicts.map((conflict) => (
        <Comparison key={`${conflict.op}`} entry={entry} index={conflict.op} />
      ))}
      <div className={styles.choices}>
        {isConflict && (
          <Button size="xs" onClick={() => void decide(entry, 'mine')}>
            {t('sync.keepMine')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => void decide(entry, 'theirs')}>
          {t(isConflict ? 'sync.takeTheirs' : 'sync.drop')}
        </Button>
      </div>
    </article>
  );
}

function Comparison({ entry, index }: { readonly entry: OutboxEntry; readonly index: number }) {
  const { t, i18n } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const conflict = entry.refusal?.conflicts.find((c) => c.op === index);
  const op = entry.edit.ops[index];
  if (conflict === undefined || op === undefined) return null;
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('sync.emptyValue');
    if ((field === 'from' || field === 'to') && typeof value === 'number') return formatChainage(value);
    if (field === 'state') return t(`state.${value}` as 'state.draft');
    if (field === 'unitId') return tables.unit.get(String(value))?.name ?? String(value);
    if (field === 'sloganId') return tables.slogan.get(String(value))?.text ?? String(value);
    if (field === 'rule') {
      const rule = value as { spacing: number; sides: 'left' };
      return `${t(`sides.${rule.sides}`)}, ${rule.spacing} m`;
    }
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  const mine = op.kind === 'delete' ? {} : (op.fields as Record<string, unknown>);
  return (
    <>
      {conflict.by !== '' && <p>{t('sync.by', { name: conflict.by })}</p>}
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('sync.mine')}</th>
            <th scope="col">{t('sync.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {(conflict.fields.length > 0 ? conflict.fields : ['']).slice(0, 8).map((field) => (
            <tr key={field}>
              <th scope="row">
                {field !== '' &&
                  (i18n.exists(`field.${field}`) ? t(`field.${field}` as 'field.name') : t('field.other'))}
              </th>
              <td>
                {op.kind === 'delete' ? t('sync.deleted') : field === '' ? '…' : show(field, mine[field])}
              </td>
              <td>
                {conflict.current === null
                  ? t('sync.deleted')
                  : field === ''
                    ? ''
                    : show(field, conflict.current[field])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
