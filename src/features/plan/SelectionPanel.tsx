/** Several things selected: what they come to together, and what can be done with all of them. */
import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { offered } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { select } from '../../data/workbench/choose.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { costIn, quantityIn } from '../../domain/plan/amounts.ts';
import { useFormat } from '../../ui/format.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import { useCountedIn, useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import styles from './plan.module.css';

export function SelectionPanel({ rows }: { readonly rows: readonly Placement[] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const countedIn = useCountedIn();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const byType = [...Map.groupBy(rows, (r) => r.assetTypeId)];
  const cost = rows.reduce((sum, r) => sum + costIn(tables, r), 0);
  const commands = offered('selection');
  return (
    <section
      className={styles.panel}
      aria-label={t('selection.title', { count: format.number(rows.length) })}
    >
      <header className={styles.panelHead}>
        <h2 className={styles.grow}>{t('selection.title', { count: format.number(rows.length) })}</h2>
        <CloseButton aria-label={t('common.close')} onClick={() => select(null)} />
      </header>
      <div className={styles.panelBody}>
        <ul className={styles.setItems}>
          {byType.map(([id, of]) => {
            const type = tables.assetType.get(id);
            if (type === undefined) return null;
            const quantity = of.reduce((sum, r) => sum + quantityIn(tables, r), 0);
            return (
              <li key={id}>
                <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={18} />
                {nameOf(type.name)}
                <b>
                  {format.number(quantity)} {countedIn(type.unitName, quantity)}
                </b>
              </li>
            );
          })}
        </ul>
        <dl className={styles.sum}>
          <dt>{t('draft.cost')}</dt>
          <dd>
            <b className={styles.big}>{format.money(cost)}</b>
          </dd>
        </dl>
        <div className={styles.commandList}>
          {commands.map((c) => (
            <Button
              key={c.id}
              variant="default"
              justify="flex-start"
              leftSection={<NamedIcon name={c.icon} size={17} />}
              rightSection={c.key === null ? null : <kbd>{c.key}</kbd>}
              onClick={() => request(c.id)}
            >
              {String(t(`command.${c.id}` as 'command.delete'))}
            </Button>
          ))}
        </div>
      </div>
    </section>
  );
}
