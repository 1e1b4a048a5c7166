/** The server is restored from a backup while browsers are ahead of it. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../../server/freePort.ts';
import { cohoa } from '../../support/cli.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../../support/server.ts';
import { Story, test } from '../../support/story.ts';

test('what was made after the backup is asked about, what the page shows is the restored past', async ({
  page,
}) => {
  const port = await freePort();
  const [first, second] = [await demoFolder(), dataFolder()];
  let server = await ServerProcess.start(first, {}, [], port);
  try {
    const story = new Story(page, server);
    const theme = page.getByRole('textbox', { name: 'Chủ đề' });
    const write = async (text: string) => {
      await theme.fill(text);
      await theme.press('Enter');
    };
    await story.signIn('canbo');
    await story.open('settings');
    await write('Trước khi sao lưu');
    await story.saved();
    const file = join(first, 'backup.gz');
    expect(await cohoa(first, ['backup', file])).toMatchObject({ code: 0 });
    for (const text of ['Sau khi sao lưu 1', 'Sau khi sao lưu 2']) {
      await write(text);
      await story.saved();
    }
    await server.stop();
    await write('Viết khi máy chủ đang tắt');
    await expect(page.getByTestId('sync')).toContainText('1 chờ gửi');
    expect(await cohoa(second, ['restore', file])).toMatchObject({ code: 0 });
    server = await ServerProcess.start(second, {}, [], port);
    await page.reload();
    await page.getByRole('button', { name: /· canbo$/ }).click();
    await expect(page.getByTestId('sync')).toContainText('1 việc cần bạn quyết định', { timeout: 30_000 });
    await story.open('settings');
    await expect(theme).toHaveValue('Trước khi sao lưu');
    await page.getByTestId('sync').click();
    await expect(page.getByRole('cell', { name: 'Viết khi máy chủ đang tắt' })).toBeVisible();
    await page.getByRole('button', { name: 'Giữ của tôi' }).click();
    await story.saved();
    await page.keyboard.press('Escape');
    await expect(theme).toHaveValue('Viết khi máy chủ đang tắt');
  } finally {
    await server.stop();
    for (const folder of [first, second]) {
      killPostmaster(folder);
      removeFolder(folder);
    }
  }
});
