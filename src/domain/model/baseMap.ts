const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
/**
 * A real host. Tile servers share their load under several names: {s} stands for the first label, and what follows it
 * has two at least, since every name below it will be let in.
 */
const HOST = new RegExp(`^(\\{s\\}\\.${LABEL}(\\.${LABEL})+|${LABEL}(\\.${LABEL})*)$`, 'i');

/**
 * Whether a map can ask for tiles under an address: it is one, and nothing is still to be filled in but the figures of a
 * tile («?key={apikey}» is a key that somebody forgot).
 */
export function isTileUrl(text: string): boolean {
  return isTileAddress(text) && !/[{}]/.test(text.replace(/\{[szxyr]\}/g, ''));
}

/**
 * Whether a text may be kept as the address of map tiles: over http or https, from one real host (a private one may be),
 * with the three figures of a tile behind it, and nothing in it that could end the list of allowed servers in which it
 * will stand, or let every server in. Some that are kept cannot be asked (`isTileUrl`): they are shown as such.
 */
export function isTileAddress(text: string): boolean {
  const parts =
    /^https?:\/\/(?<host>[^/:]+|\[[0-9a-f:.]+\])(?<port>:\d{1,5})?(?<path>\/[^\s'"<>;,*]*)$/i.exec(text);
  const { host = '', port = '', path = '' } = parts?.groups ?? {};
  const real = host.startsWith('[') ? URL.canParse(`http://${host}`) : HOST.test(host);
  return (
    real && Number(port.slice(1)) <= 65_535 && ['{z}', '{x}', '{y}'].every((part) => path.includes(part))
  );
}

/**
 * The one that is offered ready to use. Its tile policy (operations.osmfoundation.org/policies/tiles) asks for this
 * address, a visible credit, and requests that say where they come from; none is loaded in store.
 */
export const OPEN_STREET_MAP = {
  name: 'OpenStreetMap',
  url: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap contributors',
};
