/** What stands on the map keeps off everything else: its boxes are read at every scale and size, and what is drawn below. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../../mocks/demo/builder.ts';
import { type Story, test } from '../../support/story.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Sign {
  readonly kind: string;
  readonly key: string;
  readonly boxes: readonly Box[];
  /** Whether the state of a road is drawn below it, and whether anything is drawn in it. */
  readonly covers: boolean;
  readonly drawn: boolean;
  /** Whether something floats over it, or it is cut off at the edge of the map. */
  readonly hidden: boolean;
}

/** The signs once the map has come to rest: its size may still change, and what stands in each unit is counted a bit later. */
async function signsOn(page: Page): Promise<readonly Sign[]> {
  let signs = await signsNow(page);
  await expect
    .poll(
      async () => {
        const before = JSON.stringify(signs);
        signs = await signsNow(page);
        return signs.length > 2 && JSON.stringify(signs) === before;
      },
      { intervals: [200] },
    )
    .toBe(true);
  return signs;
}

/** The signs as the layer tells of them, in pixels of its canvas, with what the canvases really show there. */
async function signsNow(page: Page): Promise<readonly Sign[]> {
  // Names are measured again when the typeface is there, and the map draws in the frame after that.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  return page.evaluate(() => {
    type Account = HTMLCanvasElement & { placed: () => Omit<Sign, 'covers' | 'drawn' | 'hidden'>[] };
    const signs = document.querySelector<Account>('.leaflet-cohoa-signs-pane canvas');
    const states = document.querySelector<HTMLCanvasElement>('.leaflet-cohoa-stretches-pane canvas');
    if (signs === null || states === null) throw new Error('no map');
    const pixels = [states, signs].map((canvas) =>
      canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height),
    );
    const ratio = signs.width / Number.parseFloat(signs.style.width);
    const [first, second] = [states, signs].map((c) => `${c.style.transform} ${c.width} ${c.height}`);
    // Resized and not yet drawn anew.
    if (first !== second) return [];
    const inked = (image: ImageData | undefined, box: Box) => {
      if (image === undefined) throw new Error('no pixels');
      const [l, t] = [Math.max(0, Math.floor(box.left * ratio)), Math.max(0, Math.floor(box.top * ratio))];
      const r = Math.min(image.width, Math.ceil(box.right * ratio));
      const b = Math.min(image.height, Math.ceil(box.bottom * ratio));
      for (let y = t; y < b; y++)
        for (let x = l; x < r; x++) if ((image.data[4 * (y * image.width + x) + 3] ?? 0) > 0) return true;
      return false;
    };
    const map = document.querySelector('.leaflet-container')?.getBoundingClientRect();
    if (map === undefined) throw new Error('no map');
    const floating = [...document.querySelectorAll('[data-over-map], .leaflet-control')]
      .map((element) => element.getBoundingClientRect())
      .filter((r) => r.width > 0);
    const { left, top } = signs.getBoundingClientRect();
    const isOver = (a: Box, b: Box) =>
      a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
    const hidden = (box: Box) => {
      const here = {
        // The canvas stands on whole pixels, what floats need not.
        left: left + box.left + 1,
        top: top + box.top + 1,
        right: left + box.right - 1,
        bottom: top + box.bottom - 1,
      };
      const inside =
        here.left >= map.left && here.right <= map.right && here.top >= map.top && here.bottom <= map.bottom;
      return isOver(here, map) && (!inside || floating.some((r) => isOver(here, r)));
    };
    const isCut = (box: Box) =>
      box.left < 0 || box.top < 0 || box.right * ratio > signs.width || box.bottom * ratio > signs.height;
    return signs.placed().map((s) => ({
      ...s,
      hidden: s.boxes.some(hidden),
      covers: s.boxes.some((box) => inked(pixels[0], box)),
      // What is cut off at the edge of the canvas may have nothing in the rest.
      drawn: s.boxes.every((box) => inked(pixels[1], box) || isCut(box)),
    }));
  });
}

/** Puts the map somewhere, at a zoom: it begins where the person was. */
async function look(story: Story, lat: number, lng: number, zoom: number): Promise<void> {
  const { page } = story;
  await story.open('checklists');
  await page.evaluate(
    ([key, place]) => localStorage.setItem(key as string, place as string),
    [`cohoa.map.${DEMO_CAMPAIGN}`, `${lat} ${lng} ${zoom}`],
  );
  await story.open('plan');
  await expect(page.locator('.leaflet-cohoa-signs-pane canvas')).toBeAttached();
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

function clashes(signs: readonly Sign[]): string[] {
  const boxes = signs.flatMap((s) => s.boxes.map((box) => ({ key: s.key, box })));
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.key} × ${b.key}`] : [])),
  );
}

/** From a district to a street: the middle of what is looked at, and what must be seen there. */
const SCALES = [
  {
    zoom: 10.5,
    at: [21.96, 105.85],
    seen: ['name', 'shield'],
    never: ['point', 'circle', 'place', 'feature'],
  },
  { zoom: 12.2, at: [21.92, 105.82], seen: ['name', 'shield', 'post', 'point'], never: ['place', 'feature'] },
  { zoom: 14, at: [21.8895, 105.7935], seen: ['shield', 'post', 'point', 'circle', 'place'], never: [] },
  { zoom: 15.5, at: [21.8895, 105.7905], seen: ['point', 'circle', 'place'], never: [] },
  { zoom: 17.5, at: [21.8895, 105.7905], seen: ['point', 'place'], never: [] },
] as const;

const SIZES = [
  [1440, 900],
  [1024, 700],
  [1366, 650],
  [390, 844],
] as const;

test('no name, shield, post, symbol or number covers another, and none what is drawn of the state of a road', async ({
  story,
}) => {
  // Twenty looks at a map of a second or two each; a busy machine takes twice as long.
  test.setTimeout(180_000);
  const { page } = await story.signIn('canbo');
  const seen = new Map<number, Set<string>>();
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const { zoom, at, never } of SCALES) {
      await look(story, at[0], at[1], zoom);
      const signs = await signsOn(page);
      const where = `${width}×${height} at zoom ${zoom}`;
      expect(clashes(signs), where).toEqual([]);
      expect(
        signs.filter((s) => s.covers).map((s) => s.key),
        where,
      ).toEqual([]);
      expect(
        signs.filter((s) => !s.drawn).map((s) => s.key),
        where,
      ).toEqual([]);
      // What is there to be read is left out rather than put under a button; a name says at least that it is there.
      expect(
        signs.filter((s) => s.hidden && ['shield', 'post', 'word'].includes(s.kind)).map((s) => s.key),
        where,
      ).toEqual([]);
      const kinds = new Set(signs.map((s) => s.kind));
      for (const kind of never) expect(kinds, where).not.toContain(kind);
      seen.set(zoom, (seen.get(zoom) ?? new Set()).union(kinds));
    }
  }
  for (const { zoom, seen: wanted } of SCALES)
    for (const kind of wanted) expect(seen.get(zoom), `at zoom ${zoom}`).toContain(kind);
});

/** Where the number that is nearest to the middle of the map is, on the page. */
async function nearestCircle(page: Page): Promise<{ readonly x: number; readonly y: number } | null> {
  const circles = (await signsOn(page)).filter((s) => s.kind === 'circle');
  const canvas = await page.locator('.leaflet-cohoa-signs-pane canvas').boundingBox();
  if (canvas === null) throw new Error('no map');
  const places = circles.flatMap(({ boxes: [box] }) =>
    box === undefined
      ? []
      : [{ x: canvas.x + (box.left + box.right) / 2, y: canvas.y + (box.top + box.bottom) / 2 }],
  );
  const far = (p: { readonly x: number; readonly y: number }) =>
    Math.hypot(p.x - canvas.x - canvas.width / 2, p.y - canvas.y - canvas.height / 2);
  return places.sort((a, b) => far(a) - far(b))[0] ?? null;
}

test('a click on a number goes nearer until its things stand apart, or lists those that no scale takes apart', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const scale = () => page.locator('.leaflet-control-scale-line').first().textContent();
  await look(story, 21.8895, 105.7935, 14);
  // The signs of findings take room too: numbers stand still once they are there.
  await expect(page.getByRole('tab', { name: /Vấn đề\s*\d+/ })).toBeVisible();
  const before = await scale();
  const circle = await nearestCircle(page);
  if (circle === null) throw new Error('no number');
  await page.mouse.click(circle.x, circle.y);
  await expect.poll(scale).not.toBe(before);
  await expect(page.locator('aside')).toHaveCount(0);
  // Two things at one point: no scale takes them apart.
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  const [x, y] = [map.x + map.width * 0.7, map.y + map.height * 0.6];
  await look(story, 21.96, 105.93, 15);
  await page.keyboard.press('p');
  for (let n = 0; n < 2; n++) {
    await page.mouse.click(x, y);
    await page.getByRole('button', { name: /^Bố trí / }).click();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const list = page.getByRole('dialog', { name: 'ở cùng một chỗ' });
  await expect(async () => {
    const at = await nearestCircle(page);
    if (at !== null) await page.mouse.click(at.x, at.y);
    await expect(list).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 40_000 });
  const things = list.getByRole('button');
  expect(await things.count()).toBeGreaterThan(1);
  // The keyboard is in the list: its first thing is chosen.
  await expect(things.first()).toBeFocused();
  const name = (await things.first().locator('span').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  const chosen = await page.locator('aside h2').first().textContent();
  expect(name).toContain(chosen ?? 'nothing');
});
