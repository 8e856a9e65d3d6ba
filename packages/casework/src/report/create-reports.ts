import { civilDayAt, jsonOf, problem, type CivilDate, type Localised } from '@credence/domain';
import { sha256Hex } from '@credence/proof';

import { actorOf, readerOf } from '../access/actor-of.ts';
import { dayBegins } from '../access/day-begins.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal, Principal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import {
  isReport,
  isReportPlace,
  reportKind,
  reportPlaceKind,
  reportStream,
  type ReportPayload,
} from '../entry/report-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Actor, Entry } from '../port/journal.ts';
import type { AgencyRow } from '../port/register.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { heldUntil } from '../state/held-until.ts';
import { derivedHome } from '../supply/derived-home.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { periodFrom, sourcesOf, standingOf } from './assess-report.ts';
import type { ReportCasework } from './report.ts';
import { reportLetter } from './report-letter.ts';

type ReportParts = CaseworkParts & { readonly loader: RulebookLoader };

/** The use cases of reports that nothing stands in the listed sources. */
export function createReports(parts: ReportParts): ReportCasework {
  return {
    viewOwnReports: (principal, home) => viewOwn(parts, principal, home),
    issueReport: (principal, home) => issue(parts, principal, home),
    writeReport: (principal, asked) => write(parts, principal, asked),
    verifyReport: (principal, code) => verify(parts, principal, code),
  };
}

async function openHome(parts: ReportParts, principal: KnownPrincipal, home: string) {
  const resource = { kind: 'subject', home } as const;
  const decision = parts.access.decide(principal, 'subject.read-own', resource, 'own');
  if (decision.kind === 'refused') return decision;
  const answering = await startAnswer(parts);
  const look = { home, purpose: 'own', fields: ['report'] } as const;
  const read = await readClosed(parts, principal, look);
  if (read.kind === 'refused') return read;
  const { entries } = read;
  return { kind: 'opened' as const, answering, entries, subject: headOf(home, entries) };
}

async function viewOwn(
  parts: ReportParts,
  ...[principal, home]: Parameters<ReportCasework['viewOwnReports']>
): ReturnType<ReportCasework['viewOwnReports']> {
  const opened = await openHome(parts, principal, home);
  if (opened.kind === 'refused') return opened;
  const { answering, entries, subject } = opened;
  if (subject === undefined) return { kind: 'not-found' };
  const { clock, edition } = answering;
  const from = periodFrom(edition, clock.today);
  const agencies = await parts.register.agencies();
  return {
    kind: 'found',
    view: {
      ...{ clock, subject },
      ...(from === undefined ? {} : { from }),
      standing: await standingOf(parts, answering, { home, entries }),
      sources: await sourcesOf(parts, answering, agencies),
      reports: reportsIn(entries).toReversed(),
    },
  };
}

function reportsIn(entries: readonly Entry[]): readonly ReportPayload[] {
  return entries.flatMap(({ kind, payload }) =>
    kind === reportKind && isReport(payload) ? [payload] : [],
  );
}

async function issue(
  parts: ReportParts,
  ...[principal, home]: Parameters<ReportCasework['issueReport']>
): ReturnType<ReportCasework['issueReport']> {
  const opened = await openHome(parts, principal, home);
  if (opened.kind === 'refused') return { kind: 'refused', problems: [opened.problem] };
  const { answering, entries, subject } = opened;
  const { clock, edition } = answering;
  const from = periodFrom(edition, clock.today);
  if (subject === undefined || from === undefined) {
    return { kind: 'refused', problems: [problem('report-not-offered', { day: clock.today })] };
  }
  const standing = await standingOf(parts, answering, { home, entries });
  if (standing.length > 0) {
    const count = standing.length;
    return { kind: 'refused', problems: [problem('report-records-stand', { count })] };
  }
  const agencies = await parts.register.agencies();
  const reportId = parts.uuid();
  const code = sha256Hex(`report ${reportId} ${parts.salt()}`).slice(0, 20).toUpperCase();
  const report: ReportPayload = {
    ...{ reportId, code, on: clock.today, from, edition: edition.code },
    subject: {
      ...(subject.name === undefined ? {} : { name: subject.name }),
      code: subject.identifiers[0]?.value ?? home,
    },
    sources: await sourcesOf(parts, answering, agencies),
    readers: await readersOf(parts, answering, { home, from, agencies }),
  };
  const eraseOn = heldUntil(clock.today, edition);
  const stream = reportStream(reportId);
  const place = jsonOf({ reportId, home });
  await parts.journal.record(
    { actor: actorOf(principal), purpose: 'own', basis: basisOf(edition) },
    [
      newEntry(parts, { home, stream, kind: reportKind, payload: jsonOf(report) }, eraseOn),
      newEntry(
        parts,
        { home: placeOf(code), stream: 'place', kind: reportPlaceKind, payload: place },
        eraseOn,
      ),
    ],
  );
  return { kind: 'issued', report };
}

function basisOf({ clocks }: Answering['edition']): readonly string[] {
  const { basis = [] } = clocks.get('report.no-records') ?? {};
  return basis.map(({ source, at }) => `${source}#${at}`);
}

function placeOf(code: string): string {
  return derivedHome(`report ${code}`);
}

/** As many looks as are read at once. */
const looksPerPage = 500;

/**
 * Offices that asked within the period, each with why and when last; a report shows who queried. Only
 * looks of offices are gone through, all of them: the organisation's own and those of whoever checks a
 * code are no limit to it, or looking often would make an office vanish from the report.
 */
async function readersOf(
  { journal }: ReportParts,
  { clock }: Answering,
  of: {
    readonly home: string;
    readonly from: CivilDate;
    readonly agencies: readonly AgencyRow[];
  },
): Promise<ReportPayload['readers']> {
  const { zone } = clock;
  const from = dayBegins(of.from, zone);
  const names = new Map(of.agencies.map(({ code, name }) => [code, name]));
  const readers = new Map<string, ReportPayload['readers'][number]>();
  for (let offset = 0; ; offset += looksPerPage) {
    const page = { from, offices: true, offset, limit: looksPerPage } as const;
    const { accesses } = await journal.findAccesses(of.home, page);
    for (const { reader, purpose, at } of accesses) {
      const agency = names.get(reader.agency);
      const key = `${reader.agency} ${purpose}`;
      if (agency === undefined || readers.has(key)) continue;
      readers.set(key, { agency, purpose, lastOn: civilDayAt(at, zone) });
    }
    if (accesses.length < looksPerPage) return [...readers.values()];
  }
}

async function write(
  parts: ReportParts,
  ...[principal, asked]: Parameters<ReportCasework['writeReport']>
): ReturnType<ReportCasework['writeReport']> {
  const opened = await openHome(parts, principal, asked.home);
  if (opened.kind === 'refused') return opened;
  const report = reportsIn(opened.entries).find(({ reportId }) => reportId === asked.reportId);
  const { press, registerAgency } = parts;
  if (report === undefined || press === undefined) return { kind: 'not-found' };
  const { language, verifyAt } = asked;
  const own = (await parts.register.agencies()).find(({ code }) => code === registerAgency);
  const authority = own?.name ?? { zh: '公共信用登记', en: 'Public credit register' };
  const letter = reportLetter(report, { language, verifyAt, authority, purposeOf });
  const fileName = `no-records-${report.code}-${language}.pdf`;
  return { kind: 'found', fileName, bytes: await press.print(letter) };
}

/** The duties for which offices ask, in words of a letter; any other is supervision. */
function purposeOf(purpose: string): Localised {
  return purposeWords[purpose] ?? { zh: '监督管理', en: 'supervision' };
}

const purposeWords: Readonly<Record<string, Localised>> = {
  consultation: { zh: '办事查询', en: 'an application, a tender or a grant' },
  counter: { zh: '窗口代办', en: 'at the counter' },
  oversight: { zh: '监督检查', en: 'oversight' },
  review: { zh: '复议审查', en: 'review' },
  correction: { zh: '更正', en: 'correction' },
  identity: { zh: '核对身份', en: 'identity' },
};

async function verify(
  parts: ReportParts,
  ...[principal, given]: Parameters<ReportCasework['verifyReport']>
): ReturnType<ReportCasework['verifyReport']> {
  const code = given.replaceAll(/[\s-]/g, '').toUpperCase();
  const unknown = {
    kind: 'refused',
    problem: problem('report-not-found', { value: given.slice(0, 40) || '—' }),
  } as const;
  if (!/^[0-9A-F]{20}$/.test(code)) return unknown;
  const [placed] = await parts.journal.entriesOf(placeOf(code));
  const place = placed?.payload;
  if (!isReportPlace(place)) return unknown;
  const { home } = place;
  const access = { reader: holderOf(principal), purpose: 'publicity', fields: ['report'] };
  const entries = await parts.journal.readWithAccess(access, home);
  const report = reportsIn(entries).find(({ reportId }) => reportId === place.reportId);
  if (report === undefined) return unknown;
  const answering = await startAnswer(parts);
  const standing = await standingOf(parts, answering, { home, entries });
  const { on, from, subject } = report;
  return {
    kind: 'found',
    view: {
      clock: answering.clock,
      report: { code, on, from, subject },
      holdsToday: standing.length === 0,
    },
  };
}

/** Anyone with the code may ask; who has signed in is written down with the office. */
function holderOf(principal: Principal): Actor {
  if (principal.kind === 'official' || principal.kind === 'machine') return readerOf(principal);
  return { official: 'report-holder', agency: '', role: 'report-holder' };
}
