/** A named place that is selected: what it is called and is, where it lies, and what stands there. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { may } from '../../../data/campaign/may.ts';
import { useTable } from '../../../data/campaign/rows.ts';
import { changePlace } from '../../../data/commands/ground.ts';
import { request } from '../../../data/commands/requests.ts';
import { selectMany } from '../../../data/workbench/choose.ts';
import { setPicking } from '../../../data/workbench/drafts.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { type NamedPlace, PLACE_KINDS, type PlaceKind } from '../../../domain/model/entities/place.ts';
import { placeAround } from '../../../domain/place/placeOf.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from '../plan.module.css';
import { CoordinateField, DangerButton, NameField, PanelHead, Show } from './parts.tsx';

export function PlaceInspector({ row }: { readonly row: NamedPlace }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const here = useStandingAt(row);
  const locked = !may.change('place', row, 'coordinate');
  const change = (fields: Partial<NamedPlace>) => tell(changePlace(row, fields));
  return (
    <section className={styles.panel} aria-label={t('place.title')}>
      <PanelHead title={row.name}>
        <Show onClick={() => goTo({ coordinate: row.coordinate })} />
      </PanelHead>
      <div className={styles.panelBody}>
        <ChoiceField<PlaceKind>
          of={row.id}
          label={t('place.kind')}
          data={PLACE_KINDS.map((k) => ({ value: k, label: t(`place.${k}`) }))}
          value={row.kind}
          disabled={locked}
          allowDeselect={false}
          onStore={(kind) => kind !== null && change({ kind })}
        />
        <NameField of={row.id} name={row.name} disabled={locked} onChange={(name) => change({ name })} />
        <CoordinateField
          of={row.id}
          label={t('place.at')}
          value={row.coordinate}
          disabled={locked}
          onStore={(coordinate) => change({ coordinate })}
        />
        {!locked && (
          <Button variant="default" onClick={() => setPicking((coordinate) => void change({ coordinate }))}>
            {t('place.pick')}
          </Button>
        )}
        <p className={styles.hint}>
          {here.length === 0 ? t('place.nothing') : t('place.here', { count: format.number(here.length) })}
        </p>
        {here.length > 0 && (
          <Button variant="default" onClick={() => selectMany(here)}>
            {t('place.select')}
          </Button>
        )}
      </div>
      {!locked && (
        <footer className={styles.panelFoot}>
          <DangerButton label={t('place.remove')} onClick={() => request('delete')} />
        </footer>
      )}
    </section>
  );
}

/** What stands off the roads at this place and no nearer to another. */
function useStandingAt(row: NamedPlace): readonly string[] {
  const placements = useTable('placement');
  const place = useTable('place');
  return [...placements.values()]
    .filter(
      (p) =>
        p.roadId === null && p.coordinate !== null && placeAround({ place }, p.coordinate)?.id === row.id,
    )
    .map((p) => p.id);
}
