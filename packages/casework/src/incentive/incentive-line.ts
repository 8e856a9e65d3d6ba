import type { Edition, EditionIncentive } from '@credence/rulebook';

import { toBasis } from '../view/record-view.ts';
import type { IncentiveLine } from './incentive.ts';

/** The card of an incentive as a page shows it. */
export function incentiveLine({ id, card }: EditionIncentive, edition: Edition): IncentiveLine {
  const { title, gives, terms, subjects, basis, confidence, inForce } = card;
  const { provider, place, everyone, eligibility } = terms;
  return {
    ...{ id, title, gives, provider, place, subjects, confidence },
    everyone: {
      says: everyone.says,
      basis: toBasis({ citation: everyone.by, confidence }, 'decision', edition),
    },
    conditions: eligibility.map((each) => ({
      code: each.condition,
      title: each.title,
      basis: each.basis.map((citation) =>
        toBasis({ citation, confidence: each.confidence }, 'decision', edition),
      ),
    })),
    basis: basis.map((citation) => toBasis({ citation, confidence }, 'decision', edition)),
    from: inForce.from,
  };
}
