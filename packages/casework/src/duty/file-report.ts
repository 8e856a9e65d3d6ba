import { jsonOf, problem, type CivilDate, type Refusal } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { readClosed } from '../access/read-closed.ts';
import { dutyFiledKind, dutyStream, type DutyFiledPayload } from '../entry/duty-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import { findUnsaid, fieldsOfLook } from '../own/counter-look.ts';
import type { Entry } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { debtorOf, dueFor, type Debtor, type OwedDuty } from './dues-of.ts';
import type { DutyCasework, DutyOutcome } from './duty.ts';
import {
  articlesOf,
  deskEntry,
  deskLine,
  erasedOn,
  recordDuty,
  refused,
  type DutyParts,
} from './duty-parts.ts';
import { dutyKey } from './fold-duties.ts';
import { readFields } from './read-fields.ts';

type Command = Parameters<DutyCasework['fileReport']>[0];

/** @see {@link DutyCasework.fileReport} */
export async function fileReport(parts: DutyParts, command: Command): Promise<DutyOutcome> {
  const { principal, home, duty, said } = command;
  const opened = await openFiling(parts, command);
  if (opened.kind === 'refused') return refused(opened.problem);
  const { edition, today, entries, by } = opened;
  const debtor = debtorOf(home, entries, { edition, today });
  const owed = debtor?.duties.find(({ card }) => card.duty === duty);
  if (debtor === undefined || owed === undefined) {
    return refused(problem('duty-unknown', { value: duty }));
  }
  const agency = 'agency' in principal ? principal.agency : undefined;
  if (by === 'statement' && agency !== debtor.registrar) {
    return refused(problem('duty-other-desk', { value: debtor.registrar }));
  }
  const key = keyOf(command, { debtor, owed }, parts.uuid);
  if (key === undefined) return refused(problem('duty-closed', { value: command.key ?? '—' }));
  const read = readFields(owed.card, said, edition.currency);
  if (read.kind === 'refused') return read;
  const before = debtor.state.filings.get(dutyKey({ duty, key }))?.newest;
  const filing: DutyFiledPayload = {
    ...{ duty, key, filingId: parts.uuid(), on: today, edition: edition.code },
    ...{ fields: read.fields, by },
    ...(agency === undefined ? {} : { agency }),
    ...(before === undefined ? {} : { replaces: before.filingId }),
  };
  const stream = dutyStream(duty);
  const entry = { home, stream, kind: dutyFiledKind, payload: jsonOf(filing) };
  return recordDuty(parts, principal, {
    ...{ home, duty, id: filing.filingId, known: entries, basis: articlesOf(owed) },
    purpose: by === 'subject' ? 'own' : by === 'counter' ? 'counter' : 'supervision',
    entries: [
      newEntry(parts, entry, undefined),
      ...toldToDesk(parts, { home, key, debtor, owed }, { edition, today }),
    ],
  });
}

interface Opened {
  readonly kind: 'opened';
  readonly edition: Edition;
  readonly today: CivilDate;
  readonly entries: readonly Entry[];
  readonly by: DutyFiledPayload['by'];
}

/** Decides, reads and writes down who looked: the organisation, a counter, or its authority. */
async function openFiling(parts: DutyParts, command: Command): Promise<Opened | Refusal> {
  const { principal, home, counter } = command;
  const isOwn = !('agency' in principal);
  const by = isOwn ? 'subject' : counter === undefined ? 'statement' : 'counter';
  const purpose = isOwn ? 'own' : counter === undefined ? 'supervision' : 'counter';
  const agency = isOwn ? {} : { agency: principal.agency };
  const operation = isOwn ? 'duty.file' : counter === undefined ? 'duty.oversee' : 'case.counter';
  const resource = { kind: 'case', home, ...agency } as const;
  const decision = parts.access.decide(principal, operation, resource, purpose);
  if (decision.kind === 'refused') return decision;
  const unsaid = counter === undefined ? undefined : findUnsaid(counter);
  if (unsaid !== undefined) return { kind: 'refused', problem: unsaid };
  const fields = ['reports', ...(counter === undefined ? [] : fieldsOfLook(counter))];
  const { clock, edition } = await startAnswer(parts);
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  return { kind: 'opened', edition, today: clock.today, entries: read.entries, by };
}

/** A year that is open; an earlier filing of its own; or a new one, for what has no key yet. */
function keyOf(
  { key }: Command,
  { debtor, owed }: { readonly debtor: Debtor; readonly owed: OwedDuty },
  uuid: () => string,
): string | undefined {
  const { duty, period } = owed.card;
  if (period.kind === 'yearly') {
    return owed.dues.find(({ filing }) => filing === key)?.filing;
  }
  if (key === undefined) return uuid();
  return debtor.state.filings.has(dutyKey({ duty, key })) ? key : undefined;
}

/** What stood at the desk of the authority as not filed is done there in the same step. */
function toldToDesk(
  parts: DutyParts,
  given: {
    readonly home: string;
    readonly key: string;
    readonly debtor: Debtor;
    readonly owed: OwedDuty;
  },
  { edition, today }: { readonly edition: Edition; readonly today: CivilDate },
) {
  const { home, key, debtor, owed } = given;
  const { duty } = owed.card;
  const due = dueFor(debtor, { duty, key })?.due;
  if (due?.state !== 'overdue') return [];
  const what = { duty, key, lastDay: due.lastDay, on: today, state: 'filed' } as const;
  const line = deskLine(home, debtor, what);
  return [deskEntry(parts, debtor.registrar, line, erasedOn(owed, edition, today))];
}
