/** What I wrote and what the server has, field by field. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import type { Against } from '../../data/campaign/deciding.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
import type { RuleSettings } from '../../domain/model/entities/campaign.ts';
import { type Entity, shapeOf, type Tables } from '../../domain/model/rows.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { sameValue } from '../../domain/sameValue.ts';
import { isDay } from '../../domain/schedule/days.ts';
import { isTranslated } from '../../domain/text/translated.ts';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import styles from './sync.module.css';

/** Fields of one row that are shown; nobody reads more of them side by side. */
const SHOWN = 8;

interface Props {
  readonly entry: OutboxEntry;
  readonly conflict: Against['shown'][number];
}

export function Comparison({ entry, conflict }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const tables = useCampaign((s) => s.tables);
  const op = entry.edit.ops[conflict.op];
  if (op === undefined) return null;
  const show = (field: string, value: unknown, other: unknown): string => {
    if (value === null || value === undefined || value === '') return t('sync.emptyValue');
    if ((field === 'from' || field === 'to') && typeof value === 'number') return formatChainage(value);
    if (field === 'state') return t(`state.${value}` as 'state.draft');
    if (field === 'rule') {
      const rule = value as { spacing: number; sides: 'left' };
      return `${t(`sides.${rule.sides}`)}, ${rule.spacing} m`;
    }
    // Both, since only one of them may have been changed.
    if (isTranslated(value))
      return Object.values(value)
        .filter((name) => name !== '')
        .join(' · ');
    if (typeof value === 'boolean') return t(value ? 'sync.yes' : 'sync.no');
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'string')
      return (
        referredName(tables, op.entity, field, value, nameOf) ?? (isDay(value) ? format.day(value) : value)
      );
    if (field === 'ruleSettings') return rulesIn(value as RuleSettings, other as RuleSettings, t);
    if (!Array.isArray(value)) return t('sync.otherValue');
    const names = value.map((item: unknown) => (typeof item === 'string' ? item : namedAs(item)));
    return names.every((name) => name !== undefined)
      ? names.join(', ')
      : t('sync.values', { count: value.length });
  };
  const mine = op.kind === 'delete' ? {} : (op.fields as Record<string, unknown>);
  return (
    <>
      {entry.edit.ops.length > 1 && <strong>{rowName(tables, op, conflict.current, nameOf)}</strong>}
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
          {(conflict.fields.length > 0 ? conflict.fields : ['']).slice(0, SHOWN).map((field) => (
            <tr key={field}>
              <th scope="row">
                {field !== '' &&
                  (i18n.exists(`field.${field}`) ? t(`field.${field}` as 'field.name') : t('field.other'))}
              </th>
              <td>
                {op.kind === 'delete'
                  ? t('sync.deleted')
                  : field === ''
                    ? '…'
                    : field in mine
                      ? show(field, mine[field], conflict.current?.[field])
                      : t('sync.asRead')}
              </td>
              <td>
                {conflict.current === null
                  ? t('sync.deleted')
                  : field === ''
                    ? ''
                    : show(field, conflict.current[field], mine[field])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Of the settings of all rules those that differ: «tắt», «bật (12)». Which rule it is says the edit's own name. */
function rulesIn(settings: RuleSettings, other: RuleSettings | undefined, t: TFunction): string {
  const ids = [...new Set([...Object.keys(settings), ...Object.keys(other ?? {})])];
  return ids
    .filter((id) => !sameValue(settings[id], other?.[id]))
    .map((id) => {
      const { off = false, params = {} } = settings[id] ?? {};
      const numbers = Object.values(params);
      const state = t(off ? 'sync.ruleOff' : 'sync.ruleOn');
      return off || numbers.length === 0 ? state : `${state} (${numbers.join(', ')})`;
    })
    .join('; ');
}

function namedAs(item: unknown): string | undefined {
  const name = typeof item === 'object' && item !== null && 'name' in item ? item.name : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** What people call a row that an edit of several speaks of: as it is on the server, or as it was here. */
function rowName(
  tables: Tables,
  { entity, id }: { readonly entity: Entity; readonly id: string },
  current: Readonly<Record<string, unknown>> | null,
  nameOf: ReturnType<typeof useNameOf>,
): string {
  const row = current ?? (tables[entity].get(id) as Readonly<Record<string, unknown>> | undefined);
  return calledBy(row, nameOf) ?? '…';
}

/** A row that a field refers to, by what people call it. */
function referredName(
  tables: Tables,
  entity: Entity,
  field: string,
  id: string,
  nameOf: ReturnType<typeof useNameOf>,
): string | undefined {
  const target = shapeOf(entity).references?.[field];
  if (target === undefined) return undefined;
  return calledBy(tables[target].get(id) as Readonly<Record<string, unknown>> | undefined, nameOf);
}

function calledBy(
  row: Readonly<Record<string, unknown>> | undefined,
  nameOf: ReturnType<typeof useNameOf>,
): string | undefined {
  if (isTranslated(row?.name)) return nameOf(row.name);
  const name = [row?.name, row?.text, row?.code].find((x) => typeof x === 'string' && x !== '');
  return typeof name === 'string' ? name : undefined;
}
