import { describe, expect, it } from 'vitest';

import { formatFinding, formatFindingIn, sortFindings, type Finding } from './finding.ts';

const finding: Finding = {
  file: 'lists/x.yaml',
  line: 19,
  column: 14,
  code: 'field-unknown',
  message: 'wieght is not a field of penalty-2018. Did you mean weight?',
  found: 'wieght',
  accepted: 'weight, fine',
  repair: 'Write weight.',
};

describe('formatFinding', () => {
  it('says where, what, what is accepted, and what to do', () => {
    expect(formatFinding(finding)).toBe(
      [
        'lists/x.yaml:19:14  field-unknown',
        '  wieght is not a field of penalty-2018. Did you mean weight?',
        '  Found: wieght',
        '  Accepted: weight, fine',
        '  Repair: Write weight.',
      ].join('\n'),
    );
  });
});

describe('a finding in Chinese', () => {
  it('says the same, and leaves codes, fields and what may be typed as they are', () => {
    const why = { zh: '只记录目录里的事项。', en: 'Only what the catalogue has.' };
    const judged: Finding = {
      ...finding,
      guard: 'G05',
      why,
      source: 'G05',
      card: 'list:x',
      field: 'a.b',
    };
    expect(formatFindingIn('zh', { ...judged, severity: 'warning' })).toBe(
      [
        'lists/x.yaml:19:14  G05  field-unknown  提醒',
        '  wieght 不是 penalty-2018 的字段。是不是 weight？',
        '  现为：wieght',
        '  可用：weight, fine',
        '  理由：只记录目录里的事项。（G05）',
        '  改法：写 weight。',
        '  卡：list:x，a.b',
      ].join('\n'),
    );
  });
});

describe('sortFindings', () => {
  it('puts findings in the order of their places, each once', () => {
    const earlier = { ...finding, line: 2 };
    const elsewhere = { ...finding, file: 'items/x.yaml' };
    expect(sortFindings([finding, earlier, elsewhere, { ...finding }])).toEqual([
      elsewhere,
      earlier,
      finding,
    ]);
  });
});
