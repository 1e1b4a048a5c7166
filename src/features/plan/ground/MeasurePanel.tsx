/** Measures along a line that is clicked or typed. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addMeasured, setMeasured, useDrafts } from '../../../data/workbench/drafts.ts';
import { lineLength } from '../../../domain/geo/geodesic.ts';
import { useFormat } from '../../../ui/format.ts';
import styles from '../plan.module.css';
import { PanelHead, PlaceField } from './parts.tsx';

export function MeasurePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const measured = useDrafts((s) => s.measured);
  return (
    <section className={styles.panel} aria-label={t('command.tool.measure')}>
      <PanelHead title={t('command.tool.measure')} />
      <div className={styles.panelBody}>
        <p className={styles.hint}>{t('measure.hint')}</p>
        <PlaceField label={t('measure.place')} onPlace={addMeasured} />
        {measured.length > 1 && (
          <dl className={styles.sum}>
            <dt>{t('measure.length')}</dt>
            <dd>
              <b className={styles.big}>{format.length(lineLength(measured))}</b>
            </dd>
          </dl>
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Button variant="default" disabled={measured.length === 0} onClick={() => setMeasured([])}>
          {t('measure.clear')}
        </Button>
      </footer>
    </section>
  );
}
