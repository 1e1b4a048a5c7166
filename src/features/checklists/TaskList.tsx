/** Groups of tasks as one list, of which only what is in sight is on the page: there may be many thousands. */
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementTask } from '../../domain/checklist/task.ts';
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
  readonly onTick: (task: PlacementTask) => boolean;
  readonly onChoose: (tasks: readonly PlacementTask[], chosen: boolean) => void;
}

/** The head of a group, or a task of it. */
type Line = TaskGroup | PlacementTask;

export function TaskList({ groups, scroller, ...props }: Props) {
  const lines = useMemo(() => groups.flatMap((group): Line[] => [group, ...group.tasks]), [groups]);
  const list = useRef<HTMLUListElement>(null);
  // What is measured of thousands of rows stays theirs for as long as the same rows come in the same order.
  const [stable] = useState(() => stableList<readonly string[]>());
  const keys = useMemo(() => stable(lines.map(({ key }) => key)), [lines, stable]);
  const getItemKey = useCallback((i: number) => keys[i] ?? i, [keys]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: (i) => (isHead(lines[i]) ? 52 : 84),
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
            className={classOf(lines, item.index)}
            style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
          >
            {isHead(line) ? (
              <Head group={line} {...props} />
            ) : (
              <TaskLine
                task={line}
                today={props.today}
                showDay={props.showDay}
                isFresh={props.fresh.has(line.key)}
                chosen={props.chosen === null ? null : props.chosen.has(line.key)}
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

/** The tasks of a group stand in one box. */
function classOf(lines: readonly Line[], i: number): string {
  if (isHead(lines[i])) return styles.headLine ?? '';
  const last = i + 1 === lines.length || isHead(lines[i + 1]);
  return [styles.line, isHead(lines[i - 1]) ? styles.first : '', last ? styles.last : ''].join(' ');
}

function isHead(line: Line | undefined): line is TaskGroup {
  return line !== undefined && 'tasks' in line;
}

function Head({
  group,
  chosen,
  onChoose,
}: Pick<Props, 'chosen' | 'onChoose'> & { readonly group: TaskGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = group.total === 0 ? 0 : group.done / group.total;
  const all = chosen !== null && group.tasks.every((task) => chosen.has(task.key));
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
