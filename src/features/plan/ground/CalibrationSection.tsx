/** Says what a surveyed kilometre post reads where it was found, and what would move before anything is stored. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { acceptCalibration } from '../../../data/workbench/accept.ts';
import { changeFeatureDraft, type FeatureDraft } from '../../../data/workbench/drafts.ts';
import { calibrationOf, shiftsBy } from '../../../domain/plan/calibration.ts';
import { formatChainage, parseChainage } from '../../../domain/road/chainageText.ts';
import { finishTyping } from '../../../ui/fields/openDrafts.ts';
import { ParsedInput } from '../../../ui/fields/ParsedInput.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useReason } from '../../../ui/reason.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from '../plan.module.css';

export function CalibrationSection({ draft }: { readonly draft: FeatureDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tell = useTell();
  const tables = useCampaign((s) => s.tables);
  const calibration = calibrationOf(draft, tables);
  if (calibration === null) return null;
  const { metres: moved, approved } = calibration.ok
    ? shiftsBy(calibration.value, tables)
    : { metres: [], approved: 0 };
  return (
    <section className={styles.position} aria-label={t('calibration.title')}>
      <ParsedInput
        of=""
        label={t('calibration.says')}
        value={draft.says}
        format={formatChainage}
        parse={(text) => {
          const read = parseChainage(text, true);
          return read.ok ? { value: read.value } : { problem: reason(read.reason) };
        }}
        onChange={(says) => changeFeatureDraft({ says })}
      />
      <p className={styles.hint} aria-live="polite">
        {!calibration.ok
          ? reason(calibration.reason)
          : moved.length === 0
            ? t('calibration.nothing')
            : t('calibration.preview', {
                count: format.number(moved.length),
                metres: format.number(Math.round(Math.max(...moved))),
              })}
        {approved > 0 && ` ${t('calibration.approved', { count: approved })}`}
      </p>
      <Button
        size="xs"
        variant="light"
        disabled={!calibration.ok}
        onClick={() => finishTyping() && tell(acceptCalibration())}
      >
        {t('calibration.accept')}
      </Button>
    </section>
  );
}
