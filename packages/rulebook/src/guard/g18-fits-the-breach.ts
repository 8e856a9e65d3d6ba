import type { Guard } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';
import type { Action, MeasureUse } from './actions.ts';

/** The measure lies in the domain of the breach, unless a law itself names the link. */
export const g18: Guard = {
  id: 'G18',
  title: { zh: '措施与违法行为相关', en: 'Measure must fit the breach' },
  why: {
    zh: '惩戒措施应当与违法失信行为相关联，不得跨领域随意联动。',
    en: 'A measure has to do with the breach; unrelated contexts stay apart.',
  },
  source: 'AI Act art. 5(1)(c)(i); Opinions 2020/49 item 5',
  judge(view, report) {
    for (const action of view.actions) {
      for (const use of action.measures) {
        if (use.card === undefined || fits(view, action, use)) continue;
        const own = action.kind === 'measure' ? ['domain'] : use.path;
        report(placeOf(action.kind, action.id, ...own), {
          code: 'domain-foreign',
          message: `${use.measure} belongs to ${use.card.domain}, the breach to ${action.trigger.domains.join(', ')}.`,
          found: use.card.domain,
          accepted: action.trigger.domains.join(' | '),
          repair: 'Remove the measure, or cite the article that links the two (cross-domain).',
        });
      }
    }
  },
};

function fits(view: GuardView, action: Action, { measure, card }: MeasureUse): boolean {
  if (card === undefined || isEvery(action.trigger.domains, card.domain)) return true;
  if (isOfBody(view, action, card.domain)) return true;
  const basis = [...action.basis, ...card.basis];
  return view
    .cited(basis)
    .some(({ source }) => source.crossDomain?.some((link) => link === measure) === true);
}

/** One record has one domain: a measure that fits only some of those named follows from a foreign one. */
function isEvery(domains: readonly string[], domain: string): boolean {
  return domains.every((each) => each === domain);
}

/** A body's own field is the domain of every breach it is competent for. */
function isOfBody(view: GuardView, action: Action, domain: string): boolean {
  const body = action.issuer?.competence;
  if (body === undefined || body !== domain) return false;
  return [...view.cards.competence.values()].some(
    (card) =>
      card.body === body &&
      (card.kind === 'authority' || card.kind === 'court') &&
      action.trigger.domains.every((of) => card.domains.includes(of)),
  );
}
