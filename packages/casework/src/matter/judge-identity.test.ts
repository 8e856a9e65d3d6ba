import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fakeNameKeys } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import type { NameKeys } from '../port/register.ts';
import { areNamesUnique, judgeIdentity, type IdentityQuestion } from './judge-identity.ts';

const question: IdentityQuestion = {
  about: 'code',
  name: '望澜商行',
  formerNames: [],
  otherNames: ['浦西商行'],
  namesAreUnique: true,
};

/** Compares as told, whatever the names. */
const comparing = (verdict: 'same' | 'review' | 'different'): NameKeys => ({
  ...fakeNameKeys,
  compare: () => ({ verdict, components: [] }),
});

describe('judgeIdentity', () => {
  it.each([
    ['an equal name once folded', { otherNames: ['浦西商行', ' 望澜 商行'] }, 'equal'],
    ['a former name that the row states', { formerNames: ['浦西商行'] }, 'former-name'],
    ['no name in the row', { name: ' ' }, 'no-name'],
    ['no name in the register', { otherNames: [] }, 'no-name'],
    ['an earlier judgement of the same pair', { earlier: 'same' as const }, 'judged'],
  ])('links an equal code with %s', (_, given, because) => {
    const judged = judgeIdentity({ ...question, ...given }, comparing('different'));
    expect(judged).toEqual({ kind: 'link', because });
  });

  it('links an equal code where the parts say the same, and asks people where they do not', () => {
    expect(judgeIdentity(question, comparing('same'))).toEqual({
      kind: 'link',
      because: 'components',
    });
    for (const verdict of ['review', 'different'] as const) {
      expect(judgeIdentity(question, comparing(verdict))).toMatchObject({
        kind: 'review',
        pairs: [{ name: '望澜商行', other: '浦西商行', comparison: { verdict } }],
      });
    }
  });

  it('refuses a pair that was found to be different, without asking again', () => {
    const judged = judgeIdentity({ ...question, earlier: 'different' }, comparing('same'));
    expect(judged).toEqual({ kind: 'refused' });
  });

  it('never links by a name alone, however alike the names are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (name, formerNames) => {
        fc.pre(name.trim() !== '');
        const same = { ...question, about: 'name' as const, name, formerNames, otherNames: [name] };
        expect(judgeIdentity(same, comparing('same')).kind).toBe('review');
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it('leaves a name that recurs by its nature to its own code', () => {
    const given = { ...question, about: 'name' as const, namesAreUnique: false };
    expect(judgeIdentity(given, comparing('same'))).toEqual({
      kind: 'link',
      because: 'names-recur',
    });
  });
});

describe('areNamesUnique', () => {
  it.each([
    ['uscc', 'organisation', true],
    ['uscc', 'public_body', true],
    ['organisation_code', 'organisation', true],
    ['uscc', 'sole_trader', false],
    ['unknown', 'organisation', false],
  ] as const)('says of %s and %s: %s', (scheme, kind, expected) => {
    expect(areNamesUnique(townLaw().newer, scheme, kind)).toBe(expected);
  });
});
