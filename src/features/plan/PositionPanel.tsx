/** One position of a stretch: left out, or moved a little along the road. */

import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { whereOf } from '../../data/campaign/where.ts';
import { request } from '../../data/commands/requests.ts';
import { selectPosition } from '../../data/workbench/selection.ts';
import { setOp } from '../../domain/edit/edit.ts';
import { withMove } from '../../domain/layout/operations/positions.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { PositionKey } from '../../domain/model/entities/stretchRule.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { NumberField } from '../../ui/fields/number/NumberField.tsx';
import { useTell } from '../../ui/tell.ts';
import styles from './plan.module.css';

interface Props {
  readonly row: Placement;
  readonly position: PositionKey;
}

export function PositionPanel({ row, position }: Props) {
  const { t } = useTranslation();
  const tell = useTell();
  const { rule, from } = row;
  const road = useCampaign((s) => s.tables.road.get(row.roadId ?? ''));
  if (rule === null || from === null) return null;
  const side = position.startsWith('L') ? 'left' : position.startsWith('R') ? 'right' : 'median';
  const shift = rule.staggered && rule.sides === 'both' && side === 'right' ? rule.spacing / 2 : 0;
  const moved = rule.moves[position] ?? 0;
  const at = from + rule.startOffset + shift + Number(position.slice(1)) * rule.spacing + moved;
  const skipped = rule.skips.includes(position);
  const allowed = may.plan([row]);
  return (
    <section className={styles.position} aria-label={t('position.title')}>
      <header>
        <b>
          {t('position.title')} · {formatChainage(at)} · {t(`sides.${side}`).toLocaleLowerCase()}
        </b>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('common.close')}
          onClick={() => selectPosition(null)}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles.pair}>
        <NumberField
          of={`${row.id}:${position}`}
          label={t('position.move')}
          value={moved}
          min={-10_000}
          max={10_000}
          disabled={!allowed || skipped}
          onChange={(metres) =>
            tell(
              commitSeen(
                { code: 'position.moved', params: { where: whereOf(row) } },
                [setOp('placement', row, { rule: withMove(rule, position, metres) })],
                [row],
                road,
              ),
            )
          }
        />
        <Button variant="default" mt={24} disabled={!allowed} onClick={() => request('skip-position')}>
          {t(skipped ? 'position.restore' : 'position.skip')}
        </Button>
      </div>
    </section>
  );
}
