/** The tools of the Plan screen. */

import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { may } from '../campaign/may.ts';
import { startTool } from '../workbench/choose.ts';
import type { Tool } from '../workbench/drafts.ts';
import {
  backInRoad,
  changeAreaDraft,
  changeDraft,
  changeFeatureDraft,
  setMeasured,
  setPicking,
  useDrafts,
} from '../workbench/drafts.ts';
import { onlySelected, selectPosition, useSelection } from '../workbench/selection.ts';

import type { PlainCommand } from './command.ts';

function firstType(layout: AssetType['layout']): AssetType | undefined {
  return [...useCampaign.getState().tables.assetType.values()].find((t) => t.layout === layout);
}

function tool(id: Tool, icon: string, key: string, ready: () => boolean, start: () => void): PlainCommand {
  return {
    id: `tool.${id}`,
    icon,
    key,
    group: 'tool',
    available: ready,
    run: () => {
      start();
      return ok(null);
    },
  };
}

/** Begins on the road that is selected, if one is. */
function startOnRoad(id: 'stretch' | 'point'): void {
  const road = onlySelected('road');
  startTool(id, firstType(id));
  if (road !== null) changeDraft({ roadId: road.id });
}

const hasRoads = () => useCampaign.getState().tables.road.size > 0;

export const TOOL_COMMANDS: readonly PlainCommand[] = [
  tool(
    'select',
    'pointer',
    'V',
    () => true,
    () => startTool('select'),
  ),
  tool(
    'stretch',
    'route',
    'D',
    () => may.add('placement') && firstType('stretch') !== undefined,
    () => startOnRoad('stretch'),
  ),
  tool(
    'point',
    'pin',
    'P',
    () => may.add('placement') && firstType('point') !== undefined,
    () => startOnRoad('point'),
  ),
  tool(
    'set',
    'layers-linked',
    'B',
    () => may.add('placement') && useCampaign.getState().tables.dressingSet.size > 0,
    () => {
      const [first] = useCampaign.getState().tables.dressingSet.values();
      startTool('set', firstType('stretch') ?? firstType('point'), first?.id ?? null);
    },
  ),
  tool(
    'measure',
    'ruler',
    'M',
    () => true,
    () => startTool('measure'),
  ),
  tool(
    'lasso',
    'lasso',
    'L',
    () => true,
    () => startTool('lasso'),
  ),
  tool(
    'feature',
    'bridge',
    'F',
    () => may.add('roadFeature') && hasRoads(),
    () => startTool('feature'),
  ),
  tool(
    'area',
    'area',
    'N',
    () => may.add('noGoArea'),
    () => startTool('area'),
  ),
  tool(
    'road',
    'road',
    'W',
    () => may.add('road'),
    () => startTool('road'),
  ),
];

/** Esc steps back: from a settled draft to its start, from a started one to none, from a tool to selecting. */
export function stepBack(): void {
  const { picking, draft, areaDraft, featureDraft, measured } = useDrafts.getState();
  if (picking !== null) setPicking(null);
  else if (useSelection.getState().position !== null) selectPosition(null);
  else if (draft !== null && draft.stage !== 'start')
    changeDraft({ stage: 'start', roadId: null, from: null, to: null, coordinate: null });
  else if (areaDraft !== null && areaDraft.corners.length > 0)
    changeAreaDraft({ corners: areaDraft.corners.slice(0, -1) });
  else if (backInRoad()) return;
  else if (featureDraft !== null && featureDraft.from !== null)
    changeFeatureDraft({ roadId: null, from: null, to: null, says: null });
  else if (measured.length > 0) setMeasured(measured.slice(0, -1));
  else startTool('select');
}
