import { isBefore, regionOfUscc, type CivilDate } from '@credence/domain';
import { worldOf, type Edition, type InspectionPlanCard, type Rulebook } from '@credence/rulebook';

import { gatherFacts } from '../../impact/gather-facts.ts';
import { isGone } from '../../life/fold-life.ts';
import { foldSubject, type SubjectState } from '../../state/subject-state.ts';
import { isRegistration } from '../../state/visibility.ts';
import type { ClassLineRow } from '../../port/class-lines.ts';
import { premisesOn } from '../class/premises.ts';
import type { DrawParts } from './draw-state.ts';
import type { DrawnPremises, DrawnUnit } from './drawn-unit.ts';

const rowsPerPage = 200;

/** One organisation, or licensed premises of an individual business, that a draw may be made among. */
export interface Eligible extends DrawnUnit {
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
 * than the limit, more than it, and nobody else is read. Of individual businesses the plan may hold
 * each licence in force, and never the owner.
 *
 * Legal source: guard N12.
 */
export async function listEligible(
  parts: DrawParts,
  { rulebook, today, most }: Asked,
  plan: Plan,
): Promise<readonly Eligible[]> {
  const { position: upTo } = await parts.journal.head();
  const edition = rulebook.on(today);
  const units = plan.card.draw?.units ?? ['organisation'];
  const isOfPremises = edition !== undefined && units.includes('licensed_premises');
  const classes = await readClasses(parts, { card: plan.card.riskClass, today, isOfPremises });
  const found: Eligible[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await parts.bulk.readSubjects({
      ...{ upTo, limit: rowsPerPage },
      ...(after === undefined ? {} : { after }),
    });
    for (const { home, entries } of page) {
      const state = foldSubject(home, entries);
      const registered = state.records.find(
        ({ record, end }) => end === undefined && isRegistration(record.item, rulebook),
      );
      const record = registered?.record;
      const subject = record?.subject;
      const code = subject?.identifiers.find(({ scheme }) => scheme === 'uscc')?.value;
      if (subject === undefined || code === undefined) continue;
      // Whoever was merged, divided or struck off keeps its registration record, and is no more.
      if (isGone(state.events ?? [], today)) continue;
      const isWhole = subject.kind === 'organisation' && units.includes('organisation');
      const isPlaces = subject.kind === 'sole_trader' && isOfPremises;
      const places = isPlaces ? placesOf(state, { edition, on: today }) : [];
      const stratum = stratumOf(plan, { code, sector: record?.facts['sector'] });
      for (const premises of isWhole ? [undefined] : places) {
        const risk = classes.get(keyOf(home, premises?.record));
        found.push({
          ...{ home, code, name: subject.name ?? code, stratum },
          ...(premises === undefined ? {} : { premises }),
          ...(risk === undefined ? {} : { class: risk }),
        });
      }
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

/** The places of an individual business by its licences in force; most have none, and are not evaluated. */
function placesOf(
  state: SubjectState,
  { edition, on }: { readonly edition: Edition; readonly on: CivilDate },
): readonly DrawnPremises[] {
  const isLicensed = state.records.some(
    ({ record }) => edition.items.get(record.item)?.category === 'licence',
  );
  if (!isLicensed) return [];
  const inputs = gatherFacts(state, { edition, world: worldOf(edition), asOf: on });
  return premisesOn(state, inputs, { edition, on }).map(({ record, number }) => ({
    record,
    ...(number === undefined ? {} : { number }),
  }));
}

function keyOf(home: string, premises = ''): string {
  return `${home}/${premises}`;
}

/**
 * Classes as the work of the day left them, each by what it stands for: that of premises never for
 * their owner. A class that time has changed since is not known: what has ended weighs nothing, also
 * where the work of the day was not done.
 */
async function readClasses(
  { classLines }: DrawParts,
  asked: { readonly card: string; readonly today: CivilDate; readonly isOfPremises: boolean },
): Promise<ReadonlyMap<string, string>> {
  const classes = new Map<string, string>();
  const { card, today, isOfPremises } = asked;
  if (classLines === undefined || card === 'none') return classes;
  const keep = (lines: readonly ClassLineRow[]): void => {
    for (const { home, premises, nextChangeOn, class: found } of lines) {
      const isOver = nextChangeOn !== undefined && !isBefore(today, nextChangeOn);
      if (!isOver) classes.set(keyOf(home, premises), found);
    }
  };
  const limit = rowsPerPage;
  for (let after: string | undefined, isMore = true; isMore;) {
    const page = await classLines.list(card, { limit, ...(after === undefined ? {} : { after }) });
    keep(page.filter(({ premises }) => premises === undefined));
    after = page.at(-1)?.home;
    isMore = page.length === limit;
  }
  if (!isOfPremises) return classes;
  for (let after: Place | undefined, isMore = true; isMore;) {
    const page = await classLines.listPremises(card, {
      limit,
      ...(after === undefined ? {} : { after }),
    });
    keep(page);
    after = page.at(-1);
    isMore = page.length === limit;
  }
  return classes;
}

type Place = Pick<ClassLineRow, 'home'> & { readonly premises: string };
