/** The surveyed kilometre posts of a road: where they stand, and taking one away, which is shown first. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { askReshape } from '../../../data/workbench/reshaping.ts';
import { goTo } from '../../../data/workbench/view.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { formatChainage } from '../../../domain/road/chainageText.ts';
import { useFormat } from '../../../ui/format.ts';
import styles from '../plan.module.css';
import own from './road.module.css';

export function RoadPosts({ road, locked }: { readonly road: Road; readonly locked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { calibration } = road;
  if (calibration.length === 0) return t('road.noPosts');
  return (
    <details className={own.posts}>
      <summary>{t('road.postCount', { count: calibration.length })}</summary>
      <ul>
        {calibration.map((post) => (
          <li key={post.along}>
            <button
              type="button"
              className={styles.link}
              onClick={() => goTo({ roadId: road.id, from: post.chainage, to: post.chainage })}
            >
              {formatChainage(post.chainage)}
            </button>
            <span>{t('road.postAt', { length: format.length(post.along) })}</span>
            {!locked && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('road.removePost', { km: formatChainage(post.chainage) })}
                onClick={() =>
                  askReshape({
                    kind: 'posts',
                    roadId: road.id,
                    calibration: calibration.filter((c) => c !== post),
                  })
                }
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
