/** Says in which coordinates and letters a file seems to be, shows both ways, and converts after a click. */
import { Button, Group, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoordinateSystem } from '../../../formats/coordinates/systems.ts';
import { LETTERS, type Letters } from '../../../formats/letters/letters.ts';
import { type Conversion, type Reading, suggestedConversion } from '../../../formats/reading.ts';
import styles from '../exchange.module.css';

interface Props {
  readonly fileName: string;
  readonly found: Pick<Reading, 'system' | 'letters'>;
  readonly onConvert: (conversion: Conversion) => void;
  readonly onOther: () => void;
}

/** A choice that leaves the names as they are. */
const NONE = 'none';

export function ConversionStep({ fileName, found, onConvert, onOther }: Props) {
  const { t } = useTranslation();
  const { system, letters } = found;
  const suggested = suggestedConversion(found);
  // Where several fit, one click may not choose among them.
  const [systemId, setSystem] = useState(system.by === 'nobody' ? null : (suggested?.system ?? 'degrees'));
  const [letterId, setLetters] = useState<string>(suggested?.letters ?? NONE);
  const nameOf = useSystemName();
  const isPlaced = system.systems[0]?.id === 'degrees';
  return (
    <div className={styles.convert}>
      <p>{t('convert.intro', { file: fileName })}</p>
      {!isPlaced && (
        <section>
          <Select
            label={t('convert.system')}
            description={t(`convert.by.${system.by}`)}
            data={system.systems.map((s) => ({ value: s.id, label: nameOf(s) }))}
            value={systemId}
            allowDeselect={false}
            placeholder={t('convert.choose')}
            onChange={(id) => setSystem(id ?? systemId)}
          />
          {system.example !== null && systemId === suggested?.system && (
            <p className={styles.both}>
              <code>{system.example.from.map((v) => Math.round(v * 1000) / 1000).join(' ; ')}</code>{' '}
              <Becomes />
              <strong>
                {system.example.to[1].toFixed(5)}, {system.example.to[0].toFixed(5)}
              </strong>
            </p>
          )}
        </section>
      )}
      {letters !== null && (
        <section>
          <Select
            label={t('convert.letters')}
            data={[
              ...LETTERS.map((l) => ({ value: l as string, label: t(`convert.letters.${l}`) })),
              { value: NONE, label: t('convert.letters.none') },
            ]}
            value={letterId}
            allowDeselect={false}
            onChange={(id) => setLetters(id ?? NONE)}
          />
          <ul className={styles.both}>
            {letters.examples.map(([before, after]) => (
              <li key={before}>
                <code>{before}</code> <Becomes />{' '}
                <strong>{letterId === letters.letters ? after : before}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onOther}>
          {t('import.other')}
        </Button>
        <Button
          data-autofocus
          disabled={systemId === null}
          onClick={() =>
            systemId !== null &&
            onConvert({ system: systemId, letters: letterId === NONE ? null : (letterId as Letters) })
          }
        >
          {t('convert.accept')}
        </Button>
      </Group>
    </div>
  );
}

function Becomes() {
  const { t } = useTranslation();
  return <IconArrowRight className={styles.becomes} size={14} role="img" aria-label={t('convert.becomes')} />;
}

function useSystemName(): (system: CoordinateSystem) => string {
  const { t } = useTranslation();
  return ({ kind, meridian, zone, swapped }) => {
    const name = t(`system.${kind}`, { meridian: meridian === null ? '' : inMinutes(meridian), zone });
    return swapped ? t('system.swapped', { system: name }) : name;
  };
}

/** 105.5 as «105°30′». */
function inMinutes(degrees: number): string {
  const minutes = Math.round((degrees % 1) * 60);
  return `${Math.floor(degrees)}°${String(minutes).padStart(2, '0')}′`;
}
