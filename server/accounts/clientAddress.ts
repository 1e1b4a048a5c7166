import { isIP } from 'node:net';

/** Where the server puts the address of the client, in place of whatever came from outside. */
export const CLIENT_ADDRESS = 'x-cohoa-client';

/**
 * The address in what a socket or a proxy says, without a port: `10.0.0.7:51512`, `[2001:db8::1]:443`, `::ffff:10.0.0.7`.
 * Of an IPv6 address the network of one customer (/64) counts, since anyone has billions inside it. What is no address
 * is one and the same for all.
 */
export function addressOf(text: string): string {
  const bare = withoutPort(text.trim());
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined && isIP(mapped) === 4) return mapped;
  const version = isIP(bare);
  if (version === 6) return networkOf(bare);
  return version === 4 ? bare : 'unknown';
}

function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

/** The first four of the eight groups. */
function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  // A dotted tail stands for two groups, of the other half.
  const [head = '', tail] = plain.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const before = groups(head);
  const after = groups(tail);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after];
  const network = all.slice(0, 4).map((group) => group.toLowerCase().padStart(4, '0'));
  // Written out like the library writes the address of a session.
  return [...network, '0000', '0000', '0000', '0000'].join(':');
}
