import type { Words } from '../singular.ts';
import type { laterReasons as vi } from '../vi/laterReasons.ts';

export const laterReasons: Words<typeof vi> = {
  'reason.finding.no-fix': 'This cannot be fixed automatically.',
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
  'reason.offer.scattered':
    '{{count}} pieces of this name or code lie apart and make no road. Take each of them as a road of its own.',
  'reason.offer.very-short': 'Is only {{metres}} m long.',
  'reason.offer.gap-bridged': 'A gap of {{metres}} m was bridged.',
  'reason.offer.aside-second-carriageway':
    '{{metres}} m kept aside: second carriageway, measured once already.',
  'reason.offer.aside-duplicate': '{{metres}} m kept aside: the same line twice.',
  'reason.offer.aside-overlap': '{{metres}} m kept aside: it lies on another piece and is measured there.',
  'reason.offer.aside-branch': '{{metres}} m kept aside: a branch.',
  'reason.offer.aside-loop': '{{metres}} m kept aside: a loop back to where it left.',
  'reason.offer.aside-past-end': '{{metres}} m kept aside: it goes on from an end of the road.',
  'reason.offer.aside-beyond-gap':
    '{{metres}} m kept aside: beyond a gap of {{distance}} m at an end (bridged up to {{limit}} m).',
  'reason.offer.aside-island': '{{metres}} m kept aside: {{distance}} m away from the road.',
  'reason.offer.railway': 'By its own description this is a railway. Not imported by default.',
  'reason.reshape.zero-range': 'Chainages lie between −1000 and {{km}} km.',
  'reason.reshape.nothing': 'Nothing changes.',
  'reason.reshape.no-ring': 'This road does not come back to where it begins.',
  'reason.reshape.ring-posts': 'This ring is measured by its posts, so its beginning stays.',
  'reason.reshape.too-far': 'The roads are {{metres}} m apart; up to {{limit}} m can be joined.',
  'reason.reshape.elsewhere':
    'The new line is more than {{metres}} m from the old one everywhere, so places cannot be kept. Keep chainages, or check the line.',
  'reason.reshape.too-far-singles':
    'A position would have to be moved more than {{kilometres}} km from its rule. Cut the stretch first.',
  'reason.reshape.too-many-positions':
    'There are {{count}} positions on these roads, over {{limit}}: cut the road, or go in several steps.',
  'reason.reshape.too-many-singles':
    'More than {{limit}} positions would have to be moved one by one. Cut the stretch first.',
  'reason.reshape.too-many-rows':
    '{{count}} rows would change at once, over {{limit}}. Cut the road into shorter ones.',
  'reason.offer.jump':
    'Leaps {{km}} km between two neighbouring vertices: the coordinates seem wrong. Not imported by default.',
  'reason.offer.very-long': 'Is {{km}} km long: no road is. Not imported by default.',
  'reason.offer.name-cut': 'The name or code is longer than {{length}} characters and was cut.',
  'reason.sheet.unknown':
    'This code is not of a sheet that this server printed. Scan it again, or ask where it was printed.',
  'reason.setup.wrong-token': 'This link is wrong. Restart the server for a new one.',
  'reason.setup.user-name': 'A user name has 2 to 30 letters without marks, digits, dots or underscores.',
  'reason.setup.user-name-taken': 'Somebody has this user name already. Choose another.',
  'reason.setup.name': 'A full name has 1 to 100 characters.',
  'reason.setup.password-short': 'A password has at least {{least}} characters.',
  'reason.setup.password-long': 'A password has at most {{most}} characters.',
  'reason.setup.expired': 'This link is older than 24 hours. Restart the server for a new one.',
  'reason.setup.has-accounts':
    'There are accounts already, so this link is void. Sign in, or ask the administrator for an account.',
  'reason.password.same': 'The new password is the one that you have.',
  'reason.password.not-current': 'That is not your password now.',
  'reason.password.known-bad':
    'This password is among the first that anyone would try. Choose another: some words of your own, or a whole sentence.',
  'reason.occasion.number': '“{{text}}” is no number: write XII or 12.',
  'reason.occasion.years': '“{{text}}” is no term: write 2020 - 2025.',
  'reason.occasion.unnamed': 'An occasion needs a name.',
};
