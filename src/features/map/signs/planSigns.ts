/** What is planned, as signs: single things with their spots, and findings of stretches. */
import type { Mark } from '../../../domain/checks/finding.ts';
import type { Id } from '../../../domain/model/rows.ts';
import type { Spot } from '../../../ui/map/placing.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import { MARK } from '../../../ui/symbols/sprites.ts';
import { type Batch, DRAFT } from '../layers/batch.ts';
import { type MapSign, type PointSign, RANK } from './mapSign.ts';
import { groupPoints, naturalPlace, type PointGroup, pointBox } from './points.ts';
import { shownAt } from './ranges.ts';
import { roundAbout, STATE, spotAt } from './spots.ts';

export interface Plan {
  readonly batches: readonly Batch[];
  /** What passes the filter; null: everything. */
  readonly matching: ReadonlySet<Id> | null;
  readonly selected: ReadonlySet<Id>;
  readonly marks: ReadonlyMap<Id, Mark>;
  /** Whether somebody asked for what has findings: it is then shown at every scale. */
  readonly asked: boolean;
}

/** From afar the signs of findings would hide what they are about, unless somebody asked for them. */
const FINDINGS_FROM_ZOOM = 12.5;

export function pointSigns(
  { matching, selected, marks, asked }: Plan,
  points: readonly Batch[],
  zoom: number,
  first: ReadonlySet<Id>,
): PointSign[] {
  const chosen: Batch[] = [];
  const shown: Batch[] = [];
  const dimmed: Batch[] = [];
  for (const point of points) {
    const { id, shape } = point;
    if (id === DRAFT || selected.has(id)) chosen.push(point);
    else if (!shownAt(zoom, shape) && !(asked && marks.has(id))) continue;
    else if (matching === null || matching.has(id)) shown.push(point);
    else dimmed.push(point);
  }
  const signs = (of: readonly Batch[], rank: number) =>
    groupPoints(of, zoom, first).map((group): PointSign => {
      const mark = heaviest(group, marks);
      return {
        kind: 'point',
        key: keyOfPoint(group.lead.id),
        rank,
        group,
        mark,
        dimmed: rank === RANK.dimmed,
        // Worked out when it is its turn: most stand at the first.
        get spots() {
          return pointSpots(group.lead, zoom, mark !== null);
        },
      };
    });
  return [...signs(chosen, RANK.selected), ...signs(shown, RANK.point), ...signs(dimmed, RANK.dimmed)];
}

function keyOfPoint(id: Id): string {
  return `point ${id}`;
}

function heaviest({ members }: PointGroup, marks: ReadonlyMap<Id, Mark>): Mark | null {
  if (marks.size === 0) return null;
  const of = members.map((m) => marks.get(m.id));
  return of.includes('error') ? 'error' : (of.find((m) => m !== undefined) ?? null);
}

function pointSpots(point: Batch, zoom: number, marked: boolean): readonly Spot[] {
  const size = pointBox(zoom, marked);
  const scale = 256 * 2 ** zoom;
  const { foot } = point;
  if (foot === null) {
    const [x, y] = naturalPlace(point, zoom);
    return [spotAt(x, y, size, { onRoad: true }), ...roundAbout(x, y, size, [1.05, 1.7])];
  }
  const at = [foot.x * scale, foot.y * scale] as const;
  // The line to it begins beside what is drawn of the road's state.
  const edge = roadWidth(zoom) / 2 + STATE;
  const side = point.side[0] as number;
  const sides = side === 0 ? [1, -1] : [side];
  const along = size.width * 0.75;
  const beside = [0.001, 12, 26, 42].flatMap((away) =>
    [0, along, -along].flatMap((shift) =>
      sides.map((s): Spot => {
        const [x, y] = naturalPlace(point, zoom, side === 0 ? s * away : away);
        // Where it stands as near as can be, one sees without a line what it belongs to.
        const stray = away > 1 || shift !== 0;
        const from: Spot['from'] = [at[0] + foot.nx * s * edge, at[1] + foot.ny * s * edge];
        return spotAt(x - foot.ny * shift, y + foot.nx * shift, size, stray ? { from } : {});
      }),
    ),
  );
  const own = side === 0 ? [spotAt(at[0], at[1], size, { onRoad: true })] : [];
  const crossing = beside.slice(0, 6).map((s): Spot => ({ ...s, onRoad: true }));
  return [...own, ...beside, ...crossing];
}

/** Signs of findings of stretches: single things carry theirs themselves. */
export function findingSigns(
  { matching, marks, asked }: Plan,
  stretches: readonly Batch[],
  zoom: number,
): MapSign[] {
  if (marks.size === 0 || (zoom < FINDINGS_FROM_ZOOM && !asked)) return [];
  return stretches.flatMap((batch) => {
    const mark = marks.get(batch.id);
    if (mark === undefined || batch.x.length === 0 || (matching !== null && !matching.has(batch.id)))
      return [];
    return [
      {
        kind: 'finding',
        key: `finding ${batch.id}`,
        // From afar the names say where one is: a mark beside a road finds another spot more easily.
        rank: zoom < FINDINGS_FROM_ZOOM ? RANK.findingFromAfar : RANK.finding,
        id: batch.id,
        mark,
        spots: besideStretch(batch, zoom),
      },
    ];
  });
}

/** From the middle of a stretch outwards, off the road and off what is drawn beside it. */
function besideStretch(batch: Batch, zoom: number): readonly Spot[] {
  const scale = 256 * 2 ** zoom;
  const size = { width: MARK, height: MARK };
  const n = batch.x.length;
  return [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((part) => {
    const i = Math.min(n - 1, Math.floor(n * part));
    const [x, y] = [(batch.x[i] as number) * scale, (batch.y[i] as number) * scale];
    const [nx, ny] = [batch.nx[i] as number, batch.ny[i] as number];
    // The line begins beside what is drawn of the state, which lies at the road's edge.
    const from: Spot['from'] = [x + nx * STATE, y + ny * STATE];
    return [roadWidth(zoom) / 2 + 18, roadWidth(zoom) / 2 + 34].map((far) =>
      spotAt(x + nx * far, y + ny * far, size, { from }),
    );
  });
}
