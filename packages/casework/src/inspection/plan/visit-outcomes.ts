import { judgePower, type CivilDate, type PowerVerdict, type VisitOutcome } from '@credence/domain';

import { isVisitOutcome } from '../../entry/inspection-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { NewEntry } from '../../port/journal.ts';
import {
  drawsHome,
  drawStream,
  isDisclosure,
  readClosedDraw,
  type ClosedDraw,
  type DrawParts,
} from './draw-state.ts';
import { isSameUnit, type DrawnUnit } from './drawn-unit.ts';

const stream = 'visit-outcomes';

/** A visit that a draw asks for, before its names are public. */
export interface DrawnVisit extends DrawnUnit {
  readonly code: string;
  readonly name: string;
  /** Names of who visits. */
  readonly inspectors: readonly string[];
  /** Names of those on its list who stand aside of this one. */
  readonly recused: readonly string[];
  readonly arm: 'random' | 'class' | 'full';
  /** As it was before the draw, from above 0 to 1. */
  readonly chance: number;
  readonly class?: string;
}

/** Whom a draw that was made sends to whom; empty before, and once its list is erased. */
export async function drawnVisits(
  parts: Pick<DrawParts, 'journal'>,
  draw: string,
): Promise<readonly DrawnVisit[]> {
  return visitsIn(await readClosedDraw(parts, draw));
}

/** The same of what has been read. */
export function visitsIn({ list, drawn }: ClosedDraw): readonly DrawnVisit[] {
  const lines = new Map(list?.lines.map((line) => [line.token, line]));
  const names = new Map(list?.inspectors.map(({ token, name }) => [token, name]));
  return (drawn?.file.result ?? []).flatMap(({ token, arm, chance, inspectors }) => {
    const line = lines.get(token);
    if (line === undefined) return [];
    const { home, code, name, premises, class: risk } = line;
    return [
      {
        ...{ home, code, name, arm, chance: ratioOf(chance) },
        inspectors: inspectors.map((each) => names.get(each) ?? each),
        recused: (list?.inspectors ?? [])
          .filter((each) => each.recused.includes(token))
          .map((each) => each.name),
        ...(premises === undefined ? {} : { premises }),
        ...(risk === undefined ? {} : { class: risk }),
      },
    ];
  });
}

/** The nearest number to an exact fraction. */
function ratioOf([of, among]: readonly [string, string]): number {
  const digits = 10n ** 15n;
  return Number((BigInt(of) * digits) / BigInt(among)) / Number(digits);
}

/**
 * What became of one visit, without whom it was about: the yield of a draw and the judgement of
 * classes rest on it. To be recorded together with the result of the visit.
 */
export async function visitOutcomeEntry(
  parts: Pick<DrawParts, 'journal' | 'uuid' | 'salt'>,
  visit: DrawnUnit & {
    /** Absent: it was picked by hand, and enters no estimate. */
    readonly draw?: string;
    readonly on: CivilDate;
    readonly result: VisitOutcome['result'];
  },
): Promise<NewEntry> {
  const { draw, on, result } = visit;
  const drawn =
    draw === undefined
      ? undefined
      : (await drawnVisits(parts, draw)).find((each) => isSameUnit(each, visit));
  const payload: VisitOutcome = {
    ...{ draw: draw ?? '', on, result, arm: drawn?.arm ?? 'hand-picked' },
    ...(drawn === undefined ? {} : { chance: drawn.chance }),
    ...(drawn?.class === undefined ? {} : { class: drawn.class }),
  };
  const entry = { home: drawsHome, stream, kind: 'visit-outcome@1', payload: { ...payload } };
  return newEntry(parts, entry, undefined);
}

export async function readVisitOutcomes({
  journal,
}: Pick<DrawParts, 'journal'>): Promise<readonly VisitOutcome[]> {
  const entries = await journal.entriesOf(drawsHome);
  return entries.flatMap(({ payload }) => (isVisitOutcome(payload) ? [payload] : []));
}

/**
 * Outcomes in the portions in which they may become public: those of a draw on the day on which its
 * names do, and whatever is recorded later with the next one. A figure that moved with each visit would
 * say, beside the day of the visit and its name, in which class that firm is.
 *
 * Legal source: guard N13 (a class is never published).
 */
export async function readToldOutcomes({
  journal,
}: Pick<DrawParts, 'journal'>): Promise<readonly (readonly VisitOutcome[])[]> {
  const portions: (readonly VisitOutcome[])[] = [];
  const disclosed = new Set<string>();
  let waiting: VisitOutcome[] = [];
  for (const { kind, stream: of, payload } of await journal.entriesOf(drawsHome)) {
    if (isVisitOutcome(payload)) waiting.push(payload);
    if (!isDisclosure(kind)) continue;
    disclosed.add(of);
    const isTold = ({ draw }: VisitOutcome): boolean => disclosed.has(drawStream(draw));
    portions.push(waiting.filter(isTold));
    waiting = waiting.filter((outcome) => !isTold(outcome));
  }
  return portions;
}

/** What drawn visits have shown about the classes; those picked by hand show nothing about them. */
export function measuredPower(
  outcomes: readonly VisitOutcome[],
  classes: readonly string[],
): PowerVerdict {
  const visits = outcomes.flatMap(({ on, class: risk, arm, chance, result }) => {
    if (risk === undefined || !classes.includes(risk)) return [];
    if (arm === 'hand-picked' || result === 'not-met' || chance === undefined) return [];
    return [{ day: on, class: risk, found: result === 'faults', selectionProbability: chance }];
  });
  return judgePower(visits, { classes, seed: 'inspection-plan' });
}
