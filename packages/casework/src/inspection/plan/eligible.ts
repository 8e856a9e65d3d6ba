import { isBefore, regionOfUscc, type CivilDate } from '@credence/domain';
import type { InspectionPlanCard, Rulebook } from '@credence/rulebook';

import { foldSubject } from '../../state/subject-state.ts';
import { isRegistration } from '../../state/visibility.ts';
import type { DrawParts } from './draw-state.ts';

const rowsPerPage = 200;

/** One organisation that a draw may be made among. */
export interface Eligible {
  readonly home: string;
  readonly code: string;
  readonly name: string;
  /** What it is drawn among, as the card says. */
  readonly stratum: string;
  /** Its planning class of this day, where one is known. */
  readonly class?: string;
}

/** By which law and day, and how many at most. */
interface Asked {
  readonly rulebook: Rulebook;
  readonly today: CivilDate;
  readonly most: number;
}

/** A plan, and the lines of business of which the profiles of sectors say that everybody is visited. */
interface Plan {
  readonly card: InspectionPlanCard;
  readonly fullCoverage: readonly string[];
}

/**
 * Everybody in the registration, in an order that says nothing about anybody; where there are more
 * than the limit, one more than it, and nobody else is read.
 */
export async function listEligible(
  parts: DrawParts,
  { rulebook, today, most }: Asked,
  plan: Plan,
): Promise<readonly Eligible[]> {
  const { position: upTo } = await parts.journal.head();
  const classes = await readClasses(parts, { card: plan.card.riskClass, today });
  const found: Eligible[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await parts.bulk.readSubjects({
      ...{ upTo, limit: rowsPerPage },
      ...(after === undefined ? {} : { after }),
    });
    for (const { home, entries } of page) {
      const registered = foldSubject(home, entries).records.find(
        ({ record, end }) => end === undefined && isRegistration(record.item, rulebook),
      );
      const record = registered?.record;
      const subject = record?.subject;
      const code = subject?.identifiers.find(({ scheme }) => scheme === 'uscc')?.value;
      if (subject?.kind !== 'organisation' || code === undefined) continue;
      const stratum = stratumOf(plan, { code, sector: record?.facts['sector'] });
      const risk = classes.get(home);
      found.push({
        ...{ home, code, name: subject.name ?? code, stratum },
        ...(risk === undefined ? {} : { class: risk }),
      });
      if (found.length > most) return found;
    }
    after = page.at(-1)?.home;
    if (page.length < rowsPerPage) return found;
  }
}

/** By its sector where the card says so, or all of the sector are visited; else by its district. */
function stratumOf(
  { card: { draw }, fullCoverage }: Plan,
  { code, sector }: { readonly code: string; readonly sector: unknown },
): string {
  const isFull = typeof sector === 'string' && fullCoverage.includes(sector);
  if (isFull) return sector;
  if (draw?.strata === 'sector') return typeof sector === 'string' ? sector : 'none';
  return regionOfUscc(code) ?? 'none';
}

/**
 * Classes of organisations as the work of the day left them; those of premises stand for no firm. A
 * class that time has changed since is not known: what has ended weighs nothing, also where the work
 * of the day was not done.
 */
async function readClasses(
  { classLines }: DrawParts,
  { card, today }: { readonly card: string; readonly today: CivilDate },
): Promise<ReadonlyMap<string, string>> {
  const classes = new Map<string, string>();
  if (classLines === undefined || card === 'none') return classes;
  let after: string | undefined;
  for (;;) {
    const page = await classLines.list(card, {
      limit: rowsPerPage,
      ...(after === undefined ? {} : { after }),
    });
    for (const line of page) {
      const { home, premises, nextChangeOn } = line;
      const isOver = nextChangeOn !== undefined && !isBefore(today, nextChangeOn);
      if (premises === undefined && !isOver) classes.set(home, line.class);
    }
    after = page.at(-1)?.home;
    if (page.length < rowsPerPage) return classes;
  }
}
