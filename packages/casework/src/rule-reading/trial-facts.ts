import type { Localised } from '@credence/domain';
import {
  askedFields,
  type FactFault,
  type Type,
  type WrittenFact,
  type WrittenSubject,
} from '@credence/rulebook';

import { recordTitle, theSubject } from './rule-cases.ts';
import type { ReadyProgram } from './rule-programs.ts';
import type { TrialField, TrialView } from './rule-reading.ts';

/** A field of a trial with the place its facts are kept in. */
export interface PlacedField extends TrialField {
  /** As faults name it: `org`, or `penalties[penalties-0001]`. */
  readonly at: string;
  readonly field: string;
  readonly group: Localised;
}

type Typed = { readonly type: Type; readonly optional: boolean };

/** Facts of a sample that its program asks for; a list of codes stays as the sample has it. */
export function fieldsOfTrial(
  program: ReadyProgram,
  given: WrittenSubject,
  changed: Readonly<Record<string, string>>,
): readonly PlacedField[] {
  const { world } = program.evaluator.program;
  const asked = askedFields(program.evaluator.program);
  const ofPart = (part: {
    readonly prefix: string;
    readonly of: string;
    readonly at: string;
    readonly group: Localised;
    readonly fields: ReadonlyMap<string, Typed>;
    readonly written: Readonly<Record<string, WrittenFact>>;
  }): PlacedField[] =>
    [...part.fields].flatMap(([field, { type, optional }]) => {
      const shown = inputOf(type);
      if (!asked.has(`${part.of}.${field}`) || shown === undefined) return [];
      const name = `${part.prefix}.${field}`;
      const codes = type.kind === 'code' ? (world.codeLists.get(type.list) ?? []) : [];
      return [
        {
          name,
          field,
          at: part.at,
          group: part.group,
          title: program.labels.field(part.of, field) ?? { zh: field, en: field },
          type: shown,
          optional,
          value: changed[name] ?? textOf(part.written[field], { type, optional }),
          choices: codes.map((code) => ({
            code,
            title: codeTitle(program, type, code),
          })),
        },
      ];
    });
  const ofSubject = ofPart({
    prefix: 'org',
    of: 'org',
    at: 'org',
    group: theSubject,
    fields: world.subject,
    written: given.subject ?? {},
  });
  const ofRecords = Object.entries(given.records ?? {}).flatMap(([collection, list]) =>
    list.flatMap((written, place) =>
      ofPart({
        prefix: `${collection}.${String(place + 1)}`,
        of: collection,
        at: `${collection}[${collection}-${String(place + 1).padStart(4, '0')}]`,
        group: recordTitle(program, collection, place),
        fields: world.collections.get(collection)?.fields ?? new Map<string, Typed>(),
        written,
      }),
    ),
  );
  return [...ofSubject, ...ofRecords];
}

/** The same fields gathered under what they are about, each with what is wrong with it. */
export function groupsOfTrial(
  fields: readonly PlacedField[],
  faults: readonly FactFault[],
): TrialView['groups'] {
  const groups = new Map<string, { title: Localised; fields: TrialField[] }>();
  for (const { at, field, group, ...shown } of fields) {
    const fault = faults.find((each) => each.at === `${at}.${field}`);
    const found = groups.get(at) ?? { title: group, fields: [] };
    groups.set(at, found);
    found.fields.push(
      fault === undefined
        ? shown
        : { ...shown, fault: { found: fault.found, accepted: fault.accepted } },
    );
  }
  return [...groups.values()];
}

/** The facts of the sample with the changed ones in their places. */
export function toWritten(
  program: ReadyProgram,
  given: WrittenSubject,
  changed: Readonly<Record<string, string>>,
): WrittenSubject {
  const { world } = program.evaluator.program;
  const change = (
    written: Readonly<Record<string, WrittenFact>>,
    prefix: string,
    fields: ReadonlyMap<string, Typed> | undefined,
  ): Readonly<Record<string, WrittenFact>> => {
    const facts = new Map(Object.entries(written));
    for (const [field, { type }] of fields ?? []) {
      const text = changed[`${prefix}.${field}`];
      if (text === undefined) continue;
      if (text.trim() === '') facts.delete(field);
      else facts.set(field, factOf(text.trim(), type));
    }
    return Object.fromEntries(facts);
  };
  return {
    subject: change(given.subject ?? {}, 'org', world.subject),
    records: Object.fromEntries(
      Object.entries(given.records ?? {}).map(([collection, list]) => [
        collection,
        list.map((written, place) =>
          change(
            written,
            `${collection}.${String(place + 1)}`,
            world.collections.get(collection)?.fields,
          ),
        ),
      ]),
    ),
  };
}

/** What cannot be read stays as it was typed, for the reader of facts to refuse by its place. */
function factOf(text: string, type: Type): WrittenFact {
  if (type.kind === 'bool' && (text === 'yes' || text === 'no')) return text === 'yes';
  if (type.kind === 'int' && /^-?\d{1,15}$/.test(text)) return Number(text);
  return text;
}

/** A flag that a case does not write is not set, as `readWritten` has it. */
function textOf(written: WrittenFact | undefined, { type, optional }: Typed): string {
  if (type.kind === 'bool') {
    if (written === undefined) return optional ? '' : 'no';
    return written === true ? 'yes' : 'no';
  }
  return written === undefined || typeof written === 'object' ? '' : String(written);
}

function inputOf({ kind }: Type): TrialField['type'] | undefined {
  switch (kind) {
    case 'bool':
      return 'yes-no';
    case 'int':
      return 'number';
    case 'codes':
      return undefined;
    default:
      return kind;
  }
}

function codeTitle({ labels }: ReadyProgram, type: Type, code: string): Localised {
  const title = type.kind === 'code' ? labels.code(type.list, code) : undefined;
  return title ?? { zh: code, en: code };
}
