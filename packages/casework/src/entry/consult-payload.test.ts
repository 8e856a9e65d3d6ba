import { describe, expect, it } from 'vitest';

import { isConsultation, isConsultationRoute, isConsulted } from './consult-payload.ts';

// Frozen: entries that are in journals. A form that no longer reads them breaks every one of them.
const matter = {
  ...{ consultationId: 'c', on: '2026-11-02', kind: 'tender', number: '望采〔2026〕1号' },
  ...{ basis: 'gov-procurement-law-2002#art-22', agency: 'finance', announcedOn: '2026-10-01' },
};
const whole = {
  ...{ ...matter, account: 'a', order: 'ab', unknown: [3] },
  firms: [{ home: 'h', code: '91999999MA3K7T2X0J' }],
};

describe('entries of consultations', () => {
  it('are read as they were first written', () => {
    expect(isConsultation(whole)).toBe(true);
    expect(isConsulted(matter)).toBe(true);
    expect(isConsulted({ ...matter, kind: 'approval', pledge: 'cn.food-business-licence' })).toBe(
      true,
    );
    const route = { consultationId: 'c', home: 'h', on: '2026-11-02', route: 'fast', by: 'x#y' };
    expect(isConsultationRoute(route)).toBe(true);
  });

  it('have no place for a class, or for what the register holds', () => {
    expect(isConsulted({ ...matter, class: 'a' })).toBe(false);
    expect(isConsultation({ ...whole, facts: [] })).toBe(false);
  });
});
