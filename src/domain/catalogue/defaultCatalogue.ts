/**
 * The asset types a new campaign begins with: what districts commonly put up, with round prices of practice in VND.
 * They become rows of the campaign and may be changed there like any other.
 */
import { type AssetType, assetType, BLANK_ITEM, type ChecklistItem } from '../model/entities/assetType.ts';
import type { FieldsOf } from '../model/rows.ts';

type Fields = FieldsOf<'assetType'>;

function item(
  id: string,
  vi: string,
  en: string,
  days: number,
  more: Partial<ChecklistItem> = {},
): ChecklistItem {
  return {
    id,
    name: { vi, en },
    due: { milestone: 'opening', days },
    ...BLANK_ITEM,
    ...more,
  };
}

/** Of whoever plans: it is done at a desk or at the store, not beside the road. */
const OFFICE = { role: 'planner' } as const;
const POLE = [{ name: { vi: 'Cột cờ 3 m', en: '3 m flag poles' }, each: 1 }];
const TAKE_DOWN = item('take-down', 'Tháo dỡ, thu hồi về kho', 'Take down, return to the store', 5, {
  due: { milestone: 'closing', days: 5 },
  counts: true,
  does: 'taken-down',
});
const INSTALL = item('install', 'Lắp đặt', 'Install', -3, { counts: true, does: 'installed' });
const INSPECT = item('inspect', 'Nghiệm thu tại chỗ', 'Accept on site', -1, { does: 'accepted' });

const FLAG_LIST: readonly ChecklistItem[] = [
  item('survey', 'Khảo sát tuyến, vị trí cột', 'Survey the road and pole places', -20),
  item('issue', 'Xuất kho cờ và cột', 'Issue flags and poles from the store', -10, {
    ...OFFICE,
    counts: true,
  }),
  INSTALL,
  INSPECT,
  item(
    'maintain',
    'Kiểm tra sau mưa bão, thay cờ rách, phai',
    'Check after storms, replace torn or faded flags',
    0,
  ),
  TAKE_DOWN,
];

const PRINTED_LIST: readonly ChecklistItem[] = [
  item('survey', 'Khảo sát vị trí, tầm nhìn', 'Survey the place and its sight lines', -20),
  item(
    'proof',
    'Duyệt bản in theo khẩu hiệu đã duyệt',
    'Check the print proof against the approved slogan',
    -14,
    OFFICE,
  ),
  item('road-authority', 'Xác nhận với quản lý đường bộ', 'Confirm with the road authority', -13, OFFICE),
  item('power', 'Xác nhận với điện lực', 'Confirm with the power company', -13, {
    ...OFFICE,
    supports: ['power-pole'],
  }),
  item('print', 'In, gia công', 'Print and make', -8, OFFICE),
  INSTALL,
  INSPECT,
  TAKE_DOWN,
];

const SOUND_LIST: readonly ChecklistItem[] = [
  item('test', 'Kiểm tra, phát thử', 'Test broadcast', -7),
  item('schedule', 'Nhận lịch phát thanh', 'Receive the broadcast schedule', -5),
  item('maintain', 'Kiểm tra hằng ngày', 'Daily check', 0),
];

function type(
  fields: Pick<AssetType, 'code' | 'name' | 'shape' | 'size' | 'price'> & Partial<Fields>,
): Fields {
  return {
    ...assetType.blank,
    mount: 'ground',
    layout: 'point',
    defaultSpacing: 100,
    defaultSides: 'right',
    checklist: PRINTED_LIST,
    ...fields,
  };
}

export const DEFAULT_CATALOGUE: readonly Fields[] = [
  type({
    code: 'flag-national',
    name: { vi: 'Cờ Tổ quốc cắm cột', en: 'National flag on a pole' },
    shape: 'flag',
    size: '90 × 60 cm, cột 3 m',
    price: 90_000,
    unitName: { vi: 'cờ', en: 'flags' },
    layout: 'stretch',
    defaultSpacing: 25,
    defaultSides: 'both',
    checklist: FLAG_LIST,
    goesWith: POLE,
    mount: 'pole',
    emblem: 'national',
    widthCm: 90,
    heightCm: 60,
    lifeDays: 60,
  }),
  type({
    code: 'flag-party',
    name: { vi: 'Cờ Đảng cắm cột', en: 'Party flag on a pole' },
    shape: 'party-flag',
    size: '90 × 60 cm, cột 3 m',
    price: 90_000,
    unitName: { vi: 'cờ', en: 'flags' },
    layout: 'stretch',
    defaultSpacing: 25,
    defaultSides: 'both',
    goesWith: POLE,
    mount: 'pole',
    emblem: 'party',
    widthCm: 90,
    heightCm: 60,
    lifeDays: 60,
    checklist: FLAG_LIST,
  }),
  type({
    code: 'vertical-flag',
    name: { vi: 'Cờ phướn', en: 'Vertical banner flag' },
    shape: 'vertical-flag',
    size: '0,8 × 2,5 m',
    price: 180_000,
    unitName: { vi: 'cờ', en: 'flags' },
    layout: 'stretch',
    defaultSpacing: 50,
    defaultSides: 'both',
    checklist: FLAG_LIST,
    mount: 'pole',
    widthCm: 80,
    heightCm: 250,
    lifeDays: 60,
  }),
  type({
    code: 'bunting',
    name: { vi: 'Dây cờ đuôi nheo', en: 'Pennant bunting' },
    shape: 'bunting',
    size: 'dây 20 m',
    price: 120_000,
    unitName: { vi: 'dây', en: 'strings' },
    layout: 'stretch',
    defaultSpacing: 40,
    defaultSides: 'both',
    checklist: FLAG_LIST,
    mount: 'pole',
    lifeDays: 30,
  }),
  type({
    code: 'banner-vertical',
    name: { vi: 'Băng rôn dọc', en: 'Vertical banner' },
    shape: 'banner',
    size: '0,8 × 2,5 m',
    price: 350_000,
    carriesText: true,
    mount: 'pole',
    widthCm: 80,
    heightCm: 250,
    lifeDays: 30,
    // With the usual day of taking down no longer than a banner hangs about a congress of two days.
    notBefore: { milestone: 'opening', days: -9 },
  }),
  type({
    code: 'pano',
    name: { vi: 'Pa nô', en: 'Billboard' },
    shape: 'pano',
    size: '3 × 4 m',
    price: 6_500_000,
    carriesText: true,
    widthCm: 400,
    heightCm: 300,
    lifeDays: 180,
  }),
  type({
    code: 'slogan-board',
    name: { vi: 'Bảng khẩu hiệu', en: 'Slogan board' },
    shape: 'slogan-board',
    size: '1 × 8 m',
    price: 2_400_000,
    carriesText: true,
    widthCm: 800,
    heightCm: 100,
    lifeDays: 90,
  }),
  type({
    code: 'gate',
    name: { vi: 'Cổng chào', en: 'Welcome gate' },
    shape: 'gate',
    size: 'ngang 9 m, cao 5 m',
    price: 12_000_000,
    unitName: { vi: 'cổng', en: 'gates' },
    defaultSides: 'median',
    carriesText: true,
  }),
  type({
    code: 'poster',
    name: { vi: 'Áp phích', en: 'Poster' },
    shape: 'poster',
    size: '54 × 79 cm',
    price: 35_000,
    unitName: { vi: 'tờ', en: 'sheets' },
    carriesText: true,
    mount: 'pole',
    widthCm: 54,
    heightCm: 79,
    lifeDays: 15,
  }),
  type({
    code: 'screen',
    name: { vi: 'Bảng điện tử', en: 'LED screen' },
    shape: 'screen',
    size: '2 × 3 m',
    price: 3_000_000,
    carriesText: true,
    colour: 'blue',
  }),
  type({
    code: 'loudspeaker',
    name: { vi: 'Cụm loa truyền thanh', en: 'Loudspeaker cluster' },
    shape: 'loudspeaker',
    size: '2 loa 25 W',
    price: 0,
    unitName: { vi: 'cụm', en: 'clusters' },
    checklist: SOUND_LIST,
    // They are there already and come from no store.
    rulesOff: ['stock-short'],
    colour: 'blue',
    mount: 'pole',
  }),
  type({
    code: 'vehicle',
    name: { vi: 'Xe thông tin lưu động', en: 'Mobile information vehicle' },
    shape: 'vehicle',
    size: 'loa 4 × 50 W',
    price: 0,
    unitName: { vi: 'xe', en: 'vehicles' },
    checklist: SOUND_LIST,
    rulesOff: ['stock-short'],
    colour: 'blue',
  }),
];
