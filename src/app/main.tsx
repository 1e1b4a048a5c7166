import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../ui/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './App.tsx';
import { startI18n } from './i18n.ts';
import { cssVariables, theme } from './theme.ts';

async function start(): Promise<void> {
  await startI18n();
  if (import.meta.env.MODE === 'demo') {
    const { startBrowserApi } = await import('../../mocks/browser.ts');
    await startBrowserApi();
  }
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <Notifications position="bottom-center" limit={3} autoClose={4000} />
        <Router hook={useHashLocation}>
          <App />
        </Router>
      </MantineProvider>
    </StrictMode>,
  );
}

start().catch((error: unknown) => {
  console.error(error);
  // The page says so in its own words: ours may be what did not come.
  window.dispatchEvent(new Event('cohoa-not-started'));
});
