import { civilDate, instant } from '@credence/domain';
import { createRulebook, type Edition } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { classLaw } from '../impact/class-town.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import { editionLine, type Answering } from '../view/answer-clock.ts';
import type { TouchCounts } from './resting-rules.ts';
import type { AffectedView } from './rule-reading.ts';
import { viewAffected } from './view-affected.ts';

const law = classLaw();

function answeringUnder(edition: Edition): Answering {
  const rulebook = createRulebook([townLaw().older, edition]);
  const today = civilDate('2026-05-04');
  const clock = { today, day: today, edition: editionLine(edition), zone: edition.zone };
  return { clock: { ...clock, timepoint: instant(0) }, rulebook, edition };
}

/** Subjects on show by item. */
function counting(counts: Readonly<Record<string, number>>): TouchCounts {
  const items = Object.entries(counts);
  return {
    register: {
      lines: {
        countByItem: () =>
          Promise.resolve(items.map(([item, subjects]) => ({ item, subjects, records: subjects }))),
      },
      countEffects: () => Promise.resolve([]),
    },
  };
}

async function affectedBy(
  asked: { readonly source: string; readonly at?: string },
  counts: Readonly<Record<string, number>> = {},
  edition = law,
): Promise<AffectedView> {
  const found = await viewAffected(counting(counts), answeringUnder(edition), asked);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view;
}

/** The law with an end of its only act. */
function ending(carries: readonly string[]): Edition {
  const act = law.sources.get('town-act');
  if (act === undefined) throw new Error('no act');
  const inForce = { from: act.inForce.from, until: civilDate('2026-05-01') };
  const ended = { ...act, inForce, repeal: { succeeded: { by: 'next-act', carries } } };
  const next = { ...act, source: 'next-act' };
  return {
    ...law,
    sources: new Map([
      ['town-act', ended],
      ['next-act', next],
    ]),
  };
}

describe('what an article carries', () => {
  it('is told for every edition that has it, the latest first, counted in the law of today', async () => {
    const { editions } = await affectedBy({ source: 'town-act', at: 'art-1' }, { penalty: 12 });
    expect(editions.map(({ edition }) => edition.code)).toEqual([law.code, 'town-2023']);
    const penalties = editions.map(({ rules }) => rules.find(({ card }) => card.id === 'penalty'));
    expect(penalties[0]).toMatchObject({ subjects: 12, ifEnded: 'suspended' });
    expect(penalties[1]).not.toHaveProperty('subjects');
  });

  it('holds for a whole source what no single article takes with it', async () => {
    const one = await affectedBy({ source: 'town-act', at: 'art-2' });
    const whole = await affectedBy({ source: 'town-act' });
    const of = ({ editions }: AffectedView) =>
      editions[0]?.rules.find(({ card }) => card.id === 'penalty')?.ifEnded;
    expect([of(one), of(whole)]).toEqual(['goes-on', 'suspended']);
  });

  it('never counts what burdens nobody as suspended', async () => {
    const { editions } = await affectedBy({ source: 'town-act' });
    const licence = editions[0]?.rules.find(({ card }) => card.id === 'licence');
    expect(licence).toBeDefined();
    expect(licence).not.toHaveProperty('ifEnded');
  });

  it('withholds small counts alike, whichever article is asked about', async () => {
    const counts = { penalty: 9, licence: 40, registration: 300 };
    const seen = await Promise.all(
      ['art-1', 'art-2'].map((at) => affectedBy({ source: 'town-act', at }, counts)),
    );
    const told = seen.map(({ editions }) =>
      (editions[0]?.rules ?? []).flatMap(({ card, subjects }) =>
        card.kind === 'item' ? [[card.id, subjects] as const] : [],
      ),
    );
    // The licences are withheld beside the penalties, or the total of all would tell these.
    expect(new Map(told.flat())).toEqual(
      new Map([
        ['penalty', null],
        ['licence', null],
        ['registration', 300],
      ]),
    );
    expect(JSON.stringify(seen)).not.toMatch(/"subjects":(9|40)\b/);
  });

  it('says of each article what its end brings', async () => {
    const { editions } = await affectedBy({ source: 'town-act' }, {}, ending(['art-1']));
    expect(editions[0]?.ends).toMatchObject([
      { articles: ['art-1'], end: { kind: 'carried', state: 'ended', on: '2026-05-01' } },
      { articles: ['art-2'], end: { kind: 'replaced' } },
    ]);
    expect(editions[1]?.ends).toEqual([]);
  });

  it('is not found where no edition has it', async () => {
    const asked = { source: 'town-act', at: 'art-77' };
    const found = await viewAffected(counting({}), answeringUnder(law), asked);
    expect(found.kind).toBe('not-found');
  });
});
