import { useTranslation } from 'react-i18next';
import type { CommandGroup } from '../../data/commands/command.ts';
import { COMMANDS } from '../../data/commands/registry.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import styles from './commands.module.css';
import { useCommandWords } from './commandWords.ts';

const GROUPS: readonly CommandGroup[] = ['tool', 'selection', 'plan', 'view'];

/** The sheet of keys: read from the commands, so that it cannot be wrong. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const words = useCommandWords();
  return (
    <Dialog opened onClose={onClose} title={t('shortcuts.title')} size="xl">
      <div className={styles.sheet}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`commands.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((c) => c.group === group && c.key !== null).map((c) => (
                <div key={c.id}>
                  <dt>{words.name(c)}</dt>
                  <dd>
                    <kbd>{words.key(c.key)}</kbd>
                  </dd>
                </div>
              ))}
              {group === 'view' && (
                <>
                  <div>
                    <dt>{t('palette.title')}</dt>
                    <dd>
                      <kbd>Ctrl K</kbd>
                    </dd>
                  </div>
                  <div>
                    <dt>{t('undo.label')}</dt>
                    <dd>
                      <kbd>Ctrl Z</kbd>
                    </dd>
                  </div>
                  <div>
                    <dt>{t('redo.label')}</dt>
                    <dd>
                      <kbd>Ctrl Y</kbd>
                    </dd>
                  </div>
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
