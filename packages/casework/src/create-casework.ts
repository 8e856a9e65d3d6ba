import { explainTrace, type Rulebook } from '@credence/rulebook';

import { createAccessCasework } from './access/create-access-casework.ts';
import type { CaseworkParts } from './casework-parts.ts';
import type { Casework } from './casework.ts';
import type { AsOf, SubjectReference } from './view/answer.ts';
import { createBulk } from './bulk/create-bulk.ts';
import { createCases } from './case/desk/create-cases.ts';
import { createPapers } from './case/paper/create-papers.ts';
import { writeLetter } from './case/letter/write-letter.ts';
import { createService } from './case/service/service-desk.ts';
import { createConsult } from './consult/create-consult.ts';
import { createContracts } from './contract/create-contracts.ts';
import { createDuties } from './duty/create-duties.ts';
import { createExports } from './export/create-exports.ts';
import { createImpact } from './impact/create-impact.ts';
import { createIncentives } from './incentive/create-incentives.ts';
import { printReceipts } from './inspection/class/print-receipts.ts';
import { viewClassTables } from './inspection/class/class-tables.ts';
import { viewReceipts } from './inspection/class/view-receipts.ts';
import { createEvaluations } from './inspection/evaluation/evaluate.ts';
import { createDraws } from './inspection/plan/create-draws.ts';
import { createVisits } from './inspection/visit/create-visits.ts';
import { importFile } from './intake/import-file.ts';
import { createLife } from './life/create-life.ts';
import { createMatters } from './matter/create-matters.ts';
import { createNotices } from './notice/create-notices.ts';
import { createOwn } from './own/create-own.ts';
import { viewPersonFile } from './own/view-person-file.ts';
import { createPledges } from './pledge/create-pledges.ts';
import { projectHome } from './project/project-home.ts';
import { addAgency } from './promulgate/add-agency.ts';
import { createRulebookLoader, type RulebookLoader } from './promulgate/load-rulebook.ts';
import { attachLabReport, proposeEdition, publishDraft } from './promulgate/prepare-edition.ts';
import { promulgate } from './promulgate/promulgate.ts';
import { createReportCards } from './report-card/create-report-cards.ts';
import { createReports } from './report/create-reports.ts';
import { createReading } from './reading/create-reading.ts';
import { createRuleDrafts } from './rule-draft/create-rule-drafts.ts';
import { draftsToRead } from './rule-draft/drafts-to-read.ts';
import { createRuleReading, editionsFor } from './rule-reading/create-rule-reading.ts';
import { createSupply } from './supply/create-supply.ts';
import { startAnswer, startAnswerAbout, type Answering } from './view/answer-clock.ts';
import { searchSubjects } from './view/search-subjects.ts';
import { listEditions, viewCard, viewEdition } from './view/view-rulebook.ts';
import { homeOf, viewRecord, viewSubject } from './view/view-subject.ts';

/**
 * The use cases, composed over the ports. Every request settles its day, its law and its timepoint
 * once, at its start. A loader that is handed in is shared: editions are opened once for all days.
 */
export function createCasework(
  parts: CaseworkParts,
  loader: RulebookLoader = createRulebookLoader(parts),
): Casework {
  const work = { ...parts, loader };
  const rulebook = async (): Promise<Rulebook> => loader.load(await parts.journal.head());
  const about = (subject: SubjectReference, asOf?: AsOf): Promise<Answering> => {
    const home = homeOf(subject);
    return home === undefined ? startAnswer(work, asOf) : startAnswerAbout(work, home, asOf);
  };
  return {
    rulebook,
    promulgate: (edition, approvals) => promulgate(work, edition, approvals),
    proposeEdition: (edition, actor) => proposeEdition(work, edition, actor),
    attachLabReport: (signed, actor) => attachLabReport(work, signed, actor),
    publishDraft: (hash, actor) => publishDraft(work, hash, actor),
    addAgency: (command) => addAgency(work, command),
    importFile: (command) => importFile(work, command),
    ...createAccessCasework(work),
    ...createExports(work),
    ...createBulk(work),
    ...createSupply(work),
    ...createMatters(work),
    ...createCases(work),
    ...createPapers(work),
    ...createOwn(work),
    ...createNotices(work),
    ...createContracts(work),
    ...createDuties(work),
    ...createLife(work),
    ...createConsult(work),
    viewPersonFile: (principal) => viewPersonFile(work, principal),
    ...createService(work),
    writeLetter: (principal, order) => writeLetter(work, principal, order),
    ...createReading(work),
    ...createRuleReading(work),
    ...createRuleDrafts(work),
    ...createImpact(work),
    ...createIncentives(work),
    ...createDraws(work),
    ...createVisits(work),
    ...createPledges(work),
    ...createReports(work),
    ...createReportCards(work),
    ...createEvaluations(work),
    viewReceipts: (principal, query) => viewReceipts(work, principal, query),
    printReceipts: (principal, query, language) => printReceipts(work, principal, query, language),
    viewClassTables: (principal) => viewClassTables(work, principal),
    project: (entries) => projectHome(entries, loader.current(), parts.nameKeys),

    clock: async (asOf) => (await startAnswer(work, asOf)).clock,
    searchSubjects: async (query, { page, ...asOf }) =>
      searchSubjects(work, await startAnswer(work, asOf), { query, page }),
    viewSubject: async (subject, asOf) => viewSubject(work, await about(subject, asOf), subject),
    viewRecord: async (subjectId, recordId, asOf) =>
      viewRecord(work, await about({ by: 'id', id: subjectId }, asOf), { subjectId, recordId }),
    ...createEditionViews(work),
    explain: (step, language) => explainTrace(step, language),
  };
}

/** Editions and their cards, those in force and those that are not: an older one, a draft. */
function createEditionViews(
  work: CaseworkParts & { readonly loader: RulebookLoader },
): Pick<Casework, 'listEditions' | 'viewEdition' | 'viewCard'> {
  const readable = (code: string) => async () => [
    ...((await work.otherEditions?.()) ?? []),
    ...(await draftsToRead(work, code)),
  ];
  return {
    listEditions: async () => listEditions(await startAnswer(work)),
    viewEdition: async (code) => {
      const answering = await startAnswer(work);
      return viewEdition(answering, code, await editionsFor(answering, code, readable(code)));
    },
    viewCard: async (edition, kind, id) => {
      const answering = await startAnswer(work);
      const editions = await editionsFor(answering, edition, readable(edition));
      return viewCard(answering, { edition, kind, id }, editions);
    },
  };
}
