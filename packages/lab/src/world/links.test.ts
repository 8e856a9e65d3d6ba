import { describe, expect, it } from 'vitest';

import { linkOf, namesakeOf } from './links.ts';
import { parameters } from './world-kinds.ts';
import type { WorldWhole } from './world-kinds.ts';

const agents = 1000;
const whole = (near: number): Pick<WorldWhole, 'agents' | 'parameters' | 'fields'> => ({
  agents,
  parameters: { ...parameters, near },
  fields: { layout: Uint32Array.of(300) } as unknown as WorldWhole['fields'],
});

describe('links', () => {
  it('never lead to oneself, and to those next in number as often as is stated', () => {
    const spans = Array.from({ length: 3 * agents }, (_, at) => {
      const [agent, n] = [Math.floor(at / 3), at % 3];
      const other = linkOf(whole(0.7), agent, n);
      if (other < 0 || other >= agents || other === agent) throw new Error(`${agent}: ${other}`);
      const span = Math.abs(other - agent);
      return Math.min(span, agents - span);
    });
    const near = spans.filter((span) => span <= 8).length / spans.length;
    expect(near).toBeGreaterThan(0.67);
    expect(near).toBeLessThan(0.74);
  });

  it('lead to anyone where nobody is near', () => {
    const others = Array.from({ length: agents }, (_, agent) => linkOf(whole(0), agent, 0));
    expect(new Set(others).size).toBeGreaterThan(550);
  });
});

describe('a namesake', () => {
  it('is of the same kind and never oneself', () => {
    for (const [agent, first, last] of [
      [0, 0, 299],
      [299, 0, 299],
      [300, 300, 999],
      [999, 300, 999],
    ] as const) {
      const strays: number[] = [];
      for (let step = 0; step < 1000; step += 1) {
        const other = namesakeOf(whole(0.7), agent, (step + 0.5) / 1000);
        if (other === agent || other < first || other > last) strays.push(other);
      }
      expect(strays).toEqual([]);
    }
  });
});
