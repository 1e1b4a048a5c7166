import { create } from 'zustand';

/** Commands asked for by buttons, menus and keys; one place runs them and says what came of it. */
interface Requests {
  readonly wanted: { readonly id: string; readonly n: number } | null;
}

export const useRequests = create<Requests>(() => ({ wanted: null }));

export function request(id: string): void {
  useRequests.setState((s) => ({ wanted: { id, n: (s.wanted?.n ?? 0) + 1 } }));
}

export function forgetRequest(): void {
  useRequests.setState({ wanted: null });
}
