import type { FactValue, PublicCreditRecord } from '@credence/domain';

import type { Severity } from '../card/edition-card.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import type { World } from '../language/world.ts';
import { basesOf, no, worded, yes, type TraceBasis, type TraceStep } from '../trace/trace.ts';
import { itemLawOf, type AskedQuestion, type LawRow } from './item-law.ts';
import { wordQuestion, type WordedQuestion } from './word-question.ts';

type Row = LawRow['row'];

/** The severity class of a record, the row that gave it, and every row asked on the way. */
export interface SeverityFinding {
  readonly severity: Severity;
  readonly row: Row;
  readonly steps: readonly TraceStep[];
}

/** One question of a row with its words. */
interface AskedField extends WordedQuestion {
  readonly holds: AskedQuestion['holds'];
}

/** A row with everything about it that is the same for every record. */
interface AskedRow {
  readonly row: Row;
  readonly severity: Severity;
  readonly then: Readonly<Record<string, FactValue>>;
  readonly bases: readonly TraceBasis[];
  /** None: the row takes what is left. */
  readonly fields: readonly AskedField[];
}

/** Editions are immutable, so the words of their tables are put together once. */
const tables = new WeakMap<Edition, Map<string, readonly AskedRow[]>>();

/**
 * Decides the severity class of a record: the first row of the item's table that fits.
 *
 * @throws RangeError when no row fits or the class is none of the edition: the checker lets neither
 * load
 */
export function findSeverity(
  edition: Edition,
  item: ItemCard,
  record: PublicCreditRecord,
): SeverityFinding | undefined {
  if (item.severity === undefined) return undefined;
  const rows = tableOf(edition, item);
  const answers: (readonly boolean[])[] = [];
  for (const { fields, severity, row } of rows) {
    const ofRow = answersTo(fields, record);
    answers.push(ofRow);
    if (ofRow.includes(false)) continue;
    return new Found(severity, row, () => stepsOf(rows, answers));
  }
  throw new RangeError(`The severity table of ${item.item} leaves a record undecided.`);
}

/** Words are for whoever asks why; an import of a large file asks for the class alone. */
class Found implements SeverityFinding {
  readonly severity: Severity;
  readonly row: Row;
  readonly #steps: () => readonly TraceStep[];

  constructor(severity: Severity, row: Row, steps: () => readonly TraceStep[]) {
    this.severity = severity;
    this.row = row;
    this.#steps = steps;
  }

  get steps(): readonly TraceStep[] {
    return this.#steps();
  }
}

/** After the first no the rest is not asked: it may ask about what the first one has found missing. */
function answersTo(fields: readonly AskedField[], record: PublicCreditRecord): readonly boolean[] {
  const answers: boolean[] = [];
  for (const { holds } of fields) {
    answers.push(holds(record));
    if (answers.at(-1) === false) break;
  }
  return answers;
}

function stepsOf(
  rows: readonly AskedRow[],
  answers: readonly (readonly boolean[])[],
): readonly TraceStep[] {
  return answers.flatMap((ofRow, index) => {
    const asked = rows[index];
    if (asked === undefined) return [];
    return asked.fields.length === 0 ? restStep(asked, rows) : rowStep(asked, ofRow);
  });
}

function tableOf(edition: Edition, item: ItemCard): readonly AskedRow[] {
  const ofEdition = tables.get(edition) ?? new Map<string, readonly AskedRow[]>();
  tables.set(edition, ofEdition);
  const known = ofEdition.get(item.item);
  if (known !== undefined) return known;
  const { severity, world } = itemLawOf(edition, item);
  const made = severity.map((row) => askedRow(edition, { item, world }, row));
  ofEdition.set(item.item, made);
  return made;
}

function askedRow(
  edition: Edition,
  { item, world }: { readonly item: ItemCard; readonly world: World },
  { row, questions }: LawRow,
): AskedRow {
  const severity = edition.severities.find(({ code }) => code === row.then);
  if (severity === undefined) {
    throw new RangeError(`${item.item} gives ${row.then}, which is no class of ${edition.code}.`);
  }
  const schema = edition.schemas.get(item.fields);
  return {
    row,
    severity,
    then: worded('then', severity.title),
    bases: basesOf(row),
    fields: questions.map(({ asked, holds }) => ({
      ...wordQuestion(asked, schema, world),
      holds,
    })),
  };
}

function restStep({ severity, bases }: AskedRow, rows: readonly AskedRow[]): TraceStep {
  const answer = { kind: 'code', value: severity.code, title: severity.title } as const;
  return { question: rows.length === 1 ? 'one-class' : 'none-of-above', answer, bases };
}

/** One condition is asked by itself; several stand under the question whether all of them hold. */
function rowStep(asked: AskedRow, answers: readonly boolean[]): TraceStep {
  const { fields, then, bases } = asked;
  const children = fields
    .slice(0, answers.length)
    .map(({ question, params }, index): TraceStep => ({
      question,
      params,
      answer: answers[index] === true ? yes : no,
    }));
  const [only] = children;
  if (only !== undefined && fields.length === 1) {
    return { ...only, params: { ...only.params, ...then }, bases };
  }
  return {
    question: 'all-of',
    params: then,
    answer: answers.includes(false) ? no : yes,
    bases,
    children,
  };
}
