import type { Words } from '../singular.ts';
import type { units as vi } from '../vi/units.ts';

export const units: Words<typeof vi> = {
  'units.sum': '{{all}} units, {{known}} with a boundary',
  'units.import': 'Import boundaries',
  'units.name': 'Unit',
  'units.code': 'Code',
  'units.kind': 'Kind',
  'units.parent': 'Belongs to',
  'units.boundary': 'Boundary',
  'units.known': 'known',
  'units.unknown': 'unknown',
  'units.placements': 'Placements',
  'units.newName': 'Names of new units, one a line',
  'units.newHint': 'A whole list can be pasted from Excel.',
  'units.same': 'There is a unit of that name already: {{names}}. Added, there will be two.',
  'units.addMany': 'Add {{count}} units',
  'units.addMany_one': 'Add {{count}} unit',
  'units.add': 'Add',
};
