import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
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
  await expect(story.page.getByRole('alert')).toContainText('không phải JSON');
});

test('458 real roads are previewed and imported as one edit', async ({ story }) => {
  test.skip(!existsSync(DATA), NO_DATA);
  await story.signIn('canbo');
  const before = await story.number();
  await chooses(story, `${DATA}/roads-south-vietnam.geojson`);
  const { page } = story;
  await expect(page.getByText('Tất cả 458')).toBeVisible();
  await page.getByText(/^Chưa chọn \d+$/).click();
  await page.getByRole('button', { name: 'Chọn hết danh sách này', exact: true }).click();
  await page.getByRole('button', { name: 'Nhập 458 tuyến' }).click();
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
  await expect(page.getByText('A104 · Uhuru Highway')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('A104 · Uhuru Highway')).toHaveCount(1);
  await page.getByText(/^Chưa chọn \d+$/).click();
  await expect(page.getByText('Không có tên, mặc định không nhập').first()).toBeVisible();
});
