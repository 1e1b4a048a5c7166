/** Copies of everything that the database holds, as the API asks for them. */
export interface Backups {
  /**
   * One as it is at this moment, gzipped, and how many rows it has. `whole` is called when all of it was told. Throws 409
   * `backup.busy` while another one is being told.
   */
  begin(
    whole: () => Promise<void>,
  ): Promise<{ readonly rows: number; readonly body: ReadableStream<Uint8Array> }>;
}
