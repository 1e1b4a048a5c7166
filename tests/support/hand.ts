/** A hand that counts: every click, drag, filled field or key command is one action, with a human pause after it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Hand {
  readonly page: Page;
  readonly #pauseMs: number;
  readonly done: string[] = [];
  readonly #begun = Date.now();

  constructor(page: Page, pauseMs: number) {
    this.page = page;
    this.#pauseMs = pauseMs;
    // A chooser is heard of only once the browser knows that somebody listens: a press may be quicker than that.
    page.on('filechooser', () => {});
  }

  get seconds(): number {
    return (Date.now() - this.#begun) / 1000;
  }

  async #did(what: string): Promise<void> {
    this.done.push(what);
    await this.page.waitForTimeout(this.#pauseMs);
  }

  async clicks(target: Locator, what: string): Promise<void> {
    await target.click();
    await this.#did(`click ${what}`);
  }

  async presses(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.#did(`key ${key}`);
  }

  /** Chooses a file in the page's own chooser: one field filled. */
  async choosesFile(button: Locator, file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await button.click();
    await (await chooser).setFiles(file);
    await this.#did('file chosen');
  }

  /** Types into a field and leaves it: one field filled. */
  async fills(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    const field = within.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.press('Enter');
    await this.#did(`field ${label} = ${text}`);
  }

  /** Types into a list and takes what it finds: one field filled. */
  async takes(label: string, typed: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name: label });
    await box.click();
    if (await box.isEditable()) await box.fill(typed);
    const option = this.page.getByRole('option', { name: typed }).filter({ visible: true }).first();
    await expect(option).toContainText(typed);
    await option.click();
    await this.#did(`field ${label} = ${typed}`);
  }

  /** Does something by the palette: a key, a few letters, a key. */
  async commands(letters: string): Promise<void> {
    await this.presses('Control+k');
    await this.page.keyboard.type(letters);
    await this.#did(`field ${letters}`);
    await this.presses('Enter');
  }
}
