import { Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import styles from './shell.module.css';

interface Props {
  readonly children: ReactNode;
  /** Called when it fails; a dialog is closed by it, and then nothing of it is left to show. */
  readonly onFail?: () => void;
}

/** A screen that failed says so and leaves the rest standing; nothing that was entered is touched. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.props.onFail?.();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    if (this.props.onFail !== undefined) return null;
    return (
      <Translation>
        {(t) => (
          <div className={styles.failed} role="alert">
            <strong>{t('error.title')}</strong>
            <p>{t(navigator.onLine ? 'error.kept' : 'error.keptOffline')}</p>
            <Group justify="center">
              <Button onClick={() => this.setState({ failed: false })}>{t('part.again')}</Button>
              {/* Without a network a reload would leave nothing at all. */}
              {navigator.onLine && (
                <Button variant="default" onClick={() => location.reload()}>
                  {t('error.reload')}
                </Button>
              )}
            </Group>
          </div>
        )}
      </Translation>
    );
  }
}
