/** Why an account cannot be made or changed as asked: a code for the screens, a sentence for the command line. */
export class AccountFault extends Error {
  readonly code: string;
  readonly field: string;
  readonly params: Readonly<Record<string, number>>;

  constructor(code: string, field: string, sentence: string, params: Readonly<Record<string, number>> = {}) {
    super(sentence);
    this.code = code;
    this.field = field;
    this.params = params;
  }
}
