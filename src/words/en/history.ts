import type { history as vi } from '../vi/history.ts';

export const history: Record<keyof typeof vi, string> = {
  'history.title': 'History',
  'history.row': 'This placement',
  'history.campaign': 'The campaign',
  'history.offline': 'No connection: the history is on the server.',
  'history.empty': 'No changes yet.',
  'history.more': 'Older',
  'history.by': '{{who}} · {{when}} · no. {{number}}',
  'history.takeBack': 'Take this back',
  'history.restore': 'Restore to this',
  'history.done': 'Restored.',
};
