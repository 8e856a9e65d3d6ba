import type { CardKind } from '@credence/casework';
import type { Language } from '@credence/domain';

/** Paths of the pages without the language; one place, so that no link can lead nowhere. */
export const paths = {
  home: '/',
  search: '/search',
  lists: '/lists',
  agencies: '/agencies',
  statistics: '/statistics',
  incentives: '/incentives',
  reportCards: '/report-cards',
  reportCardsFile: '/report-cards/cards.csv',
  reportDistricts: '/report-cards/districts',
  reportDistrictsFile: '/report-cards/districts.csv',
  pledges: '/pledges',
  inspections: '/inspections',
  inspectionResults: '/inspection-results',
  publicBodies: '/public-bodies',
  disclosures: '/public-bodies/overdue',
  disclosuresFile: '/public-bodies/overdue.csv',
  disclosuresManifest: '/public-bodies/overdue.json',
  rules: '/rules',
  changes: '/rules/changes',
  changesFeed: '/rules/changes/feed.atom',
  compare: '/rules/compare',
  sectors: '/rules/sectors',
  drafts: '/rules/drafts',
  draftsFeed: '/rules/drafts/feed.atom',
  apiDrafts: '/api/v1/rulebook/drafts',
  deskRules: '/desk/rules',
  deskRulesCheck: '/desk/rules/check',
  deskImpact: '/desk/impact',
  copies: '/copies',
  counted: '/how-counted',
  data: '/data',
  key: '/data/key',
  take: '/data/take',
  accessibility: '/accessibility',
  problems: '/problems',
  api: '/api/v1',
  openapi: '/api/v1/openapi.json',
  signIn: '/sign-in',
  signOut: '/sign-out',
  desk: '/desk',
  deskMatters: '/desk/matters',
  deskReports: '/desk/error-reports',
  errorReports: '/error-reports',
  deskIntake: '/desk/intake',
  deskBatches: '/desk/intake/batches',
  deskExport: '/desk/export',
  deskOwn: '/desk/own',
  deskMyFile: '/desk/my-file',
  deskWhoLooked: '/desk/who-looked',
  deskAccounts: '/desk/accounts',
  deskReaders: '/desk/readers',
  deskMandates: '/desk/mandates',
  deskReplay: '/desk/replay',
  deskWhy: '/desk/why',
  deskClasses: '/desk/classes',
  deskCounter: '/desk/counter',
  deskCorrections: '/desk/corrections',
  ownDoor: '/own/door',
  ownDocuments: '/own/documents',
  ownReceipts: '/own/receipts',
  ownConsent: '/own/consent',
  ownApply: '/own/apply',
  ownContracts: '/own/contracts',
  ownPromises: '/own/promises',
  ownDisclosures: '/own/disclosures',
  ownDuties: '/own/duties',
  deskDuties: '/desk/duties',
  deskDutyStatement: '/desk/duties/statement',
  counterDuty: '/desk/counter/report',
  deskRetaliation: '/desk/retaliation',
  deskLife: '/desk/life',
  deskLifeSettled: '/desk/life/settled',
  ownClasses: '/own/classes',
  ownDraws: '/own/draws',
  deskInspections: '/desk/inspections',
  deskPicks: '/desk/inspections/by-hand',
  ownPledges: '/own/pledges',
  ownConsultations: '/own/consultations',
  ownReports: '/own/reports',
  verifyReport: '/reports/verify',
  notice: '/notice',
  noticeSay: '/notice/say',
  deskConsult: '/desk/consult',
  deskCases: '/desk/cases',
  deskVisits: '/desk/visits',
  deskCasesNew: '/desk/cases/new',
  deskOversight: '/desk/oversight',
  deskLikeCases: '/desk/like-cases',
} as const;

export function subjectPath(id: string): string {
  return `/organisations/${encodeURIComponent(id)}`;
}

export function recordPath(subjectId: string, recordId: string): string {
  return `${subjectPath(subjectId)}/records/${encodeURIComponent(recordId)}`;
}

/** What a public body has under contract and promised. */
export function bodyContractsPath(id: string): string {
  return `${subjectPath(id)}/contracts`;
}

/** A contract at the desk of one of its sides. */
export function ownContractPath(contractId: string): string {
  return `${paths.ownContracts}/${encodeURIComponent(contractId)}`;
}

/** A step about a promise of one's own. */
export function ownPromisePath(promiseId: string, kind: string): string {
  return `${paths.ownPromises}/${encodeURIComponent(promiseId)}/${kind}`;
}

/** What was asked in one matter, at the desk of the office. */
export function consultationPath(id: string): string {
  return `${paths.deskConsult}/${encodeURIComponent(id)}`;
}

/** A report that there are no records, as a file. */
export function reportFilePath(id: string): string {
  return `${paths.ownReports}/${encodeURIComponent(id)}/report.pdf`;
}

/** The feed of an organisation or a list, beside its page. */
export function feedPath(page: string): string {
  return `${page}/feed.atom`;
}

export function manifestPath(dataset: string): string {
  return `${paths.api}/downloads/${encodeURIComponent(dataset)}`;
}

export function downloadPath(dataset: string, file: string): string {
  return `${manifestPath(dataset)}/${encodeURIComponent(file)}`;
}

/** An upload that waits for its second step. */
export function uploadPath(id: string): string {
  return `${paths.deskIntake}/${encodeURIComponent(id)}`;
}

export function batchPath(batchId: string): string {
  return `${paths.deskBatches}/${encodeURIComponent(batchId)}`;
}

export function recordErrorPath(subjectId: string, recordId: string): string {
  return `${recordPath(subjectId, recordId)}/report-error`;
}

export function matterPath(id: string): string {
  return `${paths.deskMatters}/${encodeURIComponent(id)}`;
}

export function reportPath(number: string): string {
  return `${paths.deskReports}/${encodeURIComponent(number)}`;
}

/** By the id of a catalogue item or of a list card. */
export function listPath(id: string): string {
  return `${paths.lists}/${encodeURIComponent(id)}`;
}

export function agencyPath(code: string): string {
  return `${paths.agencies}/${encodeURIComponent(code)}`;
}

/** How an office served: by the code of the agency, or the id of the organisation. */
export function reportCardPath(office: string): string {
  return `${agencyPath(office)}/report-card`;
}

export function reportCardFilePath(office: string): string {
  return `${agencyPath(office)}/report-card.csv`;
}

export function statisticsFilePath(by: string): string {
  return `${paths.statistics}/${by}.csv`;
}

export function editionPath(code: string): string {
  return `/rules/${encodeURIComponent(code)}`;
}

export function cardPath(edition: string, kind: CardKind, id: string, article?: string): string {
  const path = `${editionPath(edition)}/${kind}/${encodeURIComponent(id)}`;
  return article === undefined ? path : `${path}#${encodeURIComponent(article)}`;
}

/** An article, with every rule of the edition that rests on it. */
export function articlePath(edition: string, source: string, at: string): string {
  const place = [source, at].map(encodeURIComponent).join('/');
  return `${editionPath(edition)}/articles/${place}`;
}

/** Where a rule that computes something is tried with invented facts. */
export function tryPath(
  edition: string,
  { kind, id }: { readonly kind: CardKind; readonly id: string },
): string {
  return `${cardPath(edition, kind, id)}/try`;
}

export function problemPath(code: string): string {
  return `${paths.problems}/${encodeURIComponent(code)}`;
}

/** Chinese stands at the root, English under `/en`; the rest of the address is the same. */
export function inLanguage(path: string, language: Language): string {
  if (language === 'zh') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** A draw of inspections at the desk of those who plan. */
export function deskDrawPath(draw: string): string {
  return `${paths.deskInspections}/${encodeURIComponent(draw)}`;
}

/** The list of a draw, tokens only, from the commitment on. */
export function drawListPath(draw: string): string {
  return `${drawPath(draw)}/list.json`;
}

/** A draw of inspections. */
export function drawPath(draw: string): string {
  return `${paths.inspections}/${encodeURIComponent(draw)}`;
}

/** The file by which a draw is made again. */
export function drawFilePath(draw: string): string {
  return `${drawPath(draw)}/draw.json`;
}

/** A draft by its hash, as anyone reads it. */
export function draftPath(hash: string): string {
  return `${paths.drafts}/${encodeURIComponent(hash)}`;
}

/** Where comments on a draft are sent. */
export function draftCommentsPath(hash: string): string {
  return `${draftPath(hash)}/comments`;
}

/** A draft at the legal desk. */
export function deskDraftPath(hash: string): string {
  return `${paths.deskRules}/${encodeURIComponent(hash)}`;
}

/** The impact reports of a draft, at the legal desk. */
export function deskImpactPath(hash: string): string {
  return `${paths.deskImpact}/${encodeURIComponent(hash)}`;
}

/** Whom a draft would move, by name. */
export function impactMoversPath(hash: string): string {
  return `${deskImpactPath(hash)}/movers`;
}

/** A report as a file. */
export function impactFilePath(hash: string, file: string): string {
  return `${deskImpactPath(hash)}/reports/${encodeURIComponent(file)}`;
}

/** A case, for everyone who has a part in it. */
export function casePath(caseId: string): string {
  return `${paths.deskCases}/${encodeURIComponent(caseId)}`;
}

/** A visit, for whoever records it on the spot. */
export function visitPath(caseId: string): string {
  return `${paths.deskVisits}/${encodeURIComponent(caseId)}`;
}

/** Where a step in a case is sent. */
export function caseActPath(caseId: string, act: string): string {
  return `${casePath(caseId)}/${encodeURIComponent(act)}`;
}

/** Notices with a code that a case's desk gives. */
export function caseNoticesPath(caseId: string): string {
  return `${paths.deskCases}/${caseId}/notices`;
}

/** A step of whoever holds such a notice. */
export function noticeActPath(act: string): string {
  return `${paths.notice}/acts/${act}`;
}

/** A document of a case as a printable file. */
export function caseLetterPath(caseId: string, document: string): string {
  return `${casePath(caseId)}/letters/${encodeURIComponent(document)}`;
}

/** A file that an act of a case names. */
export function casePaperPath(caseId: string, sha256: string): string {
  return `${casePath(caseId)}/papers/${encodeURIComponent(sha256)}`;
}

/** A path with its query; empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value));
  }
  const [before = path, fragment] = path.split('#', 2);
  const text = given.toString();
  const address = text === '' ? before : `${before}?${text}`;
  return fragment === undefined ? address : `${address}#${fragment}`;
}
