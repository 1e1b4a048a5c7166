/** Says what a surveyed kilometre post reads where it was found, and what would move before anything is stored. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, useCampaign } from '../../data/campaign.ts';
import { measuredOf, roadLabel } from '../../data/derived/roads.ts';
import type { Id } from '../../domain/model/rows.ts';
import { calibrated, shiftAt } from '../../domain/road/calibrate.ts';
import { formatChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { measureRoad } from '../../domain/road/measuredRoad.ts';
import { ParsedInput } from '../../ui/components/ParsedInput.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './plan.module.css';

interface Props {
  readonly roadId: Id;
  /** Where the post was found, as the road is measured now. */
  readonly chainage: number;
}

export function CalibrationSection({ roadId, chainage }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tables = useCampaign((s) => s.tables);
  const [says, setSays] = useState<number | null>(null);
  const road = tables.road.get(roadId);
  const measured = road === undefined ? null : measuredOf(road);
  if (road === undefined || measured === null) return null;
  const value = says ?? Math.round(chainage / 1000) * 1000;
  const posts = calibrated(road, measured, chainage, value);
  const after = posts.ok ? measureRoad({ ...road, calibration: posts.value }) : null;
  const moved = after?.ok
    ? [...tables.placement.values()]
        .filter((p) => p.roadId === roadId && p.from !== null)
        .map((p) =>
          Math.max(
            ...[p.from, p.to].map((c) => (c === null ? 0 : Math.abs(shiftAt(measured, after.value, c)))),
          ),
        )
        .filter((m) => m >= 0.5)
    : [];
  const accept = () => {
    if (!posts.ok) return;
    const done = commit(
      { code: 'calibration.changed', params: { where: `${roadLabel(road)} ${formatChainage(value)}` } },
      [
        {
          kind: 'set',
          entity: 'road',
          id: road.id,
          version: road.version,
          fields: { calibration: posts.value },
        },
      ],
    );
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
  };
  return (
    <section className={styles.position} aria-label={t('calibration.title')}>
      <ParsedInput
        label={t('calibration.says')}
        value={value}
        format={formatChainage}
        parse={(text) => {
          const read = parseChainage(text, true);
          return read.ok ? { value: read.value } : { problem: reason(read.reason) };
        }}
        onChange={setSays}
      />
      <p className={styles.hint}>
        {!posts.ok
          ? reason(posts.reason)
          : moved.length === 0
            ? t('calibration.nothing')
            : t('calibration.preview', {
                count: format.number(moved.length),
                metres: format.number(Math.round(Math.max(...moved))),
              })}
      </p>
      <Button size="xs" variant="light" disabled={!posts.ok} onClick={accept}>
        {t('calibration.accept')}
      </Button>
    </section>
  );
}
