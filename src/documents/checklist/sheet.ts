/** What a printed checklist holds, as plain data: made on the page, set into pages by the worker. */

/** Marks that stay apart in black and white; a type of stretch keeps its mark through a sheet. */
export const MARKS = ['dot', 'ring', 'square', 'triangle', 'cross'] as const;
export type MarkShape = (typeof MARKS)[number];

export interface SheetRow {
  /** A number on the strip for a single place, a mark for the positions of a stretch. */
  readonly number: number | null;
  readonly mark: MarkShape | null;
  readonly title: string;
  readonly slogan: string | null;
  readonly details: readonly string[];
  readonly where: readonly string[];
  readonly quantity: number;
  /** Of these, those that were put up already. */
  readonly installed: number;
}

/** A piece of road drawn for the crew, in points of the page: x to the right along the road, y down. */
export interface Strip {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly line: readonly (readonly [number, number])[];
  readonly positions: readonly {
    readonly mark: MarkShape;
    /** How many stand here; where they stand closer than one can see, fewer are drawn. */
    readonly count: number;
    readonly points: readonly (readonly [number, number])[];
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
    readonly bridge: boolean;
  }[];
  /** Direction of north, degrees clockwise from up. */
  readonly north: number;
  /** Length of one kilometre, in points. */
  readonly kilometre: number;
}

export interface SheetPart {
  readonly title: string;
  readonly caption: string;
  readonly strips: readonly Strip[];
  readonly rows: readonly SheetRow[];
  readonly total: string;
}

export interface Sheet {
  readonly kind: 'state' | 'party';
  readonly parentBody: string;
  readonly organisingBody: string;
  readonly title: string;
  readonly subtitle: string;
  readonly dueLine: string;
  /** What is still to be put up, where something of the sheet is up already. */
  readonly leftLine: string | null;
  readonly parts: readonly SheetPart[];
  /** Of all parts together; null when there is one only. */
  readonly total: string | null;
  readonly year: string;
  readonly place: string;
  readonly footer: string;
  /** Opens the road in the app. */
  readonly link: string;
}
