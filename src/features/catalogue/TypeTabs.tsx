/** A type's tabs: how it looks, how it is laid, what the store has of it, and the rules that do not apply to it. */
import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ALL_RULES } from '../../data/checks/allRules.ts';
import page from '../../ui/page.module.css';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { COLOUR_NAMES, SHAPE_NAMES } from '../../ui/symbols/shapes.ts';
import styles from './catalogue.module.css';
import { GoesWith } from './GoesWith.tsx';
import { SymbolPreview } from './SymbolPreview.tsx';
import {
  ChoiceOfType,
  NameOfType,
  NumberOfType,
  OptionalNumberOfType,
  type TypeForm,
} from './TypeFields.tsx';
import { WindowFields } from './WindowFields.tsx';

export function LookTab(props: TypeForm) {
  const { t } = useTranslation();
  const { form, readOnly } = props;
  const { now } = form;
  return (
    <>
      <div className={page.pair}>
        <NameOfType {...props} field="name" language="vi" label={t('catalogue.name')} maxLength={200} />
        <NameOfType {...props} field="name" language="en" label={t('catalogue.nameEn')} maxLength={200} />
      </div>
      <fieldset className={styles.shapes} disabled={readOnly}>
        <legend>{t('catalogue.shape')}</legend>
        {SHAPE_NAMES.map((shape) => (
          <label key={shape} title={t(`shape.${shape}`)}>
            <input
              type="radio"
              name="shape"
              checked={now.shape === shape}
              onChange={() => form.change({ shape })}
            />
            <AssetSymbol shape={shape} colour={now.colour} size={30} />
            <span className={styles.hidden}>{t(`shape.${shape}`)}</span>
          </label>
        ))}
      </fieldset>
      {form.theirs('shape', (x) => t(`shape.${x.shape}`))}
      <div className={page.pair}>
        <ChoiceOfType
          {...props}
          field="colour"
          label={t('catalogue.colour')}
          values={COLOUR_NAMES}
          words={(c) => t(`colour.${c}`)}
        />
        <TextInput
          label={t('catalogue.glyph')}
          description={t('catalogue.glyphHint')}
          maxLength={2}
          value={now.glyph}
          {...form.beside('glyph')}
          disabled={readOnly}
          onChange={(event) => form.change({ glyph: event.currentTarget.value })}
        />
      </div>
      <SymbolPreview shape={now.shape} colour={now.colour} glyph={now.glyph} />
    </>
  );
}

/** `used`: placements of the type exist, so that it stays what it is: along a stretch, or at a point. */
export function LayingTab({ used, ...props }: TypeForm & { readonly used: boolean }) {
  const { t } = useTranslation();
  const { form, readOnly } = props;
  return (
    <>
      <div className={page.pair}>
        <ChoiceOfType
          {...props}
          field="layout"
          label={t('catalogue.layout')}
          values={['stretch', 'point']}
          words={(x) => t(`catalogue.layout.${x}`)}
          disabled={used}
          description={used ? t('catalogue.layoutUsed') : undefined}
        />
        <ChoiceOfType
          {...props}
          field="mount"
          label={t('catalogue.mount')}
          values={['pole', 'ground', 'across']}
          words={(m) => t(`mount.${m}`)}
        />
        <NumberOfType {...props} field="defaultSpacing" label={t('draft.spacing')} min={1} />
        <ChoiceOfType
          {...props}
          field="defaultSides"
          label={t('draft.sides')}
          values={['left', 'right', 'both', 'median']}
          words={(s) => t(`sides.${s}`)}
        />
        <TextInput
          label={t('catalogue.size')}
          maxLength={60}
          value={form.now.size}
          disabled={readOnly}
          {...form.beside('size')}
          onChange={(event) => form.change({ size: event.currentTarget.value })}
        />
        <ChoiceOfType
          {...props}
          field="emblem"
          label={t('catalogue.emblem')}
          values={['none', 'national', 'party']}
          words={(e) => t(`emblem.${e}`)}
        />
        <OptionalNumberOfType {...props} field="widthCm" label={t('catalogue.width')} />
        <OptionalNumberOfType {...props} field="heightCm" label={t('catalogue.height')} />
      </div>
      <WindowFields {...props} />
      <Checkbox
        label={t('catalogue.carriesText')}
        checked={form.now.carriesText}
        disabled={readOnly}
        onChange={(event) => form.change({ carriesText: event.currentTarget.checked })}
      />
      {form.theirs('carriesText')}
    </>
  );
}

export function StoreTab(props: TypeForm) {
  const { t } = useTranslation();
  return (
    <>
      <div className={page.pair}>
        <NumberOfType {...props} field="price" label={t('catalogue.price')} />
        <OptionalNumberOfType {...props} field="lifeDays" label={t('catalogue.life')} />
        <NumberOfType {...props} field="inStock" label={t('catalogue.inStock')} />
        <NumberOfType {...props} field="ordered" label={t('catalogue.ordered')} />
        <NameOfType
          {...props}
          field="unitName"
          language="vi"
          label={t('catalogue.unitName')}
          maxLength={40}
        />
        <NameOfType
          {...props}
          field="unitName"
          language="en"
          label={t('catalogue.unitNameEn')}
          maxLength={40}
        />
      </div>
      <GoesWith {...props} />
    </>
  );
}

export function RulesTab({ form, readOnly }: TypeForm) {
  const { t } = useTranslation();
  const ruleName = (id: string) => String(t(`rule.${id}` as 'rule.overlap'));
  return (
    <MultiSelect
      label={t('catalogue.rulesOff')}
      description={t('catalogue.rulesOffHint')}
      data={ALL_RULES.map((r) => ({ value: r.id, label: ruleName(r.id) }))}
      value={[...form.now.rulesOff]}
      {...form.beside('rulesOff', (x) => x.rulesOff.map(ruleName).join(', '))}
      clearable
      searchable
      disabled={readOnly}
      onChange={(rulesOff) => form.change({ rulesOff })}
    />
  );
}
