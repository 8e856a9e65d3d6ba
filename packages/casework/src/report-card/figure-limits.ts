import { containsDay, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { toBasis } from '../view/record-view.ts';
import { figureOfStep, type FigureId } from './figures.ts';
import type { FigureLimit } from './report-card.ts';

/** The cards of the law in force that set the limits behind figures, in the order of their ids. */
export function figureLimits(edition: Edition, today: CivilDate): readonly FigureLimit[] {
  const clocks = [...edition.clocks.values()]
    .filter(({ inForce }) => containsDay(inForce, today))
    .flatMap(({ clock: id, title, basis, confidence, steps }): FigureLimit[] => {
      const figures = [...new Set(steps.flatMap(({ step }) => figuresOf(step)))];
      const citations = basis.map((citation) =>
        toBasis({ citation, confidence }, 'publication', edition),
      );
      return figures.length === 0 ? [] : [{ kind: 'clock', id, title, figures, basis: citations }];
    });
  const payments = [...edition.paymentRules.values()]
    .filter(({ inForce }) => containsDay(inForce, today))
    .map((card): FigureLimit => {
      const { paymentRule: id, title, basis, confidence } = card;
      return {
        ...{ kind: 'payment-rule', id, title },
        figures: ['late_payments', 'longest_late_payment', 'disclosures_in_time'],
        basis: basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
      };
    });
  return [...clocks, ...payments].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function figuresOf(step: string): readonly FigureId[] {
  const figure = figureOfStep[step];
  if (typeof figure !== 'string') return [];
  return figure === 'answers_in_time' ? [figure, 'days_to_answer', 'answers_overdue'] : [figure];
}
