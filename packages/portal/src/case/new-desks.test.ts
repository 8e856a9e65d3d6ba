import type { CaseOpeningsView } from '@credence/casework';
import { describe, expect, it } from 'vitest';

import { desksOf, readDesks } from './new-desks.tsx';

type Asked = Pick<CaseOpeningsView, 'agencies' | 'own' | 'behind'>;
const agencies = ['market', 'justice', 'city', 'water'].map((code) => ({
  code,
  name: { zh: code, en: code },
}));
const viewOf = (behind: CaseOpeningsView['behind']): Asked => ({ agencies, own: 'market', behind });
const nobody = { mayReview: [], isNamed: false };

function read(kind: Parameters<typeof desksOf>[0], view: Asked, said: Record<string, string>) {
  const all = (name: string): readonly string[] => (said[name] === undefined ? [] : [said[name]]);
  const form = { all, text: (name: string) => said[name] ?? '' };
  return readDesks(desksOf(kind, view), { form, language: 'en' });
}

describe('the desks of a new case', () => {
  it('are told where the register says who they are, whatever the form says', () => {
    const view = viewOf({ superior: 'city', mayReview: ['justice'], isNamed: true });
    const said = { review: 'water', superior: 'water', platform: 'water' };
    expect(read('listing', view, said)).toEqual({
      content: { review: 'justice', superior: 'city', platform: 'water' },
      faults: [],
    });
    const hints = desksOf('listing', view).map(({ name, hint }) => [name, hint]);
    expect(hints).toContainEqual(['review', 'asRegistered']);
  });

  it('leave a choice among the units that have a reviewer, and no other', () => {
    const view = viewOf({ mayReview: ['justice', 'city'], isNamed: false });
    expect(read('listing', view, { review: 'city' }).content).toEqual({ review: 'city' });
    for (const review of ['water', 'market', '']) {
      expect(read('listing', view, { review }).faults.map(({ name }) => name)).toEqual(['review']);
    }
  });

  it('ask for another unit where nobody has a reviewer, never for the own', () => {
    const [review] = desksOf('listing', viewOf(nobody));
    expect(review).toMatchObject({ units: ['justice', 'city', 'water'], hint: 'noReviewer' });
  });

  it('of a measure have the body, of an order about spending no superior', () => {
    const view = viewOf({ ...nobody, superior: 'city' });
    const namesOf = (kind: 'measure' | 'spending') => desksOf(kind, view).map(({ name }) => name);
    expect(namesOf('measure')).toEqual(['review', 'body', 'platform', 'superior']);
    expect(namesOf('spending')).toEqual(['review']);
  });
});
