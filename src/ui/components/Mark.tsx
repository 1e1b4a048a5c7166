import type { Icon } from '@tabler/icons-react';
import styles from './Mark.module.css';

export type Tone = 'plain' | 'info' | 'caution' | 'accent' | 'done';

/** A word in a small pill with its icon: the icon and the word say it, the colour only helps. */
export function Mark({
  icon: Icon,
  tone,
  children,
}: {
  readonly icon: Icon;
  readonly tone: Tone;
  readonly children: string;
}) {
  return (
    <span className={`${styles.mark} ${tone === 'plain' ? '' : (styles[tone] ?? '')}`}>
      <Icon size={14} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
