import { describe, expect, it } from 'vitest';

import { runLabProgram } from './program.ts';

async function say(args: readonly string[], language: 'zh' | 'en' = 'en') {
  const said = { out: '', err: '' };
  const exit = await runLabProgram(args, {
    language,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { exit, ...said };
}

describe('credence-lab validate', () => {
  it('prints each figure beside its reference, and what it cannot tell, in both languages', async () => {
    const { exit, out } = await say(['validate', '--only', 'V11,v9', '--brief']);
    expect(exit).toBe(0);
    expect(out).toMatch(/V11 {2}passed[^]*0\.586\d+ \| +0\.586 ± 0\.0005 +never drawn in 10 years/);
    expect(out).toContain('It cannot tell: Whether a draw in life is random.');
    expect(out).toContain('Clearing is not built.');
    expect(out).toContain('1 passed, 0 failed; 1 not run, which do not count as passed.');
    const chinese = await say(['validate', '--only', 'V9'], 'zh');
    expect(chinese.out).toContain('债务清算尚未建成。');
    expect(chinese.out).toContain('未运行 1 项，不计入通过');
  });

  it('gives JSON for scripts', async () => {
    const { out } = await say(['validate', '--only', 'V11', '--brief', '--format', 'json']);
    const told = JSON.parse(out) as { counts: object; checks: { verdict: string }[] };
    expect(told.counts).toEqual({ passed: 1, failed: 0, 'not-run': 0 });
    expect(told.checks.map(({ verdict }) => verdict)).toEqual(['passed']);
  });

  it('names a check that does not exist', async () => {
    const { exit, err } = await say(['validate', '--only', 'V13']);
    expect(exit).toBe(2);
    expect(err).toContain('There is no V13; the checks are V1, V2');
  });
});
