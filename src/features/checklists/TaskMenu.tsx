/** What else can be done with a task than ticking it. */
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendar,
  IconDotsVertical,
  IconMap2,
  IconPlayerPlay,
  IconRotate,
  IconRuler2,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { maySay, mayTick, say } from '../../data/work/acting.ts';
import { selectOnly } from '../../data/workbench/choose.ts';
import { goTo, showDialog } from '../../data/workbench/view.ts';
import { isStarted, type PlacementTask } from '../../domain/checklist/task.ts';
import { useTell } from '../../ui/tell.ts';
import { ask } from './asking.ts';
import styles from './checklists.module.css';

/** A menu is heavy to make, and a list has one a row: it is made when somebody first asks for it. */
export function TaskMenu({ task, what }: { readonly task: PlacementTask; readonly what: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t('checklists.more', { what })}
      {...(asked ? {} : { 'aria-haspopup': 'menu', onClick: () => setAsked(true) })}
    >
      <IconDotsVertical size={20} aria-hidden />
    </ActionIcon>
  );
  if (!asked) return button;
  return (
    <Menu
      position="bottom-end"
      withinPortal
      defaultOpened
      withInitialFocusPlaceholder={false}
      classNames={{ item: styles.menuItem ?? '' }}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Items task={task} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Made when the menu opens: who may do what is asked then, not of every row. */
function Items({ task }: { readonly task: PlacementTask }) {
  const { t } = useTranslation();
  const tell = useTell();
  const [, navigate] = useLocation();
  const campaignId = useCampaign((s) => s.campaignId);
  const { placement, item, done, said } = task;
  const isOpen = done === undefined;
  const [says, ticks] = [maySay(task), isOpen && mayTick(task)];
  const begins = ticks && maySay(task, 'started');
  const cannot = said?.standing === 'cannot';
  return (
    <>
      <Menu.Item
        leftSection={<IconMap2 size={17} aria-hidden />}
        onClick={() => {
          selectOnly('placement', placement.id);
          goTo({ placementId: placement.id });
          navigate(`/c/${campaignId}/plan`);
        }}
      >
        {t('checklists.onMap')}
      </Menu.Item>
      {begins && !cannot && !isStarted(task) && (
        <Menu.Item
          leftSection={<IconPlayerPlay size={17} aria-hidden />}
          onClick={() => tell(say('task.started', [task], { standing: 'started' }))}
        >
          {t('checklists.begin')}
        </Menu.Item>
      )}
      {ticks && item.does !== null && (
        <Menu.Item
          leftSection={<IconRuler2 size={17} aria-hidden />}
          onClick={() => {
            selectOnly('placement', placement.id);
            showDialog('report');
          }}
        >
          {t('command.open-report')}
        </Menu.Item>
      )}
      {begins &&
        (cannot ? (
          <Menu.Item
            leftSection={<IconRotate size={17} aria-hidden />}
            onClick={() => tell(say('task.reopened', [task], { standing: 'open', note: '' }))}
          >
            {t('checklists.canAgain')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconAlertTriangle size={17} aria-hidden />}
            onClick={() => ask('cannot', [task])}
          >
            {t('checklists.ask.cannot')}
          </Menu.Item>
        ))}
      {isOpen && says && (
        <>
          <Menu.Item leftSection={<IconUser size={17} aria-hidden />} onClick={() => ask('assign', [task])}>
            {t('checklists.ask.assign')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCalendar size={17} aria-hidden />} onClick={() => ask('due', [task])}>
            {t('checklists.ask.due')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
