import { expect, test } from 'vitest';
import { isTileAddress, isTileUrl } from './baseMap.ts';

test.each([
  'https://{s}.tile.openstreetmap.org/{z}/{x}/{y}.png',
  'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  'http://192.168.1.1:8080/tiles/{z}/{x}/{y}.png',
  'http://localhost/{z}/{x}/{y}?key=abc',
  'http://[fd00::1]:8080/{z}/{x}/{y}',
  'https://tiles-2.example.com/{z}/{y}/{x}@2x.png',
  'https://tiles-2.example.com/{z}/{y}/{x}{r}.png',
])('%s is an address of tiles', (url) => expect(isTileUrl(url)).toBe(true));

test.each([
  'https://*/{z}/{x}/{y}',
  'http://*:*/{z}/{x}/{y}',
  'https://*.example.com/{z}/{x}/{y}',
  'https://example.com/*/{z}/{x}/{y}',
  'https://example.com:*/{z}/{x}/{y}',
  'https://example.com:99999/{z}/{x}/{y}',
  'https://{s}.com/{z}/{x}/{y}',
  'https://{s}/{z}/{x}/{y}',
  'https://{x}.example.com/{z}/{y}/{x}',
  'https://user:word@example.com/{z}/{x}/{y}',
  'https://example..com/{z}/{x}/{y}',
  'https:///{z}/{x}/{y}',
  'https://[:::]/{z}/{x}/{y}',
  "https://example.com/{z}/{x}/{y};script-src'self'",
  'ftp://example.com/{z}/{x}/{y}',
  'https://example.com/{z}/{x}.png',
  'https://đường.vn/{z}/{x}/{y}',
  'https://example.com/{z}/{x}/{y}/{q}',
  'https://example.com/{z}/{x}/{y}.png?key={apikey}',
  'https://example.com/{z}/{x}/{y}/{',
])('%s is none', (url) => expect(isTileUrl(url)).toBe(false));

test('what was kept when more was let through can still be kept, and taken out; nothing that lets servers in', () => {
  for (const url of [
    'https://example.com/{z}/{x}/{y}/{q}',
    'https://example.com/{z}/{x}/{y}.png?key={apikey}',
  ])
    expect([isTileUrl(url), isTileAddress(url)]).toEqual([false, true]);
  expect(isTileAddress('https://*/{z}/{x}/{y}')).toBe(false);
});
