/** One finding: what is wrong, by which rule, and what can be done about it. */

import { Button, Popover, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconBulb,
  IconCircleCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { mayCommit } from '../../../data/campaign/commit.ts';
import { may } from '../../../data/campaign/may.ts';
import { accept, mend, withdraw } from '../../../data/checks/accept.ts';
import type { OpenFinding } from '../../../data/checks/findings.ts';

import type { Severity } from '../../../domain/checks/finding.ts';
import { useKeptState } from '../../../ui/forms/useKeptState.ts';
import { useDone } from '../../../ui/note.ts';
import page from '../../../ui/page.module.css';
import { useTell } from '../../../ui/tell.ts';
import styles from './findings.module.css';
import { useFindingWords } from './findingWords.ts';

const ICONS: Readonly<Record<Severity, Icon>> = {
  error: IconAlertOctagon,
  warning: IconAlertTriangle,
  hint: IconBulb,
};

interface Props {
  readonly open: OpenFinding;
  /** Said of something that is not stored yet: nothing to decide. */
  readonly draft?: boolean;
  readonly where?: string;
  readonly onGo?: () => void;
}

export function FindingItem({ open: { finding, acceptance }, draft = false, where, onGo }: Props) {
  const { t } = useTranslation();
  const words = useFindingWords();
  const Shown = acceptance === undefined ? ICONS[finding.severity] : IconCircleCheck;
  const tell = useTell();
  const said = useDone();
  const mended = () => {
    // Its line goes with the finding: that it was done is said elsewhere.
    if (tell(mend(finding))) notifications.show({ message: said({ code: 'finding.mended' }), color: 'gray' });
  };
  const mayMend = !draft && acceptance === undefined && finding.fix !== null && mayCommit(finding.fix.ops).ok;
  const mayWithdraw = acceptance !== undefined && may.remove('acceptance', acceptance);
  return (
    <li className={`${styles.item} ${acceptance === undefined ? styles[finding.severity] : styles.accepted}`}>
      <Shown
        size={17}
        stroke={1.75}
        aria-label={t(acceptance === undefined ? `severity.${finding.severity}` : 'finding.acceptedMark')}
      />
      <div className={styles.words}>
        {where !== undefined &&
          (onGo === undefined ? (
            <small>{where}</small>
          ) : (
            <button type="button" className={page.opener} onClick={onGo}>
              {where}
            </button>
          ))}
        <p>{words.sentence(finding)}</p>
        <small>{words.source(finding.rule)}</small>
        {acceptance !== undefined && (
          <p className={styles.reason}>
            {t('finding.acceptedBy', { who: acceptance.acceptedBy, reason: acceptance.reason })}
          </p>
        )}
        <div className={styles.doing}>
          {mayMend && finding.fix !== null && (
            <button type="button" className={styles.fix} onClick={mended}>
              {words.fix(finding.fix)}
            </button>
          )}
          {!draft && acceptance === undefined && may.add('acceptance') && (
            <Accept of={finding.key} onAccept={(text) => tell(accept(finding, text))} />
          )}
          {mayWithdraw && acceptance !== undefined && (
            <button type="button" className={styles.quiet} onClick={() => tell(withdraw(acceptance))}>
              {t('finding.withdraw')}
            </button>
          )}
        </div>
      </div>
    </li>
  );
}

function Accept({ of, onAccept }: { readonly of: string; readonly onAccept: (reason: string) => boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useKeptState(`acceptance of ${campaignId} ${of}`, '');
  const text = form.value;
  return (
    <Popover opened={opened} onChange={setOpened} width={280} shadow="md" trapFocus>
      <Popover.Target>
        <button type="button" className={styles.quiet} onClick={() => setOpened(!opened)}>
          {t('finding.accept')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          data-autofocus
          label={t('finding.reason')}
          maxLength={500}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => form.set(event.currentTarget.value)}
        />
        <Button
          size="xs"
          mt="xs"
          fullWidth
          disabled={text.trim() === ''}
          onClick={() => {
            setOpened(false);
            if (onAccept(text)) form.drop();
          }}
        >
          {t('finding.acceptWith')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
