import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconCircleX, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDialog } from '../../../data/workbench/view.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import type { FileProblem } from '../../../domain/road/import/reading/roadFile.ts';
import { searchOffers } from '../../../domain/road/import/searching.ts';
import { useFormat } from '../../../ui/format.ts';
import { useReason } from '../../../ui/reason.ts';
import styles from '../exchange.module.css';
import { RoadList } from './RoadList.tsx';
import { SCOPES, type Scope } from './scope.ts';
import type { Chosen } from './useChosen.ts';
import type { Scoped } from './useScope.ts';

/** Refusals shown: a file whose every feature is wrong is wrong in one way. */
const LISTED = 500;

type Shown = 'all' | 'warned' | 'leftOut' | 'problems';

interface Props {
  readonly roads: readonly OfferedRoad[];
  readonly problems: readonly FileProblem[];
  readonly chosen: Chosen;
  readonly working: boolean;
  readonly scoped: Scoped;
  /** The road for which one line is chosen. */
  readonly renews: Road | null;
  readonly asked: string | null;
  readonly onHover: (key: string | null) => void;
  readonly onShow: (key: string) => void;
  readonly onJoint: (key: string) => void;
}

/** Every road of the file with what is to be said about it; refusals name their place in the file. */
export function PreviewList({ roads, problems, working, chosen, scoped, ...props }: Props) {
  const { scope, setScope, hasGround, isWanted } = scoped;
  const { renews } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const [shown, setShown] = useState<Shown>('all');
  const [search, setSearch] = useState('');
  const lists = useMemo(() => {
    const all = searchOffers(roads, search).filter(isWanted);
    return {
      all,
      warned: all.filter((r) => (r.road?.warnings.length ?? 0) > 0 || chosen.exists(r)),
      leftOut: all.filter((r) => r.road !== null && !chosen.taken.has(r.key)),
    };
  }, [roads, chosen, search, isWanted]);
  const refused = [
    ...problems.map((p) => ({ where: p.where, reason: p.reason })),
    ...roads.flatMap((r) => (r.refusal === null ? [] : [{ where: r.featureNumber, reason: r.refusal }])),
  ];
  const list = shown === 'problems' ? [] : lists[shown];
  const hasLines = roads.some((r) => r.road !== null);
  const beyond = scope === 'units' ? roads.filter((r) => r.road !== null && !isWanted(r)).length : 0;
  const length = chosen.all.reduce(
    (sum, r) => sum + (chosen.taken.has(r.key) ? (r.road?.lengthM ?? 0) : 0),
    0,
  );
  return (
    <div className={styles.listWrap}>
      <p className={styles.summary} aria-live="polite">
        {renews === null
          ? t('import.summary', {
              taken: format.number(chosen.taken.size),
              length: format.length(length),
              refused: format.number(refused.length),
            })
          : t('import.renewHint', { road: roadLabel(renews) })}
      </p>
      {!working && !hasLines && <NoLines />}
      <div className={styles.find}>
        <TextInput
          size="xs"
          type="search"
          leftSection={<IconSearch size={15} aria-hidden />}
          aria-label={t('import.search')}
          placeholder={t('import.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          size="xs"
          aria-label={t('import.scope')}
          data={SCOPES.map((s) => ({
            value: s,
            label: t(`import.scope.${s}`),
            disabled: s === 'units' && !hasGround,
          }))}
          value={scope}
          allowDeselect={false}
          onChange={(value) => setScope(value as Scope)}
        />
      </div>
      {beyond > 0 && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setScope('all')}>
          {t('import.beyond', { count: format.number(beyond) })}
        </Button>
      )}
      <SegmentedControl
        size="xs"
        value={shown}
        onChange={(value) => setShown(value as Shown)}
        data={[
          { value: 'all', label: t('import.all', { count: lists.all.length }) },
          { value: 'warned', label: t('import.onlyWarned', { count: lists.warned.length }) },
          { value: 'leftOut', label: t('import.onlyLeftOut', { count: lists.leftOut.length }) },
          { value: 'problems', label: t('import.problems', { count: refused.length }) },
        ]}
      />
      {shown === 'problems' ? (
        <ul className={styles.list}>
          {refused.slice(0, LISTED).map((p) => (
            <li key={`${p.where}:${p.reason.code}`} className={styles.refused}>
              <IconCircleX size={17} aria-hidden />
              <span>
                <strong>{t('import.feature', { number: p.where })}</strong> {reason(p.reason)}
              </span>
            </li>
          ))}
          {refused.length > LISTED && (
            <li className={styles.refused}>
              {t('import.more', { count: format.number(refused.length - LISTED) })}
            </li>
          )}
        </ul>
      ) : (
        <>
          {renews === null && (
            <div className={styles.takeAll}>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => chosen.set(keysOf(list), true)}
              >
                {t('import.takeAll')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => chosen.set(keysOf(list), false)}
              >
                {t('import.takeNone')}
              </Button>
            </div>
          )}
          {list.length === 0 && hasLines && <p className={styles.none}>{t('import.noneFound')}</p>}
          <RoadList list={list} chosen={chosen} {...props} />
        </>
      )}
    </div>
  );
}

/** Most often such a file is a list of what stands beside the roads. */
function NoLines() {
  const { t } = useTranslation();
  return (
    <div className={styles.none} role="alert">
      <p>{t('import.noLines')}</p>
      <Button size="xs" variant="default" onClick={() => showDialog('import-placements')}>
        {t('command.open-import-placements')}
      </Button>
    </div>
  );
}

function keysOf(list: readonly OfferedRoad[]): string[] {
  return list.filter((r) => r.road !== null).map((r) => r.key);
}
