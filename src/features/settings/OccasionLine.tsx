/** One occasion: its name and days on a line, everything else when it is opened. */
import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useCampaignRow, useMainOccasion } from '../../data/campaign/rows.ts';
import { OCCASION_KINDS, OCCASION_LEVELS, type Occasion } from '../../domain/model/entities/occasion.ts';
import type { Result } from '../../domain/model/result.ts';
import { addDays, type Day, daysBetween } from '../../domain/schedule/days.ts';
import { daysOf } from '../../domain/schedule/occasions.ts';
import { parseOccasionNumber, parseOccasionYears } from '../../domain/slogan/occasionFields.ts';
import { plainName, renamed } from '../../domain/slogan/occasionName.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { DayField } from './DayField.tsx';
import { keepMain } from './keepMain.ts';
import { MovePreview } from './MovePreview.tsx';
import styles from './occasions.module.css';
import settings from './settings.module.css';

interface Props {
  readonly occasion: Occasion;
  /** Whether its opening is D. */
  readonly isMain: boolean;
  /** Makes it the one; null for who may not. */
  readonly onMain: (() => void) | null;
}

export function OccasionLine({ occasion, isMain, onMain }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const [open, setOpen] = useState(isMain);
  const { id, version, name } = occasion;
  const title = name === '' ? t('occasions.unnamed') : name;
  const days = [occasion.openingDay, ...(occasion.lastDay === null ? [] : [occasion.lastDay])];
  const remove = () =>
    tell(
      commit({ code: 'occasion.deleted', params: { where: title } }, [
        { kind: 'delete', entity: 'occasion', id, version },
      ]),
    );
  return (
    <li className={styles.occasion}>
      <div className={styles.occasionHead}>
        <button type="button" className={styles.opener} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronDown size={16} stroke={1.75} aria-hidden className={open ? styles.turned : undefined} />
          <span>
            <strong>{title}</strong>
            <small>{[...new Set(days)].map(format.day).join(' – ')}</small>
          </span>
        </button>
        {isMain ? (
          <span className={styles.main}>{t('occasions.main')}</span>
        ) : (
          <>
            {onMain !== null && (
              <Button size="compact-sm" variant="default" onClick={onMain}>
                {t('occasions.makeMain')}
              </Button>
            )}
            {may.remove('occasion', occasion) && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('occasions.delete', { name: title })}
                onClick={remove}
              >
                <IconTrash size={17} stroke={1.75} />
              </ActionIcon>
            )}
          </>
        )}
      </div>
      {open && <OccasionFields occasion={occasion} isMain={isMain} />}
    </li>
  );
}

function OccasionFields({ occasion, isMain }: Omit<Props, 'onMain'>) {
  const { t } = useTranslation();
  const tell = useTell();
  const reason = useReason();
  const campaign = useCampaignRow();
  const main = useMainOccasion();
  const { id } = occasion;
  const disabled = !may.change('occasion', occasion, 'name');
  /** The opening that was typed, and the occasion as it stood then. */
  const [moving, setMoving] = useState<{ readonly to: Day; readonly seen: Occasion } | null>(null);
  const store = (fields: Partial<Occasion>, seen = occasion, code = 'occasion.changed') =>
    tell(
      commitSeen(
        { code },
        [
          ...('openingDay' in fields ? keepMain(campaign, main) : []),
          { kind: 'set', entity: 'occasion', id, version: seen.version, fields },
        ],
        [seen],
      ),
    );
  const read = (parse: (text: string) => Result<string>) => (text: string) => {
    const result = parse(text);
    return result.ok ? { value: result.value } : { problem: reason(result.reason) };
  };
  const move = (to: Day | null) => {
    if (to === null) return;
    if (isMain) setMoving({ to, seen: occasion });
    else store(movedTo(occasion, to));
  };
  return (
    <div className={styles.fields}>
      <TextField
        of={id}
        label={t('occasions.name')}
        description={t('occasions.nameHint')}
        value={occasion.name}
        maxLength={200}
        multiline
        disabled={disabled}
        onStore={(name) => store(renamed(occasion, plainName(name)))}
      />
      <div className={settings.pair}>
        <ParsedInput<string>
          of={id}
          label={t('field.number')}
          placeholder={t('occasions.numberHint')}
          value={occasion.number}
          disabled={disabled}
          format={(number) => number}
          parse={read(parseOccasionNumber)}
          onChange={(number) => store({ number })}
        />
        <ParsedInput<string>
          of={id}
          label={t('field.years')}
          placeholder={t('occasions.yearsHint')}
          value={occasion.years}
          disabled={disabled}
          format={(years) => years}
          parse={read(parseOccasionYears)}
          onChange={(years) => store({ years })}
        />
        <ChoiceField<Occasion['kind']>
          of={id}
          label={t('field.kind')}
          data={OCCASION_KINDS.map((value) => ({ value, label: t(`occasions.kind.${value}`) }))}
          value={occasion.kind}
          allowDeselect={false}
          disabled={disabled}
          onStore={(kind) => kind !== null && store({ kind })}
        />
        <ChoiceField<Occasion['level']>
          of={id}
          label={t('field.level')}
          data={OCCASION_LEVELS.map((value) => ({ value, label: t(`occasions.level.${value}`) }))}
          value={occasion.level}
          allowDeselect={false}
          disabled={disabled}
          onStore={(level) => level !== null && store({ level })}
        />
      </div>
      <TextField
        of={id}
        label={t('field.body')}
        value={occasion.body}
        maxLength={200}
        disabled={disabled}
        onStore={(body) => store({ body })}
      />
      <div className={styles.three}>
        <DayField
          of={id}
          label={t('field.firstDay')}
          value={occasion.firstDay}
          mayBeNone
          disabled={disabled}
          onChange={(firstDay) => store({ firstDay })}
        />
        <DayField
          of={id}
          label={isMain ? t('settings.openingDay') : t('field.openingDay')}
          value={occasion.openingDay}
          disabled={disabled}
          onChange={move}
        />
        <DayField
          of={id}
          label={t('field.lastDay')}
          value={occasion.lastDay}
          mayBeNone
          disabled={disabled}
          onChange={(lastDay) => store({ lastDay })}
        />
      </div>
      {moving !== null && (
        <MovePreview
          way="move"
          from={moving.seen.openingDay}
          to={daysOf({ ...moving.seen, ...movedTo(moving.seen, moving.to) })}
          onCancel={() => setMoving(null)}
          onAccept={() => {
            store(movedTo(moving.seen, moving.to), moving.seen, 'campaign.opening-moved');
            setMoving(null);
          }}
        />
      )}
    </div>
  );
}

/** Its other days keep their distance from the opening. */
function movedTo({ firstDay, openingDay, lastDay }: Occasion, to: Day) {
  const by = daysBetween(openingDay, to);
  return {
    openingDay: to,
    ...(firstDay === null ? {} : { firstDay: addDays(firstDay, by) }),
    ...(lastDay === null ? {} : { lastDay: addDays(lastDay, by) }),
  };
}
