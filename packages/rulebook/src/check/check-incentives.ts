import type { CardOf } from '../card/card-kinds.ts';
import type { Path } from '../load/place.ts';
import { eligibilityOf, placeInTerms } from '../world/eligibility.ts';
import { readProgram } from '../world/read-program.ts';
import type { World } from '../language/world.ts';
import type { CardPlace, Check, Complaint, Report } from './draft.ts';
import { reportFault } from './report-fault.ts';
import { worldOfDraft } from './world-of-draft.ts';

/**
 * A benefit that is law says who gives it, where, to whom and until when; whoever meets its conditions
 * has it, and whoever does not is told which one is missing.
 */
export const checkIncentives: Check = (draft, report) => {
  const world = worldOfDraft(draft);
  for (const [id, card] of draft.cards.incentive) {
    const at = (...path: Path): CardPlace => ({ kind: 'incentive', id, path });
    if (card.terms === undefined) {
      // The past is described as it was, with what it left open.
      if (draft.edition.realm === 'live') report(at(), noTerms);
      continue;
    }
    checkTerms(card.terms, (path, complaint) => {
      report(at('terms', ...path), complaint);
    });
    checkConditions(card, world, at, report);
  }
};

const noTerms: Complaint = {
  code: 'key-missing',
  message: 'The incentive does not say who gives it, where, to whom and how it ends.',
  accepted: 'terms: {provider, place, everyone, granted, eligibility, ends, refused, uptake}',
  repair: 'Add terms.',
};

type Terms = NonNullable<CardOf<'incentive'>['terms']>;

function checkTerms(
  { granted, refused, uptake }: Terms,
  report: (path: Path, complaint: Complaint) => void,
): void {
  if (granted === 'on_application') {
    report(['granted'], {
      code: 'value-wrong',
      message: 'A benefit that has to be asked for reaches those who know of it.',
      found: granted,
      accepted: 'without_application',
      repair: 'Give it to whoever meets the conditions.',
    });
  }
  if (refused.reason === 'none') {
    report(['refused', 'reason'], {
      code: 'value-wrong',
      message: 'Whoever does not have the benefit would not be told why.',
      found: refused.reason,
      accepted: 'each_condition',
      repair: 'Name each condition that is missing.',
    });
  }
  if (uptake === 'none') {
    report(['uptake'], {
      code: 'value-wrong',
      message: 'Nobody could see how many have the benefit.',
      found: uptake,
      accepted: 'public',
      repair: 'Publish how many have it.',
    });
  }
}

/** Every condition is sound, and says yes or no. */
function checkConditions(
  card: CardOf<'incentive'>,
  world: World,
  at: (...path: Path) => CardPlace,
  report: Report,
): void {
  const source = eligibilityOf(card);
  if (source === undefined) return;
  for (const { path, fault } of readProgram(source, world).faults) {
    reportFault(report, at(...placeInTerms(path)), fault);
  }
}
