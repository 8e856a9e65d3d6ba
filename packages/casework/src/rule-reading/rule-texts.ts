import type { JsonValue, Localised } from '@credence/domain';
import {
  noLabels,
  readItemConditions,
  writeCondition,
  type Edition,
  type Labels,
} from '@credence/rulebook';

import type { CardKind } from '../view/view.ts';
import { findProgram, inBoth, type ReadyProgram } from './rule-programs.ts';
import type { RuleText } from './rule-reading.ts';

/** Every expression of a card, in plain words and as it is written. */
export function textsOf(
  edition: Edition,
  place: { readonly kind: CardKind; readonly id: string },
): readonly RuleText[] {
  if (place.kind === 'item') return itemTexts(edition, place.id);
  const program = findProgram(edition, place);
  return program === undefined ? [] : programTexts(program);
}

const rest: Localised = { zh: '其他情形', en: 'everything else' };
const neverPublic: Localised = { zh: '一律不公示', en: 'Never public' };

/** Which class a record has, and which records are never public. */
function itemTexts(edition: Edition, id: string): readonly RuleText[] {
  const item = edition.items.get(id);
  const schema = item === undefined ? undefined : edition.schemas.get(item.fields);
  if (item === undefined || schema === undefined) return [];
  const { world, severity, neverPublic: hidden } = readItemConditions(item, schema, edition);
  const column = (name: string) => schema.columns.find(({ field }) => field === name);
  const labels: Labels = {
    ...noLabels,
    field: (_, name) => column(name)?.says,
    code: (list, code) => column(list)?.codes.find((each) => each.code === code)?.title,
    collection: () => item.title,
    value: (name) => edition.values.get(name)?.title,
  };
  const rows = severity.map(({ row, when }, index): RuleText => ({
    path: `severity.rows.${String(index + 1)}`,
    title: edition.severities.find(({ code }) => code === row.then)?.title ?? { en: row.then },
    says:
      when === undefined
        ? rest
        : inBoth((language) => writeCondition({ world, labels, language }, when)),
    text: row.when,
  }));
  const never = hidden.map(({ row, when }, index): RuleText => ({
    path: `never-public.${String(index + 1)}`,
    title: neverPublic,
    says: inBoth((language) => writeCondition({ world, labels, language }, when)),
    text: row.when,
  }));
  return [...rows, ...never];
}

function programTexts({ card, evaluator, labels }: ReadyProgram): readonly RuleText[] {
  const { program } = evaluator;
  const { world } = program;
  return program.rules.flatMap(({ name, title, text, value, exceptions }) => {
    const says = inBoth((language) => writeCondition({ world, labels, language }, value));
    const place = card.indicators.findIndex(({ indicator }) => indicator === name);
    const path = place < 0 ? name : `indicators.${String(place + 1)}`;
    const own: RuleText = { path, title, says, text };
    const instead = exceptions.map((each): RuleText => ({
      path: `${path}.exceptions.${each.name}`,
      title: each.title,
      says: inBoth((language) => writeCondition({ world, labels, language }, each.when)),
      text: exceptionText(card.indicators[place]?.exceptions, each.name),
    }));
    return [own, ...instead];
  });
}

function exceptionText(
  exceptions: readonly { readonly name: string; readonly when: string }[] | undefined,
  name: string,
): string {
  return exceptions?.find((each) => each.name === name)?.when ?? name;
}

/** Every article that a card cites, each once, in the order of the card. */
export function citationsOf(
  card: JsonValue,
): readonly { readonly source: string; readonly at: string }[] {
  const found = new Map<string, { source: string; at: string }>();
  const walk = (value: JsonValue): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isList(value)) {
      const { source, at } = value;
      if (typeof source === 'string' && typeof at === 'string') {
        found.set(`${source} ${at}`, { source, at });
      }
    }
    for (const part of Object.values(value)) walk(part);
  };
  walk(card);
  return [...found.values()];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
