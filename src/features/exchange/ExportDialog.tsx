/** The plan and its ground as a map file for other programs. */
import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { EXPORTED, type Exported, planFeatures } from '../../domain/plan/planFeatures.ts';
import { WRITTEN } from '../../formats/formats.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { download } from '../../ui/download.ts';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import styles from './exchange.module.css';

/** Under which words the kinds of what leaves are known. */
const KIND_WORDS: Readonly<Partial<Record<Exported, string>>> = {
  roads: 'road.class',
  features: 'feature',
  areas: 'area',
  places: 'place',
};

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const tables = useCampaign((s) => s.tables);
  const [what, setWhat] = useState<Exported>('placements');
  const [formatId, setFormatId] = useState('geojson');
  const sizes: Readonly<Record<Exported, number>> = {
    placements: tables.placement.size,
    roads: tables.road.size,
    features: tables.roadFeature.size,
    units: tables.unit.size,
    areas: tables.noGoArea.size,
    places: tables.place.size,
  };
  const chosen = WRITTEN.find((f) => f.id === formatId);
  const write = () => {
    if (chosen === undefined) return;
    const features = planFeatures(tables, what, {
      nameOf,
      state: (state) => t(`state.${state}`),
      side: (side) => t(`sides.${side}`),
      offRoad: t('table.offRoad'),
      kind: (exported, kind) => {
        const key = `${KIND_WORDS[exported]}.${kind}`;
        return i18n.exists(key) ? String(t(key as 'common.close')) : kind;
      },
    });
    const name = t(`export.what.${what}`);
    const [extension] = chosen.extensions;
    download(`${name}.${extension}`, chosen.write(features, name), chosen.mediaTypes[0] ?? '');
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('command.open-export')}>
      <div className={styles.export}>
        <Select
          data-autofocus
          label={t('export.what')}
          data={EXPORTED.map((value) => ({
            value,
            label: `${t(`export.what.${value}`)} (${format.number(sizes[value])})`,
            disabled: sizes[value] === 0,
          }))}
          value={what}
          allowDeselect={false}
          onChange={(value) => setWhat((value ?? 'placements') as Exported)}
        />
        <Select
          label={t('export.format')}
          data={WRITTEN.map((f) => ({ value: f.id, label: f.label }))}
          value={formatId}
          allowDeselect={false}
          onChange={(value) => setFormatId(value ?? 'geojson')}
        />
        <p className={styles.exportHint}>{t(`export.hint.${formatId as 'geojson'}`)}</p>
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button disabled={sizes[what] === 0} onClick={write}>
          {t('export.accept')}
        </Button>
      </Group>
    </Dialog>
  );
}
