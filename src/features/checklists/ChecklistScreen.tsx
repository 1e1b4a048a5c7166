/** The work: what is one's own first, in the order that the person asks for; late things cannot be overlooked. */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { todayOf, useCampaignRow, useRow } from '../../data/campaign/rows.ts';
import { useMembership } from '../../data/net/session.ts';
import { tick, untick, wantsReason } from '../../data/work/acting.ts';
import { useMine } from '../../data/work/person.ts';
import { useTasks } from '../../data/work/tasks.ts';
import { type PlacementTask, standingOf } from '../../domain/checklist/task.ts';
import { useFormat } from '../../ui/format.ts';
import { useTell } from '../../ui/tell.ts';
import { AskDialog } from './AskDialog.tsx';
import { ask } from './asking.ts';
import { ChoiceBar } from './ChoiceBar.tsx';
import styles from './checklists.module.css';
import { isShown } from './shown.ts';
import { setWorkView, useWorkView } from './view.ts';
import { WorkControls } from './WorkControls.tsx';
import { type Wanted, WorkList } from './WorkList.tsx';

const NOTHING: ReadonlySet<string> = new Set();
/** Milliseconds within which two taps on one row are one. */
const DOUBLE_TAP_MS = 700;

export function ChecklistScreen({ onPrint }: { readonly onPrint: () => void }) {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  const [all, mine] = [useTasks(), useMine()];
  const view = useWorkView();
  const scope = view.scope ?? (mine.length > 0 ? 'mine' : 'all');
  const tasks = scope === 'mine' ? mine : all;
  const { shown, grouping } = view;
  const [fresh, setFresh] = useState(NOTHING);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  // A state: the list is put into it once it is there.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const today = campaign === undefined ? '' : todayOf(campaign);
  const wanted = useMemo(
    (): Wanted => ({ tasks, scope, shown, grouping, fresh }),
    [tasks, scope, shown, grouping, fresh],
  );
  // Thousands of rows are put in order between two presses, not within one; nor within the step to this screen.
  const deferred = useDeferredValue<Wanted | null>(wanted, null);
  const onTick = useTicking(setFresh);
  const choose = useCallback(
    (some: readonly PlacementTask[], on: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const task of some)
          if (on) next.add(task.key);
          else next.delete(task.key);
        return next;
      }),
    [],
  );
  const chosenTasks = useMemo(
    () => (chosen === null ? [] : tasks.filter((task) => chosen.has(task.key))),
    [tasks, chosen],
  );
  return (
    <main className={styles.screen} ref={setScroller}>
      <header className={styles.head}>
        <div>
          <h1>{t(`checklists.title.${scope}`)}</h1>
          <Lead tasks={tasks} today={today} />
        </div>
        <WorkControls
          mine={mine.length}
          scope={scope}
          choosing={chosen !== null}
          onView={(change) => {
            setFresh(NOTHING);
            setWorkView(change);
          }}
          onChoose={() => setChosen(chosen === null ? NOTHING : null)}
          onPrint={onPrint}
        />
      </header>
      <OwnWork />
      <WorkList
        wanted={deferred}
        today={today}
        some={all.length > 0}
        chosen={chosen}
        scroller={scroller}
        onTick={onTick}
        onChoose={choose}
      />
      {chosen !== null && (
        <ChoiceBar
          tasks={chosenTasks}
          onEnd={() => setChosen(null)}
          onDone={(ticked) => {
            setFresh((before) => new Set([...before, ...ticked.map(({ key }) => key)]));
            setChosen(NOTHING);
          }}
        />
      )}
      <AskDialog
        onSaid={(told) => {
          setFresh((before) => new Set([...before, ...told.map(({ key }) => key)]));
          if (chosen !== null) setChosen(NOTHING);
        }}
      />
    </main>
  );
}

function Lead({ tasks, today }: { readonly tasks: readonly PlacementTask[]; readonly today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, late, cannot } = useMemo(() => {
    const counts = { open: 0, late: 0, cannot: 0 };
    for (const task of tasks) {
      if (isShown(task, 'open', today)) counts.open++;
      const standing = standingOf(task, today);
      if (standing === 'late' || standing === 'cannot') counts[standing]++;
    }
    return counts;
  }, [tasks, today]);
  if (tasks.length === 0) return null;
  return (
    <p>
      {t('checklists.lead', { count: open, n: format.number(open) })}{' '}
      <strong className={late > 0 ? styles.late : undefined}>
        {late > 0
          ? t('checklists.leadLate', { count: late, n: format.number(late) })
          : t('checklists.noLate')}
      </strong>{' '}
      {cannot > 0 && t('checklists.leadCannot', { count: cannot, n: format.number(cannot) })}
    </p>
  );
}

/** Whose tasks one may tick, said once above them: a box that is grey says it too when it is looked at. */
function OwnWork() {
  const { t } = useTranslation();
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const member = useMembership(campaignId);
  const unit = useRow('unit', member?.unitId ?? null);
  if (member === null || member.role === 'admin' || member.role === 'planner') return null;
  return (
    <p className={styles.ownWork}>
      {member.role === 'unit-officer'
        ? t('checklists.ownUnit', { unit: unit?.name ?? '' })
        : t('checklists.readOnly', { role: t(`role.${member.role}`) })}
    </p>
  );
}

/** Ticks a task or takes the tick back; either can be undone. What comes before its time wants a reason first. */
function useTicking(
  setFresh: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
): (task: PlacementTask) => boolean {
  const tell = useTell();
  const last = useRef({ key: '', at: 0 });
  return useCallback(
    (task) => {
      const key = task.key;
      const at = performance.now();
      // The second half of a double tap.
      if (last.current.key === key && at - last.current.at < DOUBLE_TAP_MS) return false;
      last.current = { key, at };
      if (wantsReason(task)) {
        ask('early', [task]);
        return false;
      }
      const taken = tell(task.done === undefined ? tick([task]) : untick(task));
      if (taken) setFresh((before) => new Set(before).add(key));
      return taken;
    },
    [tell, setFresh],
  );
}
