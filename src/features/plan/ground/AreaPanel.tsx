/** The tool that draws areas where nothing may stand. */
import { Button, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRows } from '../../../data/campaign/rows.ts';
import { request } from '../../../data/commands/requests.ts';
import { acceptArea } from '../../../data/workbench/accept.ts';
import { selectOnly } from '../../../data/workbench/choose.ts';
import { type AreaDraft, changeAreaDraft } from '../../../data/workbench/drafts.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { NO_GO_KINDS, type NoGoKind } from '../../../domain/model/entities/noGoArea.ts';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { useFormat } from '../../../ui/format.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from '../plan.module.css';
import { GroundItem, PanelHead, PlaceField } from './parts.tsx';

export function AreaPanel({ draft }: { readonly draft: AreaDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const areas = useRows('noGoArea');
  return (
    <section className={styles.panel} aria-label={t('command.tool.area')}>
      <PanelHead title={t('command.tool.area')} />
      <div className={styles.panelBody}>
        <Select
          label={t('area.kind')}
          data={NO_GO_KINDS.map((k) => ({ value: k, label: t(`area.${k}`) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(k) => changeAreaDraft({ kind: (k ?? 'relic') as NoGoKind })}
        />
        <TextInput
          label={t('feature.name')}
          maxLength={200}
          value={draft.name}
          onChange={(event) => changeAreaDraft({ name: event.currentTarget.value })}
        />
        <p className={styles.hint}>{t('area.hint', { count: format.number(draft.corners.length) })}</p>
        <PlaceField
          label={t('area.addPlace')}
          onPlace={(at) => changeAreaDraft({ corners: [...draft.corners, at] })}
        />
        {areas.length > 0 && (
          <>
            <h3 className={styles.subhead}>{t('area.list')}</h3>
            <ul className={styles.setItems}>
              {areas.map((a) => (
                <GroundItem
                  key={a.id}
                  name={a.name === '' ? t(`area.${a.kind}`) : a.name}
                  detail={t(`area.${a.kind}`)}
                  onShow={() => {
                    const corner = a.area[0]?.[0]?.[0];
                    if (corner !== undefined) goTo({ coordinate: corner });
                  }}
                  onEdit={() => selectOnly('noGoArea', a.id)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={draft.corners.length < 3}
          onClick={() => finishTyping() && tell(acceptArea())}
        >
          {t('area.accept')}
        </Button>
        <Button variant="default" onClick={() => request('open-import-areas')}>
          {t('ground.fromFile')}
        </Button>
      </footer>
    </section>
  );
}
