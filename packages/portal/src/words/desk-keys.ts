import type { Language } from '@credence/domain';

/** What a key does, by the key; in the order in which they are listed. */
export interface KeyWords {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
  readonly inbox: string;
  readonly never: string;
  readonly off: string;
  readonly on: string;
}

const zh: KeyWords = {
  title: '键盘快捷键',
  keys: [
    ['j', '下一件'],
    ['k', '上一件'],
    ['o', '打开所在的一件'],
    ['/', '到查找框'],
    ['?', '打开或者收起这份说明'],
  ],
  inbox: '到待办',
  never: '正在填写时，这些键只输入文字。',
  off: '停用快捷键',
  on: '启用快捷键',
};

const en: KeyWords = {
  title: 'Keyboard shortcuts',
  keys: [
    ['j', 'next case'],
    ['k', 'previous case'],
    ['o', 'open the case'],
    ['/', 'go to the search field'],
    ['?', 'show or hide this list'],
  ],
  inbox: 'go to what waits',
  never: 'While you type in a field these keys only write.',
  off: 'Switch shortcuts off',
  on: 'Switch shortcuts on',
};

/** Words about the keys of a desk. */
export function keyWords(language: Language): KeyWords {
  return language === 'zh' ? zh : en;
}
