import type { Words } from '../singular.ts';
import type { inspecting as vi } from '../vi/inspecting.ts';

export const inspecting: Words<typeof vi> = {
  'inspector.note': 'Note',
  'inspector.price': '{{price}} each',
  'rights.approves': 'You approve or send back. Changing the plan is a planner’s work.',
  'rights.reads': 'You may look and print. Changing the plan is a planner’s work.',
  'rights.reports':
    'This row is your unit’s: you report progress, write notes and tick tasks. Changing the plan is a planner’s work.',
  'rights.reports-part':
    'This row is given to no unit, and only a part of it stands on your ground. Once it is approved you tick the tasks of your part on the page Checklists.',
  'rights.others': 'This row is not on your ground, so you can only look.',
  'rights.others-of': 'This row is given to {{unit}}, so you can only look.',
  'inspector.locked': '{{state}}: it can be moved only as a draft or when sent back.',
  'inspector.more': 'More',
  'detail.title': 'Days, phase, sponsor',
  'detail.installBy': 'Install by',
  'detail.removeBy': 'Remove by',
  'detail.opening': 'Opening',
  'detail.closing': 'Closing',
  'detail.days': 'Days (− is before)',
  'detail.support': 'Hangs on',
  'detail.phase': 'Phase',
  'detail.sponsor': 'Sponsor',
  'detail.share': 'Share of the area (%)',
  'detail.sponsorPlace': 'Where it stands',
  'detail.place.bottom': 'Bottom',
  'detail.place.right': 'Right',
  'detail.place.other': 'Elsewhere',
  'step.draft': 'Back to draft',
  'step.submitted': 'Submit',
  'step.sent-back': 'Send back',
  'step.approved': 'Approve',
  'step.in-production': 'Into production',
  'step.ready': 'Report ready',
  'step.more': 'More',
  'progress.installedOf': '{{installed}} of {{planned}} installed',
};
