import { Alert, Button, Group, Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDraft, wouldLose } from '../fields/openDrafts.ts';
import styles from './Dialog.module.css';

interface Props extends ModalProps {
  /** Whether something is typed in it that only its own button stores; asked when it matters. */
  readonly typed?: () => boolean;
  /** Its buttons: in sight, however long what is above them. */
  readonly foot?: ReactNode;
}

/**
 * A dialog whose closing cross has its word in the reader's language, and which Esc, the cross or a press beside it do
 * not close over what was typed and not stored: it asks first. Its own buttons are the person's word.
 */
export function Dialog({ onClose, children, typed, foot, ...props }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const content = useRef<HTMLDivElement | null>(null);
  useOpenDraft(typed !== undefined, {
    kind: 'form',
    accept: () => typed?.() !== true,
    element: () => content.current,
  });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // Gone at once: what fades away still catches the next click.
      transitionProps={{ exitDuration: 0 }}
      {...props}
      onClose={() => {
        // Asked for a second time it was not answered: the question goes, and what is typed stays.
        if (asking) setAsking(false);
        else if (wouldLose()) setAsking(true);
        else onClose();
      }}
    >
      {asking && <Question onStay={() => setAsking(false)} onDrop={onClose} />}
      {/* Whoever types on has answered. */}
      <div
        ref={(node) => {
          content.current = node;
          // Else the first thing in the dialog has the focus, which is the cross that closes it.
          if (node?.querySelector('[data-autofocus]') === null) node.dataset.autofocus = '';
        }}
        tabIndex={-1}
        className={styles.content ?? ''}
        onInput={() => setAsking(false)}
      >
        {children}
        {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      </div>
    </Modal>
  );
}

function Question({ onStay, onDrop }: { readonly onStay: () => void; readonly onDrop: () => void }) {
  const { t } = useTranslation();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    // To where the hand was, if it has not gone elsewhere since.
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <Alert
      className={styles.question ?? ''}
      color="yellow"
      title={t('dialog.typed')}
      mb="sm"
      role="alert"
      styles={{
        title: { color: 'var(--ink)' },
        body: { overflow: 'visible' },
        message: { overflow: 'visible' },
      }}
    >
      <Group gap="xs">
        <Button ref={stay} size="xs" onClick={onStay}>
          {t('dialog.stay')}
        </Button>
        <Button size="xs" variant="default" onClick={onDrop}>
          {t('dialog.drop')}
        </Button>
      </Group>
    </Alert>
  );
}
