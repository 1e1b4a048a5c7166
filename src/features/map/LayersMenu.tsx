/** The button for the layers of the map; what it opens is loaded with the rest that is not seen at once. */
import { ActionIcon, Popover } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerListProps } from './LayerList.tsx';

export function LayersMenu({ list: List }: { readonly list: ComponentType<LayerListProps> }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="left-start" shadow="md" width={250} trapFocus>
      <Popover.Target>
        <ActionIcon
          size={36}
          variant="default"
          aria-label={t('layers.title')}
          title={t('layers.title')}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconStack2 size={18} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <List onClose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
