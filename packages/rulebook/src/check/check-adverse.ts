import type { CardOf } from '../card/card-kinds.ts';
import type { Tell } from './check-conditions.ts';
import type { Draft } from './draft.ts';

/**
 * An adverse item says so, says whether putting it right ends its publicity, and has a clock for every
 * way out. Whether it is adverse is computed from its severity classes; where the card says less, the
 * classes win. Ends, ways out and service are judged by the guards.
 */
export function checkAdverse(draft: Draft, item: CardOf<'item'>, tell: Tell): void {
  checkWays(draft, item, tell);
  const adverse = draft.edition.severities.filter(({ adverse }) => adverse);
  const reached = item.severity?.rows.filter(({ then }) =>
    adverse.some(({ code }) => code === then),
  );
  const burdens = (reached ?? []).length > 0;
  if (burdens && item.effect !== 'adverse') {
    tell(['effect'], {
      code: 'effect-understated',
      message: `The table gives adverse classes, so the effect is not ${item.effect}.`,
      found: item.effect,
      accepted: 'adverse',
    });
  }
  if (!burdens && item.effect !== 'adverse') return;
  checkNeeds(item, tell);
}

function checkNeeds(item: CardOf<'item'>, tell: Tell): void {
  if (item.endsWhenCorrected === undefined) {
    tell([], {
      code: 'key-missing',
      message: 'ends-when-corrected is missing: does putting it right end its publicity?',
      accepted: 'true | false',
    });
  }
}

function checkWays(draft: Draft, item: CardOf<'item'>, tell: Tell): void {
  item.waysOut?.forEach((way, index) => {
    if (way === 'wait' || item.clocks?.[way] !== undefined) return;
    tell(['ways-out', index], {
      code: 'clock-missing',
      message: `${way} has no clock: nobody could say how long it takes.`,
      accepted: `clocks: {${way}: the id of a clock}`,
    });
  });
  for (const [way, id] of Object.entries(item.clocks ?? {})) {
    if (!item.waysOut?.some((declared) => declared === way)) {
      tell(['clocks', way], {
        code: 'way-out-missing',
        message: `${way} has a clock and is not among the ways out.`,
        found: way,
        repair: 'Add it to ways-out, or remove the clock.',
      });
    }
    const clock = draft.cards.clock.get(id);
    if (clock === undefined || (way !== 'review' && way !== 'court')) continue;
    const apply = clock.steps.find(({ step }) => step === 'apply');
    if (apply?.from === 'service' && apply.within !== 'at-once') continue;
    tell(['clocks', way], {
      code: 'clock-missing',
      message: `${id} does not say until when one may apply, counted from service.`,
      accepted: '{step: apply, from: service, within: P60D}',
      repair: `Add the step to clocks/${id}.yaml.`,
    });
  }
}
