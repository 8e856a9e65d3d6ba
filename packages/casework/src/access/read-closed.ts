import {
  addDays,
  type CivilDate,
  civilDayAt,
  type Instant,
  problem,
  type Refusal,
} from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { BudgetAlarmPayload } from '../entry/account-payload.ts';
import type { BudgetedRead, Entry, ReadBudget } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { civilToday } from '../view/answer-clock.ts';
import type { Purpose } from './access.ts';
import type { AccessParts } from './access-parts.ts';
import { readerOf } from './actor-of.ts';
import { dayBegins } from './day-begins.ts';
import type { BudgetAlarm, DailyReads } from './daily-reads.ts';
import type { KnownPrincipal } from './principal.ts';

/** Operator settings. 200 a day is guard G36's; five such readers are a large office. */
const defaultDailyReads: DailyReads = { perAccount: 200, perAgency: 1_000 };

/** Whatever the settings say, one hundredth of the register is never read in a day (R25). */
const shareOfRegister = 0.01;

/** In a register so small that a hundredth is next to nothing, work must still be possible. */
const alwaysAllowed = 5;

export type ClosedRead = { readonly kind: 'read'; readonly entries: readonly Entry[] } | Refusal;

/**
 * Reads a subject's entries for a purpose, after the policies have agreed. Reading and the access
 * entry are one transaction. Officials read within a daily budget; an organisation reads its own
 * record as often as it likes.
 */
export async function readClosed(
  parts: AccessParts,
  principal: KnownPrincipal,
  look: { readonly home: string; readonly purpose: Purpose; readonly fields: readonly string[] },
): Promise<ClosedRead> {
  const { home, purpose, fields } = look;
  const access = { reader: readerOf(principal), purpose, fields };
  if (principal.kind !== 'official' && principal.kind !== 'machine') {
    const look = principal.kind === 'operator' ? atMachine(access) : access;
    return { kind: 'read', entries: await parts.journal.readWithAccess(look, home) };
  }
  const day = await budgetDay(parts);
  const read = await parts.journal.readWithinBudget(access, home, day.budget);
  return read.kind === 'read' ? read : refuseSpent(parts, principal, read, day);
}

export type ClosedReads =
  { readonly kind: 'read'; readonly homes: ReadonlyMap<string, readonly Entry[]> } | Refusal;

/** On the machine itself: written down as such, and no office has its reads of the day used up by it. */
function atMachine<Look extends { readonly fields: readonly string[] }>(look: Look): Look {
  return { ...look, fields: [...look.fields, 'at-machine'] };
}

/** Several subjects as one look, e.g. a page of names: all of them within the budget, or none. */
export async function readClosedMany(
  parts: AccessParts,
  principal: KnownPrincipal,
  look: {
    readonly homes: readonly string[];
    readonly purpose: Purpose;
    readonly fields: readonly string[];
  },
): Promise<ClosedReads> {
  const { homes, purpose, fields } = look;
  const access = { reader: readerOf(principal), purpose, fields };
  const day = await budgetDay(parts);
  const read = await parts.journal.readManyWithinBudget(
    principal.kind === 'operator' ? atMachine(access) : access,
    homes,
    // Whoever runs the command on the machine itself has no budget, and is written down all the same.
    principal.kind === 'operator' ? { ...day.budget, ...unlimited } : day.budget,
  );
  if (read.kind === 'read') return read;
  if (principal.kind !== 'official' && principal.kind !== 'machine') {
    throw new Error('Only officials and systems have a budget.');
  }
  return refuseSpent(parts, principal, read, day);
}

const unlimited = { perReader: Number.MAX_SAFE_INTEGER, perAgency: Number.MAX_SAFE_INTEGER };

async function refuseSpent(
  parts: AccessParts,
  principal: Extract<KnownPrincipal, { readonly kind: 'official' | 'machine' }>,
  read: Extract<BudgetedRead, { readonly kind: 'spent' }>,
  day: BudgetDay,
): Promise<Refusal> {
  const { account, agency } = principal;
  const alarm = { agency, account, by: read.by, limit: read.limit };
  parts.onAlarm?.(alarm);
  await recordAlarm(parts, principal, { ...alarm, day: day.day });
  // Read by people: midnight as their own clocks have it.
  const params = { limit: read.limit, reset: `${addDays(day.day, 1)} 00:00` };
  return { kind: 'refused', problem: problem('budget-spent', params) };
}

/** The budget of a civil day; the next one begins with the next day. */
interface BudgetDay {
  readonly day: CivilDate;
  readonly budget: ReadBudget;
}

async function budgetDay(parts: AccessParts): Promise<BudgetDay> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const zone = rulebook.editions.at(-1)?.zone ?? 'UTC';
  const now = parts.clock();
  const size = await sizeOf(parts.register, now, civilToday(parts, rulebook));
  // Below a hundredth, not at it.
  const most = Math.max(alwaysAllowed, Math.ceil(size * shareOfRegister) - 1);
  const { perAccount, perAgency } = parts.readBudget ?? defaultDailyReads;
  // By the clock itself: a day moved for a demonstration does not give a second budget.
  const day = civilDayAt(now, zone);
  return {
    day,
    budget: {
      since: dayBegins(day, zone),
      perReader: Math.min(perAccount, most),
      perAgency: Math.min(perAgency, most),
    },
  };
}

/** Counting a large register takes a while, and its size changes slowly. */
const sizeHoldsMs = 10 * 60_000;
const sizes: WeakMap<Register, { readonly at: Instant; readonly size: number }> = new WeakMap();

async function sizeOf(register: Register, now: Instant, today: CivilDate): Promise<number> {
  const known = sizes.get(register);
  if (known !== undefined && Math.abs(now - known.at) < sizeHoldsMs) return known.size;
  const size = await register.countSubjects(today);
  sizes.set(register, { at: now, size });
  return size;
}

/** Once per account and day, in the home of its agency. */
async function recordAlarm(
  parts: AccessParts,
  principal: KnownPrincipal,
  alarm: BudgetAlarm & { readonly day: CivilDate },
): Promise<void> {
  const agency = (await parts.register.agencies()).find(({ code }) => code === alarm.agency);
  if (agency === undefined) return;
  const { account, by, limit, day } = alarm;
  const payload: BudgetAlarmPayload = { account, by, limit, day };
  const salt = parts.salt();
  await parts.journal.record(
    {
      actor: readerOf(principal),
      purpose: 'oversight',
      basis: [],
      idempotencyKey: `budget-alarm/${account}/${day}`,
    },
    [
      {
        id: parts.uuid(),
        home: agency.home,
        stream: `account/${account}`,
        kind: 'budget-alarm@1',
        payload,
        salt,
        commitment: commitmentOf(salt, payload),
      },
    ],
  );
}
