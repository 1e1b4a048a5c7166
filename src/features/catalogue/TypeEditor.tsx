/** One type: its symbol, size, spacing, price, store, checklist and the rules that do not apply to it. */

import { Button, Checkbox, Group, MultiSelect, Select, Tabs, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commitSeen, newRowId } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { useRow, useRows, useTable } from '../../data/campaign/rows.ts';
import { ALL_RULES } from '../../data/checks/allRules.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { Sides } from '../../domain/model/entities/stretchRule.ts';
import { plainText } from '../../domain/text/plainText.ts';
import type { Translated } from '../../domain/text/translated.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { changedFields } from '../../ui/forms/rowForm.ts';
import { useRowForm } from '../../ui/forms/useRowForm.tsx';
import { useNameOf } from '../../ui/nameOf.ts';
import page from '../../ui/page.module.css';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { COLOUR_NAMES, SHAPE_NAMES } from '../../ui/symbols/shapes.ts';
import { useTell } from '../../ui/tell.ts';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import styles from './catalogue.module.css';
import { SymbolPreview } from './SymbolPreview.tsx';

/** As many as the server takes. */
const MOST = {
  price: 1_000_000_000_000,
  inStock: 10_000_000,
  ordered: 10_000_000,
  defaultSpacing: 100_000,
} as const;

export function TypeEditor({
  type: opened,
  onClose,
}: {
  readonly type: AssetType;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const tell = useTell();
  const nameOf = useNameOf();
  const types = useRows('assetType');
  const placements = useTable('placement');
  const live = useRow('assetType', opened.id);
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useRowForm(`type of ${campaignId}`, opened, live);
  const close = () => {
    form.finish();
    onClose();
  };
  const { now, seen: type, change } = form;
  const isNew = opened.id === '';
  const op = opOf(type, now, types);
  const readOnly = !(isNew ? may.add('assetType') : may.change('assetType', type, 'price'));
  const problem =
    now.name.vi.trim() === ''
      ? t('catalogue.needsName')
      : isLookalike(now, types)
        ? t('catalogue.lookalike', { name: nameOf(isLookalike(now, types)?.name) })
        : null;
  const deleteOp: Op = { kind: 'delete', entity: 'assetType', id: type.id, version: type.version };
  const used = [...placements.values()].some((p) => p.assetTypeId === type.id);
  const save = () => {
    const last = form.finished();
    if (last === null) return;
    const op = opOf(last.seen, last.now, types);
    const note = { code: isNew ? 'type.added' : 'type.changed', params: { where: last.now.name.vi } };
    if (op === null || tell(commitSeen(note, [op], [last.seen]))) close();
  };
  const number = (field: 'price' | 'inStock' | 'ordered' | 'defaultSpacing', label: string, min = 0) => (
    <NumberEntry
      label={label}
      min={min}
      max={MOST[field]}
      whole={field !== 'defaultSpacing'}
      thousands
      value={now[field]}
      disabled={readOnly}
      {...form.beside(field)}
      onChange={(n) => change({ [field]: n })}
    />
  );
  const optional = (field: 'widthCm' | 'heightCm' | 'lifeDays', label: string) => (
    <NumberEntry
      label={label}
      optional
      min={1}
      max={10_000}
      whole={field === 'lifeDays'}
      value={now[field]}
      disabled={readOnly}
      {...form.beside(field)}
      onChange={(n) => change({ [field]: n })}
    />
  );
  const name = (field: 'name' | 'unitName', language: keyof Translated, label: string, max: number) => (
    <TextInput
      label={label}
      maxLength={max}
      value={now[field][language]}
      disabled={readOnly}
      {...form.beside(field, (x) => `${x[field].vi} · ${x[field].en}`)}
      onChange={(event) => change({ [field]: { ...now[field], [language]: event.currentTarget.value } })}
    />
  );
  return (
    <Dialog
      opened
      onClose={close}
      typed={form.typed}
      title={isNew ? t('catalogue.add') : nameOf(type.name)}
      size="xl"
    >
      <Tabs defaultValue="look" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="look">{t('catalogue.tab.look')}</Tabs.Tab>
          <Tabs.Tab value="laying">{t('catalogue.tab.laying')}</Tabs.Tab>
          <Tabs.Tab value="store">{t('catalogue.tab.store')}</Tabs.Tab>
          <Tabs.Tab value="checklist">{t('catalogue.tab.checklist')}</Tabs.Tab>
          <Tabs.Tab value="rules">{t('catalogue.tab.rules')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="look" className={styles.form ?? ''}>
          <div className={page.pair}>
            {name('name', 'vi', t('catalogue.name'), 200)}
            {name('name', 'en', t('catalogue.nameEn'), 200)}
          </div>
          <fieldset className={styles.shapes} disabled={readOnly}>
            <legend>{t('catalogue.shape')}</legend>
            {SHAPE_NAMES.map((shape) => (
              <label key={shape} title={t(`shape.${shape}`)}>
                <input
                  type="radio"
                  name="shape"
                  checked={now.shape === shape}
                  onChange={() => change({ shape })}
                />
                <AssetSymbol shape={shape} colour={now.colour} size={30} />
                <span className={styles.hidden}>{t(`shape.${shape}`)}</span>
              </label>
            ))}
          </fieldset>
          {form.theirs('shape', (x) => t(`shape.${x.shape}`))}
          <div className={page.pair}>
            <Select
              label={t('catalogue.colour')}
              data={COLOUR_NAMES.map((c) => ({ value: c, label: t(`colour.${c}`) }))}
              value={now.colour}
              {...form.beside('colour', (x) => t(`colour.${x.colour}`))}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(colour) => change({ colour: (colour ?? 'red') as AssetType['colour'] })}
            />
            <TextInput
              label={t('catalogue.glyph')}
              description={t('catalogue.glyphHint')}
              maxLength={2}
              value={now.glyph}
              {...form.beside('glyph')}
              disabled={readOnly}
              onChange={(event) => change({ glyph: event.currentTarget.value })}
            />
          </div>
          <SymbolPreview shape={now.shape} colour={now.colour} glyph={now.glyph} />
        </Tabs.Panel>
        <Tabs.Panel value="laying" className={styles.form ?? ''}>
          <div className={page.pair}>
            <Select
              label={t('catalogue.layout')}
              data={[
                { value: 'stretch', label: t('catalogue.layout.stretch') },
                { value: 'point', label: t('catalogue.layout.point') },
              ]}
              value={now.layout}
              {...form.beside('layout', (x) => t(`catalogue.layout.${x.layout}`))}
              allowDeselect={false}
              disabled={readOnly || used}
              description={used ? t('catalogue.layoutUsed') : undefined}
              onChange={(layout) => change({ layout: (layout ?? 'stretch') as AssetType['layout'] })}
            />
            <Select
              label={t('catalogue.mount')}
              data={(['pole', 'ground', 'across'] as const).map((m) => ({
                value: m,
                label: t(`mount.${m}`),
              }))}
              value={now.mount}
              {...form.beside('mount', (x) => t(`mount.${x.mount}`))}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(mount) => change({ mount: (mount ?? 'pole') as AssetType['mount'] })}
            />
            {number('defaultSpacing', t('draft.spacing'), 1)}
            <Select
              label={t('draft.sides')}
              data={(['left', 'right', 'both', 'median'] as const).map((s) => ({
                value: s,
                label: t(`sides.${s}`),
              }))}
              value={now.defaultSides}
              {...form.beside('defaultSides', (x) => t(`sides.${x.defaultSides}`))}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(sides) => change({ defaultSides: (sides ?? 'both') as Sides })}
            />
            <TextInput
              label={t('catalogue.size')}
              maxLength={60}
              value={now.size}
              disabled={readOnly}
              {...form.beside('size')}
              onChange={(event) => change({ size: event.currentTarget.value })}
            />
            <Select
              label={t('catalogue.emblem')}
              data={(['none', 'national', 'party'] as const).map((e) => ({
                value: e,
                label: t(`emblem.${e}`),
              }))}
              value={now.emblem}
              {...form.beside('emblem', (x) => t(`emblem.${x.emblem}`))}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(emblem) => change({ emblem: (emblem ?? 'none') as AssetType['emblem'] })}
            />
            {optional('widthCm', t('catalogue.width'))}
            {optional('heightCm', t('catalogue.height'))}
          </div>
          <Checkbox
            label={t('catalogue.carriesText')}
            checked={now.carriesText}
            disabled={readOnly}
            onChange={(event) => change({ carriesText: event.currentTarget.checked })}
          />
          {form.theirs('carriesText')}
        </Tabs.Panel>
        <Tabs.Panel value="store" className={styles.form ?? ''}>
          <div className={page.pair}>
            {number('price', t('catalogue.price'))}
            {optional('lifeDays', t('catalogue.life'))}
            {number('inStock', t('catalogue.inStock'))}
            {number('ordered', t('catalogue.ordered'))}
            {name('unitName', 'vi', t('catalogue.unitName'), 40)}
            {name('unitName', 'en', t('catalogue.unitNameEn'), 40)}
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="checklist" className={styles.form ?? ''}>
          {form.theirs('checklist')}
          <ChecklistEditor
            items={now.checklist}
            others={types.filter((x) => x.id !== type.id && x.checklist.length > 0)}
            readOnly={readOnly}
            onChange={(checklist) => change({ checklist })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="rules" className={styles.form ?? ''}>
          <MultiSelect
            label={t('catalogue.rulesOff')}
            description={t('catalogue.rulesOffHint')}
            data={ALL_RULES.map((r) => ({ value: r.id, label: String(t(`rule.${r.id}` as 'rule.overlap')) }))}
            value={[...now.rulesOff]}
            {...form.beside('rulesOff', (x) =>
              x.rulesOff.map((id) => String(t(`rule.${id}` as 'rule.overlap'))).join(', '),
            )}
            clearable
            searchable
            disabled={readOnly}
            onChange={(rulesOff) => change({ rulesOff })}
          />
        </Tabs.Panel>
      </Tabs>
      {!isNew && live === undefined && <p className={styles.problem}>{t('stored.gone')}</p>}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
      <Group mt="md" justify="space-between">
        {!isNew && !used && may.remove('assetType', type) ? (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              const note = { code: 'type.deleted', params: { where: now.name.vi } };
              if (tell(commitSeen(note, [deleteOp], [type]))) close();
            }}
          >
            {t('common.delete')}
          </Button>
        ) : (
          <span />
        )}
        <Group>
          <Button variant="default" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button disabled={readOnly || op === null || now.name.vi.trim() === ''} onClick={save}>
            {t('catalogue.save')}
          </Button>
        </Group>
      </Group>
    </Dialog>
  );
}

/** Another type that a black-and-white print could not tell from this one. */
function isLookalike(now: AssetType, types: readonly AssetType[]): AssetType | undefined {
  return types.find((x) => x.id !== now.id && x.shape === now.shape && x.glyph === now.glyph);
}

function opOf(before: AssetType, now: AssetType, types: readonly AssetType[]): Op | null {
  const { id, version, ...fields } = now;
  const trimmed = { ...fields, name: trimmedName(fields.name), unitName: trimmedName(fields.unitName) };
  if (before.id === '')
    return {
      kind: 'create',
      entity: 'assetType',
      id: newRowId(),
      fields: { ...trimmed, code: codeFor(now.name.vi, types) },
    };
  const { id: _id, version: _version, ...was } = before;
  const changed = changedFields(was, trimmed);
  return Object.keys(changed).length === 0
    ? null
    : { kind: 'set', entity: 'assetType', id, version, fields: changed };
}

const trimmedName = (name: Translated) =>
  Object.fromEntries(
    Object.entries(name).map(([language, text]) => [language, text.trim()]),
  ) as unknown as Translated;

/** A code that other campaigns can know the type by: its name in plain letters, numbered when it is taken. */
function codeFor(name: string, types: readonly AssetType[]): string {
  const base =
    plainText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 30) || 'type';
  const taken = new Set(types.map((x) => x.code));
  for (let n = 1; ; n++) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(code)) return code;
  }
}
