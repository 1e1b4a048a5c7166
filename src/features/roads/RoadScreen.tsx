/** All roads of the campaign: found, sorted, shown on the map, hidden and deleted many at once. */
import { Button, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { may } from '../../data/campaign/may.ts';
import { hideRoads } from '../../data/commands/roads.ts';
import { askRemoval } from '../../data/workbench/reshaping.ts';
import { showDialog } from '../../data/workbench/view.ts';
import { ROAD_CLASSES } from '../../domain/model/entities/road.ts';
import type { Id } from '../../domain/model/rows.ts';
import { allRoadFacts, type RoadFacts, titleOf } from '../../domain/plan/roadFacts.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import { useTell } from '../../ui/tell.ts';
import styles from './roads.module.css';

type Column = 'road' | 'class' | 'length' | 'from' | 'placements' | 'source';

interface Order {
  readonly column: Column;
  readonly down: boolean;
}

interface Props {
  /** Opens a road on the plan. */
  readonly onOpen: (id: Id) => void;
  readonly onImport: () => void;
  readonly onDraw: () => void;
}

export function RoadScreen({ onOpen, onImport, onDraw }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<Order>({ column: 'road', down: false });
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const sought = useDeferredValue(wanted);
  const all = useMemo(() => allRoadFacts(tables), [tables]);
  const shown = useMemo(
    () =>
      all
        .filter(({ road }) => plainText(`${titleOf(road)} ${road.source}`).includes(plainText(sought.trim())))
        .sort(byColumn(order)),
    [all, sought, order],
  );
  const chosen = shown.filter(({ road }) => ticked.has(road.id));
  const length = all.reduce((sum, f) => sum + f.lengthM, 0);
  const toggle = (ids: readonly Id[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setTicked(next);
  };
  return (
    <section className={`${page.page} ${styles.page}`}>
      <header className={page.head}>
        <p>
          {sought === ''
            ? t('roads.sum', { count: all.length, length: format.length(length) })
            : t('roads.sumOf', { shown: shown.length, count: all.length })}
        </p>
        <div className={styles.buttons}>
          {may.add('road') && (
            <>
              <Button variant="default" onClick={onDraw}>
                {t('command.tool.road')}
              </Button>
              <Button variant="default" onClick={onImport}>
                {t('command.open-import')}
              </Button>
            </>
          )}
          {all.length > 0 && (
            <Button variant="default" onClick={() => showDialog('export')}>
              {t('command.open-export')}
            </Button>
          )}
        </div>
      </header>
      {all.length === 0 ? (
        <p className={styles.soft}>{t('roads.empty')}</p>
      ) : (
        <>
          <TextInput
            className={styles.search ?? ''}
            aria-label={t('roads.search')}
            placeholder={t('roads.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          {may.add('road') && <Many chosen={chosen} onDone={() => setTicked(new Set())} />}
          <Roads
            shown={shown}
            order={order}
            onOrder={setOrder}
            ticked={ticked}
            onTick={toggle}
            onOpen={onOpen}
          />
          {shown.length === 0 && <p className={styles.soft}>{t('roads.none', { text: sought })}</p>}
        </>
      )}
    </section>
  );
}

/** What can be done with those that are ticked. */
function Many({ chosen, onDone }: { readonly chosen: readonly RoadFacts[]; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const tell = useTell();
  const roads = chosen.map((f) => f.road);
  const hide = (hidden: boolean) => tell(hideRoads(roads, hidden)) && onDone();
  if (roads.length === 0) return <p className={styles.many}>{t('roads.chooseMany')}</p>;
  return (
    <div className={styles.many} role="toolbar" aria-label={t('roads.many')}>
      <span role="status" className={styles.count}>
        {t('roads.chosen', { count: chosen.length })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!roads.some((r) => !r.hidden)}
        onClick={() => hide(true)}
      >
        {t('roads.hide')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={!roads.some((r) => r.hidden)}
        onClick={() => hide(false)}
      >
        {t('roads.show')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => askRemoval(roads.map((r) => r.id))}>
        {t('common.delete')}
      </Button>
    </div>
  );
}

interface RoadsProps {
  readonly shown: readonly RoadFacts[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly ticked: ReadonlySet<Id>;
  readonly onTick: (ids: readonly Id[], on: boolean) => void;
  readonly onOpen: (id: Id) => void;
}

const COLUMNS: readonly Column[] = ['road', 'class', 'length', 'from', 'placements', 'source'];
const ROW_PX = 41;

/** A few hundred roads are drawn as far as they are in view. */
function Roads({ shown, order, onOrder, ticked, onTick, onOpen }: RoadsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const all = shown.length > 0 && shown.every(({ road }) => ticked.has(road.id));
  return (
    <div className={`${page.scroll} ${styles.scroll}`} ref={scroller}>
      <table className={`${page.table} ${styles.table}`} aria-rowcount={shown.length + 1}>
        <thead>
          <tr>
            <th scope="col" className={styles.top}>
              <input
                type="checkbox"
                className={styles.tick}
                aria-label={t('roads.all')}
                checked={all}
                onChange={(event) =>
                  onTick(
                    shown.map((f) => f.road.id),
                    event.currentTarget.checked,
                  )
                }
              />
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={styles.top}
                aria-sort={order.column !== column ? 'none' : order.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() => onOrder({ column, down: order.column === column && !order.down })}
                >
                  {t(`roads.${column}`)}
                  {order.column === column &&
                    (order.down ? (
                      <IconChevronDown size={13} aria-hidden />
                    ) : (
                      <IconChevronUp size={13} aria-hidden />
                    ))}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden style={{ height: before }}>
              <td colSpan={7} />
            </tr>
          )}
          {items.map(({ index }) => {
            const facts = shown[index];
            return facts === undefined ? null : (
              <Row
                key={facts.road.id}
                facts={facts}
                index={index}
                ticked={ticked.has(facts.road.id)}
                onTick={(on) => onTick([facts.road.id], on)}
                onOpen={() => onOpen(facts.road.id)}
              />
            );
          })}
          {after > 0 && (
            <tr aria-hidden style={{ height: after }}>
              <td colSpan={7} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly facts: RoadFacts;
  readonly index: number;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onOpen: () => void;
}

function Row({ facts, index, ticked, onTick, onOpen }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { road } = facts;
  const name = titleOf(road) || t('import.unnamed');
  return (
    <tr className={styles.row} data-hidden={road.hidden} aria-rowindex={index + 2}>
      <td>
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={t('roads.tick', { road: name })}
          checked={ticked}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </td>
      <th scope="row" className={styles.name}>
        <button
          type="button"
          className={`${page.opener} ${styles.open}`}
          title={t('roads.open')}
          onClick={onOpen}
        >
          {name}
        </button>
        {road.hidden && <small className={styles.badge}>{t('roads.isHidden')}</small>}
      </th>
      <td>{t(`road.class.${road.class}`)}</td>
      <td>
        <span className={styles.figure}>{format.length(facts.lengthM)}</span>
      </td>
      <td>
        {formatChainage(facts.from)} – {bareChainage(facts.to)}
      </td>
      <td>
        <span className={styles.figure}>
          {facts.placements === 0 ? '–' : format.number(facts.placements)}
        </span>
      </td>
      <td className={styles.source}>{road.source}</td>
    </tr>
  );
}

function byColumn({ column, down }: Order): (a: RoadFacts, b: RoadFacts) => number {
  const name = (f: RoadFacts) => titleOf(f.road);
  const { compare: words } = new Intl.Collator('vi', { numeric: true });
  const compare = (a: RoadFacts, b: RoadFacts): number => {
    switch (column) {
      case 'length':
        return a.lengthM - b.lengthM;
      case 'placements':
        return a.placements - b.placements;
      case 'from':
        return a.from - b.from;
      case 'class':
        return ROAD_CLASSES.indexOf(a.road.class) - ROAD_CLASSES.indexOf(b.road.class);
      case 'source':
        return words(a.road.source, b.road.source);
      case 'road':
        return 0;
    }
  };
  return (a, b) => (down ? -1 : 1) * (compare(a, b) || words(name(a), name(b)));
}
