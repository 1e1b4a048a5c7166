/** What can be put up: types as data. Adding one takes no code. */

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { type AssetType, assetType } from '../../domain/model/entities/assetType.ts';
import { neededIn } from '../../domain/plan/needed.ts';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import page from '../../ui/page.module.css';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import styles from './catalogue.module.css';
import { TypeEditor } from './TypeEditor.tsx';

const NEW: AssetType = { id: '', version: 0, ...assetType.blank };

export function CatalogueScreen() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const types = useRows('assetType');
  const [editing, setEditing] = useState<AssetType | null>(null);
  const needed = useMemo(
    () => new Map(types.map((type) => [type.id, neededIn(tables, type.id)])),
    [tables, types],
  );
  return (
    <section className={page.page}>
      <header className={page.head}>
        <p>{t('catalogue.sum', { count: format.number(types.length) })}</p>
        {may.add('assetType') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing(NEW)}>
            {t('catalogue.add')}
          </Button>
        )}
      </header>
      <div className={page.scroll}>
        <table className={`${page.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('catalogue.name')}</th>
              <th scope="col">{t('catalogue.layout')}</th>
              <th scope="col" className={styles.number}>
                {t('catalogue.price')}
              </th>
              <th scope="col" className={styles.number}>
                {t('catalogue.needed')}
              </th>
              <th scope="col" className={styles.number}>
                {t('catalogue.inStock')}
              </th>
              <th scope="col" className={styles.number}>
                {t('catalogue.ordered')}
              </th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => {
              const wanted = needed.get(type.id) ?? 0;
              // The rule is off where nothing comes from a store.
              const short = wanted > type.inStock + type.ordered && !type.rulesOff.includes('stock-short');
              return (
                <tr key={type.id}>
                  <th scope="row">
                    <button
                      type="button"
                      className={`${page.opener} ${styles.name}`}
                      onClick={() => setEditing(type)}
                    >
                      <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={28} />
                      <span>
                        {nameOf(type.name)}
                        <small>{type.size}</small>
                      </span>
                    </button>
                  </th>
                  <td>
                    {type.layout === 'point'
                      ? t('catalogue.point')
                      : t('catalogue.stretch', {
                          metres: format.number(type.defaultSpacing),
                          sides: t(`sides.${type.defaultSides}`).toLocaleLowerCase(),
                        })}
                  </td>
                  <td className={styles.number}>{format.money(type.price)}</td>
                  <td className={styles.number}>{format.number(wanted)}</td>
                  <td className={`${styles.number} ${short ? styles.short : ''}`}>
                    {format.number(type.inStock)}
                  </td>
                  <td className={styles.number}>{format.number(type.ordered)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {editing !== null && <TypeEditor type={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}
