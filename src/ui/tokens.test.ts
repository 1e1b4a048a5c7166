import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, 'tokens.css'), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1] as string, m[2] as string]),
  );
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Each pair that is used for text. */
const PAIRS = [
  ['ink', 'ground'],
  ['ink', 'panel'],
  ['ink', 'map'],
  ['soft', 'ground'],
  ['soft', 'panel'],
  ['accent', 'panel'],
  ['accent', 'ground'],
  ['accent', 'accent-ground'],
  ['on-accent', 'accent'],
  ['done', 'panel'],
  ['done', 'done-ground'],
  ['info', 'info-ground'],
  ['caution', 'panel'],
  ['caution', 'caution-ground'],
  ['on-band', 'band'],
] as const;

describe.each([
  ['light', ':root'],
  ['dark', "[data-mantine-color-scheme='dark']"],
])('%s', (_, selector) => {
  const tokens = tokensOf(selector);
  test.each(PAIRS)('%s on %s passes AA for text', (ink, ground) => {
    const [a, b] = [tokens.get(ink), tokens.get(ground)];
    if (a === undefined || b === undefined) throw new Error(`${ink} or ${ground} is no token`);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(4.5);
  });
});
