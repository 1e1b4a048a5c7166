import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './ErrorBoundary.tsx';

interface Props {
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog that fails is closed with a sentence; the screen under it goes on. */
export function DialogBoundary({ children, onClose }: Props) {
  const { t } = useTranslation();
  const closed = () => {
    notifications.show({ message: t('part.dialogFailed'), color: 'red' });
    onClose();
  };
  return <ErrorBoundary onFail={closed}>{children}</ErrorBoundary>;
}
