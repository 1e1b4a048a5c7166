/** The panel at the side of the map: the tool in hand, or what is selected. */

import type { AreaDraft, FeatureDraft, RoadDraft } from '../../data/workbench/drafts.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Draft } from '../../domain/plan/draft.ts';
import { DraftPanel } from '../../features/plan/DraftPanel.tsx';
import { AreaPanel } from '../../features/plan/ground/AreaPanel.tsx';
import { FeaturePanel } from '../../features/plan/ground/FeaturePanel.tsx';
import { GroundInspector } from '../../features/plan/ground/GroundInspector.tsx';
import { MeasurePanel } from '../../features/plan/ground/MeasurePanel.tsx';
import { Inspector } from '../../features/plan/Inspector.tsx';
import { RoadDraftPanel } from '../../features/plan/road/RoadDraftPanel.tsx';
import { RoadInspector } from '../../features/plan/road/RoadInspector.tsx';
import { SelectionPanel } from '../../features/plan/SelectionPanel.tsx';

export type Panel =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'feature'; readonly draft: FeatureDraft }
  | { readonly kind: 'area'; readonly draft: AreaDraft }
  | { readonly kind: 'road'; readonly draft: RoadDraft }
  | { readonly kind: 'measure' | 'ground' | 'roads' }
  | { readonly kind: 'placements'; readonly rows: readonly Placement[] };

export function SidePanel({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'draft':
      return <DraftPanel draft={panel.draft} />;
    case 'feature':
      return <FeaturePanel draft={panel.draft} />;
    case 'area':
      return <AreaPanel draft={panel.draft} />;
    case 'road':
      return <RoadDraftPanel draft={panel.draft} />;
    case 'roads':
      return <RoadInspector />;
    case 'measure':
      return <MeasurePanel />;
    case 'ground':
      return <GroundInspector />;
    case 'placements': {
      const [only, ...others] = panel.rows;
      if (only === undefined) return null;
      return others.length === 0 ? <Inspector row={only} /> : <SelectionPanel rows={panel.rows} />;
    }
  }
}
