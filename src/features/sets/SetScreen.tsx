/** Dressing sets of the campaign: what each lays, and the way to another campaign. */

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboard, IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, commitSeen, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { setFromClipboard, setToClipboard } from '../../domain/layout/setClipboard.ts';
import type { DressingSet } from '../../domain/model/entities/dressingSet.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { useTell } from '../../ui/tell.ts';
import styles from './sets.module.css';

const CLIPBOARD = 'cohoa.set';

export function SetScreen() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const format = useFormat();
  const reason = useReason();
  const tell = useTell();
  const tables = useCampaign((s) => s.tables);
  const sets = useRows('dressingSet');
  const paste = () => {
    const set = setFromClipboard(localStorage.getItem(CLIPBOARD) ?? '', tables);
    if (set === null || set.items.length === 0) {
      notifications.show({ message: reason({ code: 'paste.nothing' }), color: 'red' });
      return;
    }
    const done = commit({ code: 'set.copied', params: { where: set.name } }, [
      { kind: 'create', entity: 'dressingSet', id: newRowId(), fields: { name: set.name, items: set.items } },
    ]);
    const left = set.left > 0 ? ` ${t('sets.left', { count: format.number(set.left) })}` : '';
    notifications.show({
      message: done.ok ? `${t('sets.pasted', { name: set.name })}${left}` : reason(done.reason),
      color: done.ok ? 'green' : 'red',
    });
  };
  return (
    <section className={page.page}>
      <header className={page.head}>
        <p>{t('sets.lead')}</p>
        {may.add('dressingSet') && (
          <Button variant="default" leftSection={<IconClipboard size={16} aria-hidden />} onClick={paste}>
            {t('sets.paste')}
          </Button>
        )}
      </header>
      {sets.length === 0 && <p className={styles.empty}>{t('sets.empty')}</p>}
      <ul className={page.list}>
        {sets.map((set) => {
          const op = { kind: 'delete', entity: 'dressingSet', id: set.id, version: set.version } as const;
          return (
            <li key={set.id} className={page.item}>
              <div className={`${page.words} ${styles.words}`}>
                <SetName set={set} />
                <ul>
                  {set.items.map((item, i) => {
                    const type = tables.assetType.get(item.assetTypeId);
                    if (type === undefined) return null;
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: items of a set have no other name than their place
                      <li key={i}>
                        <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={18} />
                        {nameOf(type.name)}
                        {item.rule !== null &&
                          ` · ${t('map.readout.every', { metres: format.number(item.rule.spacing) })}`}
                      </li>
                    );
                  })}
                </ul>
              </div>
              <Button
                variant="subtle"
                color="gray"
                size="xs"
                leftSection={<IconCopy size={15} aria-hidden />}
                onClick={() => {
                  localStorage.setItem(CLIPBOARD, setToClipboard(set, tables));
                  notifications.show({ message: t('sets.copied', { name: set.name }), color: 'green' });
                }}
              >
                {t('sets.copy')}
              </Button>
              {may.remove('dressingSet', set) && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  leftSection={<IconTrash size={15} aria-hidden />}
                  onClick={() => tell(commit({ code: 'set.deleted', params: { where: set.name } }, [op]))}
                >
                  {t('common.delete')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The set's name: a field for who may change it, stored when one leaves it. */
function SetName({ set }: { readonly set: DressingSet }) {
  const { t } = useTranslation();
  const tell = useTell();
  if (!may.change('dressingSet', set, 'name')) return <h3>{set.name}</h3>;
  const { id, version } = set;
  return (
    <TextField
      of={id}
      variant="unstyled"
      className={styles.name}
      aria-label={t('sets.name', { name: set.name })}
      maxLength={100}
      required
      value={set.name}
      onStore={(name) =>
        tell(
          commitSeen(
            { code: 'set.renamed', params: { where: name } },
            [{ kind: 'set', entity: 'dressingSet', id, version, fields: { name } }],
            [set],
          ),
        )
      }
    />
  );
}
