/** What the campaign is for: congresses, elections, anniversaries. One of them gives D. */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, commitSeen, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useCampaignRow, useMainOccasion, useTable } from '../../data/campaign/rows.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import { type Occasion, occasion as shape } from '../../domain/model/entities/occasion.ts';
import { type Day, parseDay } from '../../domain/schedule/days.ts';
import { daysOf, occasionsByDay } from '../../domain/schedule/occasions.ts';
import { plainName, saidInName } from '../../domain/slogan/occasionName.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { keepMain } from './keepMain.ts';
import { MovePreview } from './MovePreview.tsx';
import { OccasionLine } from './OccasionLine.tsx';
import own from './occasions.module.css';
import styles from './settings.module.css';

export function Occasions({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const tell = useTell();
  const occasions = useTable('occasion');
  const sorted = useMemo(() => occasionsByDay(occasions), [occasions]);
  const main = useMainOccasion();
  /** The occasion that is to give D, as its button was pressed. */
  const [choosing, setChoosing] = useState<{ readonly next: Occasion; readonly from: Day } | null>(null);
  const choose = ({ id }: Occasion) => {
    setChoosing(null);
    tell(
      commitSeen(
        { code: 'campaign.opening-moved' },
        [
          {
            kind: 'set',
            entity: 'campaign',
            id: campaign.id,
            version: campaign.version,
            fields: { mainOccasionId: id },
          },
        ],
        [campaign],
      ),
    );
  };
  return (
    <section className={styles.card}>
      <h2>{t('occasions.title')}</h2>
      <p className={styles.lead}>{t('occasions.lead')}</p>
      {sorted.length === 0 && <p className={styles.lead}>{t('occasions.none')}</p>}
      <ul className={own.occasions}>
        {sorted.map((occasion) => (
          <OccasionLine
            key={occasion.id}
            occasion={occasion}
            isMain={occasion.id === main?.id}
            onMain={
              main === undefined || !may.change('campaign', campaign, 'mainOccasionId')
                ? null
                : () => setChoosing({ next: occasion, from: main.openingDay })
            }
          />
        ))}
      </ul>
      {may.add('occasion') && <AddOccasion />}
      {choosing !== null && (
        <MovePreview
          way="choose"
          from={choosing.from}
          to={daysOf(occasions.get(choosing.next.id) ?? choosing.next)}
          onCancel={() => setChoosing(null)}
          onAccept={() => choose(choosing.next)}
        />
      )}
    </section>
  );
}

function AddOccasion() {
  const { t } = useTranslation();
  const tell = useTell();
  const reason = useReason();
  const campaign = useCampaignRow();
  const main = useMainOccasion();
  const form = useKeptState(`occasion of ${campaign?.id}`, { name: '', day: '' });
  const { name, day } = form.value;
  const [unnamed, setUnnamed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const read = parseDay(day);
    if (!read.ok) {
      setProblem(reason(read.reason));
      return;
    }
    setProblem(null);
    if (plainName(name) === '') {
      setUnnamed(true);
      return;
    }
    const fields = {
      ...shape.blank,
      ...saidInName(name),
      name: plainName(name),
      openingDay: read.value,
    };
    const done = commit({ code: 'occasion.added', params: { where: name.trim() } }, [
      ...keepMain(campaign, main),
      { kind: 'create', entity: 'occasion', id: newRowId(), fields },
    ]);
    if (tell(done)) form.drop();
  };
  return (
    <form onSubmit={add} className={styles.add}>
      <TextInput
        label={t('occasions.name')}
        placeholder={t('occasions.nameExample')}
        value={name}
        required
        withAsterisk={false}
        maxLength={200}
        error={unnamed && name.trim() === '' ? t('reason.occasion.unnamed') : null}
        onChange={(event) => form.set({ ...form.now(), name: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.openingDay')}
        placeholder={t('settings.dayHint')}
        value={day}
        required
        withAsterisk={false}
        error={problem}
        onChange={(event) => form.set({ ...form.now(), day: event.currentTarget.value })}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        {t('occasions.add')}
      </Button>
    </form>
  );
}
