import { describe, expect, it } from 'vitest';

import { checkExpression } from './check-expression.ts';
import { world } from './worlds.test-support.ts';

/** Texts as cards have them: an indicator, a condition of a list, a row of a table. */
const shapes = [
  (n: number) =>
    `cap(penalties.filter(r, r.gravity == serious && within(r.decided, P${String(n)}M) && ` +
    `!r.quashed).size() * ${String(n)}, 120)`,
  (n: number) =>
    `penalties.filter(r, has(r.fine)).sum(r, r.fine) > money("CNY ${String(n)}.00") || ` +
    'penalties.exists(r, r.kinds.exists(k, k in [closure, licence_revocation]) && activeAt(r))',
  (n: number) =>
    `org.size in [micro, small] && age(org.founded) < P${String(n)}D && has(org.staff) && ` +
    `org.staff < ${String(n)} ? ${String(n)} : -cap(pledges.size() * 5, 20)`,
];

describe('checkExpression', () => {
  it('reads and checks five thousand expressions in well under a second and a half of computing', () => {
    const texts = Array.from({ length: 5000 }, (_, n) => shapes[n % 3]?.((n % 700) + 1) ?? '');
    const before = process.cpuUsage();
    let refused = 0;
    for (const text of texts) {
      const outcome = checkExpression(text, { world, expected: { kind: 'any' } });
      if (outcome.kind === 'refused') refused += 1;
    }
    const { user, system } = process.cpuUsage(before);
    expect(refused).toBe(0);
    console.info(`5,000 expressions checked in ${Math.round((user + system) / 1000)} ms of CPU.`);
    expect((user + system) / 1e6).toBeLessThan(1.5);
  });
});
