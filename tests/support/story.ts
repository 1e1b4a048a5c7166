/** The app as a person uses it, against a real server of the worker's own. Tests are sentences made of these. */
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { demoFolder, killPostmaster, removeFolder, ServerProcess } from './server.ts';

export interface Changes {
  readonly number: number;
  readonly changes: readonly {
    number: number;
    note: { code: string };
    by: string;
    ops: { kind: string; entity: string; id: string; fields: Record<string, unknown> }[];
  }[];
}

export class Story {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly server: ServerProcess;

  constructor(page: Page, server: ServerProcess) {
    this.page = page;
    this.context = page.context();
    this.server = server;
  }

  /** Signs in through the form's one-click accounts and waits until the plan is there. */
  async signIn(userName: string): Promise<this> {
    await this.page.goto(this.server.url);
    await this.page.getByRole('button', { name: new RegExp(`· ${userName}$`) }).click();
    const nav = this.page.getByRole('navigation').getByRole('link', { name: 'Kế hoạch' });
    await expect(nav).toBeVisible();
    // Whoever has work on the roads lands on it.
    if ((await nav.getAttribute('aria-current')) === null) await nav.click();
    // The screen itself is loaded after the frame around it.
    await expect(this.page.getByRole('toolbar')).toBeVisible();
    await this.opensTable();
    await this.saved();
    return this;
  }

  /** Stories work in the table; the dock opens with the diagram. A phone has no dock. */
  async opensTable(): Promise<void> {
    if ((this.page.viewportSize()?.width ?? 0) <= 700) return;
    const tab = this.page.getByRole('tab', { name: /^Bảng/ });
    // The tab that is open closes the dock.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  async open(screen: 'plan' | 'checklists' | 'settings'): Promise<void> {
    await this.page.goto(`${this.server.url}/#/c/${DEMO_CAMPAIGN}/${screen}`);
    await expect(this.page.getByTestId('sync')).toBeVisible();
    // The screen itself is loaded after the frame around it.
    await expect(this.page.getByText('Đang mở…')).toHaveCount(0);
    if (screen === 'plan') await this.opensTable();
  }

  /** The tasks of everybody, or all of them, in the order that is asked for. */
  async seesWork({
    shown = 'Phải làm',
    by = 'Theo ngày',
  }: {
    shown?: string;
    by?: string;
  } = {}): Promise<void> {
    const choose = (name: string) =>
      this.page.getByRole('main').getByText(name, { exact: true }).first().click();
    await choose('Mọi người');
    await choose(shown);
    await this.page.getByRole('combobox', { name: 'Xếp theo' }).click();
    await this.page.getByRole('option', { name: by }).click();
  }

  /** The box of a task, looked for along the list: only what is in sight is on the page. */
  async task(name: RegExp): Promise<Locator> {
    const box = this.page.getByRole('main').getByRole('checkbox', { name });
    const list = this.page.getByRole('main');
    await list.evaluate((main) => main.scrollTo(0, 0));
    await this.page.waitForTimeout(200);
    await expect
      .poll(
        async () => {
          if ((await box.count()) > 0) return true;
          await list.evaluate((main) => main.scrollBy(0, main.clientHeight * 0.8));
          await this.page.waitForTimeout(60);
          return (await box.count()) > 0;
        },
        { timeout: 60_000, intervals: [20] },
      )
      .toBe(true);
    return box;
  }

  /** The server has everything. */
  async saved(): Promise<void> {
    await expect(this.page.getByTestId('sync')).toHaveText('Đã lưu', { timeout: 20_000 });
  }

  async choosesTool(name: 'Chọn' | 'Đoạn tuyến' | 'Điểm'): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name }).click();
  }

  async choosesRoad(name: RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Tuyến đường' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async types(label: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Typed from start to end, for a stretch of flags. */
  async laysStretch(road: RegExp, from: string, to: string): Promise<void> {
    await this.choosesTool('Đoạn tuyến');
    await this.choosesRoad(road);
    await this.types('Từ lý trình', from);
    await this.types('Đến lý trình', to);
  }

  async searches(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill(text);
  }

  /** Lays flags on a part of a road that is this test's own, and selects them through the table; gives their row. */
  async ownStretch(road: RegExp, from: string, to: string): Promise<Locator> {
    await this.laysStretch(road, from, to);
    await this.page.getByRole('button', { name: /^Bố trí \d+ cờ/ }).click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    await this.searches(from);
    const row = this.page.getByRole('row', {
      name: new RegExp(`${from.replace('+', '\\+')} – ${to.replace('+', '\\+')}`),
    });
    await row.click();
    return row;
  }

  async changesSince(number: number): Promise<Changes> {
    const response = await this.page.request.get(
      `${this.server.url}/api/campaigns/${DEMO_CAMPAIGN}/changes?since=${number}`,
    );
    return (await response.json()) as Changes;
  }

  /** The rows of the demonstration as the server has them, in the order of their ids. */
  async rows(entity: string): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
      const url = `${this.server.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot${query}`;
      const page = (await (await this.page.request.get(url)).json()) as {
        tables: Record<string, { fields: string[]; rows: unknown[][] }>;
        next: string | null;
      };
      const { fields = [], rows: values = [] } = page.tables[entity] ?? {};
      rows.push(...values.map((row) => Object.fromEntries(fields.map((f, i) => [f, row[i]]))));
      after = page.next;
    }
    return rows.sort((a, b) => String(a.id).localeCompare(String(b.id)));
  }

  /** The rows that are not what they were when `former` were all there was: new ones, and those said anew. */
  async newRows(
    entity: string,
    former: readonly Record<string, unknown>[],
  ): Promise<Record<string, unknown>[]> {
    const known = new Map(former.map((row) => [row.id, row.version]));
    return (await this.rows(entity)).filter((row) => known.get(row.id) !== row.version);
  }

  async number(): Promise<number> {
    return (await this.changesSince(0)).number;
  }
}

interface Fixtures {
  /** With a demonstration of its own for each file of tests, so that none depends on what another has done in it. */
  readonly server: ServerProcess;
  readonly story: Story;
  /** Another person at another computer. */
  readonly another: (userName: string) => Promise<Story>;
}

interface WorkerFixtures {
  readonly servers: { of(file: string): Promise<ServerProcess> };
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  servers: [
    async ({ browserName: _ }, use) => {
      let running: { file: string; folder: string; server: ServerProcess } | null = null;
      const stop = async () => {
        if (running === null) return;
        await running.server.stop();
        killPostmaster(running.folder);
        removeFolder(running.folder);
        running = null;
      };
      await use({
        of: async (file) => {
          if (running?.file === file) return running.server;
          await stop();
          const folder = await demoFolder();
          running = { file, folder, server: await ServerProcess.start(folder, {}, []) };
          return running.server;
        },
      });
      await stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  server: async ({ servers }, use, info) => use(await servers.of(info.file)),
  story: async ({ page, server }, use, info) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await use(new Story(page, server));
    if (info.status !== info.expectedStatus) await tellState(page);
    expect(failures, 'errors on the page').toEqual([]);
  },
  another: async ({ browser, server }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (userName) => {
      const context = await newContext(browser);
      opened.push(context);
      return new Story(await context.newPage(), server).signIn(userName);
    });
    for (const context of opened) await context.close();
  },
});

/** What the app itself said when a test failed: a screenshot is not there to be opened where only the log is kept. */
async function tellState(page: Page): Promise<void> {
  if (page.isClosed()) return;
  const said = await page.getByRole('alert').allInnerTexts();
  const mark = await page.getByTestId('sync').allInnerTexts();
  console.log(`the app said: ${JSON.stringify(said)}; its mark: ${JSON.stringify(mark)}`);
}

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
}
