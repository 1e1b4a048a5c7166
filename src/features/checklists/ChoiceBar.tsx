/** What can be done with the tasks that are chosen: each button says how many of them it is for. */
import { Button } from '@mantine/core';
import { IconCalendar, IconCheck, IconUser } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { maySay, mayTick, tick, wantsReason } from '../../data/work/acting.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import { useFormat } from '../../ui/format.ts';
import { useTell } from '../../ui/tell.ts';
import { ask } from './asking.ts';
import styles from './checklists.module.css';

interface Props {
  readonly tasks: readonly PlacementTask[];
  readonly onEnd: () => void;
  readonly onDone: (ticked: readonly PlacementTask[]) => void;
}

/** Ops of one edit: the server takes no more. */
const MOST = 5000;

export function ChoiceBar({ tasks, onEnd, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const { ticks, says } = useMemo(() => {
    const open = tasks.filter((task) => task.done === undefined);
    return { ticks: open.filter(mayTick).slice(0, MOST), says: open.filter((x) => maySay(x)).slice(0, MOST) };
  }, [tasks]);
  const early = ticks.some(wantsReason);
  return (
    <div className={styles.choice} role="toolbar" aria-label={t('checklists.several')}>
      <span>{t('checklists.chosen', { n: format.number(tasks.length) })}</span>
      <Button
        disabled={ticks.length === 0}
        leftSection={<IconCheck size={17} aria-hidden />}
        onClick={() => {
          if (early) return ask('early', ticks);
          if (tell(tick(ticks))) onDone(ticks);
        }}
      >
        {t('checklists.tickAll', { n: format.number(ticks.length) })}
      </Button>
      <Button
        variant="default"
        disabled={says.length === 0}
        leftSection={<IconUser size={17} aria-hidden />}
        onClick={() => ask('assign', says)}
      >
        {t('checklists.ask.assign')}
      </Button>
      <Button
        variant="default"
        disabled={says.length === 0}
        leftSection={<IconCalendar size={17} aria-hidden />}
        onClick={() => ask('due', says)}
      >
        {t('checklists.ask.due')}
      </Button>
      <Button variant="subtle" color="gray" onClick={onEnd}>
        {t('checklists.endChoice')}
      </Button>
    </div>
  );
}
