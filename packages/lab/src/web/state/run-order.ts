import type { NamedRegime, RunSize } from '../work/job.ts';

/** What somebody asked to be run; the same order is the same run. */
export interface RunOrder {
  readonly regimes: readonly NamedRegime[];
  readonly size: RunSize;
  readonly experiment?: string;
}

/** Why a field of an order cannot be taken. */
export interface OrderFault {
  readonly field: 'regime' | SizeField;
  readonly kind: 'number' | 'none' | 'unknown' | 'twice' | 'too-much' | 'too-many';
  readonly received: string;
}

export type SizeField = 'agents' | 'months' | 'seed' | 'replicates';

/** What one run here may cost; the command has no such limits. */
export const orderLimits = {
  agents: { least: 20, most: 100_000 },
  months: { least: 1, most: 120 },
  seed: { least: 1, most: 999_999_999 },
  replicates: { least: 1, most: 50 },
} as const satisfies Readonly<Record<SizeField, { least: number; most: number }>>;

/** Regimes in one run. */
export const MOST_REGIMES = 4;
/** Months of subjects in one run, all regimes and replicates together. */
export const MOST_AGENT_MONTHS = 50_000_000;

/** What a form shows at first. */
export const usualSize: Readonly<Record<SizeField, number>> = {
  agents: 2_000,
  months: 24,
  seed: 1,
  replicates: 8,
};

/** What an experiment is run with from the first page: large enough to look at, small enough to wait for. */
export const briefSize: Readonly<Record<SizeField, number>> = {
  agents: 500,
  months: 24,
  seed: 1,
  replicates: 5,
};

/** What was typed into the form, as it was typed. */
export interface TypedOrder extends Readonly<Record<SizeField, string>> {
  readonly regimes: readonly string[];
  readonly society: string;
}

/** Reads a typed size; every fault at once. */
export function readSize(
  typed: TypedOrder,
  runs: number,
): { readonly size: RunSize; readonly faults: readonly OrderFault[] } {
  const faults: OrderFault[] = [];
  const numbers = { ...usualSize };
  for (const field of ['agents', 'months', 'seed', 'replicates'] as const) {
    const text = typed[field].trim();
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    const { least, most } = orderLimits[field];
    if (value >= least && value <= most) numbers[field] = value;
    else faults.push({ field, kind: 'number', received: typed[field].slice(0, 40) });
  }
  const { agents, months, replicates } = numbers;
  const whole = agents * months * replicates * Math.max(1, runs);
  if (faults.length === 0 && whole > MOST_AGENT_MONTHS) {
    faults.push({ field: 'agents', kind: 'too-much', received: String(whole) });
  }
  const society = typed.society;
  const isKnown = society === 'organisations' || society === 'town';
  return { size: { ...numbers, ...(isKnown ? { society } : {}) }, faults };
}

/** Reads the regimes chosen: between one and four, each once. */
export function readRegimes(
  typed: readonly string[],
  known: readonly string[],
): { readonly ids: readonly string[]; readonly faults: readonly OrderFault[] } {
  const ids = typed.filter((id) => id !== '');
  const fault = (kind: OrderFault['kind'], received: string): OrderFault => ({
    ...{ field: 'regime' as const, kind },
    received: received.slice(0, 60),
  });
  const unknown = ids.filter((id) => !known.includes(id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const faults = [
    ...(ids.length === 0 ? [fault('none', '')] : []),
    ...(ids.length > MOST_REGIMES ? [fault('too-many', String(ids.length))] : []),
    ...unknown.map((id) => fault('unknown', id)),
    ...twice.map((id) => fault('twice', id)),
  ];
  return { ids, faults };
}
