/** What stands inside a sentence of a finding and is no code: English, and Chinese. */
export const phrases: readonly (readonly [en: string, zh: string])[] = [
  ['a truth value', '是非值'],
  ['a whole number', '整数'],
  ['money', '金额'],
  ['a date', '日期'],
  ['a value', '一个值'],
  ['a code of {0}', '{0} 的代码'],
  ['several codes of {0}', '{0} 的多个代码'],
];
