import type { CivilDate, NoClasses, PlannedStratum, VisitOutcome } from '@credence/domain';
import type { DrawFile, DrawTerms } from '@credence/proof';
import { readDraw } from '@credence/proof';
import { z } from 'zod';

import type { DrawnPremises } from '../inspection/plan/drawn-unit.ts';
import type { Signatory } from './matter-payload.ts';

type Figure = { readonly value: number; readonly lower: number; readonly upper: number };

/** What visits had shown about the classes on the day of the plan. */
type MeasuredPower =
  | {
      readonly kind: 'clear' | 'not-clear';
      readonly visits: number;
      readonly found: number;
      readonly auc: Figure;
      readonly withinInspectors?: Figure;
    }
  | { readonly kind: 'too-few'; readonly visits: number; readonly found: number };

/** The form of `inspection-plan@1`: who is to be drawn from, in what shares, and by whose hand. */
export type InspectionPlanPayload = {
  readonly draw: string;
  readonly agency: string;
  readonly card: string;
  readonly edition: string;
  readonly editionHash: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly strata: readonly PlannedStratum[];
  readonly classes: { readonly used: true } | { readonly used: false; readonly why: NoClasses };
  readonly power: MeasuredPower;
  readonly inspectors: number;
  /** Why it is a second draw of the same office, card and time. */
  readonly again?: string;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const signatory = z.strictObject({
  ...{ official: z.string(), agency: z.string(), role: z.string() },
  account: z.string().optional(),
});
const stratum = z.strictObject({
  ...{ id: z.string(), eligible: z.int(), draws: z.int() },
  coverage: z.enum(['drawn', 'full']),
});
const interval = z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() });
const counts = { visits: z.int(), found: z.int() };
const power = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('too-few'), ...counts }),
  z.strictObject({
    ...{ kind: z.enum(['clear', 'not-clear']), ...counts, auc: interval },
    withinInspectors: interval.optional(),
  }),
]);
const plan = z.strictObject({
  ...{ draw: z.string(), agency: z.string(), card: z.string(), edition: z.string() },
  ...{ editionHash: z.string(), from: z.string(), until: z.string(), strata: z.array(stratum) },
  classes: z.union([
    z.strictObject({ used: z.literal(true) }),
    z.strictObject({
      used: z.literal(false),
      why: z.enum(['too-few', 'not-clear', 'class-missing']),
    }),
  ]),
  ...{ power, inspectors: z.int(), on: z.string(), by: signatory },
  again: z.string().optional(),
});

export function isInspectionPlan(payload: unknown): payload is InspectionPlanPayload {
  return plan.safeParse(payload).success;
}

/**
 * The form of `draw-list@2`: the eligible by name, closed until their visits are over. `draw-list@1`
 * is the same of organisations alone, and is read by the same reader.
 */
export type DrawListPayload = {
  readonly draw: string;
  readonly salt: string;
  readonly lines: readonly {
    readonly home: string;
    readonly code: string;
    readonly name: string;
    /** Of an individual business: the licence whose premises are drawn. */
    readonly premises?: DrawnPremises;
    /** What the token was made with, so that the organisation can make it again. */
    readonly tokenSalt: string;
    readonly token: string;
    readonly stratum: string;
    readonly weight: number;
    readonly class?: string;
  }[];
  readonly inspectors: readonly {
    readonly name: string;
    readonly token: string;
    readonly recused: readonly string[];
  }[];
};

const premises = z.strictObject({ record: z.string(), number: z.string().exactOptional() });

const drawList = z.strictObject({
  ...{ draw: z.string(), salt: z.string() },
  lines: z.array(
    z.strictObject({
      ...{ home: z.string(), code: z.string(), name: z.string(), tokenSalt: z.string() },
      ...{ token: z.string(), stratum: z.string(), weight: z.int() },
      premises: premises.exactOptional(),
      class: z.string().optional(),
    }),
  ),
  inspectors: z.array(
    z.strictObject({ name: z.string(), token: z.string(), recused: z.array(z.string()) }),
  ),
});

export function isDrawList(payload: unknown): payload is DrawListPayload {
  return drawList.safeParse(payload).success;
}

/** The form of `draw-committed@1`: what is published before the seed can be known. */
export type DrawCommittedPayload = {
  readonly draw: string;
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const committed = z.strictObject({
  ...{ draw: z.string(), terms: z.looseObject({}), commitment: z.string(), on: z.string() },
  by: signatory,
});

export function isDrawCommitted(payload: unknown): payload is DrawCommittedPayload {
  return committed.safeParse(payload).success;
}

/** The form of `drawn@1`: the finished draw, closed until the visits are over. */
export type DrawnPayload = {
  readonly draw: string;
  readonly file: DrawFile;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const drawn = z.strictObject({
  ...{ draw: z.string(), file: z.unknown(), on: z.string(), by: signatory },
});

export function isDrawn(payload: unknown): payload is DrawnPayload {
  const read = drawn.safeParse(payload);
  return read.success && readDraw(read.data.file).kind === 'read';
}

/** The form of `draw-taken@1`: that it was drawn, in the stream that anyone's answer rests on. */
export type DrawTakenPayload = { readonly draw: string; readonly on: CivilDate };

const drawTaken = z.strictObject({ draw: z.string(), on: z.string() });

export function isDrawTaken(payload: unknown): payload is DrawTakenPayload {
  return drawTaken.safeParse(payload).success;
}

/**
 * The form of `draw-disclosed@2`: after the visits, the names of all that were drawn, by name; of
 * premises that of the business. `draw-disclosed@1` is the same of organisations alone.
 */
export type DrawDisclosedPayload = {
  readonly draw: string;
  readonly names: readonly {
    readonly code: string;
    readonly name: string;
    readonly unit?: 'licensed_premises';
  }[];
  readonly on: CivilDate;
  readonly by: Signatory;
};

const disclosed = z.strictObject({
  ...{ draw: z.string(), on: z.string(), by: signatory },
  names: z.array(
    z.strictObject({
      ...{ code: z.string(), name: z.string() },
      unit: z.literal('licensed_premises').exactOptional(),
    }),
  ),
});

export function isDrawDisclosed(payload: unknown): payload is DrawDisclosedPayload {
  return disclosed.safeParse(payload).success;
}

/** The form of `hand-picked@1`: an organisation visited by choice, with the reason. */
export type HandPickedPayload = {
  readonly agency: string;
  readonly code: string;
  readonly reason: string;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const handPicked = z.strictObject({
  ...{ agency: z.string(), code: z.string(), reason: z.string(), on: z.string(), by: signatory },
});

export function isHandPicked(payload: unknown): payload is HandPickedPayload {
  return handPicked.safeParse(payload).success;
}

const visitOutcome = z.strictObject({
  ...{ draw: z.string(), on: z.string(), result: z.enum(['in-order', 'faults', 'not-met']) },
  arm: z.enum(['random', 'class', 'full', 'hand-picked']),
  class: z.string().optional(),
  chance: z.number().gt(0).max(1).optional(),
});

/** The form of `visit-outcome@1`: what became of a visit, without whom it was about. */
export function isVisitOutcome(payload: unknown): payload is VisitOutcome {
  return visitOutcome.safeParse(payload).success;
}
