import type { Words } from '../singular.ts';
import type { units as vi } from '../vi/units.ts';

export const units: Words<typeof vi> = {
  'units.sum': '{{all}} units, {{known}} with a boundary',
  'units.import': 'Import boundaries',
  'units.name': 'Unit',
  'units.code': 'Code',
  'units.kind': 'Kind',
  'units.parent': 'Belongs to',
  'units.contact': 'Contact',
  'units.phone': 'Telephone',
  'units.boundary': 'Boundary',
  'units.known': 'known',
  'units.unknown': 'unknown',
  'units.placements': 'Placements',
  'units.newName': 'Names of new units, one a line',
  'units.newHint':
    'A whole list from Excel can be pasted. With a line of headings (Unit, Code, Contact, Telephone) those columns are taken too.',
  'units.same': 'There is a unit of that name already: {{names}}. Added, there will be two.',
  'units.preview': 'To be added',
  'units.previewMore': 'and {{count}} more units',
  'units.previewMore_one': 'and {{count}} more unit',
  'units.addMany': 'Add {{count}} units',
  'units.addMany_one': 'Add {{count}} unit',
  'units.add': 'Add',
  'units.remove': 'Delete the unit {{name}}?',
  'units.removeName': 'Delete {{name}}',
  'units.removeNothing':
    'No rows are assigned to this unit. If somebody has a role for it, take that role away first. Deleting can be undone.',
  'units.removePlacements': '{{count}} rows of this unit will be without one.',
  'units.removePlacements_one': '{{count}} row of this unit will be without one.',
  'units.removeTasks': '{{count}} ticks of tasks on its ground are lost.',
  'units.removeTasks_one': '{{count}} tick of a task on its ground is lost.',
  'units.removeBelow': '{{count}} units below move up one level.',
  'units.removeBelow_one': '{{count}} unit below moves up one level.',
  'units.removeFixed':
    '{{count}} submitted or approved rows are assigned to this unit. Take them back to draft first.',
  'units.removeFixed_one':
    '{{count}} submitted or approved row is assigned to this unit. Take it back to draft first.',
};
