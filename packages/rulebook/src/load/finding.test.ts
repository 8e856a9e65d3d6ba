import { describe, expect, it } from 'vitest';

import { formatFinding, sortFindings, type Finding } from './finding.ts';

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
