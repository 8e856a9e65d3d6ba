import type { CaseField } from '@credence/casework';
import { parseCivilDate, type JsonValue, type Problem } from '@credence/domain';

import type { FormValues } from '../desk/form-values.ts';
import { fieldWord } from '../words/case-codes.ts';
import type { CaseWords } from '../words/case.ts';
import type { Language } from '@credence/domain';

/** What is wrong with one part of a form, by the name of the part. */
export interface FieldFault {
  readonly name: string;
  readonly says: string;
}

interface Asked {
  readonly form: FormValues;
  readonly say: CaseWords;
  readonly language: Language;
  /** How many points wait for an answer. */
  readonly points: number;
}

interface Read {
  readonly value?: JsonValue;
  readonly faults: readonly FieldFault[];
}

/** Rows that a form offers where nobody knows how many there will be. */
export const rowsOffered = 3;

/** A form as the content of an action, by the same description that made the form. */
export function contentOf(
  fields: readonly CaseField[],
  asked: Asked,
): {
  readonly content: { readonly [name: string]: JsonValue };
  readonly faults: readonly FieldFault[];
} {
  const read = fields.map((field) => [field, readField(field, field.name, asked)] as const);
  return {
    content: Object.fromEntries(
      read.flatMap(([{ name }, { value }]) => (value === undefined ? [] : [[name, value]])),
    ),
    faults: read.flatMap(([, { faults }]) => faults),
  };
}

function readField(field: CaseField, name: string, asked: Asked): Read {
  switch (field.kind) {
    case 'text':
    case 'choice':
    case 'day':
    case 'number':
      return readLine(field, name, asked);
    case 'flag':
      return { value: asked.form.text(name) !== '', faults: [] };
    case 'texts':
      return { value: textsOf(field, name, asked), faults: [] };
    case 'points':
      return readPoints(field, name, asked);
    case 'answers':
      return readAnswers(name, asked);
    case 'group':
      return readGroup(field, name, asked);
    case 'rows': {
      const rows = Array.from({ length: rowsOffered }, (_, at) =>
        readGroup({ ...field, required: false }, `${name}.${String(at)}`, asked),
      );
      return {
        value: rows.flatMap(({ value }) => (value === undefined ? [] : [value])),
        faults: rows.flatMap(({ faults }) => faults),
      };
    }
  }
}

function readLine(field: CaseField, name: string, { form, say, language }: Asked): Read {
  const given = form.text(name);
  const word = fieldWord(language, field.name);
  if (given === '') {
    return { faults: field.required ? [{ name, says: say.missingField(word) }] : [] };
  }
  if (field.kind === 'day' && parseCivilDate(given) === undefined) {
    return { faults: [{ name, says: say.dayInvalid(word) }] };
  }
  if (field.kind !== 'number') return { value: given, faults: [] };
  return /^-?\d{1,15}$/.test(given)
    ? { value: Number(given), faults: [] }
    : { faults: [{ name, says: say.numberInvalid(word) }] };
}

function textsOf(field: CaseField, name: string, { form }: Asked): readonly string[] {
  if (field.options !== undefined) return form.all(name).filter((each) => each !== '');
  return form
    .text(name)
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function readPoints(field: CaseField, name: string, { form, say, language }: Asked): Read {
  const points = form.all(name).filter((each) => each !== '');
  if (points.length === 0 && field.required) {
    return { faults: [{ name, says: say.missingField(fieldWord(language, field.name)) }] };
  }
  return { value: points.map((text) => ({ text })), faults: [] };
}

/** A point without its decision is left out, so that the law says which one is missing. */
function readAnswers(name: string, { form, points, say, language }: Asked): Read {
  const faults: FieldFault[] = [];
  const answers = Array.from({ length: points }, (_, at) => at + 1).flatMap((point) => {
    const place = `${name}.${String(point)}`;
    const [outcome, text] = [form.text(`${place}.outcome`), form.text(`${place}.text`)];
    if (outcome !== '' && text === '') {
      faults.push({ name: `${place}.text`, says: say.missingField(fieldWord(language, 'reason')) });
    }
    return outcome === '' || text === '' ? [] : [{ point, outcome, text }];
  });
  return { value: answers, faults };
}

function readGroup(field: CaseField, name: string, asked: Asked): Read {
  const parts = (field.fields ?? []).map(
    (part) => [part, readField(part, `${name}.${part.name}`, asked)] as const,
  );
  const value = Object.fromEntries(
    parts.flatMap(([part, read]) => (read.value === undefined ? [] : [[part.name, read.value]])),
  );
  const isEmpty = Object.values(value).every(
    (each) => each === false || (Array.isArray(each) && each.length === 0),
  );
  if (isEmpty && !field.required) return { faults: [] };
  return { value, faults: parts.flatMap(([, { faults }]) => faults) };
}

/** Which part of a form a refusal of the law is about. */
const aboutField: Readonly<Partial<Record<Problem['code'], string>>> = {
  'case-notice-incomplete': 'told',
  'case-no-basis': 'basis',
  'case-service-does-not-count': 'mode',
  'case-hearing-too-soon': 'hearingOn',
  'case-presides-investigator': 'presiding',
  'case-points-unanswered': 'answers',
  'case-measure-not-announced': 'measures',
  'case-no-end': 'until',
  'case-ways-out-not-told': 'told',
  'case-condition-unknown': 'condition',
  'case-grounds-missing': 'grounds',
  'case-no-rule': 'conductOn',
  'case-letter-number': 'document',
};

/** The part that a refusal names, where the form has it; else the form as a whole. */
export function fieldOfProblem(
  { code, params }: Problem,
  fields: readonly CaseField[],
): string | undefined {
  const named = code === 'case-order-of-days' ? String(params['field']) : aboutField[code];
  return fields.find(({ name }) => name === named)?.name;
}
