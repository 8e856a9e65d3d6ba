import { checkBasis } from './check-basis.ts';
import { checkCases } from './check-cases.ts';
import { checkDocuments } from './check-documents.ts';
import { checkDuties } from './check-duties.ts';
import { checkHeads } from './check-heads.ts';
import { checkIncentives } from './check-incentives.ts';
import { checkItems } from './check-items.ts';
import { checkLanguages } from './check-languages.ts';
import { checkLimits } from './check-limits.ts';
import { checkLists } from './check-lists.ts';
import { checkMeasures } from './check-measures.ts';
import { checkCalendars, checkClocks, checkMappings, checkSchemes } from './check-others.ts';
import { checkPledges } from './check-pledges.ts';
import { checkPrograms } from './check-programs.ts';
import { checkReferences } from './check-references.ts';
import { checkSchemas } from './check-schemas.ts';
import { checkSectors } from './check-sectors.ts';
import { checkSources } from './check-sources.ts';
import { checkSuccessions } from './check-successions.ts';
import { checkValues } from './check-values.ts';
import { checkWords } from './check-words.ts';
import { judgeGuards } from '../guard/judge-guards.ts';
import type { Check } from './draft.ts';

/** What a card can be asked without any other edition. */
export const cardChecks: readonly Check[] = [
  checkHeads,
  checkLanguages,
  checkSchemas,
  checkCalendars,
  checkSchemes,
];

/** Everything asked of an edition as a whole, at check, at promulgation and at load alike. */
export const allChecks: readonly Check[] = [
  ...cardChecks,
  checkReferences,
  checkSources,
  checkBasis,
  checkValues,
  checkItems,
  checkMeasures,
  checkLists,
  checkClocks,
  checkMappings,
  checkDocuments,
  checkDuties,
  checkPrograms,
  checkSectors,
  checkIncentives,
  checkPledges,
  checkSuccessions,
  checkCases,
  checkWords,
  checkLimits,
  judgeGuards,
];
