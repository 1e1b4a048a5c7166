import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../data/commands/command.ts';

interface CommandWords {
  readonly name: (command: Command) => string;
  readonly ask: (command: Command) => string;
}

/** What a command is called; the same words on buttons, in menus, in the palette and on the sheet of keys. */
export function useCommandWords(): CommandWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      name: ({ id }) => String(t(`command.${id}` as 'command.delete')),
      ask: ({ id }) => String(t(`ask.${id}` as 'ask.split')),
    }),
    [t],
  );
}

/** A key as it stands on the keyboard. */
export function shownKey(key: string | null): string {
  return (key ?? '').replace('ArrowLeft', '←').replace('ArrowRight', '→').replaceAll('+', ' ');
}
