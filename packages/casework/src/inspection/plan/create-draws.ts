import {
  countPlans,
  problem,
  refuse,
  type CivilDate,
  type PlanDays,
  type Refusal,
} from '@credence/domain';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { HandPickedPayload } from '../../entry/inspection-payload.ts';
import { maskPersonData } from '../../intake/person-scan.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { overtaken } from '../../matter/propose-matter.ts';
import { actorOf, signatoryOf } from '../../matter/signatory.ts';
import { heldUntil } from '../../state/held-until.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import type { DrawCasework, DrawsView } from './draw.ts';
import { deskDraws } from './draw-desk.ts';
import { readDrawFile, readDrawList, readWholeDraw } from './draw-files.ts';
import {
  drawsHome,
  handPickedStream,
  mayInspect,
  readDraws,
  reasonLength,
  viewOf,
  type DrawParts,
  type DrawState,
} from './draw-state.ts';
import { listOwnDraws } from './own-draws.ts';
import { planInspections } from './plan-inspections.ts';
import { carryOutDraw, commitDraw, discloseDraw } from './take-steps.ts';

/** The use cases of planning and drawing, over the ports. */
export function createDraws(parts: DrawParts): DrawCasework {
  return {
    planInspections: (principal, command) =>
      tried(parts, [principal, 'inspection.plan'], planInspections(parts, principal, command)),
    commitDraw: (principal, command) =>
      tried(parts, [principal, 'inspection.approve'], commitDraw(parts, principal, command)),
    carryOutDraw: (principal, command) =>
      tried(parts, [principal, 'inspection.plan'], carryOutDraw(parts, principal, command)),
    discloseDraw: (principal, draw) =>
      tried(parts, [principal, 'inspection.plan'], discloseDraw(parts, principal, draw)),
    handPick: (principal, command) =>
      tried(parts, [principal, 'inspection.plan'], handPick(parts, principal, command)),
    listDraws: () => listDraws(parts),
    viewDraw: async (draw) => {
      const { clock } = await startAnswer(parts);
      const state = (await readDraws(parts)).draws.get(draw);
      if (state?.committed === undefined) return { kind: 'not-found' };
      return { kind: 'found', view: { ...viewOf(state), clock } };
    },
    readDrawFile: (draw) => readDrawFile(parts, draw),
    readDrawList: (draw) => readDrawList(parts, draw),
    readWholeDraw: (principal, draw) => readWholeDraw(parts, principal, draw),
    listOwnDraws: (principal, home) => listOwnDraws(parts, principal, home),
    deskDraws: (principal, agency) => deskDraws(parts, principal, agency),
  };
}

/**
 * Writes down that somebody who may plan or approve tried what a draw does not allow: the policies
 * write down themselves what they refuse.
 *
 * Legal source: guard G40: whatever is refused is logged.
 */
async function tried<Outcome extends { readonly kind: string } | Refusal>(
  { onDenied }: Pick<DrawParts, 'onDenied'>,
  [principal, operation]: readonly [KnownPrincipal, 'inspection.plan' | 'inspection.approve'],
  step: Promise<Outcome>,
): Promise<Outcome> {
  const outcome = await step;
  if (!isRefusal(outcome) || outcome.problem.code === 'not-permitted') return outcome;
  onDenied?.({
    ...{ operation, purpose: 'supervision', principal: principal.kind, resource: 'agency' },
    ...('account' in principal ? { account: principal.account } : {}),
    ...('agency' in principal ? { agency: principal.agency } : {}),
    ...{ why: 'conditions', problems: [outcome.problem.code] },
  });
  return outcome;
}

function isRefusal(outcome: { readonly kind: string } | Refusal): outcome is Refusal {
  return outcome.kind === 'refused';
}

/** Nothing but a count of it is public, and the reason lies with the office and its overseers. */
async function handPick(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: { readonly agency: string; readonly code: string; readonly reason: string },
): ReturnType<DrawCasework['handPick']> {
  const { agency } = command;
  const code = command.code.trim().toUpperCase();
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const { text: reason } = maskPersonData(command.reason.trim());
  const { length } = [...reason];
  if (length < reasonLength.min || length > reasonLength.max) {
    return refuse(problem('text-length', { field: 'reason', length, ...reasonLength }));
  }
  const home = await parts.register.findByIdentifier({ scheme: 'uscc', value: code });
  const by = signatoryOf(principal);
  if (home === undefined || by === undefined) {
    return refuse(problem('choice-invalid', { value: code.slice(0, 40), accepted: 'uscc' }));
  }
  const { clock, edition } = await startAnswer(parts);
  const payload: HandPickedPayload = { agency, code, reason, on: clock.today, by };
  const entry = { home: drawsHome, stream: handPickedStream, kind: 'hand-picked@1', payload };
  const outcome = await parts.journal.record(
    { actor: actorOf(by), purpose: 'supervision', basis: [] },
    [newEntry(parts, entry, heldUntil(clock.today, edition))],
  );
  return outcome.kind === 'conflict' ? refuse(overtaken) : { kind: 'picked' };
}

async function listDraws(parts: DrawParts): ReturnType<DrawCasework['listDraws']> {
  const { clock } = await startAnswer(parts);
  const { draws, handPicked } = await readDraws(parts);
  const visits = new Map<string, number>();
  for (const { agency } of handPicked) visits.set(agency, (visits.get(agency) ?? 0) + 1);
  const agencies = new Set([...draws.values()].map(({ plan }) => plan.agency));
  return {
    clock,
    draws: [...draws.values()]
      .filter(({ committed }) => committed !== undefined)
      .map(viewOf)
      .reverse(),
    handPicked: [...new Set([...agencies, ...visits.keys()])]
      .sort()
      .map((agency) => ({ agency, visits: visits.get(agency) ?? 0 })),
    carriedOut: countByOffice([...draws.values()], clock.today),
  };
}

function countByOffice(draws: readonly DrawState[], today: CivilDate): DrawsView['carriedOut'] {
  const plans = new Map<string, PlanDays[]>();
  for (const { plan, committed, drawnOn, disclosed } of draws) {
    if (committed === undefined) continue;
    const { agency, until } = plan;
    const days = { committedOn: committed.on, until, drawnOn, publishedOn: disclosed?.on };
    plans.set(agency, [...(plans.get(agency) ?? []), days]);
  }
  return [...plans]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([agency, days]) => ({ agency, ...countPlans(days, today) }));
}
