/** The work that is wanted, in groups, or why there is none. */
import { Button, Loader } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTasksKnown } from '../../data/work/tasks.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import styles from './checklists.module.css';
import { type Grouping, groupsOf } from './groups.ts';
import { isShown } from './shown.ts';
import { TaskList } from './TaskList.tsx';
import { useTaskWords } from './taskWords.ts';
import { type SCOPES, type SHOWN, setWorkView } from './view.ts';

/** What the list is made of: it may lag behind the controls by the time that thousands of rows take. */
export interface Wanted {
  readonly tasks: readonly PlacementTask[];
  readonly scope: (typeof SCOPES)[number];
  readonly shown: (typeof SHOWN)[number];
  readonly grouping: Grouping;
  /** What was ticked here since the list was opened. */
  readonly fresh: ReadonlySet<string>;
}

interface Props {
  /** Null for a moment, at first. */
  readonly wanted: Wanted | null;
  readonly today: string;
  /** Whether there is work at all, of whomever. */
  readonly some: boolean;
  /** Null while rows are ticked and not chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly scroller: HTMLElement | null;
  readonly onTick: (task: PlacementTask) => boolean;
  readonly onChoose: (tasks: readonly PlacementTask[], chosen: boolean) => void;
}

const NOTHING_YET: Omit<Wanted, 'scope'> = { tasks: [], shown: 'all', grouping: 'day', fresh: new Set() };

export const WorkList = memo(function WorkList({ wanted, some, scroller, ...props }: Props) {
  const { today } = props;
  const { tasks, shown, grouping, fresh } = wanted ?? NOTHING_YET;
  const words = useTaskWords();
  const groups = useMemo(() => {
    // What was just ticked stays where it is: the next tap must not meet the row that has come into its place.
    const isWanted = (task: PlacementTask) =>
      shown === 'all' || isShown(task, shown, today) || (fresh.size > 0 && fresh.has(task.key));
    return groupsOf(tasks, isWanted, grouping, words);
  }, [tasks, today, shown, grouping, words, fresh]);
  if (wanted === null) return <Working />;
  if (groups.length === 0) return <Empty wanted={wanted} some={some} />;
  if (scroller === null) return null;
  return (
    <TaskList groups={groups} showDay={grouping !== 'day'} fresh={fresh} scroller={scroller} {...props} />
  );
});

function Working() {
  const { t } = useTranslation();
  return (
    <p className={styles.empty}>
      <Loader size={18} /> {t('checklists.working')}
    </p>
  );
}

function Empty({
  wanted: { tasks, scope, shown },
  some,
}: {
  readonly wanted: Wanted;
  readonly some: boolean;
}) {
  const { t } = useTranslation();
  if (!useTasksKnown()) return <Working />;
  const own = tasks.length > 0;
  const others = scope === 'mine' && some;
  return (
    <div className={styles.empty}>
      <p>
        {own && <IconCheck size={20} aria-hidden />}{' '}
        {t(`checklists.empty.${own ? shown : others ? 'mine' : 'all'}`)}
      </p>
      {!own && others && (
        <Button variant="default" onClick={() => setWorkView({ scope: 'all' })}>
          {t('checklists.seeAll')}
        </Button>
      )}
    </div>
  );
}
