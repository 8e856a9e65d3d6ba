import type { CaseCasework, LetterCasework, PaperCasework } from '@credence/casework';
import { problem } from '@credence/domain';

const refused = () =>
  Promise.resolve({ kind: 'refused' as const, problems: [problem('sign-in-required', {})] });

/** A register in which no case is run and nobody sits at a desk. */
export const fixtureCases: CaseCasework & LetterCasework & PaperCasework = {
  openCase: refused,
  actInCase: refused,
  viewCase: refused,
  viewCaseDesk: refused,
  listOpenings: refused,
  viewOversight: refused,
  listCases: refused,
  listTasks: refused,
  writeLetter: refused,
  receivePaper: refused,
  openPaper: refused,
};
