/** What lines, dots and symbols on the map mean: of what the plan has, not of all there could be. */
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/campaign/rows.ts';
import { PLACEMENT_STATES } from '../../domain/model/entities/placement.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { DARK_LINES, LINES } from '../../ui/symbols/sprites.ts';

/** The states, as their lines are drawn. */
export function StateLegend({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const looks = useComputedColorScheme('light') === 'dark' ? DARK_LINES : LINES;
  const placements = useTable('placement');
  const states = useMemo(() => {
    const present = new Set([...placements.values()].map((p) => p.state));
    return PLACEMENT_STATES.filter((s) => present.has(s));
  }, [placements]);
  if (states.length === 0) return null;
  return (
    <ul className={className} aria-label={t('map.legend')}>
      {states.map((state) => (
        <li key={state}>
          <svg width="24" height="8" aria-hidden="true">
            <path
              d="M0 4h24"
              stroke={looks[state].colour}
              strokeWidth={looks[state].width}
              strokeDasharray={looks[state].dash.join(' ')}
            />
          </svg>
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

/** The asset types, as their symbols are drawn. */
export function TypeLegend({ className }: { readonly className: string }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const placements = useTable('placement');
  const types = useTable('assetType');
  const present = useMemo(() => {
    const ids = new Set([...placements.values()].map((p) => p.assetTypeId));
    return [...types.values()].filter((type) => ids.has(type.id));
  }, [placements, types]);
  if (present.length === 0) return null;
  return (
    <ul className={className} aria-label={t('map.legendTypes')}>
      {present.map((type) => (
        <li key={type.id}>
          <AssetSymbol shape={type.shape} colour={type.colour} glyph={type.glyph} size={20} />
          {nameOf(type.name)}
        </li>
      ))}
    </ul>
  );
}
