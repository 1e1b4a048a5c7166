/** Views of the table that the campaign keeps, and the link that shows one to somebody else. */

import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { encodeView, showView, viewText } from '../../data/table/tableView.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useTell } from '../../ui/tell.ts';

export function ViewsMenu() {
  const { t } = useTranslation();
  const tell = useTell();
  const views = useRows('savedView');
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const [naming, setNaming] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const create = { kind: 'create', entity: 'savedView', id: '', fields: { name: '', view: '' } } as const;
  const save = () => {
    const done = commit({ code: 'view.saved', params: { where: naming ?? '' } }, [
      { ...create, id: newRowId(), fields: { name: (naming ?? '').trim(), view: viewText() } },
    ]);
    setNaming(null);
    tell(done);
  };
  const share = async () => {
    const link = `${location.origin}${location.pathname}#/c/${campaignId}/plan/view/${encodeView(viewText())}`;
    // A page of an office network without https has no clipboard, and a person may have refused it.
    const copied = await navigator.clipboard?.writeText(link).then(
      () => true,
      () => false,
    );
    if (copied === true) notifications.show({ message: t('table.linkCopied'), color: 'green' });
    else setLink(link);
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={250}>
        <Menu.Target>
          <Tooltip label={t('table.views')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('table.views')}>
              <IconBookmark size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((v) => (
            <Menu.Item
              key={v.id}
              onClick={() => {
                if (!showView(v.view)) notifications.show({ message: t('table.badView'), color: 'red' });
              }}
            >
              {v.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {may.add('savedView') && <Menu.Item onClick={() => setNaming('')}>{t('table.saveView')}</Menu.Item>}
          <Menu.Item onClick={() => void share()}>{t('table.shareView')}</Menu.Item>
          {views.map((v) => {
            const op = { kind: 'delete', entity: 'savedView', id: v.id, version: v.version } as const;
            return may.remove('savedView', v) ? (
              <Menu.Item
                key={`delete ${v.id}`}
                color="gray"
                onClick={() => tell(commit({ code: 'view.deleted', params: { where: v.name } }, [op]))}
              >
                {t('table.deleteView', { name: v.name })}
              </Menu.Item>
            ) : null;
          })}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <Dialog
          opened
          onClose={() => setNaming(null)}
          typed={() => naming.trim() !== ''}
          title={t('table.saveView')}
          size="sm"
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput
              data-autofocus
              label={t('table.viewName')}
              maxLength={100}
              value={naming}
              onChange={(event) => setNaming(event.currentTarget.value)}
            />
            <Button type="submit" fullWidth mt="md" disabled={naming.trim() === ''}>
              {t('table.saveView')}
            </Button>
          </form>
        </Dialog>
      )}
      {link !== null && (
        <Dialog opened onClose={() => setLink(null)} title={t('table.shareView')} size="sm">
          <TextInput
            data-autofocus
            readOnly
            label={t('table.linkByHand')}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Dialog>
      )}
    </>
  );
}
