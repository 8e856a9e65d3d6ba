import { civilDate, dayNumber } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import { shippedEdition } from '../examine/shipped-editions.test-support.ts';
import { labelsOfEdition } from '../program-of/labels-of-edition.ts';
import { programsOfEdition } from '../program-of/programs-of-edition.ts';
import { writeTrace } from './write-trace.ts';

const edition = shippedEdition('cn-2026');

/** What a trace of the shipped risk class says below the step of the likelihood. */
function likelihoodLines(penalties: number): readonly (readonly string[] | undefined)[] {
  const found = programsOfEdition(edition).find(({ id }) => id === 'cn.inspection');
  if (found?.making.kind !== 'made') throw new RangeError('The edition has the class.');
  const { program } = found.making;
  const day = (text: string) => dayNumber(civilDate(text));
  const facts = {
    ...{ decided: day('2026-04-10'), taken_in: day('2026-04-15'), begins: day('2026-04-15') },
    ...{ ends: day('2029-04-10'), severity: 'serious', repaired: false, quashed: false },
    disputed: false,
  };
  const records = Array.from({ length: penalties }, (_, at) => ({ id: `p${String(at)}`, facts }));
  const subject = { id: 's', facts: { kind: 'organisation' }, records: { penalties: records } };
  const trace = createEvaluator(program).explainFully(subject, day('2026-06-01'), {
    ...{ knownAt: '2026-06-01T00:00:00Z', horizon: day('2027-06-01') },
  });
  const labels = labelsOfEdition(edition, found.card);
  return (['zh', 'en'] as const).map(
    (language) =>
      writeTrace(trace, { program, labels, language }).steps.find(
        ({ rule }) => rule === 'likelihood',
      )?.lines,
  );
}

describe('the step of a likelihood', () => {
  it('says at which total it begins, in both languages', () => {
    const [zh, en] = likelihoodLines(1);
    expect(zh?.[0]).toContain('40');
    expect(zh?.[0]).toContain('合计');
    expect(en?.[0]).toMatch(/total.*40/i);
    expect(likelihoodLines(2)[1]?.[0]).toMatch(/80/);
  });

  it('says that no other row fitted where none did', () => {
    expect(likelihoodLines(0)[1]?.[0]).toBe(
      'The reason: the conditions of the other results are not met.',
    );
  });
});
