import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

import {
  civilDate,
  type FactValue,
  type Language,
  type PublicCreditRecord,
} from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findWidenings } from './compare/find-widenings.ts';
import {
  applyPatch,
  assessRecord,
  changedArticles,
  checkEdition,
  comparedQuestions,
  compareAnswers,
  createRulebook,
  diffEditions,
  editionToJson,
  explainTrace,
  formatFinding,
  openEdition,
  patchBetween,
  reformDocument,
  rulesOf,
  sealDocument,
  writeDiff,
  type Edition,
  type EditionCheck,
  type ItemCard,
  type TraceNode,
} from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rulebooks = join(root, 'rulebooks');

function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path), readFileSync(path, 'utf8'));
  }
  return files;
}

const checked = new Map<string, EditionCheck>();

/** An edition is checked after the one it succeeds and the one it is laid over. */
function check(code: string): EditionCheck {
  const known = checked.get(code);
  if (known !== undefined) return known;
  const files = readFolder(join(rulebooks, code));
  const frame = files.get(`rulebooks/${code}/edition.yaml`) ?? '';
  const before = named(frame, 'succeeds');
  const above = named(frame, 'parent');
  const outcome = checkEdition(files, {
    ...(before === undefined ? {} : { predecessor: load(before) }),
    ...(above === undefined ? {} : { parent: load(above) }),
  });
  checked.set(code, outcome);
  return outcome;
}

function named(frame: string, key: string): string | undefined {
  const code = new RegExp(`^${key}: *([a-z0-9.-]+)`, 'm').exec(frame)?.[1];
  return code === 'none' ? undefined : code;
}

function load(code: string): Edition {
  const outcome = check(code);
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

const codes = readdirSync(rulebooks, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(codes)('the shipped edition %s', (code) => {
  it('loads without a finding', () => {
    const outcome = check(code);
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    expect(findings.map(formatFinding).join('\n')).toBe('');
  }, 60_000);

  it('comes back from the journal as it went in', () => {
    const edition = load(code);
    const outcome = openEdition(editionToJson(edition));
    expect(outcome.kind === 'loaded' && outcome.edition).toEqual(edition);
  });

  it('explains whatever it makes of a record, in every language, with nothing unfilled', () => {
    const edition = load(code);
    const anyRecord = fc
      .constantFrom(...edition.items.values())
      .chain((item) => factsOf(edition, item).map((facts) => record({ item: item.item, facts })));
    const anyDay = fc.constantFrom('2025-01-01', '2025-03-01', '2026-05-01', '2031-01-01');
    fc.assert(
      fc.property(anyRecord, anyDay, (one, day) => {
        const { why } = assessRecord(edition, one, civilDate(day));
        for (const language of edition.languages) {
          expect(wordsOf(why, language)).not.toMatch(/[{}]|undefined/);
        }
      }),
    );
  });
});

function factsOf(edition: Edition, item: ItemCard): fc.Arbitrary<Record<string, FactValue>> {
  const columns = edition.schemas.get(item.fields)?.columns ?? [];
  const fields = columns.flatMap(({ field, type, codes: known }) => {
    const words = known.map((entry) => entry.code);
    if (words.length === 0) return [];
    const one: fc.Arbitrary<FactValue> = fc.constantFrom(...words);
    const several: fc.Arbitrary<FactValue> = fc.subarray(words);
    return [[field, type === 'codes' ? several : one] as const];
  });
  return fc.subarray(fields).chain((some) => fc.record(Object.fromEntries(some)));
}

function wordsOf(node: TraceNode, language: Language): string {
  const { question, answer } = explainTrace(node, language);
  return [question, answer, ...node.children.map((child) => wordsOf(child, language))].join('\n');
}

/** A fine of 15 January 2025 under the ordinary procedure, served five days later. */
function record(overrides: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return {
    recordId: '01937b5e-0000-7000-8000-000000000001',
    item: 'administrative_penalty',
    edition: 'cn-2023',
    takenInOn: civilDate('2025-01-22'),
    batchId: 'b1',
    row: 2,
    subject: {
      kind: 'organisation',
      identifiers: [{ scheme: 'register_number', value: '1' }],
    },
    provider: { code: 'market_supervision', name: '望澜市市场监督管理局' },
    document: { number: '望市监罚〔2025〕7号' },
    decidedOn: civilDate('2025-01-15'),
    service: { kind: 'shown', on: civilDate('2025-01-20'), mode: 'registered_letter' },
    facts: { procedure: 'ordinary', kinds: ['fine'] },
    ...overrides,
  };
}

describe('the law of 2023 and of 2026', () => {
  const rulebook = () => createRulebook([load('cn-2026'), load('cn-2023')]);

  function on(day: string, one = record()) {
    const edition = rulebook().on(civilDate(day));
    if (edition === undefined) throw new RangeError(`No edition is in force on ${day}.`);
    return { edition: edition.code, ...assessRecord(edition, one, civilDate(day)) };
  }

  it('give the same fine of January 2025 three years in 2025, and none by May 2026', () => {
    expect(on('2025-03-01')).toMatchObject({
      edition: 'cn-2023',
      severity: { code: 'general' },
      publicity: { kind: 'shown', ends: '2028-01-15' },
    });
    expect(on('2026-05-01')).toMatchObject({
      edition: 'cn-2026',
      severity: { code: 'general' },
      publicity: { kind: 'ended', endedOn: '2026-01-15', because: 'time' },
    });
  });

  it('shorten a fine of February 2026 from three years to one on the day of the change', () => {
    const fine = record({
      decidedOn: civilDate('2026-02-01'),
      service: { kind: 'shown', on: civilDate('2026-02-03'), mode: 'in_person' },
    });
    expect(on('2026-03-31', fine).publicity).toMatchObject({ kind: 'shown', ends: '2029-02-01' });
    expect(on('2026-04-01', fine).publicity).toMatchObject({
      kind: 'shown',
      ends: '2027-02-01',
      repairFrom: '2026-05-01',
    });
  });

  it('never show a warning alone, a summary penalty, or a detention since 2026', () => {
    const kinds = (facts: PublicCreditRecord['facts']) => record({ facts });
    const warning = kinds({ procedure: 'ordinary', kinds: ['warning'] });
    const summary = kinds({ procedure: 'summary', kinds: ['fine'] });
    const detention = kinds({ procedure: 'ordinary', kinds: ['administrative_detention'] });
    for (const day of ['2025-03-01', '2026-05-01']) {
      expect(on(day, warning).publicity.kind).toBe('not-shown');
      expect(on(day, summary).publicity.kind).toBe('not-shown');
    }
    expect(on('2026-01-01', detention).publicity).toEqual({ kind: 'not-shown', because: 'sealed' });
  });

  it('leave review 60 days and the court 6 months from proven service, and correction always', () => {
    const { waysOut } = on('2025-03-01');
    expect(waysOut.map(({ kind, state, latestOn }) => [kind, state, latestOn])).toEqual([
      ['repair', 'not-yet', undefined],
      ['correction', 'open', undefined],
      ['review', 'open', '2025-03-21'],
      ['court', 'open', '2025-07-20'],
      ['wait', 'not-yet', undefined],
    ]);
  });
});

const local = ['shanghai-2017', 'zhejiang-2017', 'henan-2019', 'shandong-2020', 'shenzhen-2022'];

describe('the local editions', () => {
  it.each(local)('%s is no longer, no wider and no heavier than the national one', (code) => {
    const { document } = load(code);
    const parent = load('cn-2026').document;
    expect(document.parent).toEqual(parent);
    expect(findWidenings({ parent: parent.cards, child: document.cards })).toEqual([]);
  });

  it.each(comparedQuestions)(
    'answer %s side by side, each with its own article or none',
    (question) => {
      const answers = compareAnswers(question, local.map(load));
      expect(answers.map(({ edition }) => edition.code)).toEqual(local);
      for (const { articles, applied, edition } of answers) {
        for (const { source, says, confidence } of articles) {
          expect(source).toBe(edition.code);
          expect(says.zh).toBeDefined();
          expect(['verified', 'secondary', 'unverified']).toContain(confidence);
        }
        expect(applied === undefined).toBe(question === 'list-power');
      }
      const silent = answers.filter(({ articles }) => articles.length === 0);
      expect(silent.map(({ edition }) => edition.code)).toEqual(unanswered[question]);
    },
  );

  it('apply the steps of their own dispute article', () => {
    const stepsOf = (code: string) => {
      const [answer] = compareAnswers('dispute', [load(code)]);
      return { own: answer?.own, applied: answer?.applied };
    };
    expect(stepsOf('shanghai-2017')).toMatchObject({
      own: true,
      applied: {
        steps: [{ step: 'mark', within: { unit: 'working-days', count: 1 } }, {}, {}, {}],
      },
    });
    expect(stepsOf('shenzhen-2022').applied).toMatchObject({
      steps: [{ step: 'mark', within: 'at-once' }, {}, {}, { extension: { count: 3 } }],
    });
    expect(compareAnswers('repair', [load('shanghai-2017')])[0]?.own).toBe(false);
    expect(compareAnswers('repair', [load('shenzhen-2022')])[0]?.own).toBe(true);
  });
});

/** What the reference does not carry is not answered in the place of the law. */
const unanswered = {
  retention: ['shenzhen-2022'],
  dispute: [],
  repair: ['shanghai-2017', 'henan-2019', 'shandong-2020'],
  'list-power': [],
} as const;

describe('an article that changes', () => {
  it('names every rule that rests on it', () => {
    const edition = load('cn-2026');
    const places = rulesOf(edition, { source: 'go-2025-22', at: 'item-2' });
    expect(places.map(({ kind, id }) => `${kind}:${id}`)).toEqual(
      expect.arrayContaining(['value:publicity.general', 'item:administrative_penalty']),
    );
    expect(rulesOf(edition, { source: 'go-2025-22', at: 'no-such' })).toEqual([]);
  });

  it('is found by its hash, with the rules of the newer edition', () => {
    const changes = changedArticles(load('cn-2023'), load('cn-2026'));
    const added = changes.find(({ source, at }) => source === 'go-2025-22' && at === 'item-2');
    expect(added?.change).toBe('added');
    expect(added?.rules.length).toBeGreaterThan(0);
    expect(changes.some(({ change }) => change === 'removed')).toBe(true);
    expect(changedArticles(load('cn-2026'), load('cn-2026'))).toEqual([]);
  });
});

describe('the way from one edition to the next', () => {
  it('is a patch that leads there, and back', () => {
    const [older, newer] = [load('cn-2023'), load('cn-2026')];
    for (const [from, to] of [
      [older, newer],
      [newer, older],
    ] as const) {
      const outcome = applyPatch(from.document, patchBetween(from.document, to.document));
      expect(outcome.kind === 'applied' && outcome.document.cards).toEqual(to.document.cards);
      expect(outcome.kind === 'applied' && outcome.document.edition).toEqual(to.document.edition);
    }
  });

  it('says that the publicity of general records became shorter', () => {
    const diff = diffEditions(load('cn-2023'), load('cn-2026'));
    const general = diff.changed.find(({ id }) => id === 'publicity.general');
    expect(general?.fields).toContainEqual({
      path: 'values.1.max',
      meaning: 'shorter',
      old: 'P36M',
      new: 'P12M',
    });
    expect(writeDiff(diff, 'zh')).toContain('values.1.max  缩短: P36M -> P12M');
    expect(writeDiff(diffEditions(load('cn-2026'), load('cn-2026')), 'en')).toContain(
      'No difference.',
    );
  });

  it('can be a reform: a few edits that make another edition, or are refused at their line', () => {
    const text = (place: string) => `reform: shorter
title: {zh: 缩短公示期, en: Shorter publicity}
of: cn-2026
edits:
  - {set: edition/edition, to: cn-2026-shorter}
  - {set: "${place}", to: P6M}
`;
    const reformed = reformDocument(
      load('cn-2026'),
      'reform.yaml',
      text('value:publicity.general/values/from=2026-04-01/max'),
    );
    const document = reformed.kind === 'reformed' ? reformed.document : undefined;
    expect(document?.edition['edition']).toBe('cn-2026-shorter');
    const opened = document === undefined ? undefined : openEdition(sealDocument(document));
    expect(opened?.kind === 'loaded' && opened.edition.code).toBe('cn-2026-shorter');
    expect(document?.cards.value['publicity.general']).toMatchObject({ values: [{ max: 'P6M' }] });

    const refused = reformDocument(
      load('cn-2026'),
      'reform.yaml',
      text('value:publicity.generel/values/1/max'),
    );
    expect(refused.kind === 'refused' && refused.findings).toMatchObject([
      { file: 'reform.yaml', line: 6, code: 'card-unknown' },
    ]);
    expect(refused.kind === 'refused' && refused.findings[0].message).toContain(
      'Did you mean value:publicity.general?',
    );
    expect(reformDocument(load('cn-2023'), 'r.yaml', text('x/y')).kind).toBe('refused');
  });
});
