import { problem, refuse } from '@credence/domain';

import type { ErrorReported } from '../entry/error-report-payload.ts';
import { maskPersonData } from '../intake/person-scan.ts';
import type { ErrorReportRow } from '../port/register.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { viewRecord } from '../view/view-subject.ts';
import type { RecordPageView } from '../view/view.ts';
import { findDueOn } from './due-on.ts';
import { newEntry } from './file-matters.ts';
import { retentionOf } from './find-held.ts';
import {
  errorReportStream,
  foldErrorReports,
  type ErrorReportState,
} from './fold-error-reports.ts';
import type {
  ErrorReportView,
  MatterCasework,
  ReportErrorCommand,
  ReportErrorOutcome,
} from './matter.ts';
import type { MatterParts } from './open-desk.ts';

import {
  codeGroup,
  drawNumberAndCode,
  hashOfCode,
  isSameHash,
  numberGroup,
  tidyCode,
} from './secret-code.ts';
import { foldSubject } from '../state/subject-state.ts';

/** Characters a report may have: a few paragraphs. */
const reportLength = { min: 4, max: 1_000 } as const;

/** Nobody who reports an error has an account; the journal says so. */
const reader = { official: 'reader', agency: 'public', role: 'reader' } as const;

/** The form for an error in a record: the fields that the record's own page shows. */
export async function viewErrorReportForm(
  parts: MatterParts,
  subjectId: string,
  recordId: string,
): ReturnType<MatterCasework['viewErrorReportForm']> {
  const found = await viewRecord(parts, await startAnswer(parts), { subjectId, recordId });
  if (found.kind === 'not-found') return found;
  const { clock, subject, record } = found.view;
  const { id, name } = subject;
  return {
    kind: 'found',
    view: {
      clock,
      subject: { id, ...(name === undefined ? {} : { name }) },
      record: {
        id: record.id,
        title: record.item.title,
        ...(record.document === undefined ? {} : { document: record.document.number }),
      },
      fields: [record.heading, ...record.facts].map(({ field, title }) => ({ field, title })),
    },
  };
}

/**
 * Takes in what a reader says is wrong. It changes no public answer; whoever reported gets a number
 * and a code, and nothing about him is kept: the code is stored as a hash, and numbers of people in
 * the text are masked before it is stored.
 */
export async function reportError(
  parts: MatterParts,
  command: ReportErrorCommand,
): Promise<ReportErrorOutcome> {
  const { subjectId, recordId } = command;
  const answering = await startAnswer(parts);
  const found = await viewRecord(parts, answering, { subjectId, recordId });
  if (found.kind === 'not-found') return found;
  const field = fieldIn(found.view, command.field);
  if (field === undefined) {
    const value = command.field.slice(0, 40);
    const accepted = [...fieldsOf(found.view), 'other'].join(', ');
    return refuse(problem('choice-invalid', { value, accepted }));
  }
  const given = command.text.trim();
  const { length } = [...given];
  if (length < reportLength.min || length > reportLength.max) {
    return refuse(problem('text-length', { field: 'text', length, ...reportLength }));
  }
  const { text, masked } = maskPersonData(given);
  const { number, code } = await drawFree(parts);
  const home = found.view.subject.id;
  const { today } = answering.clock;
  const payload: ErrorReported = {
    number,
    codeHash: hashOfCode(code),
    recordId,
    field,
    text,
    on: today,
    agency: found.view.record.provider.code,
  };
  const entries = await parts.journal.entriesOf(home);
  const record = foldSubject(home, entries).records.find(
    (state) => state.record.recordId === recordId,
  )?.record;
  const eraseOn = record === undefined ? undefined : await retentionOf(parts, record);
  const stream = errorReportStream(number);
  const entry = newEntry(parts, { home, stream, kind: 'error-report@1', payload }, eraseOn);
  const outcome = await parts.journal.record(
    { actor: reader, purpose: 'error-report', basis: [] },
    [entry],
    { expect: [{ home, stream, seq: 0 }] },
  );
  if (outcome.kind === 'conflict') return refuse({ code: 'changed-meanwhile', params: {} });
  return { kind: 'reported', number, followCode: code, masked, on: today };
}

function fieldIn(view: RecordPageView, field: string): string | undefined {
  return [...fieldsOf(view), 'other'].find((each) => each === field);
}

function fieldsOf({ record }: RecordPageView): readonly string[] {
  return [record.heading, ...record.facts].map(({ field }) => field);
}

/** A number that no report has; a second draw is rarely needed. */
async function drawFree(
  parts: Pick<MatterParts, 'salt' | 'uuid' | 'register'>,
): Promise<ReturnType<typeof drawNumberAndCode>> {
  for (;;) {
    const drawn = drawNumberAndCode(() => `${parts.salt()} ${parts.uuid()}`);
    if ((await parts.register.findErrorReport(drawn.number)) === undefined) return drawn;
  }
}

/** What became of a report, for whoever has its number and its code. */
export async function followErrorReport(
  parts: MatterParts,
  number: string,
  followCode: string,
): ReturnType<MatterCasework['followErrorReport']> {
  const row = await parts.register.findErrorReport(tidyCode(number, numberGroup));
  const state = row === undefined ? undefined : await readReport(parts, row);
  const given = hashOfCode(tidyCode(followCode, codeGroup));
  // A wrong code takes the way of an unknown number: nobody learns which numbers there are.
  const isTheirs = isSameHash(given, state?.reported.codeHash ?? hashOfCode(''));
  if (state === undefined || !isTheirs) return { kind: 'not-found' };
  return { kind: 'found', view: await toReportView(parts, state) };
}

async function readReport(
  parts: Pick<MatterParts, 'journal'>,
  { home, number }: ErrorReportRow,
): Promise<ErrorReportState | undefined> {
  const reports = foldErrorReports(home, await parts.journal.entriesOf(home));
  return reports.find(({ reported }) => reported.number === number);
}

/** A report with its answer, as both sides see it. */
export async function toReportView(
  parts: MatterParts,
  state: ErrorReportState,
  answering?: Answering,
): Promise<ErrorReportView> {
  const { clock, edition } = answering ?? (await startAnswer(parts));
  const { reported, answered, home } = state;
  const { number, on, field, text, recordId } = reported;
  const entries = await parts.journal.entriesOf(home);
  const record = foldSubject(home, entries).records.find(
    (each) => each.record.recordId === recordId,
  )?.record;
  const dueOn = record === undefined ? undefined : findDueOn(edition, record.item, on);
  return {
    ...{ clock, number, on, field, text },
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(answered === undefined
      ? {}
      : { answer: { result: answered.result, text: answered.text, on: answered.on } }),
  };
}
