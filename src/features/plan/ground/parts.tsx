/** What the panels of the ground share. */
import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconFocus2, IconPencil, IconPlus } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pointOfPlace } from '../../../data/commands/findPlace.ts';
import { startTool } from '../../../data/workbench/choose.ts';
import type { LngLatPair } from '../../../domain/model/rows.ts';
import { ParsedInput } from '../../../ui/fields/ParsedInput.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useReason } from '../../../ui/reason.ts';
import styles from '../plan.module.css';

interface PanelHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Absent: the tool is put down. */
  readonly onClose?: () => void;
}

export function PanelHead({ title, children, onClose }: PanelHeadProps) {
  const { t } = useTranslation();
  return (
    <header className={styles.panelHead}>
      <h2 className={styles.grow}>{title}</h2>
      {children}
      <CloseButton aria-label={t('common.close')} onClick={onClose ?? (() => startTool('select'))} />
    </header>
  );
}

interface GroundItemProps {
  readonly name: string;
  readonly detail: string;
  readonly onShow: () => void;
  readonly onEdit: () => void;
}

/** A bridge or an area in the list of what is there already. */
export function GroundItem({ name, detail, onShow, onEdit }: GroundItemProps) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={styles.named}>
        {name}
        <small>{detail}</small>
      </span>
      <ActionIcon variant="subtle" color="gray" aria-label={t('ground.show', { name })} onClick={onShow}>
        <IconFocus2 size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('ground.edit', { name })} onClick={onEdit}>
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface PlaceFieldProps {
  readonly label: string;
  readonly onPlace: (at: LngLatPair) => void;
}

/** A place by its words instead of a click: «QL.3 Km 146+250», a name, coordinates. */
export function PlaceField({ label, onPlace }: PlaceFieldProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = pointOfPlace(text);
    if (!at.ok) {
      setProblem(reason(at.reason));
      return;
    }
    setText('');
    onPlace(at.value);
  };
  return (
    <form onSubmit={add}>
      <TextInput
        label={label}
        placeholder="QL.3 Km 146+250"
        value={text}
        error={problem}
        autoComplete="off"
        rightSection={
          <ActionIcon
            type="submit"
            variant="subtle"
            color="gray"
            aria-label={t('measure.add')}
            disabled={text.trim() === ''}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        }
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        // Enter is the field's while something is typed in it.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') event.stopPropagation();
        }}
      />
    </form>
  );
}

export function DangerButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button variant="default" c="var(--accent)" onClick={onClick}>
      {label}
    </Button>
  );
}

export function Show({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('command.show')}
      title={t('command.show')}
      onClick={onClick}
    >
      <IconFocus2 size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}

interface NameFieldProps {
  readonly of: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly onChange: (name: string) => boolean;
}

export function NameField({ of, name, disabled, onChange }: NameFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      of={of}
      label={t('feature.name')}
      maxLength={200}
      value={name}
      disabled={disabled}
      onStore={onChange}
    />
  );
}

interface CoordinateFieldProps {
  readonly of: string;
  readonly label: string;
  readonly value: LngLatPair;
  readonly disabled: boolean;
  readonly onStore: (at: LngLatPair) => boolean;
}

/** Where something lies, latitude first as people write it; it can be typed as any place. */
export function CoordinateField({ of, label, value: [lng, lat], disabled, onStore }: CoordinateFieldProps) {
  const reason = useReason();
  return (
    <ParsedInput<string>
      of={of}
      label={label}
      value={`${lat.toFixed(5)}, ${lng.toFixed(5)}`}
      disabled={disabled}
      format={(text) => text}
      parse={(text) => {
        const at = pointOfPlace(text);
        return at.ok ? { value: text } : { problem: reason(at.reason) };
      }}
      onChange={(text) => {
        const at = pointOfPlace(text);
        return at.ok && onStore(at.value);
      }}
    />
  );
}
