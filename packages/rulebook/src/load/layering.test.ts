import type { JsonValue } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareAnswers } from '../compare/compare-answers.ts';
import { hashOf } from '../edition/edition-of.ts';
import type { Edition } from '../edition/edition.ts';
import { editionToJson, openEdition } from '../edition/open-edition.ts';
import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition, type CheckOptions } from './check-edition.ts';
import { formatFinding, type Finding } from './finding.ts';

const parent = load(goodEdition());
const general = goodEdition().get('values/publicity.general.yaml') ?? '';

/** A town inside the parent's territory that restates the publicity of general records. */
function childFiles(change: Readonly<Record<string, string>> = {}): Map<string, string> {
  const frame = (goodEdition().get('edition.yaml') ?? '')
    .replace('edition: demo-2023', 'edition: town-2024')
    .replace('parent: none', 'parent: demo-2023')
    .replace('territory: demo', 'territory: demo_town')
    .replace('from: 2023-05-01, until: 2026-04-01', 'from: 2024-01-01, until: 2026-04-01');
  return new Map([
    ['edition.yaml', frame],
    ['values/publicity.general.yaml', general.replace('max: P3Y', 'max: P2Y')],
    ...Object.entries(change),
  ]);
}

function load(files: ReadonlyMap<string, string>, options: CheckOptions = {}): Edition {
  const outcome = checkEdition(files, options);
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

function refused(files: ReadonlyMap<string, string>, options: CheckOptions = { parent }) {
  const outcome = checkEdition(files, options);
  return outcome.kind === 'refused' ? outcome.findings : [];
}

function edited(find: string, replace: string): Map<string, string> {
  const files = childFiles();
  const frame = files.get('edition.yaml') ?? '';
  expect(frame).toContain(find);
  return files.set('edition.yaml', frame.replace(find, replace));
}

function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code }) => code);
}

describe('a local edition', () => {
  it('is its parent where it says nothing, and itself where it does', () => {
    const child = load(childFiles(), { parent });
    expect([...child.items.keys()].sort()).toEqual([...parent.items.keys()].sort());
    expect(child.values.get('publicity.general')?.values[0]?.max?.count).toBe(24);
    expect(child.values.get('publicity.serious')).toEqual(parent.values.get('publicity.serious'));
    expect(child.document.parent).toEqual(parent.document);
  });

  it('comes back from the journal with its parent, without another edition at hand', () => {
    const child = load(childFiles(), { parent });
    const json = JSON.parse(JSON.stringify(editionToJson(child))) as JsonValue;
    const outcome = openEdition(json);
    expect(outcome.kind === 'loaded' && outcome.edition).toEqual(child);
  });

  it('has another hash over another parent', () => {
    const other = load(
      goodEdition().set(
        'clocks/court.yaml',
        (goodEdition().get('clocks/court.yaml') ?? '').replace('P6M', 'P7M'),
      ),
    );
    const [one, two] = [parent, other].map((each) => load(childFiles(), { parent: each }));
    expect(one?.hash).not.toBe(two?.hash);
  });

  it('may take away a burden, and nothing that protects', () => {
    const without = edited('withdraws: []', 'withdraws: ["list:serious-violations"]');
    expect(load(without, { parent }).lists.size).toBe(0);
    expect(codesOf(refused(edited('withdraws: []', 'withdraws: ["clock:court"]')))).toContain(
      'layering',
    );
  });

  it.each([
    ['another parent', 'parent: demo-2023', 'parent: demo-2022', 'layering'],
    ['another realm', 'realm: live', 'realm: lab', 'realm'],
    ['another currency', 'currency: CNY', 'currency: USD', 'layering'],
    ['another zone', 'zone: Asia/Shanghai', 'zone: Asia/Tokyo', 'layering'],
    ['another rounding', 'round: down', 'round: up', 'layering'],
    ['a territory outside', 'territory: demo_town', 'territory: elsewhere', 'layering'],
    [
      'a class that is no burden',
      'en: Minor}, adverse: true',
      'en: Minor}, adverse: false',
      'layering',
    ],
    ['days before its parent', 'from: 2024-01-01', 'from: 2023-04-30', 'layering'],
    ['days after its parent', 'until: 2026-04-01', 'until: none', 'layering'],
  ])('refuses %s', (_, find, replace, code) => {
    expect(codesOf(refused(edited(find, replace)))).toContain(code);
  });

  it('says that its parent is missing, and not everything that might stand there', () => {
    expect(codesOf(refused(childFiles(), {}))).toEqual(['layering']);
  });

  it('keeps what an older local edition said itself, over the parent of today', () => {
    const before = load(childFiles(), { parent });
    const todayFiles = goodEdition()
      .set(
        'edition.yaml',
        (goodEdition().get('edition.yaml') ?? '')
          .replace('edition: demo-2023', 'edition: demo-2026')
          .replace('from: 2023-05-01, until: 2026-04-01', 'from: 2026-04-01, until: none'),
      )
      .set(
        'clocks/court.yaml',
        (goodEdition().get('clocks/court.yaml') ?? '').replace('P6M', 'P7M'),
      );
    const today = load(todayFiles);
    const frame = (childFiles().get('edition.yaml') ?? '')
      .replace('edition: town-2024', 'edition: town-2026')
      .replace('parent: demo-2023', 'parent: demo-2026')
      .replace('succeeds: none', 'succeeds: town-2024')
      .replace('from: 2024-01-01, until: 2026-04-01', 'from: 2026-04-01, until: none');
    const after = load(new Map([['edition.yaml', frame]]), { parent: today, predecessor: before });
    expect(after.values.get('publicity.general')?.values[0]?.max?.count).toBe(24);
    expect(after.document.parent?.edition['edition']).toBe('demo-2026');
    // What it had from its former parent is that parent's no more.
    expect(after.clocks.get('court')).toEqual(today.clocks.get('court'));
  });

  it('never loads when it lengthens or opens repair late, whatever periods it writes', () => {
    const periods = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(periods, ([min, max]) => {
        fc.pre(min <= max);
        const files = childFiles({
          'values/publicity.general.yaml': general.replace(
            'min: P3M, max: P3Y',
            `min: P${min}M, max: P${max}M`,
          ),
        });
        const outcome = checkEdition(files, { parent });
        const opensLate = min * 2 > max;
        expect(outcome.kind).toBe(min > 3 || max > 36 || opensLate ? 'refused' : 'loaded');
      }),
      { numRuns: process.env['CREDENCE_LONG'] === '1' ? 500 : 15 },
    );
  }, 60_000);

  it('answers with its own articles, and never with its parent’s', () => {
    const source = goodEdition().get('sources/demo-act.yaml') ?? '';
    const about = source.replace('art-1: {', 'art-1: {about: [dispute], ');
    const above = load(goodEdition().set('sources/demo-act.yaml', about));
    const child = load(childFiles(), { parent: above });
    const articles = compareAnswers('dispute', [above, child]).map((answer) =>
      answer.articles.map(({ at }) => at),
    );
    expect(articles).toEqual([['art-1'], []]);
  });

  it('is judged again with its parent when the journal opens it', () => {
    const child = load(childFiles(), { parent });
    const text = JSON.stringify(editionToJson(child));
    const forged = JSON.parse(text.replace('"max":"P2Y"', '"max":"P9Y"')) as {
      edition: never;
      cards: never;
      parent: never;
    };
    const outcome = openEdition({ ...forged, hash: hashOf(forged) });
    expect(outcome.kind === 'refused' && outcome.findings.map(({ guard }) => guard)).toContain(
      'G13',
    );
  });
});
