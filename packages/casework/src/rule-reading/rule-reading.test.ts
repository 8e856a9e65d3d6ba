import { civilDate, instant, type JsonValue } from '@credence/domain';
import {
  createRulebook,
  formatFinding,
  openEdition,
  sealDocument,
  type Edition,
} from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { classLaw } from '../impact/class-town.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import type { Answering } from '../view/answer-clock.ts';
import { editionLine } from '../view/answer-clock.ts';
import { compareRules } from './compare-rules.ts';
import { editionsFor } from './create-rule-reading.ts';
import type { Trial, TrialView } from './rule-reading.ts';
import { trialActions } from './trial-actions.ts';
import { tryRule } from './try-rule.ts';
import { viewArticle } from './view-article.ts';
import { viewRule } from './view-rule.ts';

const penalty = {
  decided: '2026-04-10',
  taken_in: '2026-04-15',
  begins: '2026-04-15',
  ends: '2027-04-10',
  severity: 'general',
};

const onePenalty = {
  says: { zh: '一条一般处罚为B类。', en: 'One general penalty makes class B.' },
  given: { records: { penalties: [penalty] } },
  expect: { '2026-06-01': { total: 10, result: 'b' } },
};

/** The town's law with these cases beside its risk class. */
function lawWith(...cases: readonly JsonValue[]): Edition {
  const { document } = classLaw();
  const card = document.cards['risk-class']['town.inspection'];
  const sealed = sealDocument({
    ...document,
    cards: { ...document.cards, 'risk-class': { 'town.inspection': { ...card, cases } } },
  });
  const opened = openEdition(sealed);
  if (opened.kind === 'loaded') return opened.edition;
  throw new Error(opened.findings.map(formatFinding).join('\n'));
}

function answeringUnder(edition: Edition): Answering {
  const rulebook = createRulebook([townLaw().older, edition]);
  const today = civilDate('2026-05-04');
  const clock = { today, day: today, edition: editionLine(edition), zone: edition.zone };
  return { clock: { ...clock, timepoint: instant(0) }, rulebook, edition };
}

const law = lawWith(onePenalty);
const answering = answeringUnder(law);
const { editions } = answering.rulebook;
const riskClass = { edition: law.code, kind: 'risk-class', id: 'town.inspection' } as const;

function ruleOf(edition: Edition, place: Parameters<typeof viewRule>[2] = riskClass) {
  const under = answeringUnder(edition);
  const found = viewRule(under, under.rulebook.editions, place);
  if (found.kind === 'not-found') throw new Error('not found');
  return found.view;
}

function tried(trial: Trial): TrialView {
  const found = tryRule(answering, editions, { place: riskClass, trial });
  if (found.kind !== 'found') throw new Error(JSON.stringify(found));
  return found.view;
}

describe('a rule as readers see it', () => {
  it('says every expression in plain words of both languages', () => {
    const { texts } = ruleOf(law);

    expect(texts.map(({ path }) => path)).toEqual(['indicators.1', 'total', 'result']);
    expect(texts[0]?.says.zh).toContain('行政处罚');
    expect(texts[0]?.says.en).toContain('dministrative penalty');
    expect(texts[0]?.text).toContain('penalties.filter(r');
  });

  it('computes whether its cases come out, and says so when one does not', () => {
    const wrong = { ...onePenalty, expect: { '2026-06-01': { result: 'a' } } };

    expect(ruleOf(lawWith(onePenalty, wrong)).cases.map(({ state }) => state)).toEqual([
      'passes',
      'fails',
    ]);
  });

  it('names the articles it rests on by the hash of what they say', () => {
    const { articles } = ruleOf(law);

    expect(articles).toMatchObject([{ source: 'town-act', at: 'art-1', hashOf: 'summary' }]);
    expect(articles[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('was judged by every guard', () => {
    expect(ruleOf(law).guards.judged).toBe(46);
  });

  it('has one version for each edition, the latest first, with what changed and how', () => {
    const place = { edition: law.code, kind: 'value', id: 'publicity.general' } as const;
    const [latest, first] = ruleOf(law, place).history;

    expect(first).toMatchObject({ change: 'first', edition: { code: 'town-2023' } });
    expect(latest?.change).toBe('changed');
    expect(latest?.fields.map(({ path, meaning }) => ({ path, meaning }))).toContainEqual({
      path: 'values.1.max',
      meaning: 'shorter',
    });
  });

  it('is added in the edition that has it first', () => {
    expect(ruleOf(law).history.map(({ change }) => change)).toEqual(['added']);
  });

  it('is not found in an edition that does not have it', () => {
    const place = { ...riskClass, edition: 'town-2023' };
    expect(viewRule(answering, editions, place).kind).toBe('not-found');
  });
});

describe('a rule that is tried', () => {
  it('takes the first day of the sample where none is given', () => {
    const { trial, answer } = tried({ sample: 1, facts: {} });

    expect(trial.on).toBe('2026-06-01');
    expect(answer?.result).toEqual({ zh: 'B类', en: 'class B' });
    expect(answer).not.toHaveProperty('unchanged');
  });

  it('changes on the very day on which the changed fact says so', () => {
    const facts = { 'penalties.1.ends': '2026-08-30' };
    const { answer } = tried({ sample: 1, on: civilDate('2026-08-30'), facts });

    expect(answer?.result.en).toBe('class A');
    expect(answer?.unchanged?.en).toBe('class B');
    expect(answer?.stretches).toMatchObject([
      { ends: '2026-04-15' },
      { begins: '2026-04-15', ends: '2026-08-30', result: { en: 'class B' } },
      { begins: '2026-08-30', ends: 'none', result: { en: 'class A' } },
    ]);
  });

  it('says which rules make the next change', () => {
    const [next] = tried({ sample: 1, facts: {} }).answer?.changes ?? [];

    expect(next).toMatchObject({ on: '2027-04-10', result: { en: 'class A' } });
    expect(next?.because).toContainEqual({
      title: { zh: '公示期内的一般处罚', en: 'General penalties on display' },
      from: { zh: '10', en: '10' },
      to: { zh: '0', en: '0' },
    });
  });

  it('says what could be done about a record that stands, and from which day', () => {
    const exitsOf = (facts: Trial['facts'], on = civilDate('2026-06-01')) => {
      const { answer } = tried({ sample: 1, on, facts });
      return { found: answer?.trace.exits?.byAction, said: answer?.words.en.exits.join(' ') };
    };
    const repair = { action: 'repair', record: 'penalties-0001' };

    // Three months after the decision, as the town's law has it for a general penalty.
    expect(exitsOf({}).found).toMatchObject([{ actions: [repair], on: '2026-07-10', result: 'a' }]);
    expect(exitsOf({}).said).toContain('10 Jul 2026');
    expect(exitsOf({}, civilDate('2026-09-01')).found).toMatchObject([{ on: '2026-09-01' }]);
    expect(exitsOf({ 'penalties.1.repaired': 'yes' }).said).toBe('');
  });

  it.each([
    ['has been repaired', { repaired: true }],
    ['has been quashed', { quashed: true }],
    ['ends by itself on that day', { ends: '2026-07-10' }],
    ['is not on display yet', { begins: '2026-06-02' }],
    ['is of a class that is never shown', { severity: 'minor' }],
  ])('has no repair for a record that %s', (_, change) => {
    const actionsFor = (written: Readonly<Record<string, string | boolean>>) =>
      trialActions(law, { records: { penalties: [written] } }, civilDate('2026-06-01'));

    expect(actionsFor(penalty)).toHaveLength(1);
    expect(actionsFor({ ...penalty, ...change })).toEqual([]);
  });

  it('takes a fact away where its text is empty', () => {
    const { answer } = tried({ sample: 1, facts: { 'penalties.1.severity': '' } });
    expect(answer?.result.en).toBe('class A');
  });

  it('gives the same hash for the same question, and another for another', () => {
    const hashOf = (facts: Trial['facts']) => tried({ sample: 1, facts }).answer?.hash;

    expect(hashOf({})).toBe(hashOf({}));
    expect(hashOf({ 'penalties.1.repaired': 'yes' })).not.toBe(hashOf({}));
  });

  it('says at its field why a fact cannot be used, and answers nothing', () => {
    const { answer, groups } = tried({ sample: 1, facts: { 'penalties.1.ends': 'soon' } });
    const wrong = groups.flatMap(({ fields }) => fields).filter(({ fault }) => fault !== undefined);

    expect(answer).toBeUndefined();
    expect(wrong).toMatchObject([{ name: 'penalties.1.ends', value: 'soon' }]);
  });

  it.each([
    [
      { sample: 2, facts: {} },
      { parameter: 'sample', value: '2', accepted: '1-1' },
    ],
    [{ sample: 1, facts: { 'penalties.2.ends': '' } }, { value: 'penalties.2.ends' }],
  ])('refuses %j', (trial, refused) => {
    const found = tryRule(answering, editions, { place: riskClass, trial });
    expect(found).toMatchObject({ kind: 'refused', ...refused });
  });
});

describe('an article', () => {
  const linesOf = (subjects: number) => ({
    register: {
      lines: {
        countByItem: () => Promise.resolve([{ item: 'penalty', records: subjects, subjects }]),
      },
      countEffects: () => Promise.resolve([]),
    },
  });
  const articleUnder = async (subjects: number, at: string) => {
    const parts = linesOf(subjects);
    const asked = { editions, edition: law.code, source: 'town-act', at };
    return viewArticle(parts, answering, asked);
  };

  it('names every rule that rests on it, with the subjects on show where they are ten', async () => {
    const found = await articleUnder(10, 'art-1');
    if (found.kind !== 'found') throw new Error(found.kind);
    const { rules } = found.view;

    expect(rules.find(({ card }) => card.id === 'penalty')?.subjects).toBe(10);
    expect(rules.find(({ card }) => card.id === 'town.inspection')).not.toHaveProperty('subjects');
  });

  it('withholds a count of nine', async () => {
    const found = await articleUnder(9, 'art-1');
    if (found.kind !== 'found') throw new Error(found.kind);
    const { rules } = found.view;

    expect(rules.find(({ card }) => card.id === 'penalty')?.subjects).toBeNull();
  });

  it('names what only names such a rule, and through which one', async () => {
    const found = await articleUnder(10, 'art-2');
    if (found.kind !== 'found') throw new Error(found.kind);
    const ruleOf = (id: string) => found.view.rules.find(({ card }) => card.id === id);

    expect(ruleOf('publicity.general')).toMatchObject({ ifEnded: 'suspended' });
    // The catalogue carries the item by the other article; of its rows this one is the basis too.
    expect(ruleOf('penalty')).toMatchObject({ ifEnded: 'goes-on', subjects: 10 });
    expect(ruleOf('penalty')).not.toHaveProperty('through');
    const other = await articleUnder(10, 'art-1');
    if (other.kind !== 'found') throw new Error(other.kind);
    expect(other.view.rules.find(({ card }) => card.id === 'penalty')?.ifEnded).toBe('suspended');
  });

  it('is not found where its source does not have it', async () => {
    expect((await articleUnder(10, 'art-99')).kind).toBe('not-found');
  });
});

describe('cases beside an item', () => {
  const { document } = classLaw();
  const id = 'penalty';
  const item = document.cards.item[id];
  const withCases = (expect: JsonValue): Edition => {
    const given = {
      kinds: ['fine'],
      decided: '2026-04-10',
      served: '2026-04-15',
    };
    const says = { zh: '一般罚款。', en: 'A general fine.' };
    const cases = [{ says, given, expect: { '2026-05-01': expect } }];
    const cards = { ...document.cards, item: { ...document.cards.item, [id]: { ...item, cases } } };
    const opened = openEdition(sealDocument({ ...document, cards }));
    if (opened.kind === 'loaded') return opened.edition;
    throw new Error(opened.findings.map(formatFinding).join('\n'));
  };
  const casesUnder = (edition: Edition) =>
    ruleOf(edition, { edition: edition.code, kind: 'item', id });

  it('are shown in the words of the file, with what comes out, and cannot be tried', () => {
    const { cases, canBeTried } = casesUnder(
      withCases({ severity: 'general', publicity: 'shown' }),
    );
    expect(canBeTried).toBe(false);
    expect(cases).toMatchObject([{ says: { en: 'A general fine.' }, state: 'passes' }]);
    const [given] = cases[0]?.given ?? [];
    expect(given?.facts.map(({ value }) => value.zh)).toContain('罚款');
    expect(cases[0]?.expected[0]?.results).toMatchObject([
      { key: 'severity' },
      { key: 'publicity', value: { en: 'shown' } },
    ]);
  });

  it('are run anew: one that does not come out says so', () => {
    const { cases } = casesUnder(withCases({ publicity: 'ended' }));
    expect(cases.map(({ state }) => state)).toEqual(['fails']);
  });
});

describe('editions of other places', () => {
  it('are looked at only where the register has no edition of that code', async () => {
    const never = () => Promise.reject(new Error('asked for'));
    const one = () => Promise.resolve([law]);

    expect(await editionsFor(answering, 'town-2023', never)).toEqual(editions);
    expect(await editionsFor(answering, 'elsewhere', one)).toHaveLength(editions.length + 1);
  });

  it('are compared only where they are laid over another', () => {
    const view = compareRules(answering, [law]);

    expect(view.editions).toEqual([]);
    expect(view.rows.map(({ question, answers }) => [question, answers.length])).toEqual([
      ['retention', 0],
      ['dispute', 0],
      ['repair', 0],
      ['list-power', 0],
    ]);
  });
});
