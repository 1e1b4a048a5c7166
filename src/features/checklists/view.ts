/** How a person looks at the work: remembered on the device, since they come back to it many times a day. */
import { create } from 'zustand';
import type { Grouping } from './groups.ts';

export const SCOPES = ['mine', 'all'] as const;
export const SHOWN = ['open', 'late', 'all'] as const;
export const GROUPINGS = ['day', 'road', 'unit'] as const;

interface WorkView {
  /** Null while nobody chose: what is mine, if anything is. */
  readonly scope: (typeof SCOPES)[number] | null;
  readonly shown: (typeof SHOWN)[number];
  readonly grouping: Grouping;
}

const STORED = 'cohoa.work';

export const useWorkView = create<WorkView>(() => stored());

export function setWorkView(view: Partial<WorkView>): void {
  useWorkView.setState(view);
  localStorage.setItem(STORED, JSON.stringify(useWorkView.getState()));
}

/** What another version left there, or a hand, counts as nothing. */
function stored(): WorkView {
  const view: Record<string, unknown> = {};
  try {
    Object.assign(view, JSON.parse(localStorage.getItem(STORED) ?? '{}'));
  } catch {
    localStorage.removeItem(STORED);
  }
  return {
    scope: SCOPES.find((x) => x === view.scope) ?? null,
    shown: SHOWN.find((x) => x === view.shown) ?? 'open',
    grouping: GROUPINGS.find((x) => x === view.grouping) ?? 'day',
  };
}
