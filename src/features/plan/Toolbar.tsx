import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/campaign/rows.ts';
import { request } from '../../data/commands/requests.ts';
import { TOOL_COMMANDS } from '../../data/commands/tools.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import styles from './toolbar.module.css';

/** Few tools stand in the open; those used now and then are behind the last button. */
const IN_THE_OPEN = 5;

export function Toolbar() {
  const { t } = useTranslation();
  const tool = useDrafts((s) => s.tool);
  // Which tools there are depends on the catalogue, the sets and the roads.
  useTable('assetType');
  useTable('dressingSet');
  useTable('road');
  const more = TOOL_COMMANDS.slice(IN_THE_OPEN);
  const moreChosen = more.find((c) => c.id === `tool.${tool}`);
  const name = (id: string) => String(t(`command.${id}` as 'command.tool.select'));
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('tool.bar')} data-over-map>
      {TOOL_COMMANDS.slice(0, IN_THE_OPEN).map((command) => (
        <button
          key={command.id}
          type="button"
          className={styles.tool}
          aria-pressed={command.id === `tool.${tool}`}
          aria-keyshortcuts={command.key ?? undefined}
          disabled={!command.available()}
          onClick={() => request(command.id)}
        >
          <NamedIcon name={command.icon} />
          <span>{name(command.id)}</span>
          <kbd>{command.key}</kbd>
        </button>
      ))}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <button
            type="button"
            className={styles.tool}
            aria-pressed={moreChosen !== undefined}
            aria-label={t('tool.more')}
          >
            {moreChosen === undefined ? (
              <IconDots size={18} aria-hidden />
            ) : (
              <NamedIcon name={moreChosen.icon} />
            )}
            {moreChosen !== undefined && <span>{name(moreChosen.id)}</span>}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map((command) => (
            <Menu.Item
              key={command.id}
              disabled={!command.available()}
              leftSection={<NamedIcon name={command.icon} />}
              rightSection={<kbd>{command.key}</kbd>}
              onClick={() => request(command.id)}
            >
              {name(command.id)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
