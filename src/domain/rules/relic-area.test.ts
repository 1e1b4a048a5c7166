import { noGoCase, testRule } from '../../../tests/support/testRule.ts';
import { rule } from './relic-area.ts';

testRule(rule, [noGoCase('relic')]);
