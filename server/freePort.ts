import { createServer } from 'node:net';

/** A port of this machine that nobody listens on, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) done(address.port);
        else failed(new Error('no port'));
      });
    });
  });
}
