import type { Words } from '../singular.ts';
import type { forms as vi } from '../vi/forms.ts';

export const forms: Words<typeof vi> = {
  'stored.theirs': 'Somebody has just changed this to “{{value}}”',
  'stored.theirsEmpty': 'Somebody has just emptied this',
  'stored.theirsChanged': 'Somebody has just changed this',
  'stored.take': 'Take that value',
  'stored.asked':
    'Somebody has just changed this: press “to decide” in the corner above to choose which stays',
  'stored.required': 'This cannot be left empty',
  'stored.refused': 'Not saved: change it, or Esc to take it back.',
  'stored.notKept': '“{{text}}” could not be saved. {{problem}}',
  'stored.gone': 'Somebody has just deleted this',
  'stored.formKept': 'What you typed in the form is still there: open it again to go on',
  'dialog.typed': 'What you typed is not saved yet',
  'dialog.stay': 'Go on writing',
  'dialog.drop': 'Drop it and close',
};
