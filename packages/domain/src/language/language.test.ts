import { describe, expect, it } from 'vitest';

import { localise } from './language.ts';

describe('localise', () => {
  it('takes the asked language, otherwise the other one and says so', () => {
    expect(localise({ zh: '企业', en: 'enterprise' }, 'zh')).toEqual({
      text: '企业',
      language: 'zh',
    });
    expect(localise({ zh: '企业' }, 'en')).toEqual({ text: '企业', language: 'zh' });
    expect(localise({ en: 'enterprise' }, 'zh')).toEqual({ text: 'enterprise', language: 'en' });
  });

  it('throws for a text in no language', () => {
    expect(() => localise({}, 'en')).toThrow(RangeError);
  });
});
