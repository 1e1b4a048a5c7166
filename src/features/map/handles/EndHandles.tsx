/** The ends of the selected stretch, or of the one being drawn, as markers that can be dragged along their road. */

import { may } from '../../../data/campaign/may.ts';
import { useRow } from '../../../data/campaign/rows.ts';
import { draftEndDrag, endDrag } from '../../../data/gestures/ends.ts';
import { useDrafts } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { RoadHandle } from './RoadHandle.tsx';

export function EndHandles() {
  const draft = useDrafts((s) => s.draft);
  const selected = useOnlySelected('placement')?.id ?? null;
  const dragged = useDrafts((s) => s.dragged);
  const row = useRow('placement', selected);
  const placement = row !== undefined && dragged?.id === row.id ? { ...row, ...dragged.fields } : row;
  if (draft !== null) return <DraftHandles />;
  if (row === undefined || placement?.roadId == null || placement.from === null) return null;
  const { roadId } = placement;
  const allowed = may.plan([row]);
  return (['from', 'to'] as const).map((which) => {
    const chainage = placement[which];
    if (chainage === null || (which === 'to' && placement.rule === null)) return null;
    return (
      <RoadHandle
        key={which}
        roadId={roadId}
        chainage={chainage}
        ownId={row.id}
        begin={allowed ? () => endDrag(row, which) : null}
      />
    );
  });
}

function DraftHandles() {
  const draft = useDrafts((s) => s.draft);
  if (draft?.roadId == null) return null;
  const { roadId, from, to, stage } = draft;
  const done = stage === 'done';
  return (
    <>
      {from !== null && (
        <RoadHandle roadId={roadId} chainage={from} begin={done ? () => draftEndDrag('from', from) : null} />
      )}
      {to !== null && done && (
        <RoadHandle roadId={roadId} chainage={to} begin={() => draftEndDrag('to', to)} />
      )}
    </>
  );
}
