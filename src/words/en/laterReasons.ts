import type { Words } from '../singular.ts';
import type { laterReasons as vi } from '../vi/laterReasons.ts';

export const laterReasons: Words<typeof vi> = {
  'reason.finding.no-fix': 'This cannot be mended mechanically.',
  'reason.finding.reason': 'Give a reason.',
  'reason.restore.same': 'It already is as it was.',
  'reason.print.failed': 'The PDF was not made: {{detail}}',
  'reason.carry.outside':
    '{{count}} submitted or approved rows would be beyond the road altogether. Take them back to drafts first.',
  'reason.carry.outside_one':
    '{{count}} submitted or approved row would be beyond the road altogether. Take it back to a draft first.',
  'reason.carry.road-changed':
    'Somebody else has just changed this road. Close this, look at the road, and do it again.',
  'reason.carry.no-road': 'No road changes, so there is nothing to carry along.',
  'reason.carry.too-far': 'A submitted or approved row goes with its road and nowhere else.',
  'reason.carry.parts': 'The parts do not match the row that they come from.',
  'reason.carry.features':
    '{{count}} bridges, junctions or posts that were just put on the road would be left behind. Look again, then repeat.',
  'reason.carry.features_one':
    '{{count}} bridge, junction or post that was just put on the road would be left behind. Look again, then repeat.',
  'reason.carry.moved':
    '{{count}} rows would move by up to {{metres}} m without having been shown: somebody has just changed this road. Look again, then repeat.',
  'reason.carry.moved_one':
    '{{count}} row would move by {{metres}} m without having been shown: somebody has just changed this road. Look again, then repeat.',
  'reason.streams.too-many': 'Too many of your pages are open (at most {{limit}}). Close some and try again.',
};
