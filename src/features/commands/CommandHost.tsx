/** Runs the commands that are asked for, says what came of them, and asks for the text that some need. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ComponentType, type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roadsNow } from '../../data/campaign/roadsSeen.ts';
import type { AskingCommand } from '../../data/commands/command.ts';
import { commandOf, run, runWith } from '../../data/commands/registry.ts';
import { forgetRequest, useRequests } from '../../data/commands/requests.ts';
import { showDialog, useView } from '../../data/workbench/view.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useDone } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import { ContextMenu } from './ContextMenu.tsx';
import { useCommandWords } from './commandWords.ts';
import type { PaletteProps, ScreenChoice } from './Palette.tsx';
import { useCommandKeys } from './useCommandKeys.ts';

interface Props {
  /** The screen that is open, and the way to another. */
  readonly screen: string;
  readonly screens: readonly ScreenChoice[];
  readonly onScreen: (screen: string) => void;
  /** Loaded when they are opened, and before that when there is time. */
  readonly palette: ComponentType<PaletteProps>;
  readonly shortcuts: ComponentType<{ readonly onClose: () => void }>;
}

/** On every screen: what belongs to the plan opens it first. */
export function CommandHost({ screen, screens, onScreen, palette: Palette, shortcuts: Shortcuts }: Props) {
  const wanted = useRequests((s) => s.wanted);
  const dialog = useView((s) => s.dialog);
  const [asking, setAsking] = useState<AskingCommand | null>(null);
  const said = useDone();
  const reason = useReason();
  useCommandKeys(screen);
  useEffect(() => {
    if (wanted === null) return;
    const command = commandOf(wanted.id);
    if (screen !== 'plan' && command.screen !== 'every') {
      // Asked again when the plan is there.
      onScreen('plan');
      return;
    }
    forgetRequest();
    if (!command.available()) return;
    if ('asks' in command) {
      setAsking(command);
      return;
    }
    const done = run(command);
    if (!done.ok) notifications.show({ message: reason(done.reason), color: 'red' });
    else if (done.value !== null) notifications.show({ message: said(done.value), color: 'gray' });
  }, [wanted, said, reason, screen, onScreen]);
  return (
    <>
      {asking !== null && <Ask command={asking} onClose={() => setAsking(null)} />}
      <ContextMenu />
      {dialog === 'palette' && (
        <Palette screens={screens} onScreen={onScreen} onClose={() => showDialog(null)} />
      )}
      {dialog === 'shortcuts' && <Shortcuts onClose={() => showDialog(null)} />}
    </>
  );
}

function Ask({ command, onClose }: { readonly command: AskingCommand; readonly onClose: () => void }) {
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
