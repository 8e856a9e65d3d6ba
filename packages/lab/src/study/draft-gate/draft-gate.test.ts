import { describe, expect, it } from 'vitest';

import { readStudies } from '../all-studies.ts';
import { figuresOf } from '../tell-arm.ts';
import { runGate } from './draft-gate-study.ts';
import { judgeDrafts, type Judgements } from './judge-drafts.ts';
import { readClauses, type Clause, type Clauses } from './read-clauses.ts';

const shipped = await readClauses();
const [study] = (await readStudies()).filter(({ id }) => id === 'draft-gate');
const usual = figuresOf({ figures: study?.figures ?? [] }, { set: {} });

/** The shipped base with some of the shipped clauses and no companions. */
function only(...ids: readonly string[]): Clauses {
  const clauses = shipped.clauses
    .filter(({ id }) => ids.includes(id))
    // Every affiliate, so that a small run sees it.
    .map((each) => ('spread' in each.practice ? { ...each, practice: { spread: 1 } } : each));
  return { ...shipped, clauses, companions: [] };
}

const clause = { edits: [], practice: {}, weight: 1 };
const two: readonly Clause[] = [
  { ...clause, id: 'bad', isAbusive: true },
  { ...clause, id: 'good', isAbusive: false },
];

async function pass(
  guards: Judgements['guards'],
  set: Readonly<Record<string, number>>,
  months = 24,
): Promise<Record<string, number>> {
  const clauses = { ...shipped, clauses: two, companions: [] };
  const run = { agents: 4000, months, seed: 2, replicate: 0 };
  const reading = await runGate(clauses, { guards }, { ...usual, ...set }, run);
  if (reading === undefined) throw new Error('interrupted');
  return { ...reading };
}

describe('the gate before promulgation', () => {
  it('refuses nothing of an edition without a breach; guards and Lab each see what is theirs', async () => {
    const clauses = only(
      'as-it-is',
      'no-end',
      'five-days-to-court',
      'lighter-measure',
      'affiliates-as-routine',
    );
    const assessment = { agents: 1000, months: 24, replicates: 3 };
    const { guards, lab } = await judgeDrafts(clauses, assessment);
    const told = clauses.clauses.map(({ id }, at) => [id, [guards[at]?.[0], lab?.[at]?.[0]]]);
    expect(Object.fromEntries(told)).toEqual({
      'as-it-is': [false, false],
      // The Lab is not asked again of what a guard refuses.
      'no-end': [true, false],
      // A gentle rule that looks odd does not pass, an abuse that neither names does.
      'lighter-measure': [true, false],
      'five-days-to-court': [false, false],
      'affiliates-as-routine': [false, true],
    });
  });

  it('holds nothing up where there is none', async () => {
    const reading = await pass([[true], [true]], { gate: 0 });
    expect(reading['lawful-rule-months-lost']).toBe(0);
    expect([reading['abusive-passed'], reading['false-refusals']]).toEqual([1, 0]);
  });

  it('spares every abusive month where it is never wrong, for its delay alone', async () => {
    const set = { gate: 1, guardMonths: 3, abusiveShare: 0.5, redrafted: 0 };
    const reading = await pass([[true], [false]], set);
    expect([reading['abusive-rule-months'], reading['false-refusals']]).toEqual([0, 0]);
    expect(reading['refused-rightly']).toBe(1);
    const lawful = await pass([[true], [false]], { ...set, abusiveShare: 0 });
    expect(lawful['lawful-rule-months-lost']).toBe(300);
  });

  it('lets abusive rules live for (1 - (1 - f)^m) / f months', async () => {
    const set = { gate: 0, abusiveShare: 1, handedIn: 1, foundOut: 0.1 };
    const reading = await pass([[false], [false]], set, 20);
    const expected = (100 * (1 - 0.9 ** 20)) / 0.1;
    expect(Math.abs((reading['abusive-rule-months'] ?? 0) / expected - 1)).toBeLessThan(0.03);
  });

  it('costs a lawful rule the months until a false refusal is overruled', async () => {
    const set = { gate: 1, guardMonths: 0, abusiveShare: 0, handedIn: 1, overruled: 0.25 };
    const reading = await pass([[true], [true]], set, 60);
    expect(reading['false-refusals']).toBe(1);
    expect(Math.abs((reading['lawful-rule-months-lost'] ?? 0) / 400 - 1)).toBeLessThan(0.05);
  });
});
