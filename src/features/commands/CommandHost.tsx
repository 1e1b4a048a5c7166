/** Runs the commands that are asked for, says what came of them, and has the text asked for that some need. */
import { notifications } from '@mantine/notifications';
import { type ComponentType, useEffect, useState } from 'react';
import type { AskingCommand } from '../../data/commands/command.ts';
import { commandOf, run } from '../../data/commands/registry.ts';
import { forgetRequest, useRequests } from '../../data/commands/requests.ts';
import { showDialog, useView } from '../../data/workbench/view.ts';
import { useDone } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import type { AskProps } from './Ask.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import type { PaletteProps, ScreenChoice } from './Palette.tsx';
import { useCommandKeys } from './useCommandKeys.ts';

interface Props {
  /** The screen that is open, and the way to another. */
  readonly screen: string;
  readonly screens: readonly ScreenChoice[];
  readonly onScreen: (screen: string) => void;
  /** Loaded when they are opened, and before that when there is time. */
  readonly ask: ComponentType<AskProps>;
  readonly palette: ComponentType<PaletteProps>;
  readonly shortcuts: ComponentType<{ readonly onClose: () => void }>;
}

/** On every screen: what belongs to the plan opens it first. */
export function CommandHost({
  screen,
  screens,
  onScreen,
  ask: Ask,
  palette: Palette,
  shortcuts: Shortcuts,
}: Props) {
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
