import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import styles from './shell.module.css';

/** A screen that failed says so and leaves the rest standing; nothing that was entered is touched. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <div className={styles.failed} role="alert">
            <strong>{t('error.title')}</strong>
            <p>{t('error.kept')}</p>
            <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
          </div>
        )}
      </Translation>
    );
  }
}
