/** A server with an administrator of every campaign, and a fresh campaign on it as the app makes one. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { newId } from '../../src/api/contract/newId.ts';
import type { ServerProcess } from './server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export const ADMINISTRATOR = { userName: 'truongban', password: 'cầu treo mùa mưa' };

export function addAdministrator(folder: string): void {
  const args = [
    'user',
    'add',
    ADMINISTRATOR.userName,
    '--password',
    ADMINISTRATOR.password,
    '--role',
    'admin',
    '--full-name',
    'Trưởng ban',
  ];
  const made = spawnSync(process.execPath, [join(ROOT, 'server/cli/main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, COHOA_DATA: folder },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
}

/** Signs in and makes a campaign; gives its id. The plan screen is open, and empty. */
export async function openEmptyCampaign(page: Page, server: ServerProcess, name: string): Promise<string> {
  await page.goto(server.url);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(ADMINISTRATOR.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: 'Tạo đợt mới' }).click();
  await page.getByRole('textbox', { name: 'Tên đợt' }).fill(name);
  await page.getByLabel('Ngày khai mạc (D)').fill('2026-12-20');
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo đợt mới' }).click();
  await expect(page.getByRole('heading', { name: 'Bắt đầu từ tuyến đường' })).toBeVisible();
  const id = /#\/c\/(\w+)\//.exec(page.url())?.[1];
  if (id === undefined) throw new Error(`no campaign in ${page.url()}`);
  return id;
}

/** Rows that are there beforehand, put in by somebody else. */
export async function putIn(
  page: Page,
  server: ServerProcess,
  campaignId: string,
  rows: readonly { readonly entity: string; readonly fields: object }[],
): Promise<void> {
  const response = await page.request.post(`${server.url}/api/campaigns/${campaignId}/edits`, {
    data: {
      key: newId(),
      replica: newId(),
      campaignId,
      note: { code: 'test' },
      ops: rows.map(({ entity, fields }) => ({ kind: 'create', entity, id: newId(), fields })),
    },
  });
  expect(response.status(), await response.text()).toBe(200);
}

/** Six slogans, approved, in the order of their priority. */
export const SLOGANS = [
  'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
  'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  'Chủ tịch Hồ Chí Minh vĩ đại sống mãi trong sự nghiệp của chúng ta!',
  'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh!',
  'Tất cả vì mục tiêu dân giàu, nước mạnh, dân chủ, công bằng, văn minh!',
  'Nhiệt liệt chào mừng Đại hội!',
].map((text, i) => ({
  entity: 'slogan',
  fields: {
    text,
    typeIds: [],
    priority: i + 1,
    approved: true,
    approvalDocument: 'CV 12-CV/BTG',
    approvalDay: '2026-11-20',
  },
}));
