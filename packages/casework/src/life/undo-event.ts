import type { CaseAction } from '../entry/case-payload.ts';
import type { LifeActPayload } from '../entry/life-payload.ts';
import { lifeStream } from '../entry/life-payload.ts';
import type { CaseFile, CaseWorld } from '../case/case.ts';
import type { Follows } from '../case/desk/move-records.ts';
import type { Entry, Journal } from '../port/journal.ts';
import { foldLife } from './fold-life.ts';
import { actEntry } from './life-entries.ts';

/**
 * An objection or an appeal about an event that is upheld undoes it in the same command, in the home
 * of the organisation and in those of all that took part: nobody has to remember a second step.
 *
 * Legal source: guard G29.
 */
export async function undoEvent(
  parts: {
    readonly journal: Pick<Journal, 'entriesOf'>;
    readonly uuid: () => string;
    readonly salt: () => string;
  },
  given: {
    readonly home: string;
    readonly action: CaseAction;
    readonly world: Pick<CaseWorld, 'docket'>;
    readonly entries: readonly Entry[];
    readonly file: CaseFile;
  },
): Promise<Follows> {
  const nothing = { entries: [], expect: [] };
  const { home, action, world, entries, file } = given;
  const decides = action.kind === 'answered' || action.kind === 'allowed';
  if (!decides || action.effect !== 'remove') return nothing;
  const eventId = contestedIn(file, world);
  const known = foldLife(entries).find(({ event }) => event.eventId === eventId);
  if (eventId === undefined || known?.state !== 'stands') return nothing;
  const undone: LifeActPayload = {
    ...{ eventId, on: action.on, act: 'undone', caseId: file.caseId },
  };
  const others = [
    ...(known.part === undefined ? [] : [known.part.of.home]),
    ...known.event.parties.map((party) => party.home),
  ];
  const stream = lifeStream(eventId);
  const seqIn = (all: readonly Entry[]) => all.filter((each) => each.stream === stream).length;
  const expect = [{ home, stream, seq: seqIn(entries) }];
  for (const other of new Set(others)) {
    if (other === home) continue;
    expect.push({
      home: other,
      stream,
      seq: seqIn(await parts.journal.entriesOf(other, { stream })),
    });
  }
  return { entries: expect.map((at) => actEntry(parts, at.home, undone)), expect };
}

/** The event that a case, or the case it appeals against, is directed at. */
function contestedIn(file: CaseFile, { docket }: Pick<CaseWorld, 'docket'>): string | undefined {
  const { matter } = file.opened;
  const against = matter.case === 'appeal' ? docket.get(matter.of)?.opened.matter : matter;
  if (against === undefined || !('target' in against)) return undefined;
  return against.target.kind === 'event' ? against.target.eventId : undefined;
}
