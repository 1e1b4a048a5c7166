/** How much code a phone on a slow line loads before it shows something: the files that the page itself names. */
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';

test('signing in weighs at most 180 KB of JavaScript, the map of the plan 380', async ({ story }) => {
  const { url } = story.server;
  const html = await (await fetch(url)).text();
  const parts = JSON.parse(/id="parts">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}') as Record<string, string[]>;
  const start = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
  const loaded = new Map<string, number>();
  const weightWith = async (files: readonly string[] = []) => {
    for (const file of files.filter((f) => f.endsWith('.js') && !loaded.has(f))) {
      const answer = await fetch(`${url}/${file}`);
      expect(answer.ok, file).toBe(true);
      loaded.set(file, gzipSync(Buffer.from(await answer.arrayBuffer())).length / 1000);
    }
    return [...loaded.values()].reduce((sum, kilobytes) => sum + kilobytes, 0);
  };
  const signIn = await weightWith([...start, ...(parts.viFirst ?? [])]);
  const plan = await weightWith([...(parts.SignedIn ?? []), ...(parts.PlanScreen ?? [])]);
  console.log(`sign-in ${signIn.toFixed(0)} KB, plan ${plan.toFixed(0)} KB`);
  expect(signIn).toBeGreaterThan(50);
  expect(signIn).toBeLessThanOrEqual(180);
  expect(plan).toBeGreaterThan(signIn + 100);
  expect(plan).toBeLessThanOrEqual(380);
});
