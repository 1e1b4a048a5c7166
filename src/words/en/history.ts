import type { Words } from '../singular.ts';
import type { history as vi } from '../vi/history.ts';

export const history: Words<typeof vi> = {
  'history.title': 'History',
  'history.row': 'This row',
  'history.campaign': 'The campaign',
  'history.offline': 'No connection: the history is on the server.',
  'history.empty': 'No changes yet.',
  'history.more': 'Older',
  'history.by': '{{who}} · {{when}} · no. {{number}}',
  'history.takeBack': 'Undo this change',
  'history.restore': 'Restore to this',
  'history.done': 'Restored.',
};
