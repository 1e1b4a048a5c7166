/** Asks for the line of text that a command needs. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roadsNow } from '../../data/campaign/roadsSeen.ts';
import type { AskingCommand } from '../../data/commands/command.ts';
import { runWith } from '../../data/commands/runWith.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useDone } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import { useCommandWords } from './commandWords.ts';

export interface AskProps {
  readonly command: AskingCommand;
  readonly onClose: () => void;
}

export function Ask({ command, onClose }: AskProps) {
  const { t } = useTranslation();
  const said = useDone();
  const reason = useReason();
  const words = useCommandWords();
  const [seen, setSeen] = useState(roadsNow);
  const [proposed] = useState(command.proposed);
  const [text, setText] = useState(proposed);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = runWith(command, text, seen);
    if (!done.ok) {
      // Told once: what is typed is read on the roads as they are shown now.
      setSeen(roadsNow());
      setProblem(reason(done.reason));
      return;
    }
    if (done.value !== null) notifications.show({ message: said(done.value), color: 'gray' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      // Of one short line Esc is the person's word, as in any field; a press beside it is none.
      closeOnClickOutside={text === proposed || text.trim() === ''}
      title={words.name(command)}
      size="sm"
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={words.ask(command)}
          value={text}
          error={problem}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Button type="submit" fullWidth mt="md" disabled={text.trim() === ''}>
          {words.name(command)}
        </Button>
        <Button variant="subtle" color="gray" fullWidth mt={6} onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </form>
    </Dialog>
  );
}
