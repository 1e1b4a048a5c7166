/** What «mend all» would change, rule by rule and line by line, with what is lost by it: unticked, then done in one step. */
import { Alert, Button, Checkbox, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commit } from '../../../data/campaign/commit.ts';
import { mends } from '../../../data/commands/mend.ts';
import { showDialog } from '../../../data/workbench/view.ts';
import type { Fix } from '../../../domain/checks/finding.ts';
import { fixAsDone, type Mend, opsOfMends, stillMeant, sumOf } from '../../../domain/checks/mends.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useDone } from '../../../ui/note.ts';
import { useTell } from '../../../ui/tell.ts';
import { useFindingWhere } from '../findings/findingWhere.ts';
import { useFindingWords } from '../findings/findingWords.ts';
import styles from './mend.module.css';

export function MendDialog() {
  const { t } = useTranslation();
  const tell = useTell();
  const said = useDone();
  const words = useFindingWords();
  /** As they were when the dialog opened: what a person has read is what is done. */
  const [all, setAll] = useState(mends);
  /** Somebody changed what was shown: it is shown anew before anything is done. */
  const [overtaken, setOvertaken] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = all.filter((mend) => !left.has(mend.finding.key));
  const tables = useCampaign((s) => s.tables);
  const done = opsOfMends(tables, taken);
  const byRule = Map.groupBy(all, (mend) => mend.finding.rule);
  const sum = useSum();
  const close = () => showDialog(null);
  const wants = (mends: readonly Mend[], wanted: boolean) => {
    const next = new Set(left);
    for (const { finding } of mends)
      if (wanted) next.delete(finding.key);
      else next.add(finding.key);
    setLeft(next);
  };
  const accept = () => {
    const now = mends();
    const meant = stillMeant(taken, now);
    if (meant === null) {
      setAll(now);
      setOvertaken(true);
      return;
    }
    const ops = opsOfMends(useCampaign.getState().tables, meant);
    const note = { code: 'finding.mended-all', params: { count: taken.length } };
    if (!tell(commit(note, ops))) return;
    notifications.show({ message: said(note), color: 'gray' });
    close();
  };
  return (
    <Dialog opened onClose={close} title={t('command.mend-all')} size="xl">
      <p className={styles.lead}>{t('mend.lead')}</p>
      {overtaken && <Alert color="yellow">{t('mend.overtaken')}</Alert>}
      <div className={styles.rules}>
        {[...byRule].map(([rule, mends]) => {
          const ticked = mends.filter((mend) => !left.has(mend.finding.key)).length;
          return (
            <details key={rule} className={styles.rule} open={byRule.size === 1 || mends.length <= 3}>
              <summary>
                <Checkbox
                  checked={ticked === mends.length}
                  indeterminate={ticked > 0 && ticked < mends.length}
                  aria-label={words.rule(rule)}
                  onChange={(event) => wants(mends, event.currentTarget.checked)}
                />
                <strong>{words.rule(rule)}</strong>
                <span>{sum(mends)}</span>
              </summary>
              <ul>
                {mends.map((mend) => (
                  <Line
                    key={mend.finding.key}
                    mend={mend}
                    fix={fixAsDone(mend, tables, done)}
                    wanted={!left.has(mend.finding.key)}
                    onWanted={(wanted) => wants([mend], wanted)}
                  />
                ))}
              </ul>
            </details>
          );
        })}
      </div>
      <Group mt="md" justify="space-between">
        <strong role="status">{sum(taken)}</strong>
        <Group>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus disabled={taken.length === 0} onClick={accept}>
            {t('mend.accept', { count: taken.length })}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}

/** «12 chỗ · mất 283»: how many, and what is lost or added by them. */
function useSum(): (mends: readonly Mend[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (mends) => {
    const { lost, added } = sumOf(mends);
    return [
      t('mend.places', { count: mends.length }),
      ...(lost > 0 ? [t('mend.lost', { count: format.number(lost) })] : []),
      ...(added > 0 ? [t('mend.added', { count: format.number(added) })] : []),
    ].join(' · ');
  };
}

interface LineProps {
  readonly mend: Mend;
  readonly fix: Fix;
  readonly wanted: boolean;
  readonly onWanted: (wanted: boolean) => void;
}

function Line({ mend, fix, wanted, onWanted }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFindingWords();
  const where = useFindingWhere();
  const { finding, before, after } = mend;
  // The whole text as it would be: of several faults in it the sentence names one.
  const texts = fix.ops.flatMap((op) =>
    op.kind === 'set' && op.entity === 'slogan' && op.fields.text !== undefined ? [op.fields.text] : [],
  );
  return (
    <li>
      <Checkbox
        checked={wanted}
        label={[where(finding), words.sentence(finding)].filter((text) => text !== '').join(': ')}
        description={[words.fix(fix), ...texts.map((text) => `“${text}”`)].join(': ')}
        onChange={(event) => onWanted(event.currentTarget.checked)}
      />
      {before !== after && (
        <span className={after < before ? styles.less : undefined}>
          {format.number(before)} <IconArrowRight size={13} aria-label={t('mend.becomes')} />{' '}
          {format.number(after)}
        </span>
      )}
    </li>
  );
}
