export const backup = {
  'backup.title': 'Backup',
  'backup.lead': 'One file holds everything: campaigns, every change, accounts and roles.',
  'backup.last': 'Last one: {{time}}, {{name}}.',
  'backup.never': 'There is no backup yet.',
  'backup.make': 'Make a backup',
  'backup.making': 'Backing up, {{share}}%',
  'backup.makingHint': 'Leave this page open. Everybody else works on as usual.',
  'backup.stop': 'Stop',
  'backup.made':
    'Done: {{file}}, {{size}}, {{rows}} rows of data, checked to be whole. It is in the downloads folder of this computer.',
  'backup.keep':
    'The file holds everybody’s data and encoded passwords. Keep it where only administrators get at it, and a second copy on another computer.',
  'backup.howTitle': 'When you need to restore',
  'backup.how1':
    'Ask whoever looks after the server to start a new, empty one and to send you its set-up link.',
  'backup.how2': 'Open that link, press “Restore from a backup” and choose the file.',
  'backup.how3':
    'After that everybody signs in with the account they had. A server at work cannot be restored over, so that nobody loses work by one wrong press.',
  'restore.title': 'Restore from a backup',
  'restore.lead': 'Puts everything in the file into this server. The accounts in it work again at once.',
  'restore.offer': 'Restore from a backup',
  'restore.offerHint': 'Do you have a backup of an earlier server?',
  'restore.back': 'Create a new account instead',
  'restore.file': 'Backup file',
  'restore.choose': 'Choose a .gz file',
  'restore.submit': 'Restore',
  'restore.noFile': 'Choose the file first.',
  'restore.sending': 'Sending the file, {{share}}%',
  'restore.putting': 'Writing into the server, {{share}}%',
  'restore.hint': 'Leave this page open.',
  'restore.done': 'Restored: {{campaigns}} campaigns, {{people}} people, {{rows}} rows.',
  'restore.signIn': 'Go to sign-in',
  'reason.backup.none': '{{file}} is no backup of Cờ Hoa, or it is damaged. Choose another file.',
  'reason.backup.nobody':
    '{{file}} has no account in it, so nobody could sign in. Choose another file, or create a new account.',
  'reason.backup.cut': '{{file}} is not whole: it was cut short. Copy it again, then try again.',
  'reason.backup.rows-missing':
    '{{file}} is not whole: {{rows}} rows of {{end}}. Copy it again, then try again.',
  'reason.backup.unknown-table': '{{file}} names a table “{{table}}”, which Cờ Hoa does not have.',
  'reason.backup.early-table': '{{file}} names a table “{{table}}”, which its version did not have.',
  'reason.backup.unknown-field':
    '{{file}} names a field “{{field}}” of “{{table}}”, which its version did not have.',
  'reason.backup.bad-row': '{{file}} is damaged: the database refuses a row of “{{table}}”.',
  'reason.backup.newer':
    '{{file}} was made by a newer version of Cờ Hoa (it has {{names}}; this version knows up to {{last}}). Restore it with that version.',
  'reason.backup.has-campaigns': 'This database holds campaigns already. Restore into an empty one.',
  'reason.backup.busy': 'Another backup or restore is under way. Wait for it, then try again.',
  'reason.backup.none-here': 'The trial in a browser has nothing to back up.',
  'reason.backup.disk-full':
    'The disk of the server is full; it could not take the file. Nothing was changed.',
  'reason.backup.interrupted':
    'The backup did not arrive whole, so it was not saved. Check the network and make it again.',
  'reason.backup.unknown-end':
    'The line broke while restoring, so how it ended is not known. Reload the page: if it asks to sign in, everything is restored.',
};
