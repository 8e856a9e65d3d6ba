import { problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { AttachedPaper } from '../../entry/attached-paper.ts';
import type { CaseAction } from '../../entry/case-payload.ts';
import type { NewPaper, PaperTray, WaitingPaper } from '../../port/papers.ts';
import { refuse, type CaseParts, type Refused } from '../desk/open-desk.ts';
import { caseBytesMax, papersPerAct, type PaperGiven } from './paper-casework.ts';
import { inMebibytes, trayAccountOf } from './receive-paper.ts';

/** Files that a step names, found where they wait. */
export interface FoundPapers {
  readonly kind: 'found';
  /** As the step says them; absent where there are none. */
  readonly said: { readonly papers?: readonly AttachedPaper[] };
  /** Their bytes, to be stored in one step with the entry. */
  stored(home: string, entryId: string): readonly NewPaper[];
  /** They have been stored and wait no more. */
  letGo(): Promise<void>;
}

const none: FoundPapers = {
  kind: 'found',
  said: {},
  stored: () => [],
  letGo: () => Promise.resolve(),
};

/** Finds the files of a step; each was handed over by whoever takes it, or the step is refused. */
export async function findPapers(
  parts: CaseParts,
  principal: Principal,
  asked: { readonly given: readonly PaperGiven[]; readonly before: readonly CaseAction[] },
): Promise<FoundPapers | Refused> {
  const { given, before } = asked;
  if (given.length === 0) return none;
  const tray = parts.papers?.tray;
  if (tray === undefined) return refuse(problem('paper-no-tray', {}));
  if (given.length > papersPerAct) {
    return refuse(problem('paper-too-many', { value: given.length, max: papersPerAct }));
  }
  const account = trayAccountOf(principal);
  const found: { readonly waiting: WaitingPaper; readonly said: AttachedPaper }[] = [];
  for (const { id, point } of given) {
    const waiting = await tray.find({ id, account });
    if (waiting === undefined) {
      return refuse(problem('paper-waits-no-more', { value: id.slice(0, 40) }));
    }
    const { name, sha256, bytes, type } = waiting;
    const said = { name, sha256, bytes, type, ...(point === undefined ? {} : { point }) };
    found.push({ waiting, said });
  }
  const papers = found.map(({ said }) => said);
  if (bytesOf([...papersIn(before), ...papers]) > caseBytesMax) {
    return refuse(problem('paper-no-room', { max: inMebibytes(caseBytesMax) }));
  }
  return {
    kind: 'found',
    said: { papers },
    stored: (home, entryId) =>
      found.map(({ waiting }) => toNew(tray, { home, entryId, account, waiting })),
    async letGo() {
      for (const { waiting } of found) await tray.remove({ id: waiting.id, account });
    },
  };
}

function toNew(
  tray: PaperTray,
  of: {
    readonly home: string;
    readonly entryId: string;
    readonly account: string;
    readonly waiting: WaitingPaper;
  },
): NewPaper {
  const { home, entryId, account, waiting } = of;
  const { id, sha256, bytes } = waiting;
  return { home, entryId, sha256, bytes, read: () => tray.read({ id, account }) };
}

/** All files that the acts of a case name. */
export function papersIn(actions: readonly CaseAction[]): readonly AttachedPaper[] {
  return actions.flatMap(({ papers = [] }) => papers);
}

/** Each once, however often it was handed over. */
function bytesOf(papers: readonly AttachedPaper[]): number {
  const kept = new Map(papers.map(({ sha256, bytes }) => [sha256, bytes]));
  return [...kept.values()].reduce((sum, bytes) => sum + bytes, 0);
}
