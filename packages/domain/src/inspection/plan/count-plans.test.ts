import { describe, expect, it } from 'vitest';

import { civilDate } from '../../time/civil-date.ts';
import { countPlans } from './count-plans.ts';

const plan = { committedOn: civilDate('2026-03-01'), until: civilDate('2026-05-31') };
const drawn = { ...plan, drawnOn: civilDate('2026-03-11') };

describe('countPlans', () => {
  it('counts what was never drawn or never published only after the last day of the visits', () => {
    const published = { ...drawn, drawnOn: plan.committedOn, publishedOn: civilDate('2026-06-01') };
    const plans = [plan, drawn, published];
    const counts = { committed: 3, longestWait: 10 };
    expect(countPlans(plans, plan.until)).toEqual({ ...counts, neverDrawn: 0, unpublished: 0 });
    expect(countPlans(plans, civilDate('2026-06-01'))).toEqual({
      ...{ ...counts, neverDrawn: 1, unpublished: 1 },
    });
  });

  it('tells no wait where nothing was drawn', () => {
    expect(countPlans([plan], plan.until)).toEqual({ committed: 1, neverDrawn: 0, unpublished: 0 });
  });
});
