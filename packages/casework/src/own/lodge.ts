import { jsonOf, problem, type JsonValue, type Problem } from '@credence/domain';
import { canonicalJson } from '@credence/proof';

import type { CaseOutcome } from '../case/desk/case-casework.ts';
import { createCases } from '../case/desk/create-cases.ts';
import type { CaseOpened, Hand } from '../entry/case-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import { planOf, routeOf } from './door-routes.ts';
import type { DoorPoint, LodgeCommand, LodgeOutcome } from './own.ts';
import { openTarget } from './held-seats.ts';
import { openOwn, type OpenedOwn, type OwnParts } from './own-parts.ts';
import { doorWorldOf } from './view-own-desk.ts';

/** Operator settings: more than one letter's worth is for an evidence file. */
export const longestText = 4_000;
const mostPoints = 10;

/**
 * Takes what somebody says through the one door and leads it to the case or the step it belongs to.
 * The same words about the same thing on the same day are one case however often they are sent.
 */
export async function lodge(parts: OwnParts, command: LodgeCommand): Promise<LodgeOutcome> {
  const { principal, home, target, choice, points, behalf, papers = [] } = command;
  const cases = createCases(parts);
  const unusable = findUnusable(command);
  if (unusable.length > 0) return { kind: 'refused', problems: unusable };
  const asked = { home, operation: 'case.read', fields: ['case'] } as const;
  const own = await openOwn(parts, principal, asked);
  if (own.kind === 'refused') return { kind: 'refused', problems: [own.problem] };
  const at = await openTarget(parts, principal, own, target);
  const seat = 'held' in at ? at.held.seat : undefined;
  const world = await doorWorldOf(parts, at, target);
  const route = routeOf(world, choice);
  if (route.leads.kind === 'act') {
    if (target.kind !== 'case') return { kind: 'not-found' };
    const content = route.leads.act === 'stated' ? { points: points.map(toPoint) } : {};
    const act = { principal, caseId: target.caseId, act: route.leads.act, ...party(behalf) };
    return toLodged(await cases.actInCase({ ...act, papers, content: jsonOf(content) }));
  }
  const plan = planOf(world, choice, points);
  if (plan.kind === 'refused') return { kind: 'refused', problems: [plan.problem] };
  const { desks, matter } = plan.opened;
  const known = findTwin(at, plan.opened, { as: seat?.as ?? 'subject' });
  const opened =
    known ??
    toLodged(
      await cases.openCase({
        ...{ principal, subject: { by: 'id', id: seat?.of ?? home }, ...party(behalf) },
        ...(seat === undefined ? {} : { seat }),
        ...{ content: jsonOf({ desks, matter }), papers },
      }),
    );
  if (opened.kind !== 'lodged' || choice !== 'put-right') return opened;
  return complete(parts, command, opened);
}

/** What a repair has to show is added step by step, so that an unfinished one can be taken up again. */
async function complete(
  parts: OwnParts,
  { principal, shown = [], pledge, behalf }: LodgeCommand,
  opened: Extract<LodgeOutcome, { readonly kind: 'lodged' }>,
): Promise<LodgeOutcome> {
  const { caseId } = opened;
  const steps: readonly (readonly [string, JsonValue])[] = [
    ...shown.map(({ condition, proof }) => ['condition-shown', { condition, proof }] as const),
    ...(pledge === undefined ? [] : [['pledged', { pledge }] as const]),
  ];
  for (const [act, content] of steps) {
    const step = { principal, caseId, act, content, ...party(behalf) };
    const taken = await createCases(parts).actInCase(step);
    if (taken.kind !== 'recorded') return toLodged(taken);
  }
  return opened;
}

export function toLodged(outcome: CaseOutcome): LodgeOutcome {
  if (outcome.kind !== 'recorded') return outcome;
  const { caseId, receipt } = outcome;
  return { kind: 'lodged', caseId, receipt };
}

function party(behalf: LodgeCommand['behalf']) {
  return behalf === undefined ? {} : { behalf };
}

function toPoint({ text, field, evidence }: DoorPoint) {
  return {
    text,
    ...(field === undefined ? {} : { field }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

const undecided: ReadonlySet<string> = new Set(['open', 'checked', 'shown', 'prepared']);

/** What the same party lodged today already, word for word: another's words are another's case. */
export function findTwin(
  { world, today, entries }: Pick<OpenedOwn, 'world' | 'today' | 'entries'>,
  planned: CaseOpened,
  /** Without an account, whoever speaks from the seat. */
  { as, account }: Pick<Hand & { readonly kind: 'party' }, 'as' | 'account'>,
): LodgeOutcome | undefined {
  const said = canonicalJson(jsonOf(planned.matter));
  const twin = [...world.docket.values()].find(
    ({ opened: { on, by, matter }, state }) =>
      on === today &&
      by.kind === 'party' &&
      by.as === as &&
      (account === undefined || by.account === account) &&
      undecided.has(state) &&
      canonicalJson(jsonOf(matter)) === said,
  );
  const entry = entries.find(({ stream }) => stream === `case/${twin?.caseId ?? ''}`);
  if (twin === undefined || entry === undefined) return undefined;
  const { position, recordedAt } = entry;
  return { kind: 'lodged', caseId: twin.caseId, receipt: { position, recordedAt, replayed: true } };
}

/** Everything that is wrong with what was written, before anything is read. */
export function findUnusable(
  command: Pick<LodgeCommand, 'points' | 'shown' | 'pledge' | 'behalf' | 'choice'>,
): readonly Problem[] {
  const { points, shown = [], pledge, behalf, choice } = command;
  const needsPoints = choice !== 'put-right';
  const accepted = `1-${String(longestText)}`;
  const found: Problem[] = [];
  if ((needsPoints && points.length === 0) || points.length > mostPoints) {
    const value = points.length;
    found.push(
      problem('case-nothing-said', { field: 'points', value, accepted: `1-${String(mostPoints)}` }),
    );
  }
  const texts: readonly (readonly [field: string, text: string])[] = [
    ...points.map(({ text }, index) => [`point-${String(index + 1)}`, text] as const),
    ...points.flatMap(({ evidence }, index) =>
      evidence.map((each) => [`evidence-${String(index + 1)}`, each] as const),
    ),
    ...shown.map(({ condition, proof }) => [`show-${condition}`, proof] as const),
    ...(pledge === undefined ? [] : [['pledge', pledge] as const]),
    ...(behalf === undefined ? [] : [['present', behalf.name] as const]),
    ...(behalf?.counter === undefined ? [] : [['reason', behalf.counter.reason] as const]),
  ];
  for (const [field, text] of texts) {
    const value = text.trim().length;
    if (value === 0 || value > longestText) {
      found.push(problem('case-nothing-said', { field, value, accepted }));
    } else if (holdsPersonData(text)) found.push(problem('case-person-number', { field }));
  }
  return found;
}
