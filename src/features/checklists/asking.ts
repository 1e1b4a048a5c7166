/** What is being asked of some tasks: who is to do them, another day, why they cannot be done. */
import { create } from 'zustand';
import type { PlacementTask } from '../../domain/checklist/task.ts';

export const QUESTIONS = ['assign', 'due', 'cannot', 'early'] as const;

interface Asking {
  readonly asked: { readonly what: (typeof QUESTIONS)[number]; readonly of: readonly PlacementTask[] } | null;
}

export const useAsking = create<Asking>(() => ({ asked: null }));

export function ask(what: (typeof QUESTIONS)[number], of: readonly PlacementTask[]): void {
  useAsking.setState({ asked: { what, of } });
}

export function askNothing(): void {
  useAsking.setState({ asked: null });
}
