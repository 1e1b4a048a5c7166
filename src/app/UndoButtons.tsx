/** Taking back and doing again: one step by the button, several by the list of what was done. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../data/campaign/campaign.ts';
import { useNote } from '../ui/note.ts';
import styles from './shell.module.css';
import { useUndo } from './useUndo.ts';

/** Steps listed: more than these are looked for in the history. */
const LISTED = 12;

export function UndoButtons() {
  const { t } = useTranslation();
  const steps = useUndo();
  const canUndo = useCampaign((s) => s.undo.length > 0);
  const canRedo = useCampaign((s) => s.redo.length > 0);
  return (
    <span className={styles.undo}>
      <Tooltip label={`${t('undo.label')} (Ctrl Z)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('undo.label')}
          disabled={!canUndo}
          onClick={() => steps.undo(1)}
        >
          <IconArrowBackUp size={19} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" shadow="md" width={340}>
        <Menu.Target>
          <Tooltip label={t('undo.list')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xs"
              className={styles.undoList ?? ''}
              aria-label={t('undo.list')}
              disabled={!canUndo && !canRedo}
            >
              <IconChevronDown size={13} stroke={2} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <UndoItems />
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={`${t('redo.label')} (Ctrl Y)`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('redo.label')}
          disabled={!canRedo}
          onClick={() => steps.redo(1)}
        >
          <IconArrowForwardUp size={19} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}

/** What was done in this tab, newest first, with what was taken back above it; choosing one goes back to before it. */
function UndoItems() {
  const { t } = useTranslation();
  const note = useNote();
  const steps = useUndo();
  const undo = useCampaign((s) => s.undo);
  const redo = useCampaign((s) => s.redo);
  return (
    <>
      {redo.length > 0 && <Menu.Label>{t('undo.again')}</Menu.Label>}
      {redo.slice(-LISTED).map((step, i, all) => (
        <Menu.Item key={step.key} c="dimmed" onClick={() => steps.redo(all.length - i)}>
          {note(step.note)}
        </Menu.Item>
      ))}
      {undo.length > 0 && <Menu.Label>{t('undo.upTo')}</Menu.Label>}
      {[...undo]
        .reverse()
        .slice(0, LISTED)
        .map((step, i) => (
          <Menu.Item key={step.key} onClick={() => steps.undo(i + 1)}>
            {note(step.note)}
          </Menu.Item>
        ))}
    </>
  );
}

/** On a narrow screen there is no room for the buttons: the account's menu has them. */
export function UndoMenuItems() {
  const { t } = useTranslation();
  const note = useNote();
  const steps = useUndo();
  const last = useCampaign((s) => s.undo.at(-1));
  const next = useCampaign((s) => s.redo.at(-1));
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowBackUp size={17} aria-hidden />}
        disabled={last === undefined}
        onClick={() => steps.undo(1)}
      >
        {last === undefined ? t('undo.label') : `${t('undo.label')}: ${note(last.note)}`}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowForwardUp size={17} aria-hidden />}
        disabled={next === undefined}
        onClick={() => steps.redo(1)}
      >
        {next === undefined ? t('redo.label') : `${t('redo.label')}: ${note(next.note)}`}
      </Menu.Item>
      <Menu.Divider />
    </>
  );
}
