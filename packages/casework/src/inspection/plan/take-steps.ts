import {
  addPeriod,
  isBefore,
  problem,
  refuse,
  type CivilDate,
  type JsonValue,
  type Problem,
  type Refusal,
} from '@credence/domain';
import {
  inspectorsRoot,
  inspectorsSalt,
  listRoot,
  makeDraw,
  roundAfter,
  roundTime,
  termsCommitment,
  verifyRound,
  type BeaconChain,
  type BeaconRound,
  type DrawLists,
  type DrawTerms,
} from '@credence/proof';
import type { InspectionPlanCard } from '@credence/rulebook';

import type { Operation } from '../../access/operation.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import type { DrawListPayload } from '../../entry/inspection-payload.ts';
import type { Signatory } from '../../entry/matter-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { overtaken } from '../../matter/propose-matter.ts';
import { actorOf, secondTo, signatoryOf } from '../../matter/signatory.ts';
import type { NewEntry } from '../../port/journal.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { DrawStep, DrawStepOutcome } from './draw.ts';
import {
  closedHome,
  drawsHome,
  drawStream,
  isSamePeriod,
  mayInspect,
  periodTaken,
  readClosedDraw,
  readDraws,
  stepOf,
  viewOf,
  type DrawParts,
  type DrawState,
} from './draw-state.ts';

/**
 * Operator settings, milliseconds between the commitment and the round. Under a public beacon anyone
 * has time to note the commitment down; of a trial nobody has to be convinced.
 */
const noticeMs = { 'drand-g1': 600_000, 'register-test': 1_000 } as const;

/** The step before each, and the office that takes it. */
const steps = {
  committed: { after: 'planned', operation: 'inspection.approve' },
  drawn: { after: 'committed', operation: 'inspection.plan' },
  disclosed: { after: 'drawn', operation: 'inspection.plan' },
} as const satisfies Partial<
  Record<
    DrawStep,
    { readonly after: DrawStep; readonly operation: Extract<Operation, `inspection.${string}`> }
  >
>;

interface Opened {
  readonly kind: 'opened';
  readonly state: DrawState;
  readonly by: Signatory;
  readonly today: CivilDate;
}

async function open(
  parts: DrawParts,
  principal: KnownPrincipal,
  asked: { readonly draw: string; readonly step: keyof typeof steps },
): Promise<Opened | { readonly kind: 'not-found' } | Refusal> {
  const { draw, step } = asked;
  const state = (await readDraws(parts)).draws.get(draw);
  const by = signatoryOf(principal);
  if (state === undefined || by === undefined) return { kind: 'not-found' };
  const { agency } = state.plan;
  const may = mayInspect(parts, principal, { operation: steps[step].operation, agency });
  if (may.kind === 'refused') return may;
  const standing = stepOf(state);
  if (standing !== steps[step].after)
    return refuse(problem('draw-step', { state: standing, step }));
  const { clock } = await startAnswer(parts);
  return { kind: 'opened', state, by, today: clock.today };
}

/** A second official approves; list, rules, round and key are fixed from this moment on. */
export async function commitDraw(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: { readonly draw: string; readonly chain?: BeaconChain },
): Promise<DrawStepOutcome> {
  const opened = await open(parts, principal, { draw: command.draw, step: 'committed' });
  if (opened.kind !== 'opened') return opened;
  const { state, by, today } = opened;
  const { plan } = state;
  if (secondTo(plan, by) === undefined) {
    return refuse(problem('draw-second-official', { name: plan.by.official }));
  }
  const { from, until } = plan;
  // Nobody is visited in a time that is over, from a list of that time.
  if (isBefore(until, today)) return refuse(problem('draw-over', { from, until, today }));
  // Two that were planned at one moment without a reason: only one of them is drawn.
  const rivals = plan.again === undefined ? await rivalsOf(parts, plan) : [];
  const other = rivals.find(({ committed }) => committed !== undefined);
  if (other !== undefined) return refuse(periodTaken(other.plan));
  const { list } = await readClosedDraw(parts, plan.draw);
  const means = parts.draws;
  const card = await cardOf(parts, plan);
  if (list === undefined || means === undefined || card?.draw === undefined) {
    return { kind: 'not-found' };
  }
  const committedAt = parts.clock();
  const chain = command.chain ?? means.chain;
  const { units = ['organisation'] } = card.draw;
  const roots = rootsOf(list, 'credence-draw-terms@2');
  const terms: DrawTerms = {
    form: 'credence-draw-terms@2',
    agency: plan.agency,
    plan: {
      ...{ card: plan.card, edition: plan.edition, editionHash: plan.editionHash },
      ...{ from: plan.from, until: plan.until },
    },
    rules: {
      ...{ randomArm: card.draw.randomArm, least: card.least, most: card.most },
      ...{ strata: plan.strata, inspectorsPerVisit: plan.inspectors },
      units,
    },
    list: { count: list.lines.length, root: roots.lines },
    inspectors: { count: list.inspectors.length, root: roots.inspectors },
    beacon: { chain, round: roundAfter(chain, committedAt + noticeMs[chain.scheme]) },
    ...{ vrfKey: means.vrfKey, committedAt },
  };
  const commitment = termsCommitment(terms);
  const payload = { draw: plan.draw, terms, commitment, on: today, by };
  const entry = stepEntry(parts, { draw: plan.draw, kind: 'draw-committed@1', payload });
  // Whoever approves another of them in this moment is overtaken, or overtakes.
  return record(parts, opened, [entry], { ...state, committed: payload }, rivals);
}

/** Draws once, when the round has come, from the very list that was committed to. */
export async function carryOutDraw(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: { readonly draw: string; readonly round?: BeaconRound },
): Promise<DrawStepOutcome> {
  const opened = await open(parts, principal, { draw: command.draw, step: 'drawn' });
  if (opened.kind !== 'opened') return opened;
  const { state, by, today } = opened;
  const { list } = await readClosedDraw(parts, state.plan.draw);
  const { draws: means } = parts;
  if (list === undefined || means === undefined || state.committed === undefined) {
    return { kind: 'not-found' };
  }
  const { from, until } = state.plan;
  if (isBefore(until, today)) return refuse(problem('draw-over', { from, until, today }));
  const { terms } = state.committed;
  const wrong = findWrong(terms, { list, now: parts.clock() });
  if (wrong !== undefined) return refuse(wrong);
  // Another key would give another seed than the one that was settled by the commitment.
  if (terms.vrfKey !== means.vrfKey) {
    const keys = { committed: terms.vrfKey.slice(0, 16), kept: means.vrfKey.slice(0, 16) };
    return refuse(problem('draw-key-changed', keys));
  }
  const { chain, round: named } = terms.beacon;
  const isOwn = chain.publicKey === means.chain.publicKey;
  const round = command.round ?? (isOwn ? means.roundOf(named) : undefined);
  if (round?.round !== named || !verifyRound(chain, round)) {
    return refuse(problem('draw-round-wrong', { round: named }));
  }
  const file = makeDraw(terms, listsOf(list), { round, prove: (alpha) => means.prove(alpha) });
  const { draw } = state.plan;
  const stream = drawStream(draw);
  const closed = { draw, file, on: today, by } as unknown as JsonValue;
  const entries = [
    stepEntry(parts, { draw, kind: 'draw-taken@1', payload: { draw, on: today } }),
    newEntry(
      parts,
      { home: closedHome(draw), stream, kind: 'drawn@1', payload: closed },
      undefined,
    ),
  ];
  return record(parts, opened, entries, { ...state, drawnOn: today });
}

/** Once the visits are over, publishes the draw file and who was drawn. */
export async function discloseDraw(
  parts: DrawParts,
  principal: KnownPrincipal,
  draw: string,
): Promise<DrawStepOutcome> {
  const opened = await open(parts, principal, { draw, step: 'disclosed' });
  if (opened.kind !== 'opened') return opened;
  const { state, by, today } = opened;
  if (today <= state.plan.until) {
    return refuse(problem('draw-visits-not-over', { until: state.plan.until, today }));
  }
  const { list, drawn } = await readClosedDraw(parts, draw);
  if (list === undefined || drawn === undefined) return { kind: 'not-found' };
  const met = new Set(drawn.file.result.map(({ token }) => token));
  const names = list.lines
    .filter(({ token }) => met.has(token))
    .map(({ code, name, premises }) => ({
      ...{ code, name },
      // Which licence it was would outlive the licence: before the public the business stands for it.
      ...(premises === undefined ? {} : { unit: 'licensed_premises' as const }),
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  const payload = { draw, names, on: today, by };
  // By the law of the plan: an edition that came since may have another card, or none.
  const kept = (await cardOf(parts, state.plan))?.draw?.retention;
  const { edition } = await startAnswer(parts);
  const eraseOn =
    kept === undefined ? undefined : addPeriod(state.plan.until, kept, edition.months.round);
  const step = { home: drawsHome, stream: drawStream(draw), kind: 'draw-disclosed@2', payload };
  const entry = newEntry(parts, step, eraseOn);
  return record(parts, opened, [entry], { ...state, disclosed: payload });
}

/** Other draws of the same office, card and time. */
async function rivalsOf(parts: DrawParts, plan: DrawState['plan']): Promise<readonly DrawState[]> {
  const states = [...(await readDraws(parts)).draws.values()];
  return states.filter(({ plan: other }) => other.draw !== plan.draw && isSamePeriod(plan, other));
}

/** The card of a plan in the edition by which it was made. */
export async function cardOf(
  parts: DrawParts,
  { edition, card }: Pick<DrawState['plan'], 'edition' | 'card'>,
): Promise<InspectionPlanCard | undefined> {
  const { editions } = await parts.loader.load(await parts.journal.head());
  return editions.find(({ code }) => code === edition)?.inspectionPlans.get(card);
}

/** What stands against drawing now. */
function findWrong(
  terms: DrawTerms,
  { list, now }: { readonly list: DrawListPayload; readonly now: number },
): Problem | undefined {
  const { chain, round } = terms.beacon;
  const comes = roundTime(chain, round);
  if (now < comes) {
    return problem('draw-too-early', { round, at: new Date(comes).toISOString() });
  }
  const roots = rootsOf(list, terms.form);
  const isSame = roots.lines === terms.list.root && roots.inspectors === terms.inspectors.root;
  return isSame ? undefined : problem('draw-list-changed', {});
}

function rootsOf(
  list: DrawListPayload,
  form: DrawTerms['form'],
): { readonly lines: string; readonly inspectors: string } {
  const { salt, lines, inspectors } = listsOf(list);
  return {
    lines: listRoot(form, salt, lines),
    inspectors: inspectorsRoot(inspectorsSalt(salt), inspectors),
  };
}

export function listsOf({ salt, lines, inspectors }: DrawListPayload): DrawLists {
  return {
    salt,
    lines: lines.map(({ token, stratum, weight }) => ({ token, stratum, weight })),
    inspectors: inspectors.map(({ token, recused }) => ({ token, recused })),
  };
}

function stepEntry(
  parts: DrawParts,
  given: { readonly draw: string; readonly kind: string; readonly payload: JsonValue },
): NewEntry {
  const { draw, kind, payload } = given;
  return newEntry(parts, { home: drawsHome, stream: drawStream(draw), kind, payload }, undefined);
}

/** Two who take the same step at once: the first has taken it, and there is no second draw. */
async function record(
  parts: DrawParts,
  { state, by }: Opened,
  entries: readonly NewEntry[],
  next: DrawState,
  rivals: readonly DrawState[] = [],
): Promise<DrawStepOutcome> {
  const expect = [state, ...rivals].map(({ plan, seq }) => ({
    ...{ home: drawsHome, stream: drawStream(plan.draw), seq },
  }));
  const outcome = await parts.journal.record(
    { actor: actorOf(by), purpose: 'supervision', basis: [] },
    entries,
    { expect },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  return { kind: 'taken', view: viewOf({ ...next, seq: state.seq + 1 }) };
}
