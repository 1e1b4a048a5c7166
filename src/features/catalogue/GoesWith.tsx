/** What a crew fetches from the store with each piece: its pole, its ropes. Sheets list it beside the pieces. */
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { useFormat } from '../../ui/format.ts';
import styles from './catalogue.module.css';
import type { TypeForm } from './TypeFields.tsx';

type Beside = AssetType['goesWith'][number];

/** As many as the server takes. */
const MOST = 6;

export function GoesWith({ form, readOnly }: TypeForm) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goesWith } = form.now;
  const change = (next: readonly Beside[]) => form.change({ goesWith: next });
  const set = (i: number, fields: Partial<Beside>) =>
    change(goesWith.map((x, k) => (k === i ? { ...x, ...fields } : x)));
  return (
    <fieldset className={styles.beside} disabled={readOnly}>
      <legend>{t('field.goesWith')}</legend>
      <p>{t('catalogue.goesWithHint')}</p>
      <ul className={styles.items}>
        {goesWith.map(({ name, each }, i) => (
          // They have no name of their own but the one that is being typed, and never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={i}>
            <TextInput
              aria-label={t('catalogue.goesWithName', { number: i + 1 })}
              placeholder={t('catalogue.goesWithExample')}
              value={name.vi}
              maxLength={60}
              onChange={(event) => set(i, { name: { ...name, vi: event.currentTarget.value } })}
            />
            <NumberEntry
              aria-label={t('catalogue.goesWithEach', { number: i + 1 })}
              value={each}
              min={0.01}
              max={1000}
              onChange={(n) => set(i, { each: n })}
            />
            <span>{t('catalogue.goesWithUnit')}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('catalogue.goesWithRemove', { number: i + 1 })}
              onClick={() => change(goesWith.filter((_, k) => k !== i))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {form.theirs('goesWith', (x) =>
        x.goesWith.map(({ name, each }) => `${name.vi} ${format.number(each)}`).join(', '),
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} aria-hidden />}
        disabled={goesWith.length >= MOST}
        onClick={() => change([...goesWith, { name: { vi: '', en: '' }, each: 1 }])}
      >
        {t('catalogue.goesWithAdd')}
      </Button>
    </fieldset>
  );
}
