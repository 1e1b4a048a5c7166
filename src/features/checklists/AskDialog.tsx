/** Asks one thing of some tasks, and says it of all of them in one edit. */
import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useRows, useTimeline } from '../../data/campaign/rows.ts';
import { say, tick } from '../../data/work/acting.ts';
import { usePerson } from '../../data/work/person.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import type { Result } from '../../domain/model/result.ts';
import { daysBetween, parseDay, printDay } from '../../domain/schedule/days.ts';
import { unitsAbove } from '../../domain/unit/units.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useTell } from '../../ui/tell.ts';
import { askNothing, type QUESTIONS, useAsking } from './asking.ts';
import styles from './checklists.module.css';
import { useTaskName } from './taskName.ts';

export function AskDialog({ onSaid }: { readonly onSaid: (told: readonly PlacementTask[]) => void }) {
  const asked = useAsking((s) => s.asked);
  return asked === null ? null : <Form key={asked.what} {...asked} onSaid={onSaid} />;
}

interface FormProps {
  readonly what: (typeof QUESTIONS)[number];
  readonly of: readonly PlacementTask[];
  readonly onSaid: (told: readonly PlacementTask[]) => void;
}

function Form({ what, of, onSaid }: FormProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const name = useTaskName();
  const timeline = useTimeline();
  const [first] = of;
  const [begun] = useState(() => ({
    unitId: first?.said?.assignedUnitId ?? null,
    to: first?.said?.assignedTo ?? '',
    day: first?.due == null ? '' : printDay(first.due),
    note: what === 'cannot' || what === 'early' ? '' : (first?.said?.note ?? ''),
  }));
  const [form, setForm] = useState(begun);
  const [problem, setProblem] = useState<string | null>(null);
  const set = (fields: Partial<typeof form>) => {
    setProblem(null);
    setForm({ ...form, ...fields });
  };
  const done = (result: Result<true>) => {
    if (!tell(result)) return;
    askNothing();
    onSaid(of);
  };
  const send = () => {
    const { unitId, to, note } = form;
    if (what === 'assign')
      return done(say('task.assigned', of, { assignedUnitId: unitId, assignedTo: to.trim() }));
    if (what !== 'due') {
      if (note.trim() === '') return setProblem(t('checklists.reasonWanted'));
      return done(
        what === 'early'
          ? tick(of, note.trim())
          : say('task.cannot', of, { standing: 'cannot', note: note.trim() }),
      );
    }
    const day = parseDay(form.day);
    if (!day.ok) return setProblem(t('checklists.dayUnreadable', { text: form.day }));
    const opening = timeline?.opening ?? null;
    if (opening === null) return setProblem(t('checklists.noOpening'));
    const due = { milestone: 'opening', days: daysBetween(opening, day.value) };
    return done(say('task.due', of, { due, note: note.trim() }));
  };
  return (
    <Dialog
      opened
      onClose={askNothing}
      typed={() => JSON.stringify(form) !== JSON.stringify(begun)}
      title={t(`checklists.ask.${what}`)}
    >
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p>
          {of.length === 1 && first !== undefined
            ? name(first.item)
            : t('checklists.askOf', { count: of.length })}
          {what === 'early' && ` · ${t('checklists.earlyLead')}`}
        </p>
        {what === 'assign' && (
          <>
            <UnitChoice value={form.unitId} onChange={(unitId) => set({ unitId })} />
            <TextInput
              label={t('checklists.person')}
              description={t('checklists.personHint')}
              value={form.to}
              maxLength={200}
              onChange={(event) => set({ to: event.currentTarget.value })}
            />
          </>
        )}
        {what === 'due' && (
          <TextInput
            label={t('checklists.newDay')}
            description={t('checklists.newDayHint')}
            value={form.day}
            error={problem}
            maxLength={20}
            data-autofocus
            onChange={(event) => set({ day: event.currentTarget.value })}
          />
        )}
        {what !== 'assign' && (
          <Textarea
            label={t(what === 'due' ? 'checklists.whyMaybe' : 'checklists.why')}
            value={form.note}
            error={what === 'due' ? null : problem}
            maxLength={2000}
            autosize
            minRows={2}
            {...(what === 'due' ? {} : { 'data-autofocus': true })}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={askNothing}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t(`checklists.say.${what}`)}</Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Units that one may give work to: an officer to the own unit and those below it. */
function UnitChoice(props: {
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const units = useRows('unit');
  const person = usePerson();
  const byId = useCampaign((s) => s.tables.unit);
  const isOffered = (id: string) =>
    person?.role !== 'unit-officer' ||
    id === person.unitId ||
    (person.unitId !== null && unitsAbove(byId, id).includes(person.unitId));
  const data = units
    .filter(({ id }) => isOffered(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
  return (
    <Select
      label={t('checklists.unit')}
      placeholder={t('checklists.unitUsual')}
      data={data}
      value={props.value}
      searchable
      clearable
      onChange={props.onChange}
    />
  );
}
