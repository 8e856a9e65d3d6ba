import type { FactValue, Localised } from '@credence/domain';

import type { SchemaColumn } from '../card/schema-card.ts';
import type { CardOf } from '../card/card-kinds.ts';
import type { Expression } from '../language/tree.ts';
import type { World } from '../language/world.ts';
import { worded, type QuestionCode } from '../trace/trace.ts';
import { noLabels, type Labels } from '../words/labels.ts';
import { writeCondition } from '../words/write-condition.ts';
import { fieldAsked } from './questions-of.ts';

/** A question of a row in the words of the edition. */
export interface WordedQuestion {
  readonly question: QuestionCode;
  readonly params: Readonly<Record<string, FactValue>>;
}

/** Puts a question about a record into words: in its own where it only asks for codes of a field. */
export function wordQuestion(
  asked: Expression,
  schema: CardOf<'schema'> | undefined,
  world: World,
): WordedQuestion {
  const last = asked.op === 'and' ? asked.parts.at(-1) : asked;
  const field = last === undefined ? undefined : fieldAsked(last);
  const codes = last === undefined ? undefined : codesAsked(last);
  if (last === undefined || field === undefined || codes === undefined) {
    return { question: 'condition-holds', params: conditionWords(last ?? asked, schema, world) };
  }
  const column = schema?.columns.find((candidate) => candidate.field === field);
  const titles = codes.map((code) => titleOf(code, column));
  const params = { ...worded('field', column?.says ?? { zh: field }), ...listed('codes', titles) };
  return { question: questionOf(last), params };
}

function conditionWords(
  condition: Expression,
  schema: CardOf<'schema'> | undefined,
  world: World,
): Record<string, FactValue> {
  const labels = labelsOf(schema);
  const written = (['zh', 'en'] as const).map((language): [string, string] => [
    `condition.${language}`,
    writeCondition({ world, labels, language }, condition),
  ]);
  return Object.fromEntries(written);
}

function labelsOf(schema: CardOf<'schema'> | undefined): Labels {
  const column = (field: string) => schema?.columns.find((candidate) => candidate.field === field);
  return {
    ...noLabels,
    field: (_, name) => column(name)?.says,
    // The list of a column is called by the schema and the field.
    code: (list, code) => {
      const codes = column(list.slice(list.lastIndexOf('.') + 1))?.codes;
      return codes?.find((entry) => entry.code === code)?.title;
    },
  };
}

function questionOf({ op }: Expression): QuestionCode {
  if (op === 'codes-some') return 'field-any';
  return op === 'codes-every' ? 'field-only' : 'field-is';
}

/** The codes that a question names, where it asks for nothing but them. */
function codesAsked(question: Expression): readonly string[] | undefined {
  switch (question.op) {
    case 'compare':
      return question.how === '==' && question.right.op === 'literal'
        ? codesOnly([question.right.value])
        : undefined;
    case 'in':
      return codesOnly(question.members);
    case 'codes-some':
    case 'codes-every': {
      const { body } = question;
      const of = body.op === 'compare' ? body.left : body.op === 'in' ? body.of : undefined;
      return of?.op === 'member' ? codesAsked(body) : undefined;
    }
    default:
      return undefined;
  }
}

function codesOnly(values: readonly (string | number | boolean)[]): readonly string[] | undefined {
  const codes = values.filter((value) => typeof value === 'string');
  return codes.length === values.length ? codes : undefined;
}

function titleOf(code: string, column: SchemaColumn | undefined): Localised {
  return column?.codes.find((entry) => entry.code === code)?.title ?? { zh: code };
}

/** Lists of words, one for each language that all of them have. */
function listed(name: string, titles: readonly Localised[]): Record<string, readonly string[]> {
  const wordings: Record<string, readonly string[]> = {};
  for (const language of ['zh', 'en'] as const) {
    const words = titles.map((title) => title[language]).filter((word) => word !== undefined);
    if (words.length === titles.length) wordings[`${name}.${language}`] = words;
  }
  return wordings;
}
