import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/hooks.ts';
import { useWorkbench } from '../../data/workbench.ts';
import styles from './plan.module.css';
import { TOOLS } from './tools.ts';

export function Toolbar() {
  const { t } = useTranslation();
  const tool = useWorkbench((s) => s.tool);
  // Which tools there are depends on the catalogue.
  useTable('assetType');
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('tool.bar')}>
      {TOOLS.map(({ id, icon: Icon, key, available, run }) => (
        <button
          key={id}
          type="button"
          className={styles.tool}
          aria-pressed={tool === id}
          aria-keyshortcuts={key}
          disabled={!available()}
          onClick={run}
        >
          <Icon size={18} stroke={1.75} aria-hidden />
          <span>{t(`tool.${id}`)}</span>
          <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  );
}
