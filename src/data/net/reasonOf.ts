import { NoAnswer, PageOutdated, Refusal, ServerFailed } from './http.ts';

/** What a failed request has to say to the person; anything that is no answer of the server is a fault of ours. */
export function reasonOf(error: unknown): {
  code: string;
  params?: Readonly<Record<string, string | number>>;
  /** The field at fault, where one is. */
  field?: string | undefined;
} {
  if (error instanceof Refusal) return { code: error.code, params: error.params, field: error.field };
  if (error instanceof NoAnswer) return { code: 'no-answer' };
  if (error instanceof ServerFailed) return { code: 'server.failed' };
  if (error instanceof PageOutdated) return { code: 'page.outdated' };
  throw error;
}
