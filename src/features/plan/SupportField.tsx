/** What a piece hangs on or is fixed to: people know it on the spot, and some of it is not allowed. */
import { useTranslation } from 'react-i18next';
import { SUPPORTS, type Support } from '../../domain/model/entities/placement.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';

interface Props {
  readonly of: string;
  readonly value: Support;
  readonly disabled?: boolean;
  readonly onChange: (support: Support) => unknown;
}

export function SupportField({ of, value, disabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <ChoiceField<Support>
      of={of}
      label={t('detail.support')}
      data={SUPPORTS.map((s) => ({ value: s, label: t(`support.${s}`) }))}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      onStore={(support) => support !== null && onChange(support)}
    />
  );
}
