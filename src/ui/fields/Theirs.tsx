import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cut } from './fieldWords.ts';
import styles from './Theirs.module.css';

interface Props {
  /** The other value, in the words of the field; left out where it has none. */
  readonly value?: string | undefined;
  /** Takes it in place of what is typed. */
  readonly onTake?: () => void;
}

/** Says beside a field that somebody else has just changed it, and to what; what is typed stays. */
export function Theirs({ value, onTake }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  // Said below the edge of a panel, it would be said to nobody.
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={place} className={styles.theirs} role="status">
      <span>
        {value === undefined
          ? t('stored.theirsChanged')
          : value === ''
            ? t('stored.theirsEmpty')
            : t('stored.theirs', { value: cut(value) })}
      </span>
      {onTake !== undefined && (
        <button
          type="button"
          className={styles.take}
          // The field keeps the keys: its being left would store what is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onTake}
        >
          {t('stored.take')}
        </button>
      )}
    </div>
  );
}
