import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
const short = z.string().regex(/\S/).max(300);
const money = z.strictObject({ amount: z.int().min(0), currency: z.string() }).readonly();
const value = z.union([z.string().regex(/\S/).max(2_000), z.int().min(0), z.boolean(), money]);
export type FiledValue = z.output<typeof value>;

/** For what a duty was performed or not: a year, a campaign, a branch. */
const what = { duty: short, key: short } as const;

const filed = z
  .strictObject({
    ...what,
    filingId: z.string(),
    on: day,
    edition: z.string(),
    fields: z.record(z.string(), value),
    /** statement: the authority writes down what it was handed. */
    by: z.enum(['subject', 'counter', 'statement']),
    /** The authority that wrote it down. */
    agency: short.exactOptional(),
    /** The filing that it takes the place of. */
    replaces: z.string().exactOptional(),
  })
  .readonly();

/** The form of `duty-filed@1`: a filing, or one that takes the place of an earlier one. */
export type DutyFiledPayload = z.output<typeof filed>;

const reminded = z
  .strictObject({ ...what, on: day, lastDay: day, before: z.int().min(1) })
  .readonly();

/** The form of `duty-reminded@1`: the organisation was told, so many days before the last one. */
export type DutyRemindedPayload = z.output<typeof reminded>;

const demanded = z
  .strictObject({
    ...what,
    demandId: z.string(),
    on: day,
    lastDay: day,
    /** The list of which its lack is a ground, and the item by which lists know it. */
    list: short,
    item: short,
    edition: z.string(),
    agency: short,
    agencyName: short,
    number: short,
    /** Absent: it was not proven that it arrived. */
    served: z.strictObject({ on: day, mode: short }).readonly().exactOptional(),
  })
  .readonly();

/** The form of `duty-demanded@1`: the authority asked for what was not filed in time. */
export type DutyDemandedPayload = z.output<typeof demanded>;

const atDesk = z
  .strictObject({
    ...what,
    home: z.string(),
    name: short,
    code: short.exactOptional(),
    lastDay: day,
    on: day,
    state: z.enum(['overdue', 'demanded', 'filed', 'passed_on']),
  })
  .readonly();

/** The form of `duty-at-desk@1`: what an authority knows of a filing that was not made in time. */
export type DutyAtDeskPayload = z.output<typeof atDesk>;

export const dutyFiledKind = 'duty-filed@1';
export const dutyRemindedKind = 'duty-reminded@1';
export const dutyDemandedKind = 'duty-demanded@1';
export const dutyAtDeskKind = 'duty-at-desk@1';

export function dutyStream(duty: string): string {
  return `duty/${duty}`;
}

export function isDutyFiled(payload: unknown): payload is DutyFiledPayload {
  return filed.safeParse(payload).success;
}

export function isDutyReminded(payload: unknown): payload is DutyRemindedPayload {
  return reminded.safeParse(payload).success;
}

export function isDutyDemanded(payload: unknown): payload is DutyDemandedPayload {
  return demanded.safeParse(payload).success;
}

export function isDutyAtDesk(payload: unknown): payload is DutyAtDeskPayload {
  return atDesk.safeParse(payload).success;
}
