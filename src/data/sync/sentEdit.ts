import { cleanValue } from '../../domain/text/cleanText.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { SentEdit } from './ports.ts';

/** An edit as it goes out: with the protocol, the past and the change that its maker knew. */
export function sentEdit({ edit, protocol, lineage, asOf }: OutboxEntry): SentEdit {
  return {
    ...edit,
    // Made before something was found unfit: it would be refused for ever.
    ops: cleanValue(edit.ops),
    protocol,
    ...(lineage === '' ? {} : { lineage }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
