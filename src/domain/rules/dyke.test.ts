import { noGoCase, testRule } from '../../../tests/support/testRule.ts';
import { rule } from './dyke.ts';

testRule(rule, [noGoCase('dyke')]);
