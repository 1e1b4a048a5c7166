/** What is tried with every field that stores into a row: passed through it stores nothing, typed into it loses nothing. */
import { expect, type Locator } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { type Story, test } from './story.ts';

type SetOp = Story extends { changesSince(n: number): Promise<{ changes: readonly { ops: (infer O)[] }[] }> }
  ? O
  : never;

const fieldsOf = (story: Story) =>
  story.page.locator('main [data-stored-field]:not(:disabled)').filter({ visible: true });

/** Another value of the same kind as the one that stands there, in its own notation. */
function otherThan(value: string): string {
  const chainage = /^Km (\d+)\+(\d{3})$/.exec(value);
  if (chainage) return `Km ${chainage[1]}+${String((Number(chainage[2]) + 7) % 1000).padStart(3, '0')}`;
  const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value);
  if (day) return `${day[1] === '31' ? 30 : String(Number(day[1]) + 1).padStart(2, '0')}/${day[2]}/${day[3]}`;
  const countdown = /^D([+−-])(\d+)$/.exec(value);
  if (countdown) return `D${countdown[1]}${Number(countdown[2]) + 1}`;
  const place = /^(\d+\.\d{4})(\d), (.*)$/.exec(value);
  if (place) return `${place[1]}${(Number(place[2]) + 1) % 10}, ${place[3]}`;
  // The number and the term of an occasion have to be such.
  if (/^[IVXLC]+$/.test(value)) return value === 'IX' ? 'XI' : 'IX';
  const years = /^(\d{4}) - (\d{4})$/.exec(value);
  if (years) return `${Number(years[1]) + 5} - ${Number(years[2]) + 5}`;
  const number = /^(-?\d[\d.]*)(,\d+)?$/.exec(value);
  if (number) return `${Number(number[1]?.replaceAll('.', '')) + 1}${number[2] ?? ''}`;
  return `${value} khác`.trim();
}

/** What the other person's browser sends: the same ops, on the rows as they are now. */
async function writes(other: Story, ops: readonly SetOp[]): Promise<void> {
  const version = await other.number();
  const edit = {
    key: newId(),
    replica: newId(),
    campaignId: DEMO_CAMPAIGN,
    note: { code: 'campaign.changed' },
    ops: ops.map((op) => ({ ...op, version })),
  };
  const status = await other.page.evaluate(
    async ([url, body]) =>
      (
        await fetch(url as string, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: body as string,
        })
      ).status,
    [`/api/campaigns/${DEMO_CAMPAIGN}/edits`, JSON.stringify(edit)],
  );
  expect(status).toBe(200);
}

async function nameOf(field: Locator): Promise<string> {
  return field.evaluate((node) => {
    const input = node as HTMLInputElement;
    return input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? '';
  });
}

/** Passes through every field; gives how many there are. */
export async function passesThrough(story: Story): Promise<number> {
  const before = await story.number();
  const fields = fieldsOf(story);
  const count = await fields.count();
  for (let i = 0; i < count; i++) {
    await fields.nth(i).focus();
    await story.page.keyboard.press('Tab');
  }
  await story.saved();
  expect(await story.number(), 'a field stored something that nobody typed').toBe(before);
  return count;
}

/**
 * Types into a field while somebody else changes the same: what is typed stays, and the other's value is said. What
 * the field writes is learned by storing into it once.
 */
async function keepsWhatIsTyped(story: Story, other: Story, field: Locator): Promise<void> {
  const name = await nameOf(field);
  await test.step(name, async () => {
    const old = await field.inputValue();
    const theirs = otherThan(old);
    const mine = otherThan(theirs);
    const before = await story.number();
    await field.fill(theirs);
    await field.press(await finishing(field));
    await expect.poll(() => story.number(), name).toBe(before + 1);
    const [stored] = (await story.changesSince(before)).changes;
    const ops = stored?.ops ?? [];
    expect(ops, name).toHaveLength(1);
    const shown = await field.inputValue();
    await field.blur();
    await undoes(story, before + 2);
    await expect(field, name).toHaveValue(old);
    await field.focus();
    await field.fill(mine);
    const typed = await field.inputValue();
    await writes(other, ops);
    const said = story.page.getByRole('status').filter({ hasText: 'Người khác vừa đổi thành' });
    await expect(said, name).toBeVisible();
    await expect(field, name).toHaveValue(typed);
    await said.getByRole('button', { name: 'Lấy giá trị đó' }).click();
    await expect(field, name).toHaveValue(shown);
    await expect(said, name).toHaveCount(0);
    await field.press('Tab');
    expect(await story.number(), name).toBe(before + 3);
  });
}

async function finishing(field: Locator): Promise<string> {
  return (await field.evaluate((node) => node.tagName)) === 'TEXTAREA' ? 'Control+Enter' : 'Enter';
}

async function undoes(story: Story, number: number): Promise<void> {
  await story.page
    .getByRole('button', { name: /^Hoàn tác/ })
    .first()
    .click();
  await expect.poll(() => story.number()).toBe(number);
  await story.saved();
}

/** Moving the opening day asks first, in a dialog of its own. */
const ASKS_FIRST = 'Ngày khai mạc (D)';

/** Does it with every field that is typed into, at most `most` of them. */
export async function typesIntoEach(story: Story, other: Story, most = 100): Promise<number> {
  // A list may be put in another order by what is typed: each field is known by a mark of its own.
  const marks = await fieldsOf(story).evaluateAll((nodes) =>
    nodes.flatMap((node, i) => {
      // A choice is picked, not typed.
      if (node.getAttribute('aria-haspopup') !== null && node.getAttribute('aria-autocomplete') === null)
        return [];
      node.setAttribute('data-mark', String(i));
      return [String(i)];
    }),
  );
  let done = 0;
  for (const mark of marks) {
    const field = story.page.locator(`[data-mark="${mark}"]`);
    if (done >= most || (await nameOf(field)) === ASKS_FIRST) continue;
    await keepsWhatIsTyped(story, other, field);
    done++;
  }
  return done;
}

export async function opensSettings(story: Story, tab: string): Promise<void> {
  await story.page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/${tab}`);
  await expect(fieldsOf(story).first()).toBeVisible();
}
