import { isOnOrAfter } from '@credence/domain';

import type { RecordView } from '../view/view.ts';
import type { LifeEventView, LifeView } from './life.ts';

/**
 * What a registration states, as far as no later event says otherwise: one page tells one truth. A
 * state that an event changed is told with its day, and no longer as the registration had it.
 */
export function registrationToday(registration: RecordView, life: LifeView): RecordView {
  const { facts, decidedOn } = registration;
  // The latest comes first; the registration stated anew after it has the last word.
  const changeOf = (event: LifeEventView['event']) =>
    life.events.find(
      (each) =>
        each.event === event &&
        each.predecessor === undefined &&
        isOnOrAfter(each.effectiveOn, decidedOn),
    )?.after;
  const address = changeOf('address');
  const registrar = changeOf('registrar');
  return {
    ...registration,
    ...(registrar === undefined ? {} : { authority: { name: registrar } }),
    facts: facts.flatMap((fact) => {
      if (fact.field === 'status' && life.since !== undefined) return [];
      return fact.field === 'address' && address !== undefined
        ? [{ ...fact, value: address }]
        : [fact];
    }),
  };
}
