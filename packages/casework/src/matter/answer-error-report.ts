import { problem, type Refusal, refuse } from '@credence/domain';

import type { Operation } from '../access/operation.ts';
import type { Principal } from '../access/principal.ts';
import { errorReportResults, type ErrorReportAnswered } from '../entry/error-report-payload.ts';
import type { Signatory } from '../entry/matter-payload.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { foldSubject } from '../state/subject-state.ts';
import { findDueOn } from './due-on.ts';
import { toReportView } from './error-reports.ts';
import { newEntry } from './file-matters.ts';
import { retentionOf } from './find-held.ts';
import {
  errorReportStream,
  foldErrorReports,
  type ErrorReportState,
} from './fold-error-reports.ts';
import type {
  AnswerErrorReportCommand,
  ErrorReportLine,
  MatterCasework,
  MatterOutcome,
} from './matter.ts';
import type { MatterParts } from './open-desk.ts';
import { overtaken, readReason } from './propose-matter.ts';
import { actorOf, signatoryOf } from './signatory.ts';

/** Reports that one page of the desk shows; more wait behind those that are answered. */
const reportsShown = 100;

/** The errors that readers reported about what an agency supplied. */
export async function listErrorReports(
  parts: MatterParts,
  principal: Principal,
  agency: string,
): ReturnType<MatterCasework['listErrorReports']> {
  const allowed = allow(parts, principal, { operation: 'error-report.read', agency });
  if (allowed.kind === 'refused') return allowed;
  const { clock } = await startAnswer(parts);
  const rows = await parts.register.errorReports(agency, reportsShown);
  const reports = rows.map(({ number, reportedOn: on, state }): ErrorReportLine => ({
    number,
    on,
    state,
  }));
  return { kind: 'found', view: { clock, agency, reports } };
}

/** One report with the record it is about. */
export async function viewErrorReport(
  parts: MatterParts,
  principal: Principal,
  number: string,
): ReturnType<MatterCasework['viewErrorReport']> {
  const opened = await openReport(parts, principal, { number, operation: 'error-report.read' });
  if (opened.kind !== 'opened') return opened;
  const { state, signatory } = opened;
  const { home, reported } = state;
  const answering = await startAnswer(parts);
  const access = { reader: actorOf(signatory), purpose: 'correction', fields: ['error-report'] };
  const entries = await parts.journal.readWithAccess(access, home);
  const record = foldSubject(home, entries).records.find(
    (each) => each.record.recordId === reported.recordId,
  )?.record;
  if (record === undefined) return { kind: 'not-found' };
  const dueOn = findDueOn(answering.edition, record.item, reported.on);
  const { name, identifiers } = record.subject;
  return {
    kind: 'found',
    view: {
      ...(await toReportView(parts, state, answering)),
      ...(dueOn === undefined ? {} : { dueOn }),
      agency: reported.agency,
      home,
      recordId: reported.recordId,
      subject: { ...(name === undefined ? {} : { name }), code: identifiers[0].value },
      ...(record.document === undefined ? {} : { document: record.document.number }),
      ...(state.answered === undefined ? {} : { answeredBy: state.answered.by.official }),
    },
  };
}

/** The answer to a report. It changes nothing else: a record is corrected by a correction. */
export async function answerErrorReport(
  parts: MatterParts,
  command: AnswerErrorReportCommand,
): Promise<MatterOutcome> {
  const { principal, number } = command;
  const opened = await openReport(parts, principal, { number, operation: 'error-report.answer' });
  if (opened.kind !== 'opened') return opened;
  const { state, signatory } = opened;
  if (state.answered !== undefined) {
    return refuse(problem('matter-state', { state: 'answered', accepted: 'open' }));
  }
  const result = errorReportResults.find((each) => each === command.result);
  if (result === undefined) {
    const value = command.result.slice(0, 40);
    const accepted = errorReportResults.join(', ');
    return refuse(problem('choice-invalid', { value, accepted }));
  }
  const text = readReason(command.text);
  if (text.kind === 'refused') return text;
  const { clock } = await startAnswer(parts);
  const { home, seq, reported } = state;
  const payload: ErrorReportAnswered = {
    number: reported.number,
    result,
    text: text.text,
    on: clock.today,
    by: signatory,
  };
  const stream = errorReportStream(reported.number);
  const entries = await parts.journal.entriesOf(home);
  const record = foldSubject(home, entries).records.find(
    (each) => each.record.recordId === reported.recordId,
  )?.record;
  const eraseOn = record === undefined ? undefined : await retentionOf(parts, record);
  const outcome = await parts.journal.record(
    { actor: actorOf(signatory), purpose: 'correction', basis: [] },
    [newEntry(parts, { home, stream, kind: 'error-report-answered@1', payload }, eraseOn)],
    { expect: [{ home, stream, seq }] },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  return { kind: 'recorded', receipt: outcome.receipt, state: 'closed' };
}

function allow(
  parts: MatterParts,
  principal: Principal,
  asked: { readonly operation: Operation; readonly agency: string; readonly home?: string },
): Refusal | { readonly kind: 'allowed'; readonly signatory: Signatory } {
  const { operation, agency, home } = asked;
  const resource = {
    kind: 'error-report',
    agency,
    ...(home === undefined ? {} : { home }),
  } as const;
  const decision = parts.access.decide(principal, operation, resource, 'correction');
  if (decision.kind === 'refused') return decision;
  const signatory = signatoryOf(principal);
  if (signatory !== undefined) return { kind: 'allowed', signatory };
  return refuse(problem('not-permitted', { operation, purpose: 'correction' }));
}

type OpenedReport =
  | {
      readonly kind: 'opened';
      readonly state: ErrorReportState;
      readonly signatory: Signatory;
    }
  | { readonly kind: 'not-found' }
  | Refusal;

async function openReport(
  parts: MatterParts,
  principal: Principal,
  asked: { readonly number: string; readonly operation: Operation },
): Promise<OpenedReport> {
  const row = await parts.register.findErrorReport(asked.number);
  const agency = row?.agency ?? ('agency' in principal ? principal.agency : '');
  const allowed = allow(parts, principal, {
    operation: asked.operation,
    agency,
    ...(row === undefined ? {} : { home: row.home }),
  });
  if (allowed.kind === 'refused') return allowed;
  if (row === undefined) return { kind: 'not-found' };
  const reports = foldErrorReports(row.home, await parts.journal.entriesOf(row.home));
  const state = reports.find(({ reported }) => reported.number === row.number);
  if (state === undefined) return { kind: 'not-found' };
  return { kind: 'opened', state, signatory: allowed.signatory };
}
