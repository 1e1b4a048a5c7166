/** More units: one name, or a list as an office has it, a line each. */
import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { useRows } from '../../data/campaign/rows.ts';
import { type PastedUnit, sameNames, unitsIn } from '../../domain/unit/pastedUnits.ts';
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
  const pasted = useMemo(() => unitsIn(form.value), [form.value]);
  const same = useMemo(() => sameNames(pasted, units), [pasted, units]);
  const add = () => {
    const kind = usualKind(useCampaign.getState().tables.unit.values());
    const code = pasted.length > 1 ? 'unit.added-many' : 'unit.added';
    const done = commit(
      { code, params: { where: pasted[0]?.name ?? '', count: pasted.length } },
      pasted.map(({ name, ...said }) => ({
        kind: 'create' as const,
        entity: 'unit' as const,
        id: newRowId(),
        fields: { ...said, name, kind: said.kind || kind, centre: null, parentId: null, boundary: null },
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
          if (pasted.length !== 1 || form.value.includes('\n')) return;
          event.preventDefault();
          add();
        }}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={pasted.length === 0}
      >
        {pasted.length > 1 ? t('units.addMany', { count: pasted.length }) : t('units.add')}
      </Button>
      {form.value.trim().includes('\n') && <Preview pasted={pasted} />}
    </form>
  );
}

/** Of a long list the first tell enough. */
const SHOWN = 6;

/** What a list is taken for, before it is one. */
function Preview({ pasted }: { readonly pasted: readonly PastedUnit[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.preview} aria-label={t('units.preview')}>
      {pasted.slice(0, SHOWN).map(({ name, code, contact, phone }) => (
        <li key={`${name} ${code} ${phone}`}>
          <b>{name}</b> {[code, contact, phone].filter((text) => text !== '').join(' · ')}
        </li>
      ))}
      {pasted.length > SHOWN && <li>{t('units.previewMore', { count: pasted.length - SHOWN })}</li>}
    </ul>
  );
}
