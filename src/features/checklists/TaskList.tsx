/** Groups of tasks as one list, of which only what is in sight is on the page: there may be many thousands. */
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlacementTask, taskKey } from '../../domain/checklist/task.ts';
import { stableList } from '../../domain/memo.ts';
import { Phone } from '../../ui/components/Phone.tsx';
import { useFormat } from '../../ui/format.ts';
import styles from './checklists.module.css';
import type { TaskGroup } from './groups.ts';
import { TaskLine } from './TaskLine.tsx';

interface Props {
  readonly groups: readonly TaskGroup[];
  readonly today: string;
  readonly showDay: boolean;
  /** What was ticked here since the list was opened. */
  readonly fresh: ReadonlySet<string>;
  /** Null while rows are ticked and not chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly scroller: HTMLElement;
  readonly onTick: (task: PlacementTask) => void;
  readonly onChoose: (tasks: readonly PlacementTask[], chosen: boolean) => void;
}

type Line =
  | { readonly kind: 'head'; readonly group: TaskGroup }
  | { readonly kind: 'task'; readonly task: PlacementTask; readonly ends: string };

export function TaskList({ groups, scroller, ...props }: Props) {
  const lines = useMemo(
    () =>
      groups.flatMap((group): Line[] => [
        { kind: 'head', group },
        ...group.tasks.map((task, i) => ({
          kind: 'task' as const,
          task,
          ends: [i === 0 ? styles.first : '', i === group.tasks.length - 1 ? styles.last : ''].join(' '),
        })),
      ]),
    [groups],
  );
  const list = useRef<HTMLUListElement>(null);
  // What is measured of thousands of rows stays theirs for as long as the same rows come in the same order.
  const [stable] = useState(() => stableList<readonly string[]>());
  const keys = useMemo(() => stable(lines.map(keyOf)), [lines, stable]);
  const getItemKey = useCallback((i: number) => keys[i] ?? i, [keys]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: (i) => (lines[i]?.kind === 'head' ? 52 : 84),
    scrollMargin: list.current?.offsetTop ?? 0,
    getItemKey,
    overscan: 4,
  });
  return (
    <ul ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const line = lines[item.index];
        if (line === undefined) return null;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={line.kind === 'head' ? styles.headLine : `${styles.line} ${line.ends}`}
            style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
          >
            {line.kind === 'head' ? (
              <Head group={line.group} {...props} />
            ) : (
              <TaskLine
                task={line.task}
                today={props.today}
                showDay={props.showDay}
                isFresh={props.fresh.has(taskKey(line.task))}
                chosen={props.chosen === null ? null : props.chosen.has(taskKey(line.task))}
                onTick={props.onTick}
                onChoose={props.onChoose}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function keyOf(line: Line): string {
  return line.kind === 'task' ? taskKey(line.task) : `head ${line.group.key}`;
}

function Head({
  group,
  chosen,
  onChoose,
}: Pick<Props, 'chosen' | 'onChoose'> & { readonly group: TaskGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = group.total === 0 ? 0 : group.done / group.total;
  const all = chosen !== null && group.tasks.every((task) => chosen.has(taskKey(task)));
  return (
    <div className={styles.groupHead}>
      {chosen !== null && (
        <Checkbox
          checked={all}
          size="md"
          radius="xl"
          aria-label={t('checklists.chooseGroup', { group: group.title })}
          onChange={() => onChoose(group.tasks, !all)}
        />
      )}
      <h2 className={group.late ? styles.late : undefined}>{group.title}</h2>
      <span className={styles.groupNote}>
        {group.note}
        {group.note !== '' && group.phone !== '' && ' · '}
        <Phone text={group.phone} />
      </span>
      <span className={styles.meter} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles.count}>
        {t('checklists.groupCount', { done: format.number(group.done), all: format.number(group.total) })}
      </span>
    </div>
  );
}
