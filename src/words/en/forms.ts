import type { forms as vi } from '../vi/forms.ts';

export const forms: Record<keyof typeof vi, string> = {
  'stored.theirs': 'Somebody has just changed this to “{{value}}”',
  'stored.theirsEmpty': 'Somebody has just emptied this',
  'stored.theirsChanged': 'Somebody has just changed this',
  'stored.take': 'Take that value',
  'stored.asked':
    'Somebody has just changed this: press “to decide” in the corner above to choose which stays',
  'stored.required': 'This cannot be left empty',
  'stored.notKept': '“{{text}}” could not be saved. {{problem}}',
  'stored.gone': 'Somebody has just deleted this',
  'stored.formKept': 'What you typed in the form is still there: open it again to go on',
  'dialog.typed': 'What you typed is not saved yet',
  'dialog.stay': 'Go on writing',
  'dialog.drop': 'Drop it and close',
  'ask.split': 'Chainage, e.g. 147+500',
  'ask.copy-to': 'Road and first chainage, e.g. QL.3 150+000',
  'ask.go-to': 'QL.3 Km 146+250, a commune, a bridge, or coordinates',
  'ask.duplicate-road': 'Code or name of the other road',
};
