import type { IncentiveCard } from '../card/incentive-card.ts';
import type { Path } from '../load/place.ts';
import type { ProgramSource } from './read-program.ts';

/** Results of the conditions of an incentive. They are an answer, not an order: nobody is compared. */
const QUALIFIES = 'qualifies';
const NOT_YET = 'not_yet';

/**
 * The conditions of an incentive as a program: each is a rule of its own, and the answer is whether
 * all of them hold. Nothing is added up. Undefined for a card that names no terms.
 */
export function eligibilityOf(card: IncentiveCard): ProgramSource | undefined {
  const { title, basis, confidence, inForce, reviewBy, terms } = card;
  if (terms === undefined) return undefined;
  const { eligibility } = terms;
  return {
    ...{ title, basis, confidence, inForce, reviewBy },
    adds: 'nothing',
    indicators: eligibility.map((each) => ({
      indicator: each.condition,
      title: each.title,
      value: each.when,
      counts: false,
      published: 'public',
      basis: each.basis,
      confidence: each.confidence,
    })),
    classes: [
      { class: QUALIFIES, title: { zh: '符合条件', en: 'meets the conditions' } },
      { class: NOT_YET, title: { zh: '暂不符合条件', en: 'does not meet them yet' } },
    ],
    bands: {
      hit: 'first',
      rows: [
        { when: eligibility.map((each) => each.condition).join(' && '), then: QUALIFIES },
        { when: 'otherwise', then: NOT_YET },
      ],
    },
  };
}

/** Where a place of the program stands in the card. */
export function placeInTerms(path: Path): Path {
  const [top, index, part] = path;
  if (top !== 'indicators' || index === undefined) return ['terms', 'eligibility'];
  const field = part === 'value' ? 'when' : part === undefined ? undefined : 'condition';
  return ['terms', 'eligibility', index, ...(field === undefined ? [] : [field])];
}
