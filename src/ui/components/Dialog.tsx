import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A dialog whose closing cross has its word in the reader's language. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Gone at once: what fades away still catches the next click.
      transitionProps={{ exitDuration: 0 }}
      {...props}
    />
  );
}
