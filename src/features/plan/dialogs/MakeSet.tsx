/** Makes a dressing set of what is selected on one road. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../../data/campaign/commit.ts';
import { selectedRows } from '../../../data/commands/selected.ts';
import { showDialog } from '../../../data/workbench/view.ts';
import { itemsOf } from '../../../domain/layout/operations/dressing.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useKeptState } from '../../../ui/forms/useKeptState.ts';
import { useReason } from '../../../ui/reason.ts';

export function MakeSet() {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useKeptState(`set of ${campaignId}`, '');
  const name = form.value;
  const close = () => {
    form.drop();
    showDialog(null);
  };
  const rows = selectedRows();
  const [first] = rows;
  const items = itemsOf(rows.filter((r) => r.roadId !== null && r.roadId === first?.roadId));
  const accept = () => {
    const done = commit({ code: 'set.created', params: { where: name.trim() } }, [
      { kind: 'create', entity: 'dressingSet', id: newRowId(), fields: { name: name.trim(), items } },
    ]);
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    notifications.show({ message: t('set.made', { name: name.trim() }), color: 'green' });
    close();
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('command.open-make-set')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept();
        }}
      >
        <p>{t('set.hint', { count: format.number(items.length) })}</p>
        <TextInput
          data-autofocus
          label={t('draft.setName')}
          placeholder={t('set.example')}
          maxLength={100}
          value={name}
          onChange={(event) => form.set(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth mt="md" disabled={name.trim() === '' || items.length === 0}>
          {t('set.make')}
        </Button>
      </form>
    </Dialog>
  );
}
