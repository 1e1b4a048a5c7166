/** The commands that are offered at a place, as items of a menu. */
import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommandPlace } from '../../data/commands/command.ts';
import { offered } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { NamedIcon } from '../../ui/icons.tsx';

export function CommandItems({ place }: { readonly place: CommandPlace }) {
  const { t } = useTranslation();
  return offered(place).map((c) => (
    <Menu.Item
      key={c.id}
      leftSection={<NamedIcon name={c.icon} size={16} />}
      rightSection={c.key === null ? null : <kbd>{c.key}</kbd>}
      onClick={() => request(c.id)}
    >
      {String(t(`command.${c.id}` as 'command.delete'))}
    </Menu.Item>
  ));
}
