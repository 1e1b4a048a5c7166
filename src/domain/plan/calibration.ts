/** A kilometre post found elsewhere than the road was measured: what it would make of the road and of the plan on it. */

import { PLANNABLE } from '../edit/states.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import type { FeatureKind } from '../model/entities/roadFeature.ts';
import { ok, type Result } from '../model/result.ts';
import type { Id, Tables } from '../model/rows.ts';
import { calibrated, shiftAt } from '../road/calibrate.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { measureRoad } from '../road/measuredRoad.ts';

/** A post as it is being put up: where on the road, and the chainage that it says. */
interface PostDraft {
  readonly kind: FeatureKind;
  readonly roadId: Id | null;
  readonly from: number | null;
  readonly says: number | null;
}

interface Calibration {
  readonly road: Road;
  readonly posts: readonly CalibrationPoint[];
}

/** Null while no post is in the hand; else the road's posts with it, or why it cannot stand there. */
export function calibrationOf(draft: PostDraft, tables: Tables): Result<Calibration> | null {
  const road = tables.road.get(draft.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (draft.kind !== 'km-post' || draft.from === null || draft.says === null) return null;
  if (road === undefined || measured === null) return null;
  const posts = calibrated(road, measured, draft.from, draft.says);
  return posts.ok ? ok({ road, posts: posts.value }) : posts;
}

/** What a calibration would move on the ground. */
interface Shifts {
  /** How far each placement that does not stay would move, in metres. */
  readonly metres: readonly number[];
  /** How many of them are submitted or approved. */
  readonly approved: number;
}

/** By the ends of each placement: quick enough to be asked while a post is dragged. */
export function shiftsBy({ road, posts }: Calibration, tables: Tables): Shifts {
  const before = measuredOf(road);
  const after = measureRoad({ ...road, calibration: posts });
  if (before === null || !after.ok) return { metres: [], approved: 0 };
  const shifted = [...tables.placement.values()]
    .filter((p) => p.roadId === road.id && p.from !== null)
    .map((p) => ({
      metres: Math.max(
        ...[p.from, p.to].map((c) => (c === null ? 0 : Math.abs(shiftAt(before, after.value, c)))),
      ),
      approved: !PLANNABLE.has(p.state),
    }))
    .filter(({ metres }) => metres >= 0.5);
  return { metres: shifted.map((s) => s.metres), approved: shifted.filter((s) => s.approved).length };
}
