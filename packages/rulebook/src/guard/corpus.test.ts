import { describe, expect, it } from 'vitest';

import { formatFinding, type Finding } from '../load/finding.ts';
import { allGuards } from './all-guards.ts';
import { findingsOf, guardsOf, readCorpus, type CorpusItem } from './corpus.test-support.ts';

const abusive = readCorpus('abusive');
const evasive = readCorpus('evasive');
const lawful = readCorpus('lawful');

const judged = new Map<string, readonly Finding[]>();

/** Errors of a rule, judged once. */
function errorsOf(item: CorpusItem): readonly Finding[] {
  const known = judged.get(item.id) ?? findingsOf(item.cards);
  judged.set(item.id, known);
  return known.filter(({ severity }) => severity !== 'warning');
}

function named(item: CorpusItem): readonly [string, CorpusItem] {
  return [`${item.id}: ${item.says}`, item];
}

/** Per guard: rules that name it and were refused by it, rules that name it, lawful rules it refused. */
function tableOf(): readonly string[] {
  const bad = [...abusive, ...evasive];
  return allGuards.map(({ id }) => {
    const naming = bad.filter(({ breaks }) => breaks.includes(id));
    const caught = naming.filter((item) => guardsOf(errorsOf(item)).includes(id));
    const wrong = lawful.filter((item) => guardsOf(errorsOf(item)).includes(id));
    const alone = naming.filter((item) => guardsOf(errorsOf(item)).join() === id);
    return `${id}  caught ${caught.length} of ${naming.length}, alone ${alone.length}, lawful refused ${wrong.length}`;
  });
}

describe('the corpus of rules', { timeout: 600_000 }, () => {
  it('holds 46 abusive rules, 5 evasions and 46 lawful near-misses', () => {
    expect([abusive.length, evasive.length, lawful.length]).toEqual([46, 5, 46]);
  });

  it('has an abusive rule for every guard, which names that guard first', () => {
    expect(abusive.map(({ breaks }) => breaks[0])).toEqual(allGuards.map(({ id }) => id));
  });

  it.each([...abusive, ...evasive].map(named))('refuses %s', (_, item) => {
    const errors = errorsOf(item);
    expect(item.breaks.filter((guard) => !guardsOf(errors).includes(guard))).toEqual([]);
    // A rule is refused for what it does, not for how its card is written.
    expect(errors.filter(({ guard }) => guard === undefined).map(formatFinding)).toEqual([]);
  });

  it.each(lawful.map(named))('accepts %s', (_, item) => {
    expect(errorsOf(item).map(formatFinding)).toEqual([]);
  });

  it('says of every refusal which guard, why, by what source, where, and what to do', () => {
    for (const item of [...abusive, ...evasive]) {
      for (const finding of errorsOf(item)) {
        const { guard = '', why, source, card = '', field, repair } = finding;
        expect(guard).toMatch(/^G\d\d$/);
        expect(card).toMatch(/^[a-z-]+:\S+$/);
        for (const text of [why?.zh, why?.en, source, repair]) expect(text ?? '').not.toBe('');
        expect(field).toBeDefined();
      }
    }
  });

  it('misses every guard that is switched off', () => {
    const rules = [...abusive, ...evasive];
    const unmissed = allGuards.filter(({ id: off }) =>
      rules.every((item) => {
        const without = errorsOf(item).filter(({ guard }) => guard !== off);
        return item.breaks.every((guard) => guardsOf(without).includes(guard));
      }),
    );
    expect(unmissed.map(({ id }) => id)).toEqual([]);
  });

  it('refuses by each guard what names it, and nothing lawful', () => {
    process.stdout.write(`${tableOf().join('\n')}\n`);
    for (const line of tableOf()) {
      expect(line).toMatch(/caught (\d+) of \1, alone \d+, lawful refused 0$/);
    }
  });
});
