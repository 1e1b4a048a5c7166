/** The road that is selected: what it is called, how it is measured, what stands on it, and what can be done with it. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { may } from '../../../data/campaign/may.ts';
import { request } from '../../../data/commands/requests.ts';
import { changeRoad, hideRoads } from '../../../data/commands/roads.ts';
import { selectMany } from '../../../data/workbench/choose.ts';
import { askReshape } from '../../../data/workbench/reshaping.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { setOp } from '../../../domain/edit/edit.ts';
import { ROAD_CLASSES, type Road, type RoadClass } from '../../../domain/model/entities/road.ts';
import { factsOf } from '../../../domain/plan/roadFacts.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { joinable } from '../../../domain/reshape/joining.ts';
import { movedBy } from '../../../domain/reshape/moved.ts';
import { bareChainage, formatChainage } from '../../../domain/road/chainageText.ts';
import { codeKey } from '../../../domain/road/import/reading/names.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx';
import { NumberField } from '../../../ui/fields/number/NumberField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useFormat } from '../../../ui/format.ts';
import { NamedIcon } from '../../../ui/icons.tsx';
import { useTell } from '../../../ui/tell.ts';
import { CommandItems } from '../CommandItems.tsx';
import { PanelHead, Show } from '../ground/parts.tsx';
import styles from '../plan.module.css';
import { RoadPosts } from './RoadPosts.tsx';
import own from './road.module.css';

/** Null while no road is selected, or it has gone. */
export function RoadInspector() {
  const subject = useOnlySelected('road');
  const road = useCampaign((s) => s.tables.road.get(subject?.id ?? ''));
  return road === undefined ? null : <RoadPanel road={road} />;
}

function RoadPanel({ road }: { readonly road: Road }) {
  const { t } = useTranslation();
  const tell = useTell();
  const locked = !may.change('road', road, 'name');
  const change = (fields: Partial<Road>) => tell(changeRoad(road, fields));
  const twin = useTwin(road);
  return (
    <section className={styles.panel} aria-label={t('road.title')}>
      <PanelHead title={roadLabel(road) || t('import.unnamed')}>
        <Show onClick={() => goTo({ roadId: road.id })} />
        {!locked && <RoadMenu road={road} />}
      </PanelHead>
      <div className={styles.panelBody}>
        {road.hidden && (
          <p className={styles.hint}>
            {t('road.isHidden')}{' '}
            {!locked && (
              <button type="button" className={styles.link} onClick={() => tell(hideRoads([road], false))}>
                {t('road.show')}
              </button>
            )}
          </p>
        )}
        <Facts road={road} locked={locked} />
        <div className={styles.pair}>
          <TextField
            of={road.id}
            label={t('road.code')}
            maxLength={40}
            value={road.code}
            disabled={locked}
            onStore={(code) => change({ code })}
          />
          <ChoiceField<RoadClass>
            of={road.id}
            label={t('road.class')}
            data={ROAD_CLASSES.map((c) => ({ value: c, label: t(`road.class.${c}`) }))}
            value={road.class}
            disabled={locked}
            allowDeselect={false}
            onStore={(c) => c !== null && change({ class: c })}
          />
        </div>
        {twin !== undefined && (
          <p className={styles.hint}>{t('road.sameCode', { code: road.code, length: twin })}</p>
        )}
        <TextField
          of={road.id}
          label={t('road.name')}
          maxLength={200}
          value={road.name}
          disabled={locked}
          onStore={(name) => change({ name })}
        />
        <NumberField
          of={road.id}
          label={t('road.width')}
          value={road.halfWidth * 2}
          min={1}
          max={120}
          disabled={locked}
          onChange={(width) => {
            // What stands on the verge goes with it: that is shown first, if it is far.
            const ops = [setOp('road', road, { halfWidth: width / 2 })];
            if (movedBy(useCampaign.getState().tables, ops).length === 0)
              return change({ halfWidth: width / 2 });
            askReshape({ kind: 'width', roadId: road.id, halfWidth: width / 2 });
            return false;
          }}
        />
        <TextField
          of={road.id}
          label={t('road.source')}
          maxLength={200}
          value={road.source}
          disabled={locked}
          onStore={(source) => change({ source })}
        />
      </div>
      {!locked && (
        <footer className={styles.panelFoot}>
          {/* What takes away does not stand where one has just pressed to save. */}
          <Button
            variant="subtle"
            color="gray"
            leftSection={<NamedIcon name="edit" size={16} />}
            onClick={() => request('road.line')}
          >
            {t('command.road.line')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<NamedIcon name="trash" size={16} />}
            onClick={() => request('delete')}
          >
            {t('common.delete')}&nbsp; <kbd>Del</kbd>
          </Button>
        </footer>
      )}
    </section>
  );
}

/** How long another road of the same number is, if there is one; said, not refused: a number may run in pieces. */
function useTwin(road: Road): string | undefined {
  const format = useFormat();
  const roads = useCampaign((s) => s.tables.road);
  return useMemo(() => {
    if (road.code === '') return undefined;
    const other = [...roads.values()].find((r) => r.id !== road.id && codeKey(r.code) === codeKey(road.code));
    return other === undefined ? undefined : format.length(measuredOf(other)?.line.length ?? 0);
  }, [roads, road, format]);
}

/** How it is measured, and what stands on it. */
function Facts({ road, locked }: { readonly road: Road; readonly locked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  const facts = useMemo(() => factsOf(tables, road), [tables, road]);
  const rows = useMemo(
    () => [...tables.placement.values()].filter((p) => p.roadId === road.id).map((p) => p.id),
    [tables, road.id],
  );
  return (
    <dl className={own.facts}>
      <dt>{t('road.length')}</dt>
      <dd>{format.length(facts.lengthM)}</dd>
      <dt>{t('road.range')}</dt>
      <dd>
        {formatChainage(facts.from)} – {bareChainage(facts.to)}
        {Math.abs(facts.to - facts.from - facts.lengthM) > Math.max(20, facts.lengthM * 0.01) && (
          <small className={own.aside}>
            {t('road.byPosts', { length: format.length(facts.to - facts.from) })}
          </small>
        )}
      </dd>
      <dt>{t('road.direction')}</dt>
      <dd>{t(`road.toward.${facts.toward}`)}</dd>
      <dt>{t('road.posts')}</dt>
      <dd>
        <RoadPosts road={road} locked={locked} />
      </dd>
      {road.gaps.length > 0 && (
        <>
          <dt>{t('road.gaps')}</dt>
          <dd>
            {t('road.gapCount', {
              count: road.gaps.length,
              length: format.length(road.gaps.reduce((sum, gap) => sum + gap, 0)),
            })}
          </dd>
        </>
      )}
      <dt>{t('road.stands')}</dt>
      <dd>
        {facts.placements === 0 ? (
          t('road.nothing')
        ) : (
          <button type="button" className={styles.link} onClick={() => selectMany(rows)}>
            {t('road.rows', { count: facts.placements, pieces: format.number(facts.quantity) })}
          </button>
        )}
        {facts.features > 0 && ` · ${t('road.features', { count: facts.features })}`}
      </dd>
    </dl>
  );
}

function RoadMenu({ road }: { readonly road: Road }) {
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const [open, setOpen] = useState(false);
  const near = useMemo(
    () => (open ? joinable(road, tables.road.values()).slice(0, 6) : []),
    [open, road, tables.road],
  );
  return (
    <Menu position="bottom-end" shadow="md" width={290} opened={open} onChange={setOpen}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('inspector.more')}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        <CommandItems place="road" />
        {near.length > 0 && <Menu.Label>{t('road.join')}</Menu.Label>}
        {near.map((other) => (
          <Menu.Item
            key={other.id}
            leftSection={<NamedIcon name="join" size={16} />}
            onClick={() => askReshape({ kind: 'join', roadId: road.id, otherId: other.id })}
          >
            {roadLabel(other) || t('import.unnamed')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
