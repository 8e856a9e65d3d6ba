import { suppressSmallCells, type CivilDate } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { CaseFile } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { lastOf, matterOf } from '../case/fold-case.ts';
import { isPledgeBroken } from '../case/law/pledge-law.ts';
import type { BulkReader } from '../port/bulk.ts';
import type { Register } from '../port/register.ts';
import { smallestCell } from '../reading/reading.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { PledgeFigures } from './pledge.ts';

/** Operator settings: as many of the newest cases as the figures of the desks are made of. */
const casesCounted = 10_000;
const homesPerRead = 100;

type Tally = { kept: number; broken: number };

/**
 * How pledges came out, by item: kept, put right in time included, and broken while the revocation
 * stands. What was repaired or quashed counts neither way.
 *
 * Legal source: guards G38 and N8 (cells of ten and more, secondary suppression).
 */
export function countPledges(parts: Parts, order: Order): Promise<Figures> {
  const { day, upTo } = order;
  const known = counted.get(parts.register);
  if (known?.day === day && known.upTo === upTo) return known.figures;
  const figures = foldPledges(parts, order);
  counted.set(parts.register, { day, upTo, figures });
  // A count that failed is no count: the next reader makes it again.
  figures.catch(() => counted.delete(parts.register));
  return figures;
}

type Parts = { readonly register: Register; readonly bulk: BulkReader };
type Order = { readonly rulebook: Rulebook; readonly day: CivilDate; readonly upTo: number };
type Figures = (pledge: string) => PledgeFigures;

/** What was counted last: every reader of one day and one state of the journal gets the same. */
const counted: WeakMap<
  Register,
  { readonly day: CivilDate; readonly upTo: number; readonly figures: Promise<Figures> }
> = new WeakMap();

async function foldPledges(parts: Parts, { rulebook, day, upTo }: Order): Promise<Figures> {
  const rows = await parts.register.allCases(casesCounted);
  const homes = [
    ...new Set(rows.flatMap(({ kind, home }) => (kind === 'pledge' ? [home] : []))),
  ].sort();
  const tallies = new Map<string, Tally>();
  for (let at = 0; at < homes.length; at += homesPerRead) {
    for (const { home, entries } of await parts.bulk.readHomes(
      homes.slice(at, at + homesPerRead),
      upTo,
    )) {
      const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
      const records = caseRecords(foldSubject(home, entries));
      const world = { rulebook, docket, records };
      for (const file of docket.values()) count(tallies, file, isPledgeBroken(file, world, day));
    }
  }
  return (pledge) => publish(tallies.get(pledge), day);
}

function count(tallies: Map<string, Tally>, file: CaseFile, isBroken: boolean): void {
  const pledge = matterOf(file, 'pledge')?.pledge;
  const isKept = file.state === 'kept' && lastOf(file, 'seen-kept') !== undefined;
  if (pledge === undefined || (!isKept && !isBroken)) return;
  const tally = tallies.get(pledge) ?? { kept: 0, broken: 0 };
  if (isKept) tally.kept += 1;
  else tally.broken += 1;
  tallies.set(pledge, tally);
}

/** None and nine have to look alike, and neither follows from the other count and the total. */
function publish(tally: Tally | undefined, on: CivilDate): PledgeFigures {
  const { kept, broken } = tally ?? { kept: 0, broken: 0 };
  const rule = { smallest: smallestCell, nought: 'withheld' } as const;
  const table = suppressSmallCells([[kept, broken]], rule);
  const [[first = null, second = null] = []] = table.cells;
  return { on, kept: first, broken: second, total: table.total };
}
