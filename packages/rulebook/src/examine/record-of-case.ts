import {
  parseAmount,
  parseCivilDate,
  type CivilDate,
  type FactValue,
  type PublicCreditRecord,
  type Service,
  type SubjectKind,
} from '@credence/domain';

import type { StatedFacts } from '../card/case-parts.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import type { Edition } from '../edition/edition.ts';

/** The record a case speaks of, or what its card states wrongly. */
export type CaseRecord =
  | { readonly kind: 'record'; readonly record: PublicCreditRecord }
  | { readonly kind: 'refused'; readonly field: string; readonly said: string };

const kinds: readonly SubjectKind[] = ['organisation', 'public_body', 'sole_trader'];

/** Facts that every record has, whatever its schema names. */
const always: readonly string[] = ['taken_in', 'sealed', 'decided', 'corrected', 'subject_class'];

/** Reads the facts of a case as a file of the item would state them. */
export function recordOfCase(edition: Edition, item: ItemCard, given: StatedFacts): CaseRecord {
  const columns = new Map(
    (edition.schemas.get(item.fields)?.columns ?? []).flatMap((column) =>
      column.field === 'none' ? [] : [[column.field, column] as const],
    ),
  );
  const facts: Record<string, FactValue> = {};
  for (const [field, stated] of Object.entries(given)) {
    const column = columns.get(field);
    if (column === undefined && !always.includes(field)) {
      const accepted = [...new Set([...columns.keys(), ...always])].join(', ');
      return { kind: 'refused', field, said: `${field} is no field of ${item.item}: ${accepted}` };
    }
    const read = readStated(edition, field, column, stated);
    if ('said' in read) return { kind: 'refused', field, said: read.said };
    facts[field] = read.fact;
  }
  const decidedOn = dayOf(facts['decided']);
  if (decidedOn === undefined)
    return { kind: 'refused', field: 'decided', said: 'decided is missing' };
  return { kind: 'record', record: makeRecord(edition, item, { facts, decidedOn }) };
}

type Read = { readonly fact: FactValue } | { readonly said: string };

function readStated(
  edition: Edition,
  field: string,
  column: SchemaColumn | undefined,
  stated: StatedFacts[string],
): Read {
  const wrong = (accepted: string): Read => ({
    said: `${field}: found ${JSON.stringify(stated)}, accepted ${accepted}`,
  });
  if (field === 'sealed') return typeof stated === 'boolean' ? { fact: stated } : wrong('true');
  if (field === 'subject_class') {
    return kinds.some((kind) => kind === stated) ? { fact: stated } : wrong(kinds.join(', '));
  }
  const codes = column?.codes.map(({ code }) => code) ?? [];
  switch (column?.type ?? 'date') {
    case 'date':
      // `none` stands for a document that runs without an end.
      if (field === 'valid_until' && stated === 'none') return { fact: stated };
      return typeof stated === 'string' && parseCivilDate(stated) !== undefined
        ? { fact: stated }
        : wrong('a day written YYYY-MM-DD');
    case 'code':
      return typeof stated === 'string' && codes.includes(stated)
        ? { fact: stated }
        : wrong(codes.join(', '));
    case 'codes':
      return isList(stated) && stated.every((code) => codes.includes(code))
        ? { fact: stated }
        : wrong(`a list of ${codes.join(', ')}`);
    case 'money': {
      const [currency, amount] = typeof stated === 'string' ? stated.split(' ') : [];
      if (currency !== edition.currency || amount === undefined) return wrong('CNY 1.00');
      const read = parseAmount(amount, { currency, unit: 'base' });
      return read.kind === 'amount' ? { fact: read.money } : wrong('CNY 1.00');
    }
    default:
      return { fact: stated };
  }
}

function makeRecord(
  edition: Edition,
  item: ItemCard,
  stated: { readonly facts: Readonly<Record<string, FactValue>>; readonly decidedOn: CivilDate },
): PublicCreditRecord {
  const { facts, decidedOn } = stated;
  const servedOn = dayOf(facts['served']);
  const service: Service =
    servedOn === undefined
      ? { kind: 'not-shown' }
      : { kind: 'shown', on: servedOn, mode: 'direct' };
  const validFrom = dayOf(facts['valid_from']);
  const validUntil = facts['valid_until'] === 'none' ? 'none' : dayOf(facts['valid_until']);
  const correctedOn = dayOf(facts['corrected']);
  const kind = kinds.find((each) => each === facts['subject_class']) ?? 'organisation';
  return {
    recordId: 'case',
    item: item.item,
    edition: edition.code,
    takenInOn: dayOf(facts['taken_in']) ?? decidedOn,
    batchId: 'case',
    row: 1,
    subject: { kind, identifiers: [{ scheme: 'case', value: '1' }] },
    provider: { code: 'case', name: 'case' },
    decidedOn,
    service,
    facts,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(correctedOn === undefined ? {} : { correctedOn }),
    ...(facts['sealed'] === true ? { sealed: true } : {}),
  };
}

function dayOf(fact: FactValue | undefined): CivilDate | undefined {
  return typeof fact === 'string' ? parseCivilDate(fact) : undefined;
}

function isList(stated: StatedFacts[string]): stated is readonly string[] {
  return Array.isArray(stated);
}
