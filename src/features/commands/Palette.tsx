/** Everything that can be done now, found by typing a few letters of its name, with or without diacritics. */
import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows, useTable } from '../../data/campaign/rows.ts';
import { COMMANDS } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { selectOnly } from '../../data/workbench/choose.ts';
import { goTo } from '../../data/workbench/view.ts';
import { roadLabel, shownRoads } from '../../domain/plan/roads.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { NamedIcon } from '../../ui/icons.tsx';
import styles from './commands.module.css';
import { useCommandWords } from './commandWords.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly key: string | null;
  readonly run: () => void;
}

const SHOWN = 60;
/** The pages behind the plan that people look for by name. */
const SETTINGS = ['slogans', 'catalogue', 'sets', 'units', 'roads', 'rules'] as const;

/** A screen that one can go to. */
export interface ScreenChoice {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
}

export interface PaletteProps {
  readonly screens: readonly ScreenChoice[];
  readonly onScreen: (screen: string) => void;
  readonly onClose: () => void;
}

export function Palette({ screens, onScreen, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const words = useCommandWords();
  const roads = useTable('road');
  const places = useRows('place');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = useMemo(
    (): readonly Entry[] => [
      ...COMMANDS.filter((c) => c.available()).map((c) => ({
        id: c.id,
        name: words.name(c),
        icon: c.icon,
        key: c.key,
        run: () => request(c.id),
      })),
      ...shownRoads(roads).map((r) => ({
        id: r.id,
        name: t('palette.road', { road: r.name === '' ? roadLabel(r) : `${roadLabel(r)} · ${r.name}` }),
        icon: 'road',
        key: null,
        run: () => {
          onScreen('plan');
          selectOnly('road', r.id);
          goTo({ roadId: r.id });
        },
      })),
      ...places.map((p) => ({
        id: p.id,
        name: t('palette.place', { place: p.name }),
        icon: 'pin',
        key: null,
        run: () => {
          onScreen('plan');
          if (p.kind !== 'neighbour') selectOnly('place', p.id);
          goTo({ coordinate: p.coordinate });
        },
      })),
      ...screens.map(({ id, name, icon }) => ({
        id: `screen-${id}`,
        name: t('palette.screen', { screen: name }),
        icon,
        key: null,
        run: () => onScreen(id),
      })),
      ...SETTINGS.map((tab) => ({
        id: `settings-${tab}`,
        name: t('palette.screen', { screen: t(`settings.tab.${tab}`) }),
        icon: 'settings',
        key: null,
        run: () => onScreen(`settings/${tab}`),
      })),
    ],
    [words, roads, places, screens, onScreen, t],
  );
  const found = useMemo(() => {
    const typed = plainText(text.trim());
    const wanted = typed.split(/\s+/);
    const fitting = entries.filter((e) => wanted.every((w) => plainText(e.name).includes(w)));
    // What begins as it was typed is what was meant, before what merely has the words somewhere.
    const begins = fitting.filter((e) => plainText(e.name).startsWith(typed));
    return [...begins, ...fitting.filter((e) => !begins.includes(e))].slice(0, SHOWN);
  }, [entries, text]);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setAt((chosen + by + found.length) % Math.max(1, found.length));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[chosen]);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      padding={0}
      title={t('palette.title')}
      classNames={{ header: styles.hidden ?? '' }}
    >
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={styles.search ?? ''}
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] === undefined ? undefined : `palette-${found[chosen].id}`}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div id="palette-list" role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {found.map((entry, i) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            ref={(node) => {
              if (i === chosen) node?.scrollIntoView({ block: 'nearest' });
            }}
            className={styles.entry}
            onClick={() => choose(entry)}
            onKeyDown={pressed}
            onPointerMove={() => setAt(i)}
          >
            <NamedIcon name={entry.icon} />
            <span>{entry.name}</span>
            {entry.key !== null && <kbd>{words.key(entry.key)}</kbd>}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>{t('palette.none', { text })}</p>}
      </div>
    </Modal>
  );
}
