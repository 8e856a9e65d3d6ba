import type { CardOf } from '../card/card-kinds.ts';
import type { Tell } from './check-conditions.ts';
import type { Draft } from './draft.ts';

type Way = NonNullable<CardOf<'item'>['waysOut']>[number];

/** Whoever is burdened can always do at least one of each. */
const neededWays: readonly { readonly oneOf: readonly Way[]; readonly why: string }[] = [
  { oneOf: ['correction'], why: 'a wrong record can be corrected from the first day (N4)' },
  { oneOf: ['review', 'court'], why: 'somebody else can be asked (G29)' },
  { oneOf: ['repair', 'put_right', 'wait'], why: 'there is a way back for everyone (G32)' },
];

/**
 * What burdens ends, is fought and is escaped: an adverse item has a term by severity, an end of its
 * retention, ways out with clocks, and proven service or the articles that do without it. Whether it
 * is adverse is computed from its severity classes; where the card says less, the classes win.
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
  if (item.term !== 'severity') {
    tell(['term'], {
      code: 'never-ends',
      message: 'What burdens a subject ends by itself (G31); this term has no end of its own.',
      found: item.term,
      accepted: 'severity',
    });
  }
  checkNeeds(item, tell);
}

function checkNeeds(item: CardOf<'item'>, tell: Tell): void {
  if (item.retention === undefined) {
    tell([], {
      code: 'never-ends',
      message: 'An adverse record is erased one day (N9); retention is missing.',
      accepted: 'retention: {from, at-most, basis, confidence}',
      repair: 'Add retention.',
    });
  }
  if (item.endsWhenCorrected === undefined) {
    tell([], {
      code: 'key-missing',
      message: 'ends-when-corrected is missing: does putting it right end its publicity?',
      accepted: 'true | false',
    });
  }
  if (item.service === 'not-needed' && item.serviceBasis === undefined) {
    tell(['service'], {
      code: 'key-missing',
      message:
        'Something adverse is shown without proven service; no article is named for it (N5).',
      accepted: 'service-basis: {basis, confidence}',
      repair: 'Add service-basis, or require service.',
    });
  }
  for (const { oneOf, why } of neededWays) {
    if (oneOf.some((way) => item.waysOut?.includes(way))) continue;
    tell(item.waysOut === undefined ? [] : ['ways-out'], {
      code: 'way-out-missing',
      message: `No ${oneOf.join(' or ')} among the ways out: ${why}.`,
      accepted: oneOf.join(' | '),
      repair: `Add ${oneOf.join(' or ')} and its clock.`,
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
