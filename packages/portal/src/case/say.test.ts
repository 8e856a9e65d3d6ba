import { problem } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { refusalText } from './say.ts';

const titles = {
  'samr.serious-violations': { zh: '严重违法失信名单', en: 'List of serious violations' },
  key_supervision: { zh: '重点监管', en: 'Key supervision' },
  honours_limit: { zh: '限制荣誉', en: 'Limits on honours' },
};

describe('why a case may not be opened', () => {
  it('names lists and measures by their titles, one or several', () => {
    const list = problem('case-not-proposed', { card: 'samr.serious-violations', test: 'gravity' });
    expect(refusalText(list, 'zh', titles).detail).toContain('“严重违法失信名单”');
    const accepted = 'key_supervision, honours_limit';
    const measure = problem('case-measure-not-announced', { value: 'key_supervision', accepted });
    expect(refusalText(measure, 'zh', titles).detail).toContain('重点监管、限制荣誉');
    expect(refusalText(measure, 'en', titles).detail).toContain('Key supervision, Limits on');
  });

  it('leaves a code that is no card as a desk says it', () => {
    const other = problem('case-no-rule', { day: '2026-06-01', card: 'repair' });
    expect(refusalText(other, 'en', titles).detail).toContain('"repair"');
  });
});
