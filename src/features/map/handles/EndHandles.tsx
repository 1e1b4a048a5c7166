/** The ends of the selected stretch, or of the one being drawn, as markers that can be dragged along their road. */

import { commitSeen } from '../../../data/campaign.ts';
import { askDraft } from '../../../data/checks/findings.ts';
import { setOp, whereOf } from '../../../data/commands/chosen.ts';
import { useRow } from '../../../data/hooks.ts';
import { may } from '../../../data/may.ts';
import { changeDraft, useWorkbench } from '../../../data/workbench.ts';
import type { Placement } from '../../../domain/model/entities/placement.ts';
import type { Result } from '../../../domain/model/result.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { useTell } from '../../../ui/tell.ts';
import { RoadHandle } from './RoadHandle.tsx';

export function EndHandles() {
  const draft = useWorkbench((s) => s.draft);
  const selected = useWorkbench((s) => s.selected);
  const dragged = useWorkbench((s) => s.dragged);
  const tell = useTell();
  const row = useRow('placement', selected);
  const placement = row !== undefined && dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  if (draft !== null) return <DraftHandles />;
  if (row === undefined || placement?.roadId == null || placement.from === null) return null;
  const drag = (chainage: number, which: 'from' | 'to') => {
    useWorkbench.setState({ dragged: { id: row.id, fields: { [which]: chainage } } });
    askDraft({ ...row, [which]: chainage }, row.id);
  };
  const drop = (which: 'from' | 'to') => {
    const { dragged: now } = useWorkbench.getState();
    useWorkbench.setState({ dragged: null });
    askDraft(null, row.id);
    const value = now?.fields[which];
    if (typeof value === 'number' && value !== row[which]) tell(commitMove(row, which, value));
  };
  const allowed = may.plan([row]);
  return (
    <>
      {(['from', 'to'] as const).map((which) => {
        const chainage = placement[which];
        if (chainage === null || (which === 'to' && placement.rule === null)) return null;
        return (
          <RoadHandle
            key={which}
            roadId={placement.roadId as Id}
            chainage={chainage}
            draggable={allowed}
            ownId={row.id}
            onDrag={(c) => drag(c, which)}
            onDrop={() => drop(which)}
          />
        );
      })}
    </>
  );
}

/** An end dragged past the other changes places with it: a stretch always runs with the chainage. */
function commitMove(row: Placement, which: 'from' | 'to', value: number): Result<unknown> | null {
  const ends = which === 'from' ? [value, row.to ?? value] : [row.from ?? value, value];
  const fields = row.rule === null ? { from: value } : { from: Math.min(...ends), to: Math.max(...ends) };
  if (row.rule !== null && ends[0] === ends[1]) return null;
  const note = { code: 'placement.moved', params: { where: whereOf({ ...row, ...fields }) } };
  return commitSeen(note, [setOp(row, fields)], [row]);
}

function DraftHandles() {
  const draft = useWorkbench((s) => s.draft);
  if (draft?.roadId == null) return null;
  const { roadId, from, to, stage } = draft;
  return (
    <>
      {from !== null && (
        <RoadHandle
          roadId={roadId}
          chainage={from}
          draggable={stage === 'done'}
          onDrag={(c) => changeDraft({ from: c })}
          onDrop={() => {}}
        />
      )}
      {to !== null && stage === 'done' && (
        <RoadHandle
          roadId={roadId}
          chainage={to}
          draggable
          onDrag={(c) => changeDraft({ to: c })}
          onDrop={() => {}}
        />
      )}
    </>
  );
}
