import type { ErrorAnswer } from './contract/answers.ts';
import type { Conflict } from './contract/edits.ts';

interface Detail {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** Path of the field at fault, e.g. `ops.0.fields.spacing`. */
  readonly field?: string | undefined;
  readonly conflicts?: readonly Conflict[] | undefined;
  /** What it was made of, for the log. */
  readonly cause?: unknown;
}

/** A refusal on its way to the client: a status, and a code that the interface puts into words. */
export class ApiError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly code: string;
  readonly detail: Detail;

  constructor(status: ApiError['status'], code: string, detail: Detail = {}) {
    super(code, detail.cause === undefined ? {} : { cause: detail.cause });
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  answer(): ErrorAnswer {
    const { params, field, conflicts } = this.detail;
    return {
      error: {
        code: this.code,
        ...(params === undefined ? {} : { params: { ...params } }),
        ...(field === undefined ? {} : { field }),
      },
      ...(conflicts === undefined ? {} : { conflicts: [...conflicts] }),
    };
  }
}
