import type { CaseParts } from '../desk/open-desk.ts';
import { openPaper } from './open-paper.ts';
import type { PaperCasework } from './paper-casework.ts';
import { receivePaper } from './receive-paper.ts';

/** The use cases of files that go with acts. */
export function createPapers(parts: CaseParts): PaperCasework {
  return {
    receivePaper: (command) => receivePaper(parts, command),
    openPaper: (principal, asked) => openPaper(parts, principal, asked),
  };
}
