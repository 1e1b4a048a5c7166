/** What a new campaign needs: its name, what it is for, and its days. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewCampaign } from '../../data/campaign/createCampaign.ts';
import { NoAnswer, Refusal, ServerFailed } from '../../data/net/http.ts';
import { openSession } from '../../data/net/session.ts';
import type { Id } from '../../domain/model/rows.ts';
import { parseDay } from '../../domain/schedule/days.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFieldName } from '../../ui/fields/useFieldName.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './campaigns.module.css';

interface NewForm {
  readonly name: string;
  readonly occasion: string;
  readonly opening: string;
  readonly closing: string;
  readonly attempt: NewCampaign | null;
}

export function NewCampaignDialog({
  onClose,
  onOpen,
}: {
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const fieldName = useFieldName();
  const form = useKeptState<NewForm>('campaign', {
    name: '',
    occasion: '',
    opening: '',
    closing: '',
    attempt: null,
  });
  const { name, occasion, ...days } = form.value;
  const change = (part: Partial<typeof form.value>) => form.set({ ...form.now(), ...part });
  const close = () => {
    form.drop();
    onClose();
  };
  const [problem, setProblem] = useState<string | null>(null);
  const [wrongDays, setWrongDays] = useState<{ opening: string | null; closing: string | null }>({
    opening: null,
    closing: null,
  });
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const opening = parseDay(days.opening);
    const closing = days.closing.trim() === '' ? null : parseDay(days.closing);
    const wrong = {
      opening: opening.ok ? null : reason(opening.reason),
      closing: closing === null || closing.ok ? null : reason(closing.reason),
    };
    setWrongDays(wrong);
    if (!opening.ok || (closing !== null && !closing.ok)) return;
    const lastDay = closing?.value ?? null;
    if (lastDay !== null && lastDay < opening.value) {
      setWrongDays({ ...wrong, closing: reason({ code: 'row.closes-before-opening' }) });
      return;
    }
    setBusy(true);
    // Kept with the form: tried again after a lost answer it is the same campaign.
    const attempt = form.now().attempt ?? new NewCampaign();
    change({ attempt });
    try {
      const id = await attempt.create({
        name: name.trim(),
        occasion: occasion.trim(),
        openingDay: opening.value,
        lastDay,
      });
      await openSession();
      form.drop();
      onOpen(id);
    } catch (error) {
      if (error instanceof Refusal) {
        const field = fieldName(error.field);
        setProblem(`${field === null ? '' : `${field}: `}${reason(error)}`);
      } else if (error instanceof NoAnswer || error instanceof ServerFailed)
        setProblem(reason({ code: 'no-answer' }));
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('campaigns.new')}>
      <form onSubmit={(event) => void submit(event)} className={styles.form}>
        <TextInput
          data-autofocus
          label={t('settings.name')}
          value={name}
          required
          withAsterisk={false}
          maxLength={200}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('occasions.name')}
          description={t('occasions.nameLater')}
          placeholder={t('occasions.nameExample')}
          value={occasion}
          maxLength={200}
          onChange={(event) => change({ occasion: event.currentTarget.value })}
        />
        <TextInput
          label={t('settings.openingDay')}
          placeholder={t('settings.dayHint')}
          inputMode="numeric"
          value={days.opening}
          error={wrongDays.opening}
          required
          withAsterisk={false}
          onChange={(event) => change({ opening: event.currentTarget.value })}
        />
        <TextInput
          label={t('settings.closingDay')}
          description={t('occasions.nameLater')}
          placeholder={t('settings.dayHint')}
          inputMode="numeric"
          value={days.closing}
          error={wrongDays.closing}
          onChange={(event) => change({ closing: event.currentTarget.value })}
        />
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <Button type="submit" loading={busy}>
          {t('campaigns.new')}
        </Button>
      </form>
    </Dialog>
  );
}
