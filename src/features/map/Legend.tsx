/** What lines, dots and symbols on the map mean: of what the plan has, not of all there could be. */
import { useComputedColorScheme } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useTable } from '../../data/campaign/rows.ts';
import { STAGES, stageOf } from '../../domain/progress/stage.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { DARK_LINES, drawState, LINES, type StateName } from '../../ui/symbols/sprites.ts';
import { TINTS } from './layers/tints.ts';
import styles from './map.module.css';

const DOT_SIZE = 11;
const DOT_BOX = 15;

/** At the foot of the map: the states on one line; opened, all that is drawn there. */
export function MapLegend() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronUp;
  return (
    <div
      className={`${styles.legend} ${opened ? styles.opened : ''}`}
      data-over-map={opened ? undefined : true}
    >
      <button type="button" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('map.legendTitle')}
        <Chevron size={14} aria-hidden />
      </button>
      <StateLegend className={styles.states ?? ''} withDots={opened} />
      {opened && <SignLegend />}
      {opened && <TypeLegend className={styles.states ?? ''} />}
    </div>
  );
}

/** What else stands on the map: circles with numbers, and the signs of findings. */
function SignLegend() {
  const { t } = useTranslation();
  const dark = useComputedColorScheme('light') === 'dark';
  const hasNoGo = useTable('noGoArea').size > 0;
  const units = useTable('unit');
  const hasGround = useMemo(() => [...units.values()].some((u) => u.boundary !== null), [units]);
  const tints = dark ? TINTS.dark : TINTS.light;
  return (
    <ul className={styles.states} aria-label={t('map.legendSigns')}>
      <li>
        <svg width="24" height="16" aria-hidden="true">
          <rect x="2" y="1" width="20" height="14" rx="7" fill="#1D1B19" />
          <text x="12" y="11.5" fill="#FFFFFF" fontSize="10" fontWeight="600" textAnchor="middle">
            12
          </text>
        </svg>
        {t('map.legendCount')}
      </li>
      <li>
        <svg width="24" height="16" viewBox="-12 -8 24 16" aria-hidden="true">
          <path d="M0-7 7.5 6.5h-15z" fill="#F3B61F" />
        </svg>
        {t('map.legendWarning')}
      </li>
      <li>
        <svg width="24" height="16" viewBox="-12 -8 24 16" aria-hidden="true">
          <path d="M-3-7.2h6l4.2 4.2v6L3 7.2h-6L-7.2 3v-6z" fill="#B9121B" />
        </svg>
        {t('map.legendError')}
      </li>
      {hasGround && (
        <li>
          <svg width={tints.length * 11 + 1} height="14" aria-hidden="true">
            {tints.map((tint, i) => (
              <rect key={tint} x={i * 11 + 0.5} y="0.5" width="11" height="13" fill={tint} stroke="#8A8172" />
            ))}
          </svg>
          {t('map.legendShare')}
        </li>
      )}
      {hasNoGo && (
        <li>
          <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
            <path
              d="M2 2h20v12H2zM2 14 14 2M10 14 22 2M2 2l12 12M10 2l12 12"
              fill="none"
              stroke={dark ? '#CBA6D6' : '#7B4A86'}
            />
          </svg>
          {t('map.legendNoGo')}
        </li>
      )}
    </ul>
  );
}

/** The states, as their lines are drawn. */
function StateLegend({
  className,
  withDots,
}: {
  readonly className: string;
  /** With the mark of single things beside the line of stretches. */
  readonly withDots: boolean;
}) {
  const { t } = useTranslation();
  const looks = useComputedColorScheme('light') === 'dark' ? DARK_LINES : LINES;
  const tables = useCampaign((s) => s.tables);
  const states = useMemo(() => {
    const present = new Set([...tables.placement.values()].map((p) => stageOf(tables, p)));
    // What is half done is drawn as what is done of it, and what is not.
    if (present.has('installing')) present.add('installed');
    return STAGES.filter((s) => present.has(s));
  }, [tables]);
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
            {looks[state].core !== undefined && (
              <path d="M0 4h24" stroke="#FFFFFF" strokeWidth={looks[state].core} />
            )}
          </svg>
          {withDots && <StateDot state={state} />}
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}

/** The mark that one flag, and one pano, has of its state. */
function StateDot({ state }: { readonly state: StateName }) {
  const draw = (canvas: HTMLCanvasElement | null) => {
    const c = canvas?.getContext('2d');
    if (canvas === null || c === null || c === undefined) return;
    const scale = canvas.width / DOT_BOX;
    c.setTransform(scale, 0, 0, scale, 0, 0);
    c.clearRect(0, 0, DOT_BOX, DOT_BOX);
    c.translate(DOT_BOX / 2, DOT_BOX / 2);
    drawState(c, state, DOT_SIZE);
  };
  return (
    <canvas ref={draw} width={DOT_BOX * 3} height={DOT_BOX * 3} style={{ width: DOT_BOX, height: DOT_BOX }} />
  );
}

/** The asset types, as their symbols are drawn. */
function TypeLegend({ className }: { readonly className: string }) {
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
