/** The paper's way to write figures, days and names. It is Vietnamese whatever the language of the screen. */
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { Day } from '../../domain/schedule/days.ts';

export function figure(count: number): string {
  return new Intl.NumberFormat('vi-VN').format(count);
}

/** «24/10/2020». */
export function dayWords(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** «Pa nô» → «pa nô»; what is written in capitals stays so. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1);
  return second !== second.toLocaleLowerCase('vi')
    ? text
    : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** Keeps a number and its unit on one line, before or after it. */
export function unbroken(text: string): string {
  return text
    .replace(/(\d) (m|cm|W)\b/g, '$1\u00a0$2')
    .replace(/\bKm (\d)/g, 'Km\u00a0$1')
    .replace(/ × /g, '\u00a0×\u00a0');
}

export function roadTitle(road: Road): string {
  return road.name !== '' && road.code !== '' && road.name !== road.code
    ? `${road.name} (${road.code})`
    : roadLabel(road);
}

/** «Pa nô, 3 × 4 m». */
export function typeTitle(type: Pick<AssetType, 'name' | 'size'> | undefined): string {
  return unbroken(`${type?.name.vi ?? ''}${type?.size ? `, ${type.size}` : ''}`);
}
