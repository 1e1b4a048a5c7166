import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { test } from '../support/story.ts';
import { workbook } from '../support/workbook.ts';

const DATA = resolve(import.meta.dirname, '../../../shared/data/roads-south-vietnam.geojson');
for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  for (const language of ['vi', 'en'] as const)
    test.describe(`${width} ${language}`, () => {
      test.use({ viewport: { width, height } });
      test(`roads ${width} ${language}`, async ({ story }) => {
        test.setTimeout(240_000);
        const vi = language === 'vi';
        const { page } = await story.signIn('canbo');
        await page.evaluate((l) => localStorage.setItem('cohoa.language', l), language);
        await page.reload();
        const shot = async (name: string) => {
          await page.waitForTimeout(700);
          await page.screenshot({ path: `/tmp/shots/${name}-${width}-${language}.png` });
        };
        const base = `${story.server.url}/#/c/${DEMO_CAMPAIGN}`;
        await page.goto(`${base}/settings/roads`);
        await expect(page.getByRole('table')).toBeVisible();
        await shot('page');
        await page.getByRole('button', { name: /^QL\.3/ }).click();
        await shot('panel');
        await page.locator('section header button').nth(1).click();
        await shot('menu');
        await page.keyboard.press('Escape');
        // Renewing
        const line = (await story.rows('road')).find((r) => r.code === 'QL.3') as {
          line: [number, number][];
        };
        await page.locator('section header button').nth(1).click();
        await page
          .getByRole('menuitem', { name: vi ? /Thay tim đường từ tệp/ : /file/ })
          .first()
          .click();
        const moved = line.line.map(([x, y]) => [x + 0.0002, y]);
        await page.locator('input[type="file"]').setInputFiles({
          name: 'do-lai.geojson',
          mimeType: 'application/geo+json',
          buffer: Buffer.from(
            JSON.stringify({
              type: 'FeatureCollection',
              features: [
                {
                  type: 'Feature',
                  properties: { name: 'Đường khác' },
                  geometry: { type: 'LineString', coordinates: moved.map(([x, y]) => [(x ?? 0) + 0.05, y]) },
                },
                {
                  type: 'Feature',
                  properties: { name: 'QL.3 đo lại' },
                  geometry: { type: 'LineString', coordinates: moved },
                },
              ],
            }),
          ),
        });
        await shot('renew');
        await page
          .getByRole('button', { name: vi ? 'Xem thay đổi' : /See|Look|change/ })
          .last()
          .click();
        await shot('renewPreview');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.waitForTimeout(300);
        await page.goto(`${base}/settings/roads`);
        await page.reload();
        await expect(page.getByRole('table')).toBeVisible();
        await page
          .getByRole('button', { name: vi ? 'Nhập tuyến' : /Import/ })
          .first()
          .click();
        await shot('importChoose');
        await page.locator('input[type="file"]').setInputFiles(DATA);
        await page.waitForTimeout(2500);
        await shot('import');
        await page.keyboard.press('Escape');
        await page.goto(`${base}/settings/roads`);
        await page.reload();
        await page
          .getByRole('button', { name: vi ? 'Xuất tệp bản đồ' : /Export/ })
          .first()
          .click();
        await shot('export');
        await page.keyboard.press('Escape');
        await page.goto(`${base}/plan`);
        await page.reload();
        await page.waitForTimeout(1500);
        await page.keyboard.press('w');
        await page.waitForTimeout(500);
        const map = page.locator('.leaflet-container').first();
        const box = await map.boundingBox();
        for (const [x, y] of [
          [0.3, 0.3],
          [0.4, 0.36],
          [0.45, 0.5],
        ])
          if (box) {
            await page.mouse.click(box.x + box.width * (x ?? 0), box.y + box.height * (y ?? 0));
            await page.waitForTimeout(400);
          }
        await shot('draw');
        const field = page
          .getByRole('textbox', { name: vi ? 'Lý trình ở điểm 2' : /point 2|corner 2|2/ })
          .first();
        if (await field.isVisible()) {
          await field.fill('1+000');
          await field.press('Enter');
        }
        await shot('drawPost');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await page.goto(`${base}/plan`);
        await page.reload();
        await page.waitForTimeout(1200);
        const open = page.getByRole('button', {
          name: vi ? 'Nhập vị trí từ tệp' : 'Import placements from a file',
        });
        if (await open.isVisible()) {
          await open.click();
          await shot('fileChoose');
          await page.locator('input[type="file"]').setInputFiles({
            name: 'phu-luc.xlsx',
            mimeType: '',
            buffer: Buffer.from(
              workbook([
                ['PHỤ LỤC'],
                ['STT', 'Loại', 'Tuyến đường', 'Từ Km', 'Đến Km', 'Vị trí', 'Khoảng cách (m)', 'Xã'],
                [1, 'Cờ Tổ quốc, cột lẻ', 'ĐT.259', '3+000', '3+400', 'hai bên', 25, 'Mai Lạp'],
                [2, 'Cờ Tổ quốc, cột lẻ', 'ĐT.299', '3+000', '3+400', 'hai bên', 25, 'Mai Lạp'],
              ]),
            ),
          });
          await shot('fileRows');
        }
      });
    });
