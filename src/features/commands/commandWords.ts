import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../data/commands/command.ts';

interface CommandWords {
  readonly name: (command: Command) => string;
  readonly ask: (command: Command) => string;
  /** A key as one would say it; the signs of arrows are in few typefaces. */
  readonly key: (key: string | null) => string;
}

/** What a command is called; the same words on buttons, in menus, in the palette and on the sheet of keys. */
export function useCommandWords(): CommandWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      name: ({ id }) => String(t(`command.${id}` as 'command.delete')),
      key: (key) =>
        (key ?? '')
          .replace('ArrowLeft', t('key.left'))
          .replace('ArrowRight', t('key.right'))
          .replaceAll('+', ' '),
      ask: ({ id }) => String(t(`ask.${id}` as 'ask.split')),
    }),
    [t],
  );
}
