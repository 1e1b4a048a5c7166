import type { Words } from '../singular.ts';
import type { strip as vi } from '../vi/strip.ts';

export const strip: Words<typeof vi> = {
  'strip.label': 'Straight-line diagram: drag to pan, scroll to zoom',
  'strip.role': 'diagram',
  'strip.roads': 'Roads on the diagram',
  'strip.follow': 'Follows the selection',
  'strip.whole': 'The whole road',
  'strip.print': 'Print the diagram',
  'strip.printTitle': 'Print the diagram of {{road}}',
  'strip.paper': 'Paper',
  'strip.paper.A4': 'A4, landscape',
  'strip.paper.A3': 'A3, landscape',
  'strip.scale': 'Scale',
  'strip.printSum': '{{rows}} rows on {{pages}} pages.',
  'strip.printNow': 'Print',
  'strip.printHead': 'Straight-line diagram of {{road}}',
  'strip.change': 'change no. {{number}}',
  'strip.pageOf': 'page {{page}} of {{pages}}',
  'strip.left': 'Left',
  'strip.median': 'Road',
  'strip.right': 'Right',
  'strip.empty': 'No road to unroll yet.',
};
