import { expect, test } from 'vitest';
import { type Finding, marksOf, type Severity } from './finding.ts';

const finding = (severity: Severity) => ({ severity }) as Finding;

test('a placement is marked by its heaviest finding; hints mark nothing', () => {
  const findings = new Map([
    ['a', [finding('hint'), finding('warning'), finding('error')]],
    ['b', [finding('warning'), finding('hint')]],
    ['c', [finding('hint')]],
    ['d', []],
  ]);
  expect([...marksOf(findings)]).toEqual([
    ['a', 'error'],
    ['b', 'warning'],
  ]);
  expect(marksOf(findings)).toBe(marksOf(findings));
});
