import { dialled } from '../../domain/text/dialled.ts';
import styles from './phone.module.css';

/** A telephone as it was written; on a phone, a press dials it. */
export function Phone({ text }: { readonly text: string }) {
  const number = dialled(text);
  return number === null ? (
    text
  ) : (
    <a className={styles.phone} href={`tel:${number}`}>
      {text}
    </a>
  );
}
