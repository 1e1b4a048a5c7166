/** One slogan: its text under the guard's eye, where it may stand, and its approval. */

import { Alert, Button, Checkbox, Group, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen, mayCommit, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { todayOf, useCampaignRow, useRow, useRows } from '../../data/campaign/rows.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import { type Slogan, slogan as shape } from '../../domain/model/entities/slogan.ts';
import { parseDay } from '../../domain/schedule/days.ts';
import {
  type Checked,
  checkedIn,
  correctedSlogan,
  type Guarded,
  guardSlogan,
  isHint,
  type SloganFault,
} from '../../domain/slogan/guard.ts';
import { guardedAlone, guardedIn } from '../../domain/slogan/guarded.ts';
import { LONGEST_SLOGAN } from '../../domain/slogan/sloganLines.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { useFormat } from '../../ui/format.ts';
import { changedFields } from '../../ui/forms/rowForm.ts';
import { type RowForm, useRowForm } from '../../ui/forms/useRowForm.tsx';
import { useNameOf } from '../../ui/nameOf.ts';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import { Approvers } from './Approvers.tsx';
import styles from './slogans.module.css';
import { useGuardWords } from './useGuardWords.ts';

interface Props {
  readonly slogan: Slogan;
  readonly onClose: () => void;
}

export function SloganEditor({ slogan: opened, onClose }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const format = useFormat();
  const campaign = useCampaignRow();
  const types = useRows('assetType').filter((x) => x.carriesText);
  const tables = useCampaign((s) => s.tables);
  const tell = useTell();
  const live = useRow('slogan', opened.id);
  const form = useRowForm(`slogan of ${campaign?.id}`, opened, live, shape.vouches);
  const [noDocument, setNoDocument] = useState(false);
  const close = () => {
    form.finish();
    onClose();
  };
  const { now, seen: slogan, change } = form;
  const isNew = opened.id === '';
  if (campaign === undefined) return null;
  const typeName = (id: string) => nameOf(types.find((x) => x.id === id)?.name);
  const textChanged = now.text !== slogan.text;
  // Nothing that is pasted is cut: what is too long says so.
  const tooLong = now.text.length > LONGEST_SLOGAN;
  const guarded = slogan.approved ? guardedAlone(tables) : guardedIn(tables);
  const faults = guardSlogan(now.text, guarded);
  const op = opOf(slogan, now, textChanged);
  const mayText = isNew ? may.add('slogan') : may.change('slogan', slogan, 'text');
  const isApprover = may.change('slogan', slogan, 'approved');
  const mayApprove = !isNew && isApprover;
  const used = [...tables.placement.values()].filter((p) => p.sloganId === slogan.id).length;
  const remove = () => {
    const op: Op = { kind: 'delete', entity: 'slogan', id: slogan.id, version: slogan.version };
    if (tell(commitSeen({ code: 'slogan.deleted' }, [op], [slogan]))) close();
  };
  const save = () => {
    const last = form.finished();
    if (last === null) return;
    const op = opOf(last.seen, last.now, last.now.text !== last.seen.text);
    // One is approved by a paper, as a list is.
    if (last.now.approved && !last.seen.approved && last.now.approvalDocument.trim() === '') {
      setNoDocument(true);
      return;
    }
    const note = { code: isNew ? 'slogan.added' : 'slogan.changed' };
    if (op === null || tell(commitSeen(note, [op], [last.seen]))) close();
  };
  return (
    <Dialog
      opened
      onClose={close}
      typed={form.typed}
      title={t(isNew ? 'slogans.add' : 'slogans.edit')}
      size="lg"
    >
      <div className={styles.form}>
        <Textarea
          data-autofocus
          label={t('slogans.text')}
          description={t('slogans.textHint', { count: format.number([...now.text].length) })}
          autosize
          minRows={2}
          error={tooLong ? t('slogans.line.long', { length: now.text.length, max: LONGEST_SLOGAN }) : null}
          value={now.text}
          {...form.beside('text')}
          disabled={!mayText}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <GuardWords
          text={now.text}
          faults={faults}
          guarded={guarded}
          checked={checkedIn(now.text, guarded)}
          approved={slogan.approved && !textChanged}
          onCorrect={mayText ? (text) => change({ text }) : null}
        />
        {slogan.approved && textChanged && <Alert color="yellow">{t('slogans.losesApproval')}</Alert>}
        <div className={page.pair}>
          <MultiSelect
            label={t('slogans.types')}
            description={t('slogans.typesHint')}
            data={types.map((x) => ({ value: x.id, label: typeName(x.id) }))}
            value={[...now.typeIds]}
            {...form.beside('typeIds', (x) => x.typeIds.map(typeName).join(', '))}
            clearable
            disabled={!mayText}
            onChange={(typeIds) => change({ typeIds })}
          />
          <NumberEntry
            label={t('slogans.priority')}
            description={t('slogans.priorityHint')}
            min={0}
            max={1000}
            whole
            value={now.priority}
            {...form.beside('priority')}
            disabled={!mayText}
            onChange={(priority) => change({ priority })}
          />
        </div>
        <ApprovalFields
          form={form}
          campaign={campaign}
          disabled={!mayApprove}
          textChanged={textChanged}
          noDocument={noDocument && now.approvalDocument.trim() === ''}
        />
        {!isNew && live === undefined && <p className={styles.facts}>{t('stored.gone')}</p>}
        {!mayApprove && !(slogan.approved && !textChanged) && (
          <p className={styles.facts}>
            {isApprover ? t('slogans.approveSaved') : <Approvers campaignId={campaign.id} />}
          </p>
        )}
      </div>
      <Group mt="md" justify="space-between">
        {!isNew && used === 0 && may.remove('slogan', slogan) ? (
          <Button variant="subtle" color="gray" onClick={remove}>
            {t('common.delete')}
          </Button>
        ) : (
          <span className={styles.facts}>
            {used > 0 && t('slogans.used', { count: format.number(used) })}
          </span>
        )}
        <Group>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            disabled={op === null || tooLong || now.text.trim() === '' || !mayCommit([op]).ok}
            onClick={save}
          >
            {t('slogans.save')}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}

interface GuardProps {
  readonly text: string;
  readonly faults: readonly SloganFault[];
  readonly guarded: Guarded;
  readonly checked: Checked;
  /** What is seen in an approved text is a hint: who approved it has read it, and nothing is mended. */
  readonly approved: boolean;
  /** Null for who may not change the text. */
  readonly onCorrect: ((text: string) => void) | null;
}

/** What the guard says of the text as it stands in the form. */
function GuardWords({ text, faults, guarded, checked, approved, onCorrect }: GuardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useGuardWords();
  if (text.trim() === '' && faults.length === 0) return null;
  if (faults.length === 0) return <CheckedWords checked={checked} />;
  const corrected = correctedSlogan(text, guarded);
  const quiet = approved || faults.every(isHint);
  return (
    <Alert
      color={quiet ? 'gray' : 'red'}
      title={t(quiet ? 'slogans.hints' : 'slogans.faults', { count: format.number(faults.length) })}
    >
      <ul className={styles.faults}>
        {faults.map((f) => (
          <li key={`${f.code} ${f.at}`}>{words(f, text)}</li>
        ))}
      </ul>
      {!approved && corrected !== text && onCorrect !== null && (
        <Button size="xs" variant="default" mt="xs" onClick={() => onCorrect(corrected)}>
          {t('slogans.correct')}
        </Button>
      )}
    </Alert>
  );
}

/** What was compared, and nothing more: the rest is for whoever approves to read. */
function CheckedWords({ checked }: { readonly checked: Checked }) {
  const { t } = useTranslation();
  if (checked.approved) return <p className={styles.fine}>{t('slogans.checkedApproved')}</p>;
  const named = [
    ...checked.numbers.map((word) => t('slogans.checkedNumber', { word })),
    ...checked.terms.map((word) => t('slogans.checkedTerm', { word })),
    ...checked.places.map((word) => t('slogans.checkedPlace', { word })),
  ];
  return (
    <p className={styles.facts}>
      {t(named.length === 0 ? 'slogans.checkedSpelling' : 'slogans.checked', { what: named.join(', ') })}
    </p>
  );
}

interface ApprovalProps {
  readonly form: RowForm<Slogan>;
  readonly campaign: Campaign;
  /** The person may not approve. */
  readonly disabled: boolean;
  readonly textChanged: boolean;
  /** It was to be stored without the number of a document. */
  readonly noDocument: boolean;
}

/** Whether the text is approved, by which document and when. */
function ApprovalFields({ form, campaign, disabled, textChanged, noDocument }: ApprovalProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const { now, seen, change } = form;
  return (
    <>
      <Checkbox
        label={t('slogans.approve')}
        checked={now.approved && !textChanged}
        disabled={disabled || textChanged}
        onChange={(event) =>
          change(
            event.currentTarget.checked
              ? { approved: true, approvalDay: now.approvalDay ?? todayOf(campaign) }
              : { approved: false, approvalDocument: '', approvalDay: null },
          )
        }
      />
      {form.theirs('approved')}
      {form.theirs('approvalDay', (x) => (x.approvalDay === null ? '' : format.day(x.approvalDay)))}
      {now.approved && !textChanged && (
        <div className={page.pair}>
          <TextInput
            label={t('slogans.document')}
            required={!seen.approved}
            error={noDocument ? t('slogans.documentNeeded') : null}
            maxLength={200}
            value={now.approvalDocument}
            {...form.beside('approvalDocument')}
            disabled={disabled}
            onChange={(event) => change({ approvalDocument: event.currentTarget.value })}
          />
          <ParsedInput
            of={seen.id}
            label={t('slogans.day')}
            value={now.approvalDay}
            disabled={disabled}
            format={format.day}
            parse={(text) => {
              const day = parseDay(text);
              return day.ok ? { value: day.value } : { problem: reason(day.reason) };
            }}
            onChange={(approvalDay) => change({ approvalDay })}
          />
        </div>
      )}
    </>
  );
}

/** The edit that the form stands for; null when nothing changed. A changed text gives its approval up. */
function opOf(before: Slogan, now: Slogan, textChanged: boolean): Op | null {
  const { id, version, ...fields } = now;
  const neutral = textChanged ? { approved: false, approvalDocument: '', approvalDay: null } : {};
  if (before.id === '')
    return { kind: 'create', entity: 'slogan', id: newRowId(), fields: { ...fields, ...neutral } };
  const wanted = { ...fields, ...neutral };
  const { id: _id, version: _version, ...was } = before;
  const changed = changedFields(was, wanted);
  if (Object.keys(changed).length === 0) return null;
  return { kind: 'set', entity: 'slogan', id, version, fields: changed };
}
