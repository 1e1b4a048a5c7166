/** The tool that draws a road, or changes the line of one: its corners, how long it is, what the posts read. */
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { request } from '../../../data/commands/requests.ts';
import { acceptRoad } from '../../../data/workbench/accept.ts';
import { drawOn, NEW_ROAD, selectOnly, startTool } from '../../../data/workbench/choose.ts';
import {
  changeRoadDraft,
  putCorners,
  type RoadCorner,
  type RoadDraft,
  useDrafts,
} from '../../../data/workbench/drafts.ts';
import { forgetRoad, keepRoad, keptRoad, whyStale } from '../../../data/workbench/keptRoad.ts';
import { lineLength } from '../../../domain/geo/geodesic.ts';
import { ROAD_CLASSES, type RoadClass } from '../../../domain/model/entities/road.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { formatChainage, parseChainage } from '../../../domain/road/chainageText.ts';
import { alongCorners, drawnRoad } from '../../../domain/road/drawnRoad.ts';
import { chainageOf, type MeasuredRoad, measureRoad } from '../../../domain/road/measuredRoad.ts';
import { classOf } from '../../../domain/road/roadClass.ts';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { ParsedInput } from '../../../ui/fields/ParsedInput.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useReason } from '../../../ui/reason.ts';
import { useTell } from '../../../ui/tell.ts';
import { PanelHead, PlaceField } from '../ground/parts.tsx';
import styles from '../plan.module.css';
import own from './road.module.css';

/** No road of a district is as long: the map was too small when it was drawn. */
const LONG_M = 200_000;

export function RoadDraftPanel({ draft }: { readonly draft: RoadDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tell = useTell();
  const base = useCampaign((s) => s.tables.road.get(draft.roadId ?? ''));
  const { corners, what, roadId } = draft;
  const line = corners.map((c) => c.at);
  const end = what === 'beginning' ? base?.line[0] : what === 'end' ? base?.line.at(-1) : undefined;
  const metres = lineLength(end === undefined ? line : [end, ...line]);
  const measured = useMemo(
    () => (draft.what !== 'new' || draft.corners.length < 2 ? null : measureRoad(drawnRoad(draft, ''))),
    [draft],
  );
  const problem = measured?.ok === false ? measured.reason : null;
  const named = draft.code.trim() !== '' || draft.name.trim() !== '';
  const [sure, setSure] = useState<RoadDraft['corners'] | null>(null);
  const begun = draft.before.length > 0;
  const ready =
    corners.length >= (what === 'new' || what === 'line' ? 2 : 1) && (what === 'new' ? named : begun);
  const stale = whyStale(draft);
  const close = () => {
    startTool('select');
    if (begun) notifications.show({ message: t(keepRoad(draft) ? 'road.kept' : 'road.keptHere') });
    if (roadId !== null) selectOnly('road', roadId);
  };
  // What was begun and not stored is gone on with.
  useEffect(() => {
    const kept = keptRoad(roadId, what);
    if (kept !== null && useDrafts.getState().roadDraft?.before.length === 0) changeRoadDraft(kept);
  }, [roadId, what]);
  useEffect(() => {
    keepRoad(draft);
  }, [draft]);
  const title = t(what === 'new' ? 'command.tool.road' : `road.draw.${what}`);
  return (
    <section className={styles.panel} aria-label={title}>
      <PanelHead title={title} onClose={close} />
      <div className={styles.panelBody}>
        {base !== undefined && <p className={styles.hint}>{roadLabel(base)}</p>}
        <p className={styles.hint}>{t(`road.drawHint.${what}`)}</p>
        {what === 'new' && <Naming draft={draft} />}
        {what !== 'line' && (
          <PlaceField
            label={t('road.addPlace')}
            onPlace={(at) => putCorners([...corners, { at, says: null }])}
          />
        )}
        {metres > 0 && (
          <dl className={styles.sum}>
            <dt>{t(what === 'beginning' || what === 'end' ? 'road.longerBy' : 'road.length')}</dt>
            <dd>
              <b className={styles.big}>{format.length(metres)}</b>
            </dd>
          </dl>
        )}
        {what === 'new' && corners.length > 0 && (
          <Corners corners={corners} measured={measured?.ok === true ? measured.value : null} />
        )}
        {metres > LONG_M && what === 'new' && (
          <p role="alert" className={own.problem}>
            {t('road.tooLong', { length: format.length(metres) })}
          </p>
        )}
        {!named && what === 'new' && corners.length > 1 && (
          <p className={styles.hint}>{t('road.needsName')}</p>
        )}
        {stale !== null && (
          <p role="alert" className={own.problem}>
            {reason(stale)}
          </p>
        )}
        {problem !== null && (
          <p role="alert" className={own.problem}>
            {reason(problem)}
          </p>
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Button
          className={styles.primary ?? ''}
          disabled={!ready || problem !== null || stale !== null}
          onClick={() => finishTyping() && tell(acceptRoad(t('road.drawnByHand')))}
        >
          {t(what === 'new' ? 'road.accept' : 'road.look')}
        </Button>
        {begun && what !== 'new' && (
          <Button
            variant="default"
            onClick={() => {
              forgetRoad(draft);
              if (base === undefined) startTool('select');
              else drawOn(base, what);
            }}
          >
            {t('road.drop')}
          </Button>
        )}
        {what === 'new' && corners.length === 0 && (
          <Button variant="default" onClick={() => request('open-import')}>
            {t('ground.fromFile')}
          </Button>
        )}
        {what === 'new' && corners.length > 0 && (
          <Button
            variant="default"
            onClick={() => {
              // Beside the button that stores, one slip would cost the whole drawing: it asks in its own place.
              if (sure !== corners) return setSure(corners);
              forgetRoad(draft);
              changeRoadDraft(NEW_ROAD);
            }}
          >
            {sure === corners ? t('road.againSure', { count: corners.length }) : t('road.again')}
          </Button>
        )}
      </footer>
    </section>
  );
}

function Naming({ draft }: { readonly draft: RoadDraft }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          label={t('road.code')}
          placeholder="ĐT.256"
          maxLength={40}
          value={draft.code}
          onChange={(event) => {
            const code = event.currentTarget.value;
            // A class that was read from the number is read anew; one that was chosen stays.
            const read = draft.class === classOf(draft.code.trim()) ? { class: classOf(code.trim()) } : {};
            changeRoadDraft({ code, ...read });
          }}
        />
        <Select
          label={t('road.class')}
          data={ROAD_CLASSES.map((c) => ({ value: c, label: t(`road.class.${c}`) }))}
          value={draft.class}
          allowDeselect={false}
          onChange={(c) => changeRoadDraft({ class: (c ?? 'other') as RoadClass })}
        />
      </div>
      <TextInput
        label={t('road.name')}
        maxLength={200}
        value={draft.name}
        onChange={(event) => changeRoadDraft({ name: event.currentTarget.value })}
      />
    </>
  );
}

/** Every corner with its way along the line, and the post that may stand there. */
interface CornersProps {
  readonly corners: readonly RoadCorner[];
  /** The road as it would be; null where it is none yet. */
  readonly measured: MeasuredRoad | null;
}

function Corners({ corners, measured }: CornersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const along = alongCorners(corners);
  const set = (i: number, says: number | null) =>
    putCorners(corners.with(i, { ...(corners[i] as RoadCorner), says }));
  return (
    <>
      <h3 className={styles.subhead}>{t('road.corners')}</h3>
      <p className={styles.hint}>{t('road.postHint')}</p>
      {measured !== null && measured.minChainage < 0 && (
        <p className={own.problem}>
          {t('road.startsBefore', { start: formatChainage(measured.minChainage) })}
        </p>
      )}
      <ol className={own.corners}>
        {corners.map((corner, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the line
          <li key={i}>
            <span>{i === 0 ? t('road.start') : `+${format.length(along[i] ?? 0)}`}</span>
            <ParsedInput
              of={`corner ${i} of ${corners.length}`}
              aria-label={t('road.reads', { number: i + 1 })}
              placeholder={
                measured === null ? t('road.noPost') : formatChainage(chainageOf(measured, along[i] ?? 0))
              }
              value={corner.says}
              format={(says) => (Number.isNaN(says) ? '' : formatChainage(says))}
              // Emptied, there is no post here.
              parse={(text) => {
                if (text.trim() === '') return { value: Number.NaN };
                const read = parseChainage(text, true);
                return read.ok ? { value: read.value } : { problem: reason(read.reason) };
              }}
              onChange={(says) => set(i, Number.isNaN(says) ? null : says)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('road.removeCorner', { number: i + 1 })}
              onClick={() => putCorners(corners.toSpliced(i, 1))}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
    </>
  );
}
