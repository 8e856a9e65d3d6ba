import { CaseworkError } from '../../casework-error.ts';
import { isCaseAction, type CaseAction } from '../../entry/case-payload.ts';
import type { Entry } from '../../port/journal.ts';
import type { SubjectState } from '../../state/subject-state.ts';
import type { CaseFile, CaseRecord } from '../case.ts';
import { foldCase } from '../fold-case.ts';

/** One case with the length of its stream, so that two cannot act on the same state. */
export interface KeptCase {
  readonly file: CaseFile;
  readonly seq: number;
}

const streams = 'case/';

export function caseStream(caseId: string): string {
  return `${streams}${caseId}`;
}

/**
 * The cases of a home, by id. One of which anything has been erased is as if it had never been: what
 * is left of it says nothing certain.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldCases(entries: readonly Entry[]): ReadonlyMap<string, KeptCase> {
  const actions = new Map<string, CaseAction[]>();
  const lengths = new Map<string, number>();
  const erased = new Set<string>();
  for (const entry of entries) {
    if (!entry.stream.startsWith(streams)) continue;
    lengths.set(entry.stream, entry.seq);
    if (entry.payload === undefined) {
      erased.add(entry.stream);
      continue;
    }
    const known = actions.get(entry.stream) ?? [];
    actions.set(entry.stream, [...known, read(entry)]);
  }
  return new Map(
    [...actions].flatMap(([stream, [first, ...rest]]) => {
      if (first?.kind !== 'opened' || erased.has(stream)) return [];
      const file = foldCase([first, ...rest]);
      return [[file.caseId, { file, seq: lengths.get(stream) ?? 0 }] as const];
    }),
  );
}

const readable = /^case-[a-z-]+@1$/;

function read(entry: Entry): CaseAction {
  const { payload } = entry;
  if (readable.test(entry.kind) && isCaseAction(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}

/** The records of a subject as cases read them. */
export function caseRecords({
  records,
  moved = [],
  demands = [],
}: SubjectState): ReadonlyMap<string, CaseRecord> {
  const own = records.map(({ record, end }): CaseRecord => ({
    record,
    ...(end === undefined ? {} : { endedOn: end.on }),
  }));
  // What is another's is over here: whatever rests on it falls with it.
  const left = moved.map(({ state, move }): CaseRecord => ({
    record: state.record,
    endedOn: move.on,
  }));
  const [first] = records;
  const asked = first === undefined ? [] : demands.map((each) => demandRecord(each, first.record));
  return new Map([...own, ...left, ...asked].map((each) => [each.record.recordId, each]));
}

/**
 * A demand as a case knows it: the served document that shows a duty open. It is in no list of
 * records, so that nothing of it is public before a decision has been made and served.
 */
function demandRecord(
  { demand, performedOn }: NonNullable<SubjectState['demands']>[number],
  { subject, provider }: CaseRecord['record'],
): CaseRecord {
  const { demandId, item, edition, on, agency, agencyName, number, served, list } = demand;
  return {
    record: {
      ...{ recordId: demandId, item, edition, takenInOn: on, batchId: demandId, row: 1, subject },
      provider: { ...provider, code: agency, name: agencyName },
      authority: { name: agencyName },
      document: { number },
      decidedOn: on,
      service: served === undefined ? { kind: 'not-shown' } : { kind: 'shown', ...served },
      facts: {},
    },
    ground: list,
    ...(performedOn === undefined ? {} : { performedOn }),
  };
}
