import {
  civilDayAt,
  type CivilDate,
  type Language,
  type Localised,
  type Refusal,
} from '@credence/domain';
import {
  labelsOfEdition,
  programsOfEdition,
  writeTrace,
  type Edition,
  type Rulebook,
  type WrittenTrace,
} from '@credence/rulebook';

import type { AccessParts } from '../../access/access-parts.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import { foldCases } from '../../case/desk/fold-cases.ts';
import type { CaseworkParts } from '../../casework-parts.ts';
import type { EvaluationPayload } from '../../entry/evaluation-payload.ts';
import type { ExplainQuery } from '../../impact/explain.ts';
import type { Entry } from '../../port/journal.ts';
import { askPast, readPast, type PastAnswer } from '../../reading/read-past.ts';
import { labelsOfRecords } from '../../impact/record-labels.ts';
import { foldSubject, type SubjectState } from '../../state/subject-state.ts';
import type { Found, NotFound } from '../../view/answer.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { nextYearlyDay } from '../evaluation/due-evaluations.ts';
import { seesEvaluation } from '../evaluation/sees-evaluation.ts';
import {
  evaluationDisputedSince,
  foldEvaluations,
  lineOf,
  standingEvaluations,
  type KeptEvaluation,
} from '../evaluation/kept-evaluations.ts';
import type { SignedClassReceipt } from './class-receipt.ts';
import { makeReceipts, signReceipt } from './make-receipts.ts';
import { classResources, seesClass } from './sees-class.ts';

/** The receipts of one subject for a day, each signed. */
export interface ReceiptsView extends PastAnswer {
  readonly receipts: readonly ReceiptView[];
  /** The evaluation that stands of each card, where whoever asks may see it. */
  readonly evaluations: readonly EvaluationView[];
}

/** A comprehensive evaluation as it was made. */
export interface EvaluationView {
  readonly evaluation: EvaluationPayload;
  readonly title: Localised;
  /** Those it took the place of since the last yearly one, the newest first. */
  readonly before: readonly EvaluationPayload[];
  /** Since when an objection against it waits for its answer. */
  readonly disputedSince?: CivilDate;
  /** The next yearly day. */
  readonly nextOn?: CivilDate;
  /** Of its own day; absent where what it rested on has been erased since. */
  readonly receipt?: ReceiptView;
}

/** A receipt as it is handed out, and in words. */
export interface ReceiptView {
  readonly signed: SignedClassReceipt;
  readonly written: Readonly<Record<Language, WrittenTrace>>;
  /** What people call each class, by its code. */
  readonly classes: Readonly<Record<string, Localised>>;
}

type ReceiptsOutcome = Found<ReceiptsView> | NotFound | Refusal;

/** What is asked for receipts: whose, of which day, and why. */
export type ReceiptsQuery = Omit<ExplainQuery, 'program'>;

/** Receipts as a PDF. */
interface PrintedReceipts {
  readonly kind: 'printed';
  /** ASCII, without names. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Receipts of classes and evaluations. They are never public (guards N13, G40). */
export interface ClassCasework {
  /** With purpose and access entry, for the subject itself and whom the policies name. */
  viewReceipts(principal: KnownPrincipal, query: ReceiptsQuery): Promise<ReceiptsOutcome>;
  /** The same on paper. */
  printReceipts(
    principal: KnownPrincipal,
    query: ReceiptsQuery,
    language: Language,
  ): Promise<PrintedReceipts | NotFound | Refusal>;
}

/**
 * What a subject's classes are computed from and how, as receipts that it can compute again offline.
 *
 * Legal source: guards G28 (a result can be recomputed by its subject), N13 (shown to the subject).
 */
export async function viewReceipts(
  parts: AccessParts & Pick<CaseworkParts, 'signer'>,
  principal: KnownPrincipal,
  query: ReceiptsQuery,
): Promise<ReceiptsOutcome> {
  const question = await askPast(parts, principal, 'subject.explain', query);
  if (question.kind !== 'allowed') return question;
  const read = await readPast(parts, principal, question, 'programs');
  if (read.kind !== 'read') return read;
  const { answer, known } = read;
  const state = foldSubject(question.home, known);
  const receipts = makeReceipts(state, {
    subject: answer.subject,
    edition: question.law,
    asOf: answer.asOf,
    knownAt: civilDayAt(answer.knownAt, answer.clock.zone),
  });
  const { law } = question;
  const sees = (card: string) => seesEvaluation(principal, law.evaluations.get(card)?.grader);
  const resourceOf = await classResources(parts, principal, question);
  const { purpose } = query;
  const views = receipts
    .filter(({ program: { kind, id } }) =>
      kind === 'evaluation'
        ? sees(id)
        : seesClass(parts, principal, { resource: resourceOf(id), purpose }),
    )
    .map((receipt) => inWords(signReceipt(receipt, parts.signer), state, law));
  const { rulebook } = await startAnswer(parts);
  const evaluations = standingEvaluations(known)
    .filter(({ card }) => sees(card))
    .map((each) => evaluationView(each, { parts, known, law, rulebook, answer }));
  return { kind: 'found', view: { ...answer, receipts: views, evaluations } };
}

function evaluationView(
  kept: KeptEvaluation,
  given: {
    readonly parts: Pick<CaseworkParts, 'signer'>;
    readonly known: readonly Entry[];
    readonly law: Edition;
    readonly rulebook: Rulebook;
    readonly answer: PastAnswer;
  },
): EvaluationView {
  const { parts, known, law, rulebook, answer } = given;
  const { card, on, edition, upTo, inputs } = kept;
  const made = rulebook.editions.find(({ hash }) => hash === edition.hash) ?? law;
  const { subject } = answer;
  const then = foldSubject(
    subject.id,
    known.filter(({ position }) => position <= upTo),
  );
  const found = makeReceipts(then, { subject, edition: made, asOf: on, knownAt: on }).find(
    ({ program }) => program.kind === 'evaluation' && program.id === card,
  );
  const signed = found === undefined ? undefined : signReceipt(found, parts.signer);
  const all = foldEvaluations(known);
  const docket = new Map([...foldCases(known)].map(([id, { file }]) => [id, file]));
  const disputedSince = evaluationDisputedSince(kept, all, docket);
  const state = foldSubject(subject.id, known);
  const nextOn = nextYearlyDay({ state, entries: known }, law, answer.asOf);
  const title = (law.evaluations.get(card) ?? made.evaluations.get(card))?.title ?? { en: card };
  return {
    ...{ evaluation: kept, title, before: lineOf(kept, all).slice(1) },
    ...(disputedSince === undefined ? {} : { disputedSince }),
    ...(nextOn === undefined ? {} : { nextOn }),
    ...(signed?.parts.inputs === inputs ? { receipt: inWords(signed, then, made) } : {}),
  };
}

function inWords(signed: SignedClassReceipt, state: SubjectState, edition: Edition): ReceiptView {
  const { program: named, trace } = signed.receipt;
  const found = programsOfEdition(edition).find(
    ({ kind, id }) => kind === named.kind && id === named.id,
  );
  if (found?.making.kind !== 'made') throw new RangeError(`${named.id} has been computed.`);
  const { card, making } = found;
  const labels = { ...labelsOfEdition(edition, card), ...labelsOfRecords(state, edition) };
  const [best] = making.classes;
  const write = (language: Language) =>
    writeTrace(trace, { program: making.program, labels, language, best });
  const classes = Object.fromEntries(card.classes.map((each) => [each.class, each.title]));
  return { signed, written: { zh: write('zh'), en: write('en') }, classes };
}
