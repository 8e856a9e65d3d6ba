import { isBefore } from '@credence/domain';

import { readerOf } from '../../access/actor-of.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { isBody } from '../class/sees-class.ts';
import type { DrawCasework, DrawDeskView } from './draw.ts';
import {
  lookAtClosedDraw,
  mayInspect,
  readDraws,
  viewOf,
  type DrawParts,
  type DrawState,
} from './draw-state.ts';
import { isSameUnit, licenceOf } from './drawn-unit.ts';
import { visitsIn, type DrawnVisit } from './visit-outcomes.ts';

/** Who is to be visited, before anybody else may know; every look is written down. */
export async function deskDraws(
  parts: DrawParts,
  ...[principal, agency]: Parameters<DrawCasework['deskDraws']>
): ReturnType<DrawCasework['deskDraws']> {
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const { clock, edition } = await startAnswer(parts);
  const plans = [];
  for (const [id, { title, by, draw }] of edition.inspectionPlans) {
    if (draw !== undefined && (await isBody(parts, agency, by))) plans.push({ id, title });
  }
  const { draws: known, handPicked } = await readDraws(parts);
  const states = [...known.values()];
  const own = states.filter(({ plan }) => plan.agency === agency).reverse();
  // Of other offices only what falls into the time of an own draw is looked at.
  const looked = states.filter(
    (each) => own.includes(each) || own.some((state) => isMerged(state, each)),
  );
  const visitsOf = new Map<string, readonly DrawnVisit[]>();
  for (const { plan } of looked.filter(({ drawnOn }) => drawnOn !== undefined)) {
    const fields = [plan.agency === agency ? 'draw' : 'together'];
    const look = { reader: readerOf(principal), purpose: 'supervision', fields };
    const { draw } = plan;
    visitsOf.set(draw, visitsIn(await lookAtClosedDraw(parts, { ...look, draw })));
  }
  const draws: DrawDeskView[] = [];
  for (const state of own) {
    const { draw } = state.plan;
    const others = looked.filter((other) => isMerged(state, other));
    const visits = (visitsOf.get(draw) ?? [])
      .map((own) => ({
        ...{ code: own.code, name: own.name, inspectors: own.inspectors },
        ...licenceIn(own),
        together: others
          .filter(({ plan }) => visitsOf.get(plan.draw)?.some((other) => isSameUnit(other, own)))
          .map(({ plan }) => plan.agency),
      }))
      .sort((one, other) => (one.code < other.code ? -1 : 1));
    draws.push({ ...viewOf(state), clock, visits });
  }
  return {
    kind: 'found',
    ...{ clock, draws },
    cards: plans,
    handPicked: handPicked
      .filter((each) => each.agency === agency)
      .map(({ code, reason, on }) => ({ code, reason, on }))
      .reverse(),
  };
}

function licenceIn({ premises }: DrawnVisit): { readonly licence?: string } {
  const licence = licenceOf(premises);
  return licence === undefined ? {} : { licence };
}

/** Two offices whose visits fall into one time come to a firm that both drew together, once. */
function isMerged({ plan }: DrawState, { plan: other }: DrawState): boolean {
  return (
    plan.agency !== other.agency &&
    !isBefore(plan.until, other.from) &&
    !isBefore(other.until, plan.from)
  );
}
