import type { CardOf } from '../card/card-kinds.ts';
import type { Action, MeasureUse } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf, type GuardView } from './view.ts';

/** Not heavier than the breach; nothing below a floor; not too much on one subject. */
export const g19: Guard = {
  id: 'G19',
  alias: 'L16',
  title: { zh: '过惩相当', en: 'In proportion' },
  why: {
    zh: '惩戒措施应当与违法失信的轻重相当，小额、轻微的不惩戒，多项措施合计不得过重。',
    en: 'Measures are proportionate; small sums bring nothing; burdens do not pile up.',
  },
  source: 'AI Act art. 5(1)(c)(ii); Opinions 2020/49; directors grounded over 500 yuan',
  judge(view, report) {
    for (const [id, measure] of view.cards.measure) judgeClass(view, id, measure, report);
    for (const action of view.actions) {
      judgeFloor(view, action, report);
      const ceiling = ceilingOf(view, action);
      for (const use of action.measures) judgeWeight(view, { action, use, ceiling }, report);
      judgeSum(view, action, report);
    }
  },
};

function judgeClass(
  { limits: { burdenOfRights } }: GuardView,
  id: string,
  measure: CardOf<'measure'>,
  report: ReportBreach,
): void {
  if (measure.class !== 'I' || measure.burden >= burdenOfRights.atLeast) return;
  report(placeOf('measure', id, 'burden'), {
    code: 'disproportion',
    message: 'A measure that takes rights is made lighter than it is.',
    found: String(measure.burden),
    accepted: `${writeLimit(burdenOfRights)} or more`,
    repair: `Write burden: ${writeLimit(burdenOfRights)} or more.`,
    limit: 'burdenOfRights',
  });
}

function judgeFloor(
  view: GuardView,
  { kind, id, at, trigger }: Action,
  report: ReportBreach,
): void {
  const { floor } = trigger;
  if (floor === 'none') {
    report(placeOf(kind, id, at, 'floor'), {
      code: 'disproportion',
      message: 'There is no amount, harm or repetition below which nothing follows.',
      found: 'none',
      accepted: '{by: amount | harm | repetition | sanction, basis, confidence}',
      repair: 'Add the floor with its article, or {none: {source, at}} where the law has none.',
    });
    return;
  }
  if ('by' in floor && floor.by === 'repetition' && floor.times === undefined) {
    report(placeOf(kind, id, at, 'floor'), {
      code: 'disproportion',
      message: 'Nobody says how often it has to have happened: once would do.',
      accepted: 'times: 2 or more',
      repair: 'Add times.',
    });
  }
  if (!view.isOwn(kind, id)) return;
  if (!('none' in floor) || !('sanction' in trigger) || trigger.sanction !== 'adjudicated_duty') {
    return;
  }
  report(placeOf(kind, id, at, 'floor'), {
    code: 'disproportion',
    message:
      'No law gives a floor: for a trivial sum the president of the court gives reasons (N14).',
    repair: 'Ask for the reasons in the procedure.',
    severity: 'warning',
  });
}

/** The limit of the table of burdens (N14) that a class of breach has. */
type Ceiling = 'burdenLightest' | 'burdenMiddle' | 'burdenHeaviest';

function ceilingOf(view: GuardView, { trigger, card }: Action): Ceiling {
  const heaviest = view.edition.severities.filter(({ adverse }) => adverse).length;
  const stated = view.gravityOf(trigger.gravity);
  const serious = 'seriousness' in card && card.seriousness === 'serious';
  const gravity = trigger.gravity === undefined && serious ? heaviest : stated;
  if (gravity >= heaviest) return 'burdenHeaviest';
  return gravity <= 1 ? 'burdenLightest' : 'burdenMiddle';
}

interface Weighed {
  readonly action: Action;
  readonly use: MeasureUse;
  readonly ceiling: Ceiling;
}

function judgeWeight(
  { limits }: GuardView,
  { action, use: { card, path, measure }, ceiling }: Weighed,
  report: ReportBreach,
): void {
  if (card === undefined || card.burden <= limits[ceiling].atMost) return;
  report(placeOf(action.kind, action.id, ...(path.length === 0 ? ['burden'] : path)), {
    code: 'disproportion',
    message: `${measure} is heavier than a breach of this class allows.`,
    found: String(card.burden),
    accepted: `at most ${writeLimit(limits[ceiling])}`,
    limit: ceiling,
    repair: 'Name a lighter measure, or a heavier class with its article.',
  });
}

/** All that one record brings: what one rule names, what hangs on it, and all rules it starts as well. */
function judgeSum(view: GuardView, action: Action, report: ReportBreach): void {
  const { actions, sum } = heaviestWith(view, action);
  const most = view.limits.burdenTogether;
  // Of rules that are too much together, each is named; one that weighs nothing is not.
  if (sum <= most.atMost || weightOf(view, [action]) === 0) return;
  const lifelong = measuresOf(view, actions).some((card) => isLifelong(card));
  const path = action.kind === 'list' ? ['effect', 'measures'] : ['term'];
  const others = actions.filter((other) => other !== action).map(({ id }) => id);
  report(placeOf(action.kind, action.id, ...path), {
    code: 'disproportion',
    message: messageOf(lifelong, others),
    found: Number.isFinite(sum) ? `${String(sum)} points` : 'no end',
    accepted: `at most ${writeLimit(most)} points: burden times years`,
    repair: 'Name fewer, lighter or shorter measures.',
    limit: 'burdenTogether',
  });
}

function messageOf(lifelong: boolean, others: readonly string[]): string {
  if (lifelong) return 'A burden for life is out of proportion to any breach.';
  return others.length === 0
    ? 'All that follows together is too much for one breach.'
    : `One record also starts ${others.join(', ')}; all together is too much for one breach.`;
}

interface Heaviest {
  readonly actions: readonly Action[];
  readonly sum: number;
}

/** The rules that one record can start together with this one, and that weigh most. */
function heaviestWith(view: GuardView, action: Action): Heaviest {
  const others = view.actions.filter(
    (other) => other !== action && other.lists.length === 0 && view.overlap([action, other]),
  );
  const extend = (chosen: readonly Action[], left: readonly Action[]): Heaviest => {
    const own = { actions: chosen, sum: weightOf(view, chosen) };
    return left.reduce<Heaviest>((best, next, at) => {
      const more = [...chosen, next];
      // A rule that brings nothing new is passed over, which keeps the search small.
      if (weightOf(view, more) === own.sum || !view.overlap(more)) return best;
      const found = extend(more, left.slice(at + 1));
      return found.sum > best.sum ? found : best;
    }, own);
  };
  return extend([action], action.lists.length === 0 ? others : []);
}

/** Burden times years of all measures, each once: one decision yields a measure once (G16). */
function weightOf(view: GuardView, actions: readonly Action[]): number {
  return measuresOf(view, actions).reduce(
    (total, card) => total + card.burden * yearsOf(view, card),
    0,
  );
}

/** What rules name, and what hangs on their lists. */
function measuresOf(view: GuardView, actions: readonly Action[]): readonly CardOf<'measure'>[] {
  const lists = actions.filter(({ kind }) => kind === 'list').map(({ id }) => id);
  const hanging = view.actions.filter((other) => other.lists.some((id) => lists.includes(id)));
  const cards = [...actions, ...hanging].flatMap(({ measures }) =>
    measures.flatMap(({ card }) => (card === undefined ? [] : [card])),
  );
  return [...new Set(cards)];
}

function isLifelong({ term }: CardOf<'measure'>): boolean {
  return typeof term === 'object' && 'lifelong' in term && term.lifelong === 'none';
}

/** A measure without a term of its own lasts as long as its listing, counted as the longest. */
function yearsOf({ limits }: GuardView, card: CardOf<'measure'>): number {
  const most = limits.burdenYears.atLeast;
  const { term } = card;
  if (isLifelong(card)) return Infinity;
  if (typeof term === 'string' || !('atMost' in term)) return most;
  const { unit, count } = term.atMost;
  const years = unit === 'months' ? count / 12 : count / 365;
  return Math.min(most, Math.max(1, Math.ceil(years)));
}
