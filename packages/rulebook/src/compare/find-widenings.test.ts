import type { JsonValue } from '@credence/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { edition } from '../assess/penalty.test-support.ts';
import { isLonger } from './heavier.ts';
import { applyPatch, type Edit } from './patch.ts';
import { findWidenings } from './find-widenings.ts';

const parent = edition.document;

/** What a child that makes these edits of its parent's cards widens. */
function widenings(...edits: Edit[]) {
  const outcome = applyPatch(parent, edits);
  if (outcome.kind === 'refused') throw new RangeError(outcome.faults[0].message);
  return findWidenings({ parent: parent.cards, child: outcome.document.cards });
}

function set(place: string, to: JsonValue): Edit {
  return { kind: 'set', place, to };
}

const general = 'value:publicity.general';
const list = 'list:serious-violations';
const penalty = 'item:administrative_penalty';

describe('a local card', () => {
  it('that restates nothing, or only words and articles, widens nothing', () => {
    expect(widenings()).toEqual([]);
    expect(widenings(set(`${general}/title/en`, 'Another title'))).toEqual([]);
  });

  it.each<[string, Edit]>([
    ['a shorter publicity', set(`${general}/values/1/max`, 'P6M')],
    ['an earlier repair', set(`${general}/values/1/min`, 'P1M')],
    ['no publicity', set(`${general}/values/1/publish`, 'none')],
    ['fewer subjects', set(`${penalty}/subjects`, ['organisation'])],
    ['a shorter retention', set(`${penalty}/retention/at-most`, 'P12M')],
    ['a narrower disclosure', set(`${penalty}/disclosure`, 'internal')],
    ['no measure', set(`${list}/effect/measures`, [])],
    ['an earlier end', set(`${list}/ends/by=time/after`, 'P1Y')],
    ['a longer notice', set(`${list}/procedure/notice/working-days`, 10)],
    ['a shorter measure', set('measure:tender_exclusion/term/at-most', 'P1Y')],
    ['more time to sue', set('clock:court/steps/step=apply/within', 'P12M')],
  ])('may have %s', (_, edit) => {
    expect(widenings(edit)).toEqual([]);
  });

  it.each<[string, string, Edit]>([
    ['a longer publicity', 'lengthens', set(`${general}/values/1/max`, 'P37M')],
    ['a later repair', 'lengthens', set(`${general}/values/1/min`, 'P4M')],
    ['a later start', 'lengthens', set(`${general}/clock-from`, 'published')],
    ['no end', 'lengthens', { kind: 'remove', place: `${general}/values/1/max` }],
    [
      'a class that was not shown',
      'widens',
      set('value:publicity.minor/values/1', {
        ...row('publicity.minor'),
        publish: 'none!',
        max: 'P1M',
      }),
    ],
    ['a longer retention', 'lengthens', set(`${penalty}/retention/at-most`, 'P61M')],
    ['a later retention', 'lengthens', set(`${penalty}/retention/from`, 'taken_in')],
    ['no retention', 'lengthens', { kind: 'remove', place: `${penalty}/retention` }],
    ['further subjects', 'widens', set(`${penalty}/subjects`, ['organisation', 'sole_trader'])],
    ['further purposes', 'combines', set(`${penalty}/purposes`, ['supervision', 'lending'])],
    ['fewer ways out', 'weakens', set(`${penalty}/ways-out`, ['correction', 'review'])],
    ['no proof of service', 'weakens', set(`${penalty}/service`, 'not_needed')],
    ['a further measure', 'combines', set(`${list}/effect/measures`, ['tender_exclusion', 'x'])],
    ['a later end', 'lengthens', set(`${list}/ends/by=time/after`, 'P4Y')],
    ['a life', 'lengthens', set(`${list}/ends/by=time/after`, 'lifelong')],
    ['a shorter notice', 'weakens', set(`${list}/procedure/notice/working-days`, 4)],
    ['any kind', 'widens', { kind: 'remove', place: `${list}/trigger/kinds` }],
    ['a longer measure', 'lengthens', set('measure:tender_exclusion/term/at-most', 'P4Y')],
    ['another domain', 'combines', set('measure:tender_exclusion/domain', 'schooling')],
    ['less time to sue', 'weakens', set('clock:court/steps/step=apply/within', 'P5M')],
  ])('may not have %s', (_, what, edit) => {
    expect(widenings(edit).map((found) => found.what)).toContain(what);
  });

  it('never lengthens a publicity, whatever two periods are compared', () => {
    const anyPeriod = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('D', 'M', 'Y'))
      .map(([count, unit]) => `P${String(count)}${unit}`);
    const max = row('publicity.general')['max'];
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const found = widenings(set(`${general}/values/1/max`, period));
        expect(found.length > 0).toBe(isLonger(period, max));
      }),
      { numRuns: 200 },
    );
  });

  it('counts a period as longer when it is from some day on', () => {
    expect(isLonger('P31D', 'P1M')).toBe(true);
    expect(isLonger('P28D', 'P1M')).toBe(false);
    expect(isLonger('P12M', 'P1Y')).toBe(false);
  });
});

function row(id: string): Readonly<Record<string, JsonValue>> {
  const values = parent.cards.value[id]?.['values'];
  const [first] = Array.isArray(values) ? (values as readonly JsonValue[]) : [];
  return first as Readonly<Record<string, JsonValue>>;
}
