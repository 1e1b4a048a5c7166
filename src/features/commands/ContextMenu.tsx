/** What can be done here, at the pointer: the commands that make sense for what is under it. */

import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { may } from '../../data/campaign/may.ts';
import { useRow } from '../../data/campaign/rows.ts';
import { offered } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { startTool } from '../../data/workbench/choose.ts';
import { changeDraft } from '../../data/workbench/drafts.ts';
import { useSelection } from '../../data/workbench/selection.ts';
import { closeMenu, setDock, showStrip, useView } from '../../data/workbench/view.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { formatChainage } from '../../domain/road/chainageText.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import { useCommandWords } from './commandWords.ts';

/** Asked for on map or diagram by the right button. */
export function ContextMenu() {
  const at = useView((s) => s.menu);
  return at === null ? null : <OpenMenu at={at} />;
}

function OpenMenu({ at }: { readonly at: { readonly x: number; readonly y: number } }) {
  const { t } = useTranslation();
  const words = useCommandWords();
  const onClose = closeMenu;
  const pointed = useSelection((s) => s.pointed);
  const road = useRow('road', pointed?.roadId);
  const commands = offered('menu');
  const begin = (layout: 'stretch' | 'point') => {
    const type = [...useCampaign.getState().tables.assetType.values()].find((x) => x.layout === layout);
    if (type === undefined || pointed === null) return;
    startTool(layout, type);
    const common = { roadId: pointed.roadId, from: pointed.chainage };
    changeDraft(
      layout === 'stretch' ? { ...common, stage: 'end' } : { ...common, side: pointed.side, stage: 'done' },
    );
  };
  // Off the roads, with nothing chosen, there is nothing to offer: an empty box would be no answer.
  if ((road === undefined || pointed === null) && commands.length === 0) return null;
  return (
    <Menu opened onClose={onClose} shadow="md" width={280} position="bottom-start">
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, zIndex: 1000 }} />
      </Menu.Target>
      <Menu.Dropdown>
        {road !== undefined && pointed !== null && (
          <>
            <Menu.Label>
              {roadLabel(road)} · {formatChainage(pointed.chainage)}
            </Menu.Label>
            {may.add('placement') && (
              <>
                <Menu.Item leftSection={<NamedIcon name="route" />} onClick={() => begin('stretch')}>
                  {t('menu.stretchHere')}
                </Menu.Item>
                <Menu.Item leftSection={<NamedIcon name="pin" />} onClick={() => begin('point')}>
                  {t('menu.pointHere')}
                </Menu.Item>
              </>
            )}
            <Menu.Item
              leftSection={<NamedIcon name="strip" />}
              onClick={() => {
                setDock('strip');
                showStrip([road.id]);
              }}
            >
              {t('menu.strip')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        {commands.map((c) => (
          <Menu.Item
            key={c.id}
            leftSection={<NamedIcon name={c.icon} />}
            rightSection={c.key === null ? null : <kbd>{words.key(c.key)}</kbd>}
            onClick={() => request(c.id)}
          >
            {words.name(c)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
