import type { CaseParts } from '../case/desk/open-desk.ts';
import { createKeeper, type CaseCount } from './measure-cases.ts';
import type { RunningComparison } from './like-cases.ts';
import type { ReportCardCasework } from './report-card.ts';
import {
  compareDistricts,
  listReportCards,
  viewReportCard,
  viewUnlikeCases,
} from './view-report-card.ts';

/** Report cards of the offices, over the parts of casework. */
export function createReportCards(parts: CaseParts): ReportCardCasework {
  const counts = createKeeper<CaseCount>(parts);
  const comparisons = createKeeper<RunningComparison>(parts);
  const cards = { parts, counts, comparisons };
  return {
    viewReportCard: (office, query) => viewReportCard(cards, office, query),
    listReportCards: (query) => listReportCards(cards, query),
    compareDistricts: (query) => compareDistricts(cards, query),
    viewUnlikeCases: (principal, agency) => viewUnlikeCases(cards, principal, agency),
  };
}
