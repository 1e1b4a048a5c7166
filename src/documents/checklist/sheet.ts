/** What a printed checklist holds, as plain data: made on the page, set into pages by the worker. */

/** Marks that stay apart in black and white; a type of stretch keeps its mark through a sheet. */
export const MARKS = ['dot', 'ring', 'square', 'triangle', 'cross'] as const;
export type MarkShape = (typeof MARKS)[number];

/** A stretch as a bar, to be hatched as far as one has come: a box to tick for every kilometre, or half of one. */
export interface Bar {
  /** Where its cells meet and end, as shares of its length, with the chainage written there; one more than cells. */
  readonly borders: readonly { readonly at: number; readonly label: string }[];
  readonly cells: readonly { readonly quantity: number; readonly done: number }[];
  /** One lane a side; what is done already, as shares of the length. */
  readonly lanes: readonly {
    readonly side: -1 | 0 | 1;
    readonly done: readonly (readonly [number, number])[];
  }[];
}

export interface SheetRow {
  /** A number on the strip for a single place, a mark for the positions of a stretch. */
  readonly number: number | null;
  readonly mark: MarkShape | null;
  readonly title: string;
  readonly slogan: string | null;
  readonly details: readonly string[];
  readonly where: readonly string[];
  readonly quantity: number;
  /** Of these, those that are done already. */
  readonly done: number;
  readonly bar: Bar | null;
}

type Point = readonly [number, number];

/** A piece of road, or a small map, drawn for the crew, in points of the page: x to the right, y down. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  /** The road that is dressed; empty on a map. */
  readonly line: readonly Point[];
  /** Other roads, by which one finds one's way. */
  readonly others: readonly (readonly Point[])[];
  readonly positions: readonly {
    readonly mark: MarkShape;
    /** How many stand here; where they stand closer than one can see, fewer are drawn. */
    readonly count: number;
    readonly points: readonly Point[];
    /** Those of which the work is done. */
    readonly done: readonly Point[];
  }[];
  /** Numbered places; those for which there is no room of their own share one. */
  readonly places: readonly { readonly numbers: readonly number[]; readonly x: number; readonly y: number }[];
  readonly posts: readonly {
    readonly x: number;
    readonly y: number;
    readonly nx: number;
    readonly ny: number;
    readonly label: string;
  }[];
  readonly features: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly shape: 'bridge' | 'cross' | 'none';
  }[];
  /** Direction of north, degrees clockwise from up. */
  readonly north: number;
  /** Length of one kilometre, in points. */
  readonly kilometre: number;
}

/** What a mark on a strip says. */
export interface LegendEntry {
  readonly mark: MarkShape | 'done' | 'place';
  readonly text: string;
}

/** A strip and its rows. */
export interface SheetPart {
  /** The road, where its first strip begins. */
  readonly heading: string | null;
  /** From where to where on the road; null where the heading says it all. */
  readonly title: string | null;
  readonly strip: Strip | null;
  readonly legend: readonly LegendEntry[];
  readonly caption: string;
  readonly rows: readonly SheetRow[];
  readonly total: string;
}

/** A thing to be taken from the store, or brought back to it. */
export interface Load {
  readonly name: string;
  readonly quantity: number;
}

export interface Sheet {
  readonly kind: 'state' | 'party';
  readonly parentBody: string;
  readonly organisingBody: string;
  readonly title: string;
  readonly subtitle: string;
  readonly dueLine: string;
  readonly leftLine: string;
  readonly work: 'install' | 'take-down';
  /** To be taken along, or brought back. */
  readonly loads: readonly Load[];
  readonly parts: readonly SheetPart[];
  /** Of all parts together; null when there is one only. */
  readonly total: string | null;
  readonly year: string;
  readonly place: string;
  /** On every page: which sheet it is, and of when. */
  readonly footer: readonly [string, string];
  readonly link: { readonly url: string; readonly words: string };
}
