import {
  addMonths,
  dayNumber,
  fromDayNumber,
  jsonOf,
  type CivilDate,
  type JsonValue,
} from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';
import {
  askedFields,
  createEvaluator,
  programsOfEdition,
  readFacts,
  worldOf,
  type Action,
  type Edition,
  type EditionProgram,
  type Evaluator,
  type SubjectFacts,
} from '@credence/rulebook';

import type { SubjectHead } from '../../access/access-casework.ts';
import { classedBy, premisesOn } from './premises.ts';
import { findActions } from '../../impact/find-actions.ts';
import { gatherFacts } from '../../impact/gather-facts.ts';
import type { Signer } from '../../port/signer.ts';
import type { SubjectState } from '../../state/subject-state.ts';
import {
  receiptForm,
  receiptParts,
  type ClassReceipt,
  type ReceiptKind,
  type ReceiptPart,
  type ReceiptSource,
  type SignedClassReceipt,
  type WithoutRecord,
} from './class-receipt.ts';

/** How far ahead changes and ways out are looked for: longer than any period of the law. */
const horizonMonths = 120;

/** For which subject, law, day and knowledge receipts are made. */
interface ReceiptQuestion {
  readonly subject: SubjectHead;
  readonly edition: Edition;
  readonly asOf: CivilDate;
  readonly knownAt: string;
}

/**
 * One receipt for each risk class and evaluation of the edition that is about such a subject, of an
 * individual business one for each of its licensed premises. What
 * cannot be computed, since facts are missing, has none.
 */
export function makeReceipts(
  state: SubjectState,
  question: ReceiptQuestion,
): readonly ClassReceipt[] {
  const { edition, asOf } = question;
  const inputs = gatherFacts(state, { edition, world: worldOf(edition), asOf });
  const actions = findActions(state, { edition, asOf });
  return programsOfEdition(edition).flatMap((program): readonly ClassReceipt[] => {
    const classed = classedBy('subjects' in program.card ? program.card.subjects : [], inputs);
    if (classed === 'nobody') return [];
    const computed = computeReceipt(program, { ...question, inputs, actions });
    if (computed === undefined) return [];
    const receipt = { ...computed, sources: sourcesOf(state, edition, inputs) };
    if (classed === 'subject') return [receipt];
    return premisesOn(state, inputs, { edition, on: asOf }).map(({ record, number }) => {
      const premises = { record, ...(number === undefined ? {} : { number }) };
      return { ...receipt, subject: { ...receipt.subject, premises } };
    });
  });
}

/** What a receipt is computed from, and nothing else. */
interface ReceiptInputs extends ReceiptQuestion {
  readonly inputs: SubjectFacts;
  readonly actions: readonly Action[];
}

/** The receipt of one program, but for where its inputs come from; undefined where facts are missing. */
export function computeReceipt(
  { kind, id, card, making }: EditionProgram,
  { subject, edition, asOf, knownAt, inputs, actions }: ReceiptInputs,
): Omit<ClassReceipt, 'sources'> | undefined {
  if (kind === 'scale' || making.kind === 'refused') return undefined;
  const { program, classes } = making;
  if (readFacts(program.world, inputs, askedFields(program)).kind === 'refused') return undefined;
  const evaluator = evaluatorOf(program);
  const last = addMonths(asOf, horizonMonths, edition.months.round);
  const trace = evaluator.explainFully(inputs, dayNumber(asOf), {
    knownAt,
    horizon: dayNumber(last),
    exits: { actions, better: { kind: 'order', best: classes } },
  });
  return {
    form: receiptForm,
    subject,
    program: { kind: kind satisfies ReceiptKind, id, title: card.title },
    edition: { code: edition.code, hash: edition.hash },
    ...{ asOf, knownAt, horizon: last, inputs, actions, trace },
    without: withoutEach(evaluator, inputs, { asOf, trace }),
  };
}

/** Each record that counts taken away by itself, in the order in which they counted. */
function withoutEach(
  evaluator: Evaluator,
  inputs: SubjectFacts,
  { asOf, trace }: Pick<ClassReceipt, 'asOf' | 'trace'>,
): readonly WithoutRecord[] {
  const counted = new Set(
    trace.steps.flatMap(({ records }) =>
      records.flatMap((each) => each.counted.map(({ record }) => record)),
    ),
  );
  return [...counted].map((record) => {
    const records = Object.fromEntries(
      Object.entries(inputs.records).map(([name, list]) => [
        name,
        list.filter(({ id }) => id !== record),
      ]),
    );
    const { result } = evaluator.evaluate({ ...inputs, records }, dayNumber(asOf));
    const ends = Object.values(inputs.records)
      .flat()
      .find(({ id }) => id === record)?.facts['ends'];
    return {
      record,
      result: typeof result === 'string' ? result : null,
      ...(typeof ends === 'number' ? { until: fromDayNumber(ends) } : {}),
    };
  });
}

function sourcesOf(
  { records }: SubjectState,
  edition: Edition,
  inputs: SubjectFacts,
): readonly ReceiptSource[] {
  const used = new Set(Object.values(inputs.records).flatMap((list) => list.map(({ id }) => id)));
  return records.flatMap(({ record }) => {
    const item = edition.items.get(record.item);
    if (item === undefined) return [];
    if (!used.has(record.recordId) && item.term !== 'standing') return [];
    const number = record.document?.number;
    return [
      {
        record: record.recordId,
        item: record.item,
        title: item.title,
        from: record.provider.name,
        decidedOn: record.decidedOn,
        ...(number === undefined ? {} : { number }),
      },
    ];
  });
}

/** A receipt with its fingerprints, signed in the name of the register. */
export function signReceipt(
  receipt: ClassReceipt,
  signer: Pick<Signer, 'sign'>,
): SignedClassReceipt {
  const parts = partHashes(receipt);
  const hash = sha256Hex(canonicalJson(jsonOf(receipt)));
  return { receipt, parts, hash, signature: signer.sign(signedBytes(hash, parts)) };
}

/** What is signed: the fingerprint of the whole and those of its parts. */
export function signedBytes(
  hash: string,
  parts: Readonly<Record<ReceiptPart, string>>,
): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ hash, parts }));
}

/** The fingerprint of each part. */
export function partHashes(
  receipt: Readonly<Record<ReceiptPart, unknown>>,
): Readonly<Record<ReceiptPart, string>> {
  const hashed = receiptParts.map((part) => {
    // What a receipt is made of is plain data; `jsonOf` drops what is undefined.
    const json: JsonValue = jsonOf(receipt[part]);
    return [part, sha256Hex(canonicalJson(json))] as const;
  });
  // Every part is in the list, so the record is complete.
  return Object.fromEntries(hashed) as Record<ReceiptPart, string>;
}

/** Programs are immutable, so each is compiled once. */
function evaluatorOf(program: Parameters<typeof createEvaluator>[0]): Evaluator {
  const known = evaluators.get(program);
  if (known !== undefined) return known;
  const made = createEvaluator(program);
  evaluators.set(program, made);
  return made;
}

const evaluators: WeakMap<object, Evaluator> = new WeakMap();
