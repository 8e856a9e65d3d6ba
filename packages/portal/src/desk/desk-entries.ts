import type { Operation, Purpose } from '@credence/casework';
import type { Language, Localised } from '@credence/domain';

import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { classTableWords } from '../words/class/tables.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { dutyWords } from '../words/duties.ts';
import { consultWords } from '../words/pledge/consult.ts';
import { caseWords } from '../words/case.ts';
import { drawDeskWords } from '../words/inspection/draw-desk.ts';
import { exportWords } from '../words/export-desk.ts';
import { impactWords } from '../words/impact.ts';
import { intakeWords } from '../words/intake-desk.ts';
import { visitWords } from '../words/inspection/visits.ts';
import { lifeWords } from '../words/life.ts';
import { matterWords } from '../words/matters.ts';
import { doorWords } from '../words/own-door.ts';
import { ownWords } from '../words/own.ts';
import { personFileWords } from '../words/person-file.ts';
import { readersWords } from '../words/readers.ts';
import { readingWords } from '../words/reading.ts';
import { ruleDraftWords } from '../words/rule-drafts.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { rulebookWords } from '../words/rulebook.ts';

/** A line of the desk's front page, shown to whoever may do what stands behind it. */
export interface DeskEntry {
  readonly path: string;
  readonly operation: Operation;
  readonly purpose: Purpose;
  readonly title: Localised;
  readonly says: Localised;
}

/** What is behind an entry, whoever it is shown to. */
type Behind = Omit<DeskEntry, 'purpose'>;

type Both = Pick<DeskEntry, 'title' | 'says'>;

/** Title and sentence of an entry, by the names they have among the words of their room. */
function said<Title extends string, Says extends string>(
  words: (language: Language) => Readonly<Record<Title | Says, string>>,
  title: Title,
  says: Says,
): Both {
  const [zh, en] = [words('zh'), words('en')];
  return { title: { zh: zh[title], en: en[title] }, says: { zh: zh[says], en: en[says] } };
}

/** The same entry for each purpose for which somebody may come. */
function forEach(behind: Behind, ...purposes: readonly Purpose[]): readonly DeskEntry[] {
  return purposes.map((purpose) => ({ ...behind, purpose }));
}

const cases = { path: paths.deskCases, operation: 'case.read' } as const;
const replay: Behind = {
  ...{ path: paths.deskReplay, operation: 'subject.replay' },
  ...said(readingWords, 'replayTitle', 'replayLead'),
};
const why: Behind = {
  ...{ path: paths.deskWhy, operation: 'subject.explain' },
  ...said(rulebookWords, 'whyPageTitle', 'whyPageLead'),
};
const drafts: Behind = {
  ...{ path: paths.deskRules, operation: 'rule-draft.read' },
  ...said(ruleDraftWords, 'deskTitle', 'deskSays'),
};
const impact: Behind = {
  ...{ path: paths.deskImpact, operation: 'impact.read' },
  ...said(impactWords, 'title', 'says'),
};
const mandates: Behind = {
  ...{ path: paths.deskMandates, operation: 'mandate.grant' },
  ...said(accessWords, 'mandatesTitle', 'mandatesSays'),
};

/** What the desk offers, in the order of a day's work. */
export const deskEntries: readonly DeskEntry[] = [
  ...forEach(
    { ...cases, ...said(caseWords, 'title', 'entrySays') },
    ...(['supervision', 'review', 'oversight'] as const),
  ),
  {
    ...{ path: paths.deskVisits, operation: 'case.act', purpose: 'supervision' },
    ...said(visitWords, 'title', 'entrySays'),
  },
  { ...cases, purpose: 'own', ...said(caseWords, 'title', 'entryOwnSays') },
  {
    ...{ path: paths.deskConsult, operation: 'consult.ask', purpose: 'consultation' },
    ...said(consultWords, 'title', 'says'),
  },
  {
    ...{ path: paths.deskLikeCases, operation: 'case.read', purpose: 'supervision' },
    ...said(cardWords, 'deskTitle', 'deskSays'),
  },
  {
    ...{ path: paths.deskOversight, operation: 'case.read', purpose: 'oversight' },
    ...said(caseWords, 'oversight', 'oversightSays'),
  },
  {
    ...{ path: paths.deskMatters, operation: 'matter.read', purpose: 'correction' },
    ...said(matterWords, 'title', 'entrySays'),
  },
  {
    ...{ path: paths.deskReports, operation: 'error-report.read', purpose: 'correction' },
    ...said(matterWords, 'reportsTitle', 'reportsSays'),
  },
  {
    ...{ path: paths.deskIntake, operation: 'intake.check', purpose: 'intake' },
    ...said(intakeWords, 'title', 'lead'),
  },
  {
    ...{ path: paths.deskBatches, operation: 'intake.read', purpose: 'intake' },
    ...said(intakeWords, 'batchesTitle', 'noBatchesMeaning'),
  },
  {
    ...{ path: paths.deskExport, operation: 'export.write', purpose: 'export' },
    ...said(exportWords, 'title', 'lead'),
  },
  {
    ...{ path: paths.deskInspections, operation: 'inspection.plan', purpose: 'supervision' },
    ...said(drawDeskWords, 'title', 'says'),
  },
  {
    ...{ path: paths.deskOwn, operation: 'subject.read-own', purpose: 'own' },
    ...said(ownWords, 'title', 'says'),
  },
  {
    ...{ path: paths.ownContracts, operation: 'contract.read', purpose: 'own' },
    ...said(contractWords, 'ownTitle', 'ownSays'),
  },
  {
    ...{ path: paths.ownDuties, operation: 'duty.read', purpose: 'own' },
    ...said(dutyWords, 'ownTitle', 'ownSays'),
  },
  {
    ...{ path: paths.deskDuties, operation: 'duty.oversee', purpose: 'supervision' },
    ...said(dutyWords, 'deskTitle', 'deskSays'),
  },
  {
    ...{ path: paths.deskLife, operation: 'life.read', purpose: 'supervision' },
    ...said(lifeWords, 'deskTitle', 'deskSays'),
  },
  ...forEach(
    {
      ...{ path: paths.deskRetaliation, operation: 'retaliation.read' },
      ...said(contractWords, 'deskTitle', 'deskSays'),
    },
    ...(['supervision', 'oversight'] as const),
  ),
  {
    ...{ path: paths.deskMyFile, operation: 'person.read-own', purpose: 'own' },
    ...said(personFileWords, 'title', 'says'),
  },
  {
    ...{ path: paths.deskCounter, operation: 'case.counter', purpose: 'counter' },
    ...said(doorWords, 'counterTitle', 'counterSays'),
  },
  {
    ...{ path: paths.deskCorrections, operation: 'corrections.receive', purpose: 'correction' },
    ...said(doorWords, 'correctionsTitle', 'correctionsSays'),
  },
  {
    ...{ path: paths.deskWhoLooked, operation: 'access.read-own', purpose: 'own' },
    ...said(accessWords, 'lookedTitle', 'lookedSays'),
  },
  {
    ...{ path: paths.deskWhoLooked, operation: 'access.read-any', purpose: 'oversight' },
    ...said(accessWords, 'lookedTitle', 'lookedSaysAuditor'),
  },
  {
    ...{ path: paths.deskReaders, operation: 'access.read-any', purpose: 'oversight' },
    ...said(readersWords, 'title', 'says'),
  },
  ...forEach(replay, 'own', 'supervision', 'review', 'oversight'),
  ...forEach(why, 'own', 'supervision', 'review', 'oversight'),
  {
    ...{ path: paths.deskClasses, operation: 'inspection.plan', purpose: 'supervision' },
    ...said(classTableWords, 'title', 'says'),
  },
  ...forEach(drafts, 'rule-change', 'oversight'),
  ...forEach(impact, 'rule-change', 'oversight'),
  ...forEach(mandates, 'own', 'accounts'),
  {
    ...{ path: paths.deskAccounts, operation: 'account.manage', purpose: 'accounts' },
    ...said(accessWords, 'accountsTitle', 'accountsSays'),
  },
];
