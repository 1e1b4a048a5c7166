/** Chooses a file of placements and reads it; what is done with its rows is for others to say. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRow } from '../../domain/table/fileRows.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { ConversionStep } from './file/ConversionStep.tsx';
import { FileDrop } from './file/FileDrop.tsx';
import { useFileContent } from './file/useFileContent.ts';
import { useGroundBox } from './file/useGroundBox.ts';

interface Props {
  readonly onRead: (rows: readonly FileRow[], fileName: string) => void;
  readonly onClose: () => void;
}

export function PlacementFile({ onRead, onClose }: Props) {
  const { t } = useTranslation();
  const { state, open, convert } = useFileContent('rows', useGroundBox());
  const { content, found, problem, fileName, reading } = state;
  useEffect(() => {
    if (content !== null) onRead(content, fileName);
  }, [content, fileName, onRead]);
  return (
    <Dialog opened onClose={onClose} title={t('command.open-import-placements')} size="lg">
      {found === null ? (
        <FileDrop
          hint={t('paste.fileHint')}
          reading={reading ? fileName : null}
          problem={problem}
          onFile={open}
        />
      ) : (
        <ConversionStep fileName={fileName} found={found} onConvert={convert} onOther={() => open(null)} />
      )}
    </Dialog>
  );
}
