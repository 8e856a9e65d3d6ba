import {
  minorDigits,
  type CivilDate,
  type FactValue,
  type Money,
  type PublicCreditRecord,
  type SubjectKind,
} from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { RegimeRow } from './regime-law.ts';

/**
 * The record that a finding becomes: decided, served and its conduct ended on one day, with the
 * amount in the field that the mapping names. Undefined where the row names no item.
 */
export function representRecord(
  edition: Edition,
  { row, subjects }: RegimeRow,
  given: { readonly amount: number; readonly day: CivilDate; readonly id?: string },
): PublicCreditRecord | undefined {
  const { amount, day, id = 'form' } = given;
  const item = row.item === undefined ? undefined : edition.items.get(row.item);
  if (item === undefined) return undefined;
  const fields = new Set(edition.schemas.get(item.fields)?.columns.map(({ field }) => field) ?? []);
  const days: Record<string, FactValue> = {};
  for (const name of ['decided', 'served', 'conduct_ended', 'published']) {
    if (fields.has(name)) days[name] = day;
  }
  const facts: Record<string, FactValue> = { ...days, ...row.facts };
  if (row.amount !== undefined) facts[row.amount] = inMinorUnits(amount, edition.currency);
  return {
    recordId: id,
    item: item.item,
    edition: edition.code,
    takenInOn: day,
    batchId: 'lab',
    row: 1,
    subject: { kind: kindOf(subjects), identifiers: [{ scheme: 'synthetic_subject', value: '1' }] },
    provider: { code: 'lab', name: 'lab' },
    document: { number: id },
    decidedOn: day,
    service: { kind: 'shown', on: day, mode: 'direct' },
    facts,
  };
}

/**
 * The live register has no word for a person, so that none can ever be recorded there. Past regimes
 * had: their cards say `natural_person`, and the rules compare that word with the record's.
 */
function kindOf(subjects: RegimeRow['subjects']): SubjectKind {
  return subjects as SubjectKind;
}

function inMinorUnits(yuan: number, currency: string): Money {
  return { amount: Math.round(yuan * 10 ** minorDigits(currency)), currency };
}
