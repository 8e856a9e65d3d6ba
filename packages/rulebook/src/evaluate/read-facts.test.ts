import { describe, expect, it } from 'vitest';

import { askedFields } from './asked-fields.ts';
import { penalty, programOfTexts, smallWorld, subject } from './program.test-support.ts';
import { readFacts } from './read-facts.ts';
import type { SubjectFacts } from '../language/facts.ts';

function faults(facts: SubjectFacts, asked?: ReadonlySet<string>): string[] {
  const reading = readFacts(smallWorld, facts, asked);
  if (reading.kind === 'read') return [];
  return reading.faults.map(({ code, at, found }) => `${code} ${at} ${found}`);
}

function withPenalty(facts: SubjectFacts['facts']): SubjectFacts {
  return subject({ penalties: [penalty('p', facts)] });
}

describe('facts that are handed in', () => {
  it('pass as they are when everything fits', () => {
    const facts = withPenalty({ repaired: 20_000, kinds: ['fine', 'closure'] });
    expect(readFacts(smallWorld, facts)).toEqual({ kind: 'read', facts });
  });

  it.each<[SubjectFacts, string]>([
    [withPenalty({ severity: 'seriuos' }), 'unknown-code penalties[p].severity seriuos'],
    [withPenalty({ kinds: ['fine', 'jail'] }), 'unknown-code penalties[p].kinds jail'],
    [withPenalty({ kinds: ['fine', 'fine'] }), 'wrong-type penalties[p].kinds fine, fine'],
    [withPenalty({ kinds: 'fine' }), 'wrong-type penalties[p].kinds "fine"'],
    [withPenalty({ fine: -1 }), 'out-of-bounds penalties[p].fine -1'],
    [withPenalty({ fine: 0.5 }), 'wrong-type penalties[p].fine 0.5'],
    [withPenalty({ decided: '2025-03-31' }), 'wrong-type penalties[p].decided "2025-03-31"'],
    [withPenalty({ quashed: undefined }), 'missing penalties[p].quashed nothing'],
    [withPenalty({ quashed: 0 }), 'wrong-type penalties[p].quashed 0'],
    [withPenalty({ wieght: 1 }), 'unknown-field penalties[p].wieght wieght'],
    [subject({}, { size: 'tiny' }), 'unknown-code org.size tiny'],
    [subject({ fines: [] }), 'unknown-collection fines fines'],
    [subject({ penalties: [penalty('p'), penalty('p')] }), 'same-record-twice penalties[p] p'],
    [
      subject({ penalties: Array.from({ length: 1001 }, (_, n) => penalty(`p${n}`)) }),
      'too-many-records penalties 1001',
    ],
  ])('are refused with their place, %#', (facts, said) => {
    expect(faults(facts)).toEqual([said]);
  });

  it('may lack what the program does not ask for, and nothing else', () => {
    const program = programOfTexts({
      answer: 'penalties.filter(r, activeAt(r) && r.fine > money("CNY 1.00")).size()',
    });
    const asked = askedFields(program);
    expect([...asked].sort()).toEqual(['penalties.ended', 'penalties.fine', 'penalties.served']);
    const bare = { id: 'p', facts: { served: 20_000, fine: 5 } };
    expect(faults({ id: 's', facts: {}, records: { penalties: [bare] } }, asked)).toEqual([]);
    const less = { id: 'p', facts: { served: 20_000 } };
    expect(faults({ id: 's', facts: {}, records: { penalties: [less] } }, asked)).toEqual([
      'missing penalties[p].fine nothing',
    ]);
  });
});
