import { Alert, Button, Group, Modal, type ModalProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wouldLose } from './openDrafts.ts';

/**
 * A dialog whose closing cross has its word in the reader's language, and which Esc, the cross or a press beside it do
 * not close over what was typed and not stored: it asks first.
 */
export function Dialog({ onClose, children, ...props }: ModalProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Gone at once: what fades away still catches the next click.
      transitionProps={{ exitDuration: 0 }}
      {...props}
      onClose={() => {
        if (wouldLose()) setAsking(true);
        else onClose();
      }}
    >
      {asking && (
        <Alert
          color="yellow"
          title={t('dialog.typed')}
          mb="sm"
          role="alert"
          styles={{ title: { color: 'var(--ink)' } }}
        >
          <Group gap="xs">
            <Button size="xs" data-autofocus onClick={() => setAsking(false)}>
              {t('dialog.stay')}
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              {t('dialog.drop')}
            </Button>
          </Group>
        </Alert>
      )}
      {children}
    </Modal>
  );
}
