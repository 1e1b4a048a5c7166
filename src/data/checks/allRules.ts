import type { Rule } from '../../domain/checks/rule.ts';

/** Every file of `domain/rules` is a rule: a new one has to be named nowhere else. */
const files = import.meta.glob<Rule>(['../../domain/rules/*.ts', '!**/*.test.ts'], {
  eager: true,
  import: 'rule',
});

export const ALL_RULES: readonly Rule[] = Object.values(files);
