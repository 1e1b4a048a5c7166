/** Reading what was kept under an earlier protocol: rare, so it is loaded where there is some of it. */
type Upcast = typeof import('../../domain/edit/upcast.ts');

let loaded: Upcast | null = null;

/** Fails where the network is needed for it and gone. */
export async function loadUpcast(): Promise<Upcast> {
  loaded ??= await import('../../domain/edit/upcast.ts');
  return loaded;
}

/** Null as long as nobody has loaded it. */
export function upcastNow(): Upcast | null {
  return loaded;
}
