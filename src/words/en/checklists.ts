import type { Words } from '../singular.ts';
import type { checklists as vi } from '../vi/checklists.ts';

export const checklists: Words<typeof vi> = {
  'checklists.title': 'Checklists',
  'checklists.ownUnit':
    'You tick the tasks of {{unit}} and the units below it. Of rows that are given to no unit you tick the part on your ground.',
  'checklists.readOnly':
    'Your role is {{role}}, so this page is for looking. Planners and unit officers tick tasks.',
  'checklists.lead': '{{done}} of {{all}} tasks done.',
  'checklists.noLate': 'Nothing is late.',
  'checklists.groupBy': 'Group by',
  'checklists.group.day': 'Day',
  'checklists.group.road': 'Road',
  'checklists.group.unit': 'Unit',
  'checklists.show': 'Show',
  'checklists.show.open': 'Open',
  'checklists.show.late': 'Late',
  'checklists.show.all': 'All',
  'checklists.noUnit': 'No unit yet',
  'checklists.noRoad': 'Off the road',
  'checklists.undated': 'No date yet',
  'checklists.today': 'today',
  'checklists.lateBy': '{{count}} days late',
  'checklists.lateBy_one': '{{count}} day late',
  'checklists.in': 'in {{count}} days',
  'checklists.in_one': 'in {{count}} day',
  'checklists.doneOn': 'done {{day}} · {{who}}',
  'checklists.tick': 'Mark as done: {{what}}',
  'checklists.ticked': 'Done: {{what}}',
  'checklists.unticked': 'Open again: {{what}}',
  'checklists.empty.open': 'No open task is left.',
  'checklists.empty.late': 'Nothing is late.',
  'checklists.empty.all': 'No tasks yet. They appear when a placement is approved.',
  'checklists.groupCount': '{{done}} / {{all}}',
  'print.title': 'Print a checklist',
  'print.for': 'For',
  'print.for.road': 'Road',
  'print.for.unit': 'Unit',
  'print.states': 'Covers placements from approved on.',
  'print.includeDrafts': 'Include drafts and submitted',
  'print.make': 'Make the PDF',
  'print.notLoaded':
    'The server did not give the part that sets pages. Your choice is kept; try again in a while.',
  'print.noNetwork':
    'The part that sets pages could not be loaded because there is no network. Your choice is kept; try again when it is back.',
  'print.working': 'Setting pages… {{percent}}%',
  'print.open': 'Open the PDF',
  'print.download': 'Download the PDF',
  'print.nothing': 'There is no placement for this choice.',
  'print.count': '{{count}} lines to print, {{pieces}} pieces in all',
  'print.count_one': '{{count}} line to print, {{pieces}} pieces in all',
  'print.tooMany':
    '{{count}} lines have more than {{limit}} positions: printed with the quantity, not drawn.',
  'print.tooMany_one':
    '{{count}} line has more than {{limit}} positions: printed with the quantity, not drawn.',
  'print.none.road': 'Off the roads',
  'print.none.unit': 'Given to no unit',
};
