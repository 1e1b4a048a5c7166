/** Where a file is dropped or chosen; says what is wrong with the last one, and which one is being read. */
import { Progress } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../domain/model/result.ts';
import { ACCEPTED, FORMAT_NAMES } from '../../../formats/formats.ts';
import { useReason } from '../../../ui/reason.ts';
import styles from '../exchange.module.css';

interface Props {
  readonly hint: string;
  /** The file that is being read. */
  readonly reading: string | null;
  readonly problem: Reason | null;
  readonly onFile: (file: File) => void;
}

export function FileDrop({ hint, reading, problem, onFile }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  return (
    <>
      <label
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <IconFileUpload size={34} stroke={1.5} aria-hidden />
        <strong>{t('import.drop', { formats: FORMAT_NAMES })}</strong>
        <span>{hint}</span>
        <input
          type="file"
          accept={ACCEPTED}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
      {reading !== null && (
        <div className={styles.reading}>
          <span>{t('import.reading', { file: reading })}</span>
          <Progress value={100} animated aria-label={t('import.reading', { file: reading })} />
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {reason(problem)}
        </p>
      )}
    </>
  );
}
