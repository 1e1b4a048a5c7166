/** What a backup has against it, as a code that screens and command line put into words (`reason.backup.…`). */
export class BackupFault extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: string, params: BackupFault['params'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
