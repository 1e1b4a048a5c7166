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
  'units.newName': 'Name of a new unit',
  'units.add': 'Add',
};
