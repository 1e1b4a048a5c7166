import type { Words } from '../singular.ts';
import type { pasting as vi } from '../vi/pasting.ts';

export const pasting: Words<typeof vi> = {
  'paste.title': 'Paste from a spreadsheet',
  'paste.fromFile': 'Import from {{file}}',
  'paste.fileHint':
    'A table with the columns Type, Road and Chainage (or From and To), or a map file with points and lines near the roads. Each row is shown before anything is stored.',
  'paste.nowhere': 'Choose a cell and paste again, or paste with a heading to add new rows.',
  'paste.sumNew': '{{good}} new rows of {{all}}.',
  'paste.sumOver': 'Changes {{good}} of {{all}} rows.',
  'paste.beyond': '{{count}} rows reach beyond the table and are left out.',
  'paste.beyond_one': '{{count}} row reaches beyond the table and is left out.',
  'paste.bad': '{{count}} cells to look at',
  'paste.bad_one': '{{count}} cell to look at',
  'paste.badCell': 'Row {{row}}, column {{column}}: “{{text}}”.',
  'paste.notes': 'A look at {{count}} rows',
  'paste.notes_one': 'A look at {{count}} row',
  'paste.note': 'Row {{row}}: ',
  'paste.withoutBad': 'Leave out the {{count}} rows with such cells',
  'paste.withoutBad_one': 'Leave out the {{count}} row with such cells',
  'paste.rows': 'The rows that come',
  'paste.row': 'Row',
  'paste.more': 'and {{count}} more rows',
  'paste.more_one': 'and {{count}} more row',
  'paste.accept': 'Paste {{count}} rows',
  'paste.accept_one': 'Paste {{count}} row',
  'paste.there': '{{count}} rows stand in the plan already (same type, same place) and are not added again.',
  'paste.there_one':
    '{{count}} row stands in the plan already (same type, same place) and is not added again.',
  'paste.thereToo': 'Add them all the same',
  'paste.acceptFile': 'Add {{count}} rows',
  'paste.acceptFile_one': 'Add {{count}} row',
  'paste.doneFile': '{{rows}} rows added',
  'paste.done': '{{rows}} rows pasted',
};
