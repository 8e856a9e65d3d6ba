import { asOf, codes, type Register } from './generate-register.ts';
import { gradeOf } from './hand-written.ts';
import { decisiveRule, type BenchRule, type RecordFilter, type Test } from './rule-table.ts';

/** What is known of an organisation itself, as engines for objects take it. */
export interface Organisation {
  readonly size: string;
  readonly sector: string;
  readonly since: number;
  readonly report: boolean;
  readonly arrears: number;
}

/** A record as engines for objects take it. */
export interface Entry {
  readonly kind: string;
  readonly day: number;
  readonly domain: string;
  readonly severity: number;
  readonly until: number;
  readonly amount: number;
  readonly list: string;
  readonly repaired: boolean;
  readonly quashed: boolean;
}

/** Something counted or added up over records. */
export interface Measure {
  readonly what: 'count' | 'sum';
  readonly of: RecordFilter;
}

/** Everything the rules count or add up, each once. */
export function measuresOf(rules: readonly BenchRule[]): readonly Measure[] {
  const all = rules.flatMap(({ each, tests }): readonly Measure[] => [
    ...(each === undefined ? [] : [{ what: 'count', of: each.of } as const]),
    ...tests.flatMap((test): readonly Measure[] => measureOf(test) ?? []),
  ]);
  return [...new Map(all.map((measure) => [JSON.stringify(measure), measure])).values()];
}

/** What a test asks of records; undefined where it asks of the organisation. */
function measureOf(test: Test): Measure[] | undefined {
  if (test.is === 'count') return [{ what: 'count', of: test.of }];
  return test.is === 'sum-above' ? [{ what: 'sum', of: test.of }] : undefined;
}

/**
 * The result of the rules where somebody else has counted: what a host does for engines that do
 * not go through records or leave points and limits to it.
 */
export function decide(
  rules: readonly BenchRule[],
  organisation: Organisation,
  measured: (measure: Measure) => number,
): number {
  let sum = 0;
  let decisive = false;
  rules.forEach(({ points, each, tests }, place) => {
    if (!tests.every((test) => holds(test, organisation, measured))) return;
    const size = each === undefined ? 1 : measured({ what: 'count', of: each.of });
    const plain = Math.abs(points) * size;
    const value = each === undefined ? plain : Math.min(plain, each.cap);
    sum += points < 0 ? -value : value;
    if (place === decisiveRule && value > 0) decisive = true;
  });
  return gradeOf(sum, decisive);
}

/** Whether a test holds for an organisation. */
function holds(
  test: Test,
  { size, sector, since, report, arrears }: Organisation,
  measured: (measure: Measure) => number,
): boolean {
  switch (test.is) {
    case 'count': {
      const count = measured({ what: 'count', of: test.of });
      return test.how === '==' ? count === test.value : count >= test.value;
    }
    case 'sum-above':
      return measured({ what: 'sum', of: test.of }) > test.value;
    case 'size-not':
      return size !== test.size;
    case 'sector':
      return sector === test.sector;
    case 'no-report':
      return !report;
    case 'registered':
      return test.how === '>' ? asOf - since > test.days : asOf - since >= test.days;
    case 'arrears-above':
      return arrears > test.value;
  }
}

/** Counts or adds up records as a host would. */
export function measureEntries({ what, of }: Measure, entries: readonly Entry[]): number {
  let total = 0;
  for (const entry of entries) {
    if (fits(of, entry)) total += what === 'count' ? 1 : entry.amount;
  }
  return total;
}

function fits(of: RecordFilter, entry: Entry): boolean {
  if (entry.kind !== of.kind || entry.quashed || (of.state === 'open' && entry.repaired)) {
    return false;
  }
  const { severity, within } = of;
  if (severity?.how === '==' && entry.severity !== severity.value) return false;
  if (severity?.how === '>=' && entry.severity < severity.value) return false;
  if (of.domain !== undefined && entry.domain !== of.domain) return false;
  if (of.list !== undefined && entry.list !== of.list) return false;
  if (of.amountMin !== undefined && entry.amount < of.amountMin) return false;
  if (within !== undefined && (entry.day > asOf || entry.day <= asOf - within)) return false;
  return of.active === undefined || (entry.day <= asOf && entry.until > asOf);
}

/** An organisation of the register and its records as objects. */
export function objectsAt(
  register: Register,
  index: number,
): { readonly organisation: Organisation; readonly entries: readonly Entry[] } {
  const [from = 0, to = 0] = register.offsets.subarray(index, index + 2);
  return {
    organisation: {
      size: codes.size[register.size[index] ?? 0] ?? '',
      sector: codes.domain[register.sector[index] ?? 0] ?? '',
      since: register.since[index] ?? 0,
      report: register.report[index] === 1,
      arrears: register.arrears[index] ?? 0,
    },
    entries: Array.from({ length: to - from }, (_, place): Entry => {
      const row = from + place;
      return {
        kind: codes.kind[register.kind[row] ?? 0] ?? '',
        day: register.day[row] ?? 0,
        domain: codes.domain[register.domain[row] ?? 0] ?? '',
        severity: register.severity[row] ?? 0,
        until: register.until[row] ?? 0,
        amount: register.amount[row] ?? 0,
        list: codes.list[register.list[row] ?? 0] ?? '',
        repaired: register.repaired[row] === 1,
        quashed: register.quashed[row] === 1,
      };
    }),
  };
}
