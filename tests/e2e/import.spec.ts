import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import proj4 from 'proj4';
import { systemById } from '../../src/formats/coordinates/systems.ts';
import { westernBytes, zippedShapefile } from '../support/shapefile.ts';
import { type Story, test } from '../support/story.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const NO_DATA = 'needs ../shared/data beside the project';

async function chooses(
  story: Story,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await story.page.getByRole('button', { name: 'Nhập tuyến' }).click();
  await story.page.locator('input[type="file"]').setInputFiles(file);
}

/** A file that reaches beyond the ground of the campaign offers what lies on it, until more is asked for. */
async function everywhere(story: Story): Promise<void> {
  await story.page.getByRole('combobox', { name: 'Lấy tuyến ở đâu' }).click();
  await story.page.getByRole('option', { name: 'Mọi nơi trong tệp' }).click();
}

function geojson(features: unknown[]) {
  return {
    name: 'duong.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  };
}

const feature = (properties: object, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});

test('a small file: the good road is imported, the bad feature named, the unnamed one offered', async ({
  story,
}) => {
  await story.signIn('canbo');
  const before = await story.number();
  await chooses(
    story,
    geojson([
      feature({ ref: 'ĐH.9', name: '<b>Đường huyện 9</b>', highway: 'tertiary' }, [
        [105.85, 21.95],
        [105.86, 21.96],
      ]),
      feature({ highway: 'tertiary' }, [
        [105.87, 21.95],
        [105.88, 21.96],
      ]),
      feature({ name: 'Hỏng' }, [
        [500_000, 2_400_000],
        [500_100, 2_400_100],
      ]),
    ]),
  );
  const { page } = story;
  await expect(page.getByText('<b>Đường huyện 9</b>')).toBeVisible();
  await page.getByText('Bị từ chối 1', { exact: true }).click();
  await expect(page.getByText('Đối tượng 3')).toBeVisible();
  await page.getByRole('button', { name: 'Nhập 1 tuyến' }).click();
  await story.saved();
  const { changes } = await story.changesSince(before);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.ops[0]).toMatchObject({
    kind: 'create',
    entity: 'road',
    fields: { code: 'ĐH.9', class: 'district' },
  });
});

test('a file that is none says so, and the dialog stays for another', async ({ story }) => {
  await story.signIn('canbo');
  await chooses(story, { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('không phải') });
  await expect(story.page.getByRole('alert')).toContainText(
    'Tệp này là văn bản, không phải GeoJSON, KML, KMZ, GPX, Shapefile (ZIP), CSV, Excel (XLSX)',
  );
  await story.page.locator('input[type="file"]').setInputFiles({
    name: 'duong.kml',
    mimeType: 'application/json',
    buffer: Buffer.from('<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Placemark>'),
  });
  await expect(story.page.getByRole('alert')).toContainText('Tệp KML bị hỏng ở dòng');
});

test('UTF-16 is read; a line that leaps over the earth is offered with its figures, not taken', async ({
  story,
}) => {
  await story.signIn('canbo');
  const features = [
    feature({ name: 'Đường Chuẩn', highway: 'tertiary' }, [
      [105.85, 21.95],
      [105.86, 21.96],
    ]),
    feature({ name: 'Đường Lạc', highway: 'tertiary' }, [
      [105.8, 21.9],
      [0, 0],
      [105.81, 21.9],
    ]),
  ];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  await chooses(story, { ...geojson([]), buffer: Buffer.from(`\uFEFF${text}`, 'utf16le') });
  const { page } = story;
  await expect(page.getByText('Đường Lạc')).toBeVisible();
  await expect(page.getByText(/Nhảy 11.748 km giữa hai đỉnh/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Nhập Đường Lạc' })).not.toBeChecked();
  await expect(page.getByRole('button', { name: 'Nhập 1 tuyến' })).toBeEnabled();
});

test('a zipped Shapefile in VN-2000 with names in TCVN3 is a right road in three clicks', async ({
  story,
}) => {
  await story.signIn('canbo');
  const before = await story.number();
  const { forward } = proj4(systemById('vn2000-tm3-106.5')?.proj4 ?? '');
  const line = [
    [105.85, 21.95],
    [105.86, 21.96],
  ].map((place) => forward(place) as [number, number]);
  const zip = zippedShapefile([{ line, name: westernBytes('§\u00adêng Chî Míi') }]);
  await chooses(story, { name: 'duong.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  const { page } = story;
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('§\u00adêng Chî Míi')).toBeVisible();
  await expect(dialog.getByText('Đường Chợ Mới')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Hệ tọa độ trong tệp' })).toHaveValue(
    'VN-2000, múi 3°, kinh tuyến trục 106°30′',
  );
  await dialog.getByRole('button', { name: 'Chuyển đổi và xem trước' }).click();
  await dialog.getByRole('button', { name: 'Nhập 1 tuyến' }).click();
  await story.saved();
  const { changes } = await story.changesSince(before);
  const fields = changes[0]?.ops[0]?.fields as { name: string; line: [number, number][] };
  expect(fields.name).toBe('Đường Chợ Mới');
  expect(fields.line[0]?.[0]).toBeCloseTo(105.85, 6);
  expect(fields.line[0]?.[1]).toBeCloseTo(21.95, 6);
});

test('5,001 roads: the preview comes soon, and the page answers meanwhile', async ({ story }) => {
  await story.signIn('canbo');
  const { page } = story;
  await page.evaluate(() => {
    // The longest that the page could not answer.
    const w = window as unknown as { longest: number };
    w.longest = 0;
    let last = performance.now();
    const look = () => {
      w.longest = Math.max(w.longest, performance.now() - last);
      last = performance.now();
      setTimeout(look, 0);
    };
    look();
  });
  await chooses(
    story,
    geojson(
      Array.from({ length: 5001 }, (_, i) =>
        feature({ name: `Ngõ số ${i}` }, [
          [105.8, 21 + i * 0.0003],
          [105.803, 21 + i * 0.0003],
        ]),
      ),
    ),
  );
  const accept = page.getByRole('button', { name: /^Nhập \d+ tuyến$/ });
  await expect(accept).toBeEnabled({ timeout: 20_000 });
  await everywhere(story);
  // Whoever looks at all of the file has not taken all of it.
  await expect(page.getByText('Tất cả 5001')).toBeVisible();
  expect(await accept.textContent()).not.toBe('Nhập 5001 tuyến');
  await page.getByRole('button', { name: 'Chọn hết danh sách này', exact: true }).click();
  await expect(accept).toHaveText('Nhập 5001 tuyến');
  // What is drawn is what is in view.
  expect(await page.getByRole('checkbox', { name: /^Nhập Ngõ số/ }).count()).toBeLessThan(100);
  expect(await page.evaluate(() => (window as unknown as { longest: number }).longest)).toBeLessThan(2000);
});

test('a file of 60,000 features that are no roads is told without standing still', async ({ story }) => {
  await story.signIn('canbo');
  const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [105, 21] } };
  await chooses(
    story,
    geojson([
      ...Array(60_000).fill(point),
      feature({ name: 'Một' }, [
        [105, 21],
        [105.01, 21],
      ]),
    ]),
  );
  const { page } = story;
  await page.getByText('Bị từ chối 60000', { exact: true }).click();
  await expect(page.getByText('Còn 59.500 đối tượng nữa')).toBeAttached();
});

test('458 real roads are previewed and imported as one edit', async ({ story }) => {
  test.skip(!existsSync(DATA), NO_DATA);
  await story.signIn('canbo');
  const before = await story.number();
  await chooses(story, `${DATA}/roads-south-vietnam.geojson`);
  const { page } = story;
  const accept = page.getByRole('button', { name: /^Nhập \d+ tuyến$/ });
  await expect(page.getByText(/^Tất cả \d+$/)).toBeVisible();
  expect(Number(/\d+/.exec((await accept.textContent()) ?? '')?.[0])).toBeLessThan(10);
  await everywhere(story);
  await expect(page.getByText('Tất cả 458')).toBeVisible();
  await page.getByText(/^Chưa chọn \d+$/).click();
  await page.getByRole('button', { name: 'Chọn hết danh sách này', exact: true }).click();
  await expect(accept).toHaveText('Nhập 458 tuyến');
  await accept.click();
  await expect(page.getByText('Đã nhập 458 tuyến')).toBeVisible();
  await story.saved();
  const { changes } = await story.changesSince(before);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.ops).toHaveLength(458);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await story.saved();
});

test('Uhuru Highway comes as one road; footways and unnamed ways are left out', async ({ story }) => {
  test.skip(!existsSync(DATA), NO_DATA);
  await story.signIn('canbo');
  await chooses(story, `${DATA}/osm-ways-nairobi.geojson`);
  const { page } = story;
  await expect(page.getByText('Tất cả 656')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc số hiệu' }).fill('uhuru a104');
  await expect(page.getByText('Tất cả 1', { exact: true })).toBeVisible();
  await expect(page.getByText('A104 · Uhuru Highway')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Nhập 154 tuyến' })).toBeEnabled();
  // What was left aside of it is a road of its own when it is asked for.
  await page.getByRole('button', { name: '3 phần để riêng' }).click();
  await page.getByRole('checkbox', { name: /Uhuru Highway \(chiều thứ hai 1\)/ }).check();
  await expect(page.getByRole('button', { name: 'Nhập 155 tuyến' })).toBeEnabled();
  // One name is kept apart while the others stay joined.
  await page.getByRole('button', { name: 'Tách riêng 6 đoạn cùng tên' }).click();
  await expect(page.getByText('Tất cả 6', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Ghép 6 đoạn cùng tên' }).first().click();
  await expect(page.getByText('Tất cả 1', { exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByText(/^Chưa chọn \d+$/).click();
  await expect(page.getByText('Không có tên, mặc định không nhập').first()).toBeVisible();
});
