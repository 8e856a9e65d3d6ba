import {
  addMonths,
  civilDate,
  civilDayAt,
  suppressSmallCells,
  type CivilDate,
  type Suppression,
} from '@credence/domain';
import { supplyRuleOf, type Edition } from '@credence/rulebook';

import type { Found, NotFound } from '../view/answer.ts';
import type { Lateness } from '../port/record-lines.ts';
import type { Answering } from '../view/answer-clock.ts';
import { toBasis } from '../view/record-view.ts';
import { findAgencies, type AgencyState } from './agency-state.ts';
import { publicItems, type ListParts } from './list-lists.ts';
import {
  smallestCell,
  type AgenciesView,
  type AgencyLine,
  type AgencyView,
  type LatenessLine,
} from './reading.ts';

/** Ended records enter these counts: none and nine have to look alike (guards N8). */
const withEnded: Suppression = { smallest: smallestCell, nought: 'withheld' };

/** Months that an agency's page looks back on, the present one included. */
const monthsShown = 12;

/** Every agency that may supply something. */
export async function listAgencies(
  parts: ListParts,
  { clock, edition }: Answering,
): Promise<AgenciesView> {
  const agencies = await findAgencies(parts, edition);
  return { clock, agencies: agencies.map((agency) => agencyLine(agency, edition)) };
}

/**
 * What one agency supplied in twelve months and how late. Everything is an aggregate: rows and
 * columns come from the catalogue and the calendar, never from what there is, and counts below the
 * smallest cell are withheld, so that no single record shows through.
 *
 * Legal sources: guards N8; `supply-within` of each item.
 */
export async function viewAgency(
  parts: ListParts,
  answering: Answering,
  code: string,
): Promise<Found<AgencyView> | NotFound> {
  const { clock, edition } = answering;
  const agency = (await findAgencies(parts, edition)).find((known) => known.code === code);
  if (agency === undefined) return { kind: 'not-found' };
  const line = agencyLine(agency, edition);
  const months = lastMonths(clock.today);
  const from = civilDate(`${months[0] ?? clock.today.slice(0, 7)}-01`);
  const { lines } = parts.register;
  const supplied = await lines.supplied(code, from);
  const counts = line.supplies.map(({ item }) =>
    months.map(
      (month) =>
        supplied.find((count) => count.item === item && count.month === month)?.records ?? 0,
    ),
  );
  const backlog = supplied.reduce((sum, count) => sum + count.backlog, 0);
  const late = await lines.lateness(code, from);
  const { total: open } = await parts.register.openMatters(code, { limit: 1, offset: 0 });
  return {
    kind: 'found',
    view: {
      ...{ clock, agency: line, from, months },
      supplied: suppressSmallCells(counts, withEnded),
      backlog: backlog < smallestCell ? null : backlog,
      lateness: latenessLines(line, edition, late),
      // A matter concerns someone: none and nine have to look alike here as well.
      openMatters: open < smallestCell ? null : open,
      ...(agency.lastBatchAt === undefined
        ? {}
        : { lastBatchOn: civilDayAt(agency.lastBatchAt, clock.zone) }),
    },
  };
}

function agencyLine({ code, name, supplies }: AgencyState, edition: Edition): AgencyLine {
  const items = publicItems(edition).filter(
    ({ item, importAs }) => supplies.includes(item) || supplies.includes(importAs),
  );
  return { code, name, supplies: items.map(({ item, title }) => ({ item, title })) };
}

function lastMonths(today: CivilDate): readonly string[] {
  const first = civilDate(`${today.slice(0, 7)}-01`);
  return Array.from({ length: monthsShown }, (_, index) =>
    addMonths(first, index - monthsShown + 1, 'down').slice(0, 7),
  );
}

/** Late, in time and not known are one table, so that none of the three gives another away. */
function latenessLines(
  agency: AgencyLine,
  edition: Edition,
  found: readonly Lateness[],
): readonly LatenessLine[] {
  const none = { known: 0, late: 0, notKnown: 0 };
  const counts = agency.supplies.map(({ item }) => ({
    ...none,
    ...found.find((lateness) => lateness.item === item),
  }));
  const published = suppressSmallCells(
    counts.map(({ known, late, notKnown }) => [late, known - late, notKnown]),
    withEnded,
  );
  return agency.supplies.map(({ item, title }, index): LatenessLine => {
    const [late = null, inTime = null, notKnown = null] = published.cells[index] ?? [];
    const known = late === null || inTime === null ? null : late + inTime;
    const count = counts[index];
    const enough = count !== undefined && count.known >= smallestCell;
    const rule = ruleOf(edition, item);
    return {
      ...{ item, title, known, late, notKnown, ...rule },
      ...(known === null || late === null ? {} : { lateTenths: Math.round((late * 1000) / known) }),
      ...(enough && count.medianDays !== undefined ? { medianDays: count.medianDays } : {}),
      ...(enough && count.ninetiethDays !== undefined
        ? { ninetiethDays: count.ninetiethDays }
        : {}),
    };
  });
}

function ruleOf(edition: Edition, item: string): Pick<LatenessLine, 'basis' | 'withinWorkingDays'> {
  const rule = supplyRuleOf(item, edition);
  const card = edition.items.get(item);
  if (rule === undefined || card === undefined) return { basis: [] };
  const { basis, confidence } = rule.clock ?? card;
  return {
    withinWorkingDays: rule.workingDays,
    basis: basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition)),
  };
}
