/** The things behind a number that no zoom takes apart: a list to choose from, where the number stands. */
import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/campaign/rows.ts';
import { whereOf } from '../../data/campaign/where.ts';
import { select } from '../../data/workbench/choose.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import styles from './map.module.css';

export interface Circle {
  readonly ids: readonly Id[];
  /** In pixels of the map. */
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly circle: Circle;
  readonly onClose: () => void;
}

export function CircleList({ circle, onClose }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const placements = useTable('placement');
  const types = useTable('assetType');
  const rows = circle.ids.flatMap((id) => placements.get(id) ?? []);
  const title = t('map.circle', { count: rows.length });
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      position="bottom"
      shadow="md"
      width={280}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <span className={styles.circleAt} style={{ left: circle.x, top: circle.y }} />
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <p className={styles.circleTitle}>{title}</p>
        <ul className={styles.circleList}>
          {rows.map((row) => {
            const type = types.get(row.assetTypeId);
            return (
              <li key={row.id}>
                <button
                  type="button"
                  onClick={() => {
                    select(row.id);
                    onClose();
                  }}
                >
                  {type !== undefined && (
                    <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={20} />
                  )}
                  <span>
                    {nameOf(type?.name)}
                    <small>
                      {[whereOf(row), t(`state.${row.state}`)].filter((part) => part !== '').join(' · ')}
                    </small>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
