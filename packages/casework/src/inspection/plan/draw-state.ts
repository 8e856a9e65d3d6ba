import { instant, isBefore, problem, type Problem, type Refusal } from '@credence/domain';
import { roundTime } from '@credence/proof';

import type { Decision } from '../../access/access.ts';
import type { Operation } from '../../access/operation.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import type { CaseworkParts } from '../../casework-parts.ts';
import {
  isDrawCommitted,
  isDrawDisclosed,
  isDrawList,
  isDrawn,
  isDrawTaken,
  isHandPicked,
  isInspectionPlan,
  type DrawCommittedPayload,
  type DrawDisclosedPayload,
  type DrawListPayload,
  type DrawnPayload,
  type HandPickedPayload,
  type InspectionPlanPayload,
} from '../../entry/inspection-payload.ts';
import type { Access, Entry } from '../../port/journal.ts';
import type { RulebookLoader } from '../../promulgate/load-rulebook.ts';
import { derivedHome } from '../../supply/derived-home.ts';
import type { DrawStep, DrawView } from './draw.ts';

/** What the use cases about draws are made with. */
export type DrawParts = CaseworkParts & { readonly loader: RulebookLoader };

/** What is said of every draw lies in one home; lists and files of a draw in a home of its own. */
export const drawsHome: string = derivedHome('inspections');
export const handPickedStream = 'hand-picked';

export function drawStream(draw: string): string {
  return `draw/${draw}`;
}

export function closedHome(draw: string): string {
  return derivedHome(`inspections/${draw}`);
}

/** One draw as its entries tell it. */
export interface DrawState {
  readonly plan: InspectionPlanPayload;
  readonly committed?: DrawCommittedPayload;
  readonly drawnOn?: DrawnPayload['on'];
  readonly disclosed?: DrawDisclosedPayload;
  /** Entries in its stream. */
  readonly seq: number;
}

export interface DrawsState {
  /** In the order in which they were planned. */
  readonly draws: ReadonlyMap<string, DrawState>;
  readonly handPicked: readonly HandPickedPayload[];
}

function foldDraws(entries: readonly Entry[]): DrawsState {
  const draws = new Map<string, DrawState>();
  const handPicked: HandPickedPayload[] = [];
  for (const { kind, stream, seq, payload } of entries) {
    if (kind === 'inspection-plan@1' && isInspectionPlan(payload)) {
      draws.set(payload.draw, { plan: payload, seq });
    }
    if (kind === 'hand-picked@1' && isHandPicked(payload)) handPicked.push(payload);
    const known = draws.get(stream.slice('draw/'.length));
    if (known === undefined) continue;
    const { draw } = known.plan;
    if (kind === 'draw-committed@1' && isDrawCommitted(payload)) {
      draws.set(draw, { ...known, committed: payload, seq });
    }
    if (kind === 'draw-taken@1' && isDrawTaken(payload)) {
      draws.set(draw, { ...known, drawnOn: payload.on, seq });
    }
    if (isDisclosure(kind) && isDrawDisclosed(payload)) {
      draws.set(draw, { ...known, disclosed: payload, seq });
    }
    // Its names were erased at the end of their retention; that it was disclosed stays.
    if (isDisclosure(kind) && payload === undefined) {
      const { by, until } = known.plan;
      draws.set(draw, { ...known, disclosed: { draw, names: [], on: until, by }, seq });
    }
  }
  return { draws, handPicked };
}

/** Whether an entry says that the names of a draw are public, in the first form or the second. */
export function isDisclosure(kind: string): boolean {
  return kind === 'draw-disclosed@1' || kind === 'draw-disclosed@2';
}

export async function readDraws({ journal }: Pick<DrawParts, 'journal'>): Promise<DrawsState> {
  return foldDraws(await journal.entriesOf(drawsHome));
}

/** The draws as they were known at positions of the journal. */
export async function readDrawsAt(
  { journal }: Pick<DrawParts, 'journal'>,
  ...positions: readonly number[]
): Promise<readonly DrawsState[]> {
  const entries = await journal.entriesOf(drawsHome);
  return positions.map((upTo) => foldDraws(entries.filter(({ position }) => position <= upTo)));
}

/** Characters of the reason of a second draw, and of a visit that is picked by hand. */
export const reasonLength = { min: 10, max: 500 } as const;

/** Whether two plans are of the same office and card, and their visits share a day. */
export function isSamePeriod(
  one: Pick<DrawState['plan'], 'agency' | 'card' | 'from' | 'until'>,
  other: DrawState['plan'],
): boolean {
  return (
    one.agency === other.agency &&
    one.card === other.card &&
    !isBefore(other.until, one.from) &&
    !isBefore(one.until, other.from)
  );
}

export function periodTaken({ from, until }: DrawState['plan']): Problem {
  return problem('draw-period-taken', { from, until, ...reasonLength });
}

/** What is closed about a draw; absent parts were not made yet. */
export interface ClosedDraw {
  readonly list?: DrawListPayload;
  readonly drawn?: DrawnPayload;
}

/** For what the register does itself; whoever is shown any of it is written down. */
export async function readClosedDraw(
  { journal }: Pick<DrawParts, 'journal'>,
  draw: string,
): Promise<ClosedDraw> {
  return closedIn(await journal.entriesOf(closedHome(draw)));
}

/** The same for somebody who looks: reading and the access entry are one transaction. */
export async function lookAtClosedDraw(
  { journal }: Pick<DrawParts, 'journal'>,
  { draw, ...look }: Access & { readonly draw: string },
): Promise<ClosedDraw> {
  return closedIn(await journal.readWithAccess(look, closedHome(draw)));
}

function closedIn(entries: readonly Entry[]): ClosedDraw {
  const list = entries.map(({ payload }) => payload).find(isDrawList);
  const drawn = entries.map(({ payload }) => payload).find(isDrawn);
  return { ...(list === undefined ? {} : { list }), ...(drawn === undefined ? {} : { drawn }) };
}

export function stepOf({ committed, drawnOn, disclosed }: DrawState): DrawStep {
  if (disclosed !== undefined) return 'disclosed';
  if (drawnOn !== undefined) return 'drawn';
  return committed === undefined ? 'planned' : 'committed';
}

export function viewOf(state: DrawState): DrawView {
  const { plan, committed, drawnOn, disclosed } = state;
  const { draw, agency, card, edition, from, until, strata, classes, power, inspectors } = plan;
  const { again } = plan;
  return {
    ...{ draw, agency, card, edition, from, until, strata, classes, power, inspectors },
    ...{ plannedOn: plan.on, step: stepOf(state) },
    ...(again === undefined ? {} : { again }),
    ...(committed === undefined
      ? {}
      : {
          committed: {
            terms: committed.terms,
            commitment: committed.commitment,
            on: committed.on,
            roundAt: instant(roundTime(committed.terms.beacon.chain, committed.terms.beacon.round)),
          },
        }),
    ...(drawnOn === undefined ? {} : { drawnOn }),
    ...(disclosed === undefined ? {} : { disclosed: { on: disclosed.on, names: disclosed.names } }),
  };
}

export function mayInspect(
  { access }: Pick<DrawParts, 'access'>,
  principal: KnownPrincipal,
  asked: {
    readonly operation: Extract<Operation, `inspection.${string}`>;
    readonly agency: string;
  },
): Decision | Refusal {
  const { operation, agency } = asked;
  return access.decide(principal, operation, { kind: 'agency', agency }, 'supervision');
}
