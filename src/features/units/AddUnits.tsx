/** More units: one name, or a list as an office has it, a line each. */
import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { namesOf, sameNames } from '../../domain/unit/pastedUnits.ts';
import { usualKind } from '../../domain/unit/unitKinds.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './units.module.css';

export function AddUnits() {
  const { t } = useTranslation();
  const tell = useTell();
  const campaignId = useCampaign((c) => c.campaignId);
  const units = useRows('unit');
  const form = useKeptState(`unit of ${campaignId}`, '');
  const names = useMemo(() => namesOf(form.value), [form.value]);
  const same = useMemo(() => sameNames(names, units), [names, units]);
  const add = () => {
    const kind = usualKind(useCampaign.getState().tables.unit.values());
    const code = names.length > 1 ? 'unit.added-many' : 'unit.added';
    const done = commit(
      { code, params: { where: names[0] ?? '', count: names.length } },
      names.map((name) => ({
        kind: 'create' as const,
        entity: 'unit' as const,
        id: newRowId(),
        fields: {
          code: '',
          name,
          kind,
          centre: null,
          parentId: null,
          boundary: null,
          contact: '',
          phone: '',
        },
      })),
    );
    if (tell(done)) form.drop();
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Textarea
        aria-label={t('units.newName')}
        placeholder={t('units.newName')}
        description={same.length > 0 ? t('units.same', { names: same.join(', ') }) : t('units.newHint')}
        inputWrapperOrder={['input', 'description']}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={20_000}
        value={form.value}
        onChange={(event) => form.set(event.currentTarget.value)}
        onKeyDown={(event) => {
          // A single name is finished by Enter, as in any field; of a list that begins another line.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          if (names.length !== 1 || form.value.includes('\n')) return;
          event.preventDefault();
          add();
        }}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={names.length === 0}
      >
        {names.length > 1 ? t('units.addMany', { count: names.length }) : t('units.add')}
      </Button>
    </form>
  );
}
