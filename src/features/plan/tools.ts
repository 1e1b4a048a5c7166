/** The tools of the Plan screen, each one object: toolbar, keys and tests read this list. */
import { type Icon, IconMapPin, IconPointer, IconRoute } from '@tabler/icons-react';
import { useCampaign } from '../../data/campaign.ts';
import { startTool, type Tool, useWorkbench } from '../../data/workbench.ts';

interface ToolCommand {
  readonly id: Tool;
  readonly icon: Icon;
  readonly key: string;
  readonly available: () => boolean;
  readonly run: () => void;
}

function firstType(layout: 'stretch' | 'point') {
  return [...useCampaign.getState().tables.assetType.values()].find((t) => t.layout === layout);
}

export const TOOLS: readonly ToolCommand[] = [
  {
    id: 'select',
    icon: IconPointer,
    key: 'V',
    available: () => true,
    run: () => startTool('select', undefined),
  },
  {
    id: 'stretch',
    icon: IconRoute,
    key: 'D',
    available: () => firstType('stretch') !== undefined,
    run: () => startTool('stretch', firstType('stretch')),
  },
  {
    id: 'point',
    icon: IconMapPin,
    key: 'P',
    available: () => firstType('point') !== undefined,
    run: () => startTool('point', firstType('point')),
  },
];

/** Esc steps back: from a settled draft to its start, from a started one to none, from a tool to selecting. */
export function stepBack(): void {
  const { tool, draft } = useWorkbench.getState();
  if (tool === 'select' || draft === null) {
    useWorkbench.setState({ selected: null, tool: 'select', draft: null });
    return;
  }
  if (draft.stage === 'start') startTool('select', undefined);
  else
    useWorkbench.setState({
      draft: { ...draft, stage: 'start', roadId: null, from: null, to: null, coordinate: null },
    });
}
