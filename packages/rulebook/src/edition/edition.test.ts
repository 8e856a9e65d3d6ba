import { civilDate, type JsonValue } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { goodEdition, goodSuccessor } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import { formatFinding } from '../load/finding.ts';
import { hashOf } from './edition-of.ts';
import type { Edition } from './edition.ts';
import { editionToJson, openEdition } from './open-edition.ts';
import { createRulebook, RulebookError } from './rulebook.ts';
import { schemesOf } from './schemes-of.ts';

function load(files = goodEdition(), predecessor?: Edition): Edition {
  const outcome = checkEdition(files, predecessor === undefined ? {} : { predecessor });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

/** The JSON of an edition, written and read once, as the journal does. */
function stored(edition: Edition): JsonValue {
  return JSON.parse(JSON.stringify(editionToJson(edition))) as JsonValue;
}

/** The stored edition with one text replaced everywhere, and its hash made to fit again. */
function forged(edition: Edition, find: string, replace: string): JsonValue {
  const text = JSON.stringify(editionToJson(edition)).replaceAll(find, replace);
  const json = JSON.parse(text) as { edition: never; cards: never };
  return { edition: json.edition, cards: json.cards, hash: hashOf(json) };
}

function codesOf(json: JsonValue): string[] {
  const outcome = openEdition(json);
  return outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : [];
}

describe('the hash of an edition', () => {
  it('is the same for any order of files', () => {
    const { hash } = load();
    const files = [...goodEdition()];
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(load(new Map(shuffled)).hash).toBe(hash);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('does not depend on the order of keys or on comments', () => {
    const files = goodEdition();
    const text = files.get('clocks/court.yaml') ?? '';
    const [first = '', ...others] = text.trim().split('\n');
    const steps = others.splice(-2);
    files.set('clocks/court.yaml', ['# why', ...others.reverse(), ...steps, first, ''].join('\n'));
    expect(load(files).hash).toBe(load().hash);
  });

  it('changes with every word', () => {
    const files = goodEdition();
    const text = files.get('clocks/court.yaml') ?? '';
    files.set('clocks/court.yaml', text.replace('Administrative court', 'Administrative Court'));
    expect(load(files).hash).not.toBe(load().hash);
  });
});

describe('openEdition', () => {
  it('gives back what was stored', () => {
    const edition = load(goodSuccessor(), load());
    const outcome = openEdition(stored(edition));
    expect(outcome.kind === 'loaded' && outcome.edition).toEqual(edition);
  });

  it('refuses a changed text under the old hash', () => {
    const json = JSON.stringify(editionToJson(load())).replace('P3Y', 'P9Y');
    expect(codesOf(JSON.parse(json) as JsonValue)).toEqual(['hash']);
  });

  it('refuses the Lab, whatever its hash says', () => {
    expect(codesOf(forged(load(), '"realm":"live"', '"realm":"lab"'))).toEqual(['realm']);
  });

  it('refuses a card that breaks its schema or a check, under a hash that fits', () => {
    expect(
      codesOf(forged(load(), '"notice":{"working-days":5', '"notice":{"working-days":"x"')),
    ).toEqual(['value-wrong']);
    expect(codesOf(forged(load(), '"rank":"law"', '"rank":"normative_document"'))).toContain(
      'basis-rank',
    );
  });

  it('opens an edition promulgated before a kind of card existed, under the hash it has', () => {
    const whole = editionToJson(load()) as { cards: Record<string, JsonValue> };
    expect(Object.keys(whole.cards)).not.toContain('evaluation');
    expect(openEdition(whole as JsonValue).kind).toBe('loaded');
  });

  it('names the kinds of an edition that a later version of the program promulgated', () => {
    const whole = editionToJson(load()) as { cards: Record<string, JsonValue> };
    const later = { ...whole, cards: { ...whole.cards, covenant: { x: { covenant: 'x' } } } };
    const outcome = openEdition(later);
    expect(outcome.kind === 'refused' && outcome.findings[0]).toMatchObject({
      message: 'It has kinds of cards that this program does not know.',
      found: 'covenant',
      repair: 'Open it with the version of the program that promulgated it, or a later one.',
    });
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no cards', { edition: {}, hash: '' }],
    ['an unknown kind of card', { edition: {}, cards: { secret: {} }, hash: '' }],
  ])('refuses %s', (_, json) => {
    expect(codesOf(json)).toEqual(['value-wrong']);
  });

  it('refuses every edition with one key removed somewhere, naming a card', () => {
    const whole = editionToJson(load()) as { cards: Record<string, Record<string, object>> };
    for (const [kind, ofKind] of Object.entries(whole.cards)) {
      for (const [id, card] of Object.entries(ofKind)) {
        const cut = structuredClone(whole);
        Reflect.deleteProperty(cut.cards[kind]?.[id] ?? {}, kind);
        const json = { ...cut, hash: hashOf(cut as never) } as unknown as JsonValue;
        const outcome = openEdition(json);
        const findings = outcome.kind === 'refused' ? outcome.findings : [];
        expect(
          findings.map(({ code }) => code),
          `${kind}:${id}`,
        ).toContain('key-missing');
        expect(findings.map(({ file }) => file).join()).toContain(`${id}.yaml`);
        expect(Object.keys(card)).toContain(kind);
      }
    }
  });
});

describe('createRulebook', () => {
  it('gives the edition of a day, on both sides of the change', () => {
    const before = load();
    const after = load(goodSuccessor(), before);
    const rulebook = createRulebook([after, before]);

    expect(rulebook.editions.map(({ code }) => code)).toEqual(['demo-2023', 'demo-2026']);
    expect(rulebook.on(civilDate('2023-04-30'))).toBeUndefined();
    expect(rulebook.on(civilDate('2023-05-01'))?.code).toBe('demo-2023');
    expect(rulebook.on(civilDate('2026-03-31'))?.code).toBe('demo-2023');
    expect(rulebook.on(civilDate('2026-04-01'))?.code).toBe('demo-2026');
  });

  it('ends an edition without an end where its successor begins, and no sooner', () => {
    const edition = load();
    const open = { ...edition, inForce: { from: edition.inForce.from, until: 'none' as const } };
    const from = civilDate('2027-01-01');
    const next = {
      ...edition,
      ...{ code: 'demo-2027', succeeds: edition.code, inForce: { from, until: 'none' as const } },
    };
    const rulebook = createRulebook([next, open]);

    expect(rulebook.on(civilDate('2026-12-31'))?.code).toBe(edition.code);
    expect(rulebook.on(civilDate('2027-01-01'))?.code).toBe('demo-2027');
    expect(rulebook.editions.map(({ inForce }) => inForce.until)).toEqual(['2027-01-01', 'none']);
    // What a rulebook without the successor said of the same edition is said again.
    const [ended] = rulebook.editions;
    expect(createRulebook(ended === undefined ? [] : [ended]).editions).toEqual([open]);
    expect(codeOf([open, { ...next, succeeds: 'another' }])).toBe('editions-overlap');
  });

  it('lets the law of a part begin over the very edition it is laid over, and no other', () => {
    const above = load();
    const open = { ...above, inForce: { from: above.inForce.from, until: 'none' as const } };
    const local = {
      ...above,
      ...{ code: 'part-2027', territory: 'demo_part', parent: above.code },
      document: { ...above.document, parent: above.document },
      inForce: { from: civilDate('2027-01-01'), until: 'none' as const },
    };

    expect(createRulebook([open, local]).on(civilDate('2027-01-01'))?.code).toBe('part-2027');
    expect(codeOf([{ ...open, hash: 'of another text' }, local])).toBe('territories-mixed');
  });

  it('refuses two editions in force on one day, two territories, one code twice', () => {
    const edition = load();
    const clash = { ...edition, code: 'demo-2024', inForce: edition.inForce };
    const elsewhere = { ...edition, code: 'x', territory: 'elsewhere' };
    const later = { from: civilDate('2027-01-01'), until: 'none' } as const;

    expect(codeOf([edition, clash])).toBe('editions-overlap');
    expect(codeOf([edition, elsewhere])).toBe('territories-mixed');
    expect(codeOf([edition, { ...edition, inForce: later }])).toBe('edition-twice');
  });
});

function codeOf(editions: readonly Edition[]): string {
  try {
    createRulebook(editions);
    return 'accepted';
  } catch (error) {
    return error instanceof RulebookError ? error.code : 'another error';
  }
}

describe('schemesOf', () => {
  it('knows the schemes of the cards, the strictest first', () => {
    const schemes = schemesOf(load());
    expect(schemes.declared.map(({ id }) => id)).toEqual(['uscc', 'register_number']);
    expect(schemes.detect('12345')?.scheme.id).toBe('register_number');
    expect(schemes.get('uscc')?.check('12345').kind).toBe('invalid');
  });
});
