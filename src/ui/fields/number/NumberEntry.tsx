import { notifications } from '@mantine/notifications';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../../domain/text/typedNumber.ts';
import { cut } from '../fieldWords.ts';
import { useOpenDraft } from '../openDrafts.ts';
import { NumberText, type NumberTextProps, stepped } from './NumberText.tsx';
import { useNumberReader } from './useNumberReader.ts';

type Props = NumberTextProps & { readonly value: number | null } & (
    | { readonly optional: true; readonly onChange: (value: number | null) => void }
    | { readonly optional?: false; readonly onChange: (value: number) => void }
  );

interface Typed {
  /** What stands in the field. */
  readonly text: string;
  /** What the form made of it. */
  readonly made: number | null;
  /** What the form held before: a text that becomes unreadable leaves no part of itself behind. */
  readonly before: number | null;
}

/**
 * A number of a form that is stored as a whole. The form hears of each number between the limits as it is typed; what
 * is none stays, is said when the field is left, and keeps the form from being stored without it.
 */
export function NumberEntry({ value, onChange, optional, ...props }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const read = useNumberReader(props);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [said, setSaid] = useState(false);
  const shown = (n: number | null) =>
    n === null ? '' : numberText(n, i18n.language, props.thousands === true);
  // Another value has come from elsewhere: a pick, an undo, what somebody else made of it.
  const mine = typed !== null && typed.made === value ? typed : null;
  const text = mine?.text ?? shown(value);
  const result = mine === null ? null : optional === true && text.trim() === '' ? 'empty' : read(text);
  const problem = result !== null && result !== 'empty' && 'problem' in result ? result.problem : null;
  const type = (next: string) => {
    setSaid(false);
    const nothing = optional === true && next.trim() === '';
    const now = nothing ? null : read(next);
    const before = mine === null ? value : mine.before;
    const made = now === null ? null : 'value' in now ? now.value : before;
    setTyped({ text: next, made, before });
    if (optional === true) onChange(made);
    else if (made !== null) onChange(made);
  };
  const finish = () => {
    if (problem === null) setTyped(null);
    else setSaid(true);
    return problem === null;
  };
  useOpenDraft(problem !== null, {
    kind: 'field',
    accept: finish,
    element: () => document.querySelector(`[data-entry="${id}"]`),
  });
  useNotKept(problem === null ? null : t('stored.notKept', { text: cut(text), problem }));
  return (
    <NumberText
      {...props}
      data-entry={id}
      value={text}
      error={said ? problem : (props.error ?? null)}
      onType={type}
      onStep={(by) => {
        const next = stepped(text, by, props);
        if (next !== null) type(shown(next));
      }}
      onBlur={finish}
    />
  );
}

/** What cannot be read is said once more when the field goes away: there is no place any more where it could be mended. */
function useNotKept(sentence: string | null): void {
  const now = useRef(sentence);
  useLayoutEffect(() => {
    now.current = sentence;
  });
  useLayoutEffect(
    () => () => {
      if (now.current !== null) notifications.show({ message: now.current, color: 'red', autoClose: 20_000 });
    },
    [],
  );
}
