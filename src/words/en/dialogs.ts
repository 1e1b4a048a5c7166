import type { Words } from '../singular.ts';
import type { dialogs as vi } from '../vi/dialogs.ts';

export const dialogs: Words<typeof vi> = {
  'bulk.field': 'Change',
  'bulk.unit': 'Unit in charge',
  'bulk.spacing': 'Spacing',
  'bulk.sides': 'Sides',
  'bulk.slogan': 'Slogan',
  'bulk.installBy': 'Install by',
  'bulk.removeBy': 'Remove by',
  'bulk.support': 'Hangs on',
  'bulk.type': 'Type',
  'bulk.nothing': 'Nothing would change.',
  'bulk.preview':
    'Changes {{count}} of {{all}} rows. Quantity {{before}} → {{after}}, cost {{costBefore}} → {{costAfter}}.',
  'bulk.accept': 'Change {{count}} rows',
  'bulk.accept_one': 'Change {{count}} row',
  'pattern.hint': 'Replaces {{where}} by types in this order.',
  'pattern.place': 'Place {{number}} of the pattern',
  'pattern.remove': 'Remove place {{number}}',
  'pattern.add': 'Add a place',
  'pattern.step': 'Step (m)',
  'set.hint': 'A set of {{count}} items that can be placed on any stretch.',
  'set.hint_one': 'A set of {{count}} item that can be placed on any stretch.',
  'set.example': 'Town main street',
  'set.make': 'Save the set',
  'set.made': 'Saved “{{name}}”. Place it with the Set tool (B).',
};
