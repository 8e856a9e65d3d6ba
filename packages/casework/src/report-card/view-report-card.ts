import {
  addShares,
  rankService,
  serviceFigures,
  type PublishedShare,
  type ServiceFigure,
} from '@credence/domain';

import { allow, type CaseParts } from '../case/desk/open-desk.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { cardTime } from './card-time.ts';
import { shareFigures } from './figures.ts';
import { figureLimits } from './figure-limits.ts';
import { findOffice, findOffices } from './find-offices.ts';
import type { RunningComparison } from './like-cases.ts';
import { measureCases, type CaseCount, type Keeper } from './measure-cases.ts';
import { measureOffice, paymentFigures } from './measure-office.ts';
import type {
  CardQuery,
  CardTime,
  DistrictColumn,
  NoSuchYear,
  ReportCardCasework,
  ReportCardLine,
  ReportFigure,
} from './report-card.ts';
import { viewUnlike } from './view-unlike.ts';

export interface CardParts {
  readonly parts: CaseParts;
  readonly counts: Keeper<CaseCount>;
  readonly comparisons: Keeper<RunningComparison>;
}

/** @see {@link ReportCardCasework.viewReportCard} */
export async function viewReportCard(
  { parts, counts, comparisons }: CardParts,
  id: string,
  { year }: CardQuery = {},
): ReturnType<ReportCardCasework['viewReportCard']> {
  const answering = await startAnswer(parts);
  const { clock, edition, rulebook } = answering;
  const time = cardTime(rulebook, clock.today, year);
  if (time === undefined) return noSuchYear(answering);
  const office = await findOffice(parts, answering, id);
  if (office === undefined) return { kind: 'not-found' };
  const tallies = await measureCases(parts, counts, answering, time);
  const figures =
    tallies === undefined
      ? undefined
      : await measureOffice({ parts, answering, time }, office, tallies);
  const isOfToday = time.year === undefined;
  const payments = isOfToday ? paymentFigures({ answering }, office) : undefined;
  const { code } = office.line;
  const unlike = isOfToday
    ? await viewUnlike(parts, comparisons, answering, { code, audience: 'public' })
    : undefined;
  return {
    kind: 'found',
    view: {
      ...{ clock, time, office: office.line, limits: figureLimits(edition, clock.today) },
      ...(figures === undefined ? {} : { figures }),
      ...(payments === undefined ? {} : { payments }),
      ...(unlike === undefined ? {} : { unlike }),
    },
  };
}

function noSuchYear({ rulebook, clock }: Answering): NoSuchYear {
  return { kind: 'no-such-year', years: cardTime(rulebook, clock.today, undefined)?.years ?? [] };
}

interface Measured {
  readonly kind: 'measured';
  readonly answering: Answering;
  readonly time: CardTime;
  /** Undefined while cases are being counted. */
  readonly lines?: readonly Omit<ReportCardLine, 'places'>[];
}

async function measureAll(
  { parts, counts }: CardParts,
  { year }: CardQuery,
): Promise<Measured | NoSuchYear> {
  const answering = await startAnswer(parts);
  const time = cardTime(answering.rulebook, answering.clock.today, year);
  if (time === undefined) return noSuchYear(answering);
  const tallies = await measureCases(parts, counts, answering, time);
  if (tallies === undefined) return { kind: 'measured', answering, time };
  const offices = await findOffices(parts, answering);
  const lines = await Promise.all(
    offices.map(async (office) => ({
      office: office.line,
      figures: await measureOffice({ parts, answering, time }, office, tallies),
    })),
  );
  return { kind: 'measured', answering, time, lines };
}

/** @see {@link ReportCardCasework.listReportCards} */
export async function listReportCards(
  cards: CardParts,
  query: NonNullable<Parameters<ReportCardCasework['listReportCards']>[0]> = {},
): ReturnType<ReportCardCasework['listReportCards']> {
  const measured = await measureAll(cards, query);
  if (measured.kind === 'no-such-year') return measured;
  const { answering, time, lines } = measured;
  const { clock, edition } = answering;
  const { by = 'supplied_in_time' } = query;
  const places = new Map(
    serviceFigures.map((figure) => [figure, placesIn(lines ?? [], figure)] as const),
  );
  const placed = (lines ?? []).map((line, index): ReportCardLine => ({
    ...line,
    places: Object.fromEntries(
      serviceFigures.flatMap((figure) => {
        const place = places.get(figure)?.get(String(index));
        return place === undefined ? [] : [[figure, place]];
      }),
    ),
  }));
  return {
    kind: 'found',
    view: {
      ...{ clock, time, by, beingCounted: lines === undefined },
      lines: placed.toSorted((a, b) => placeOf(a, by) - placeOf(b, by)),
      limits: figureLimits(edition, clock.today),
    },
  };
}

function placesIn(
  lines: readonly Omit<ReportCardLine, 'places'>[],
  figure: ServiceFigure,
): ReadonlyMap<string, number> {
  return rankService(
    lines.map(({ figures }, index) => ({ office: String(index), share: shareIn(figures, figure) })),
  );
}

/** Of two in one place the earlier in the list stays first; the untold come last. */
function placeOf({ places }: ReportCardLine, by: ServiceFigure): number {
  return places[by] ?? Number.MAX_SAFE_INTEGER;
}

function shareIn(figures: readonly ReportFigure[], id: ReportFigure['id']): PublishedShare | null {
  const found = figures.find((figure) => figure.id === id);
  return found?.form === 'share' ? found.share : null;
}

/** @see {@link ReportCardCasework.compareDistricts} */
export async function compareDistricts(
  cards: CardParts,
  query: CardQuery = {},
): ReturnType<ReportCardCasework['compareDistricts']> {
  const measured = await measureAll(cards, query);
  if (measured.kind === 'no-such-year') return measured;
  const { answering, time, lines = [] } = measured;
  const { clock, edition } = answering;
  const names = [...new Set(lines.map(({ office }) => office.district))];
  const districts = names
    .toSorted((a = '\uffff', b = '\uffff') => (a < b ? -1 : 1))
    .map((district): DistrictColumn => {
      const own = lines.filter(({ office }) => office.district === district);
      return {
        ...(district === undefined ? {} : { district }),
        offices: own.length,
        figures: shareFigures.map((id) => ({
          ...{ form: 'share', id },
          share: addShares(own.map(({ figures }) => shareIn(figures, id))),
        })),
      };
    });
  const beingCounted = measured.lines === undefined;
  const limits = figureLimits(edition, clock.today);
  return { kind: 'found', view: { clock, time, districts, beingCounted, limits } };
}

/** @see {@link ReportCardCasework.viewUnlikeCases} */
export async function viewUnlikeCases(
  { parts, comparisons }: CardParts,
  ...[principal, agency]: Parameters<ReportCardCasework['viewUnlikeCases']>
): ReturnType<ReportCardCasework['viewUnlikeCases']> {
  const desks = { own: agency };
  const allowed = allow(parts, principal, { operation: 'case.read', desks });
  if (allowed.kind === 'refused') {
    const [first] = allowed.problems;
    if (first === undefined) throw new Error('A refusal says why.');
    return { kind: 'refused', problem: first };
  }
  const answering = await startAnswer(parts);
  const office = await findOffice(parts, answering, agency);
  if (office?.line.code !== agency) return { kind: 'not-found' };
  const { clock } = answering;
  const unlike = await viewUnlike(parts, comparisons, answering, {
    code: agency,
    audience: 'desk',
  });
  const home = (await parts.register.agencies()).find(({ code }) => code === agency)?.home;
  const named = unlike.groups.flatMap((group) => group.unlike.map(({ subject }) => subject));
  // The office sees who looked at its desk, and each firm that its case was held beside others.
  for (const looked of new Set([...(home === undefined ? [] : [home]), ...named])) {
    await parts.journal.readWithAccess({ ...allowed.access, fields: ['like-cases'] }, looked);
  }
  return { kind: 'found', view: { clock, office: office.line, unlike } };
}
