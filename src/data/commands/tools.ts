/** The tools of the Plan screen. */

import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign.ts';
import { may } from '../may.ts';
import { startTool, type Tool, useWorkbench } from '../workbench.ts';

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
    () => startTool('stretch', firstType('stretch')),
  ),
  tool(
    'point',
    'pin',
    'P',
    () => may.add('placement') && firstType('point') !== undefined,
    () => startTool('point', firstType('point')),
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
];

/** Esc steps back: from a settled draft to its start, from a started one to none, from a tool to selecting. */
export function stepBack(): void {
  const s = useWorkbench.getState();
  if (s.picking !== null) {
    useWorkbench.setState({ picking: null });
    return;
  }
  if (s.position !== null) {
    useWorkbench.setState({ position: null });
    return;
  }
  if (s.draft !== null && s.draft.stage !== 'start') {
    useWorkbench.setState({
      draft: { ...s.draft, stage: 'start', roadId: null, from: null, to: null, coordinate: null },
    });
    return;
  }
  if (s.areaDraft !== null && s.areaDraft.corners.length > 0) {
    useWorkbench.setState({ areaDraft: { ...s.areaDraft, corners: s.areaDraft.corners.slice(0, -1) } });
    return;
  }
  if (s.featureDraft !== null && s.featureDraft.from !== null) {
    useWorkbench.setState({
      featureDraft: { ...s.featureDraft, roadId: null, from: null, to: null, says: null },
    });
    return;
  }
  if (s.measured.length > 0) {
    useWorkbench.setState({ measured: s.measured.slice(0, -1) });
    return;
  }
  startTool('select');
}
