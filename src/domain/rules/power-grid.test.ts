import { noGoCase, testRule } from '../../../tests/support/testRule.ts';
import { rule } from './power-grid.ts';

testRule(rule, [noGoCase('power-grid')]);
