import type { FactValue, PublicCreditRecord } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { fieldOf } from '../project/record-rows.ts';
import { codeTitles, columnOf, titleOf } from '../view/record-view.ts';
import type { ComparedField, StatedValue } from './matter.ts';

/** Fields that every record has, whatever its schema calls them. */
const commonFields = ['subject_name', 'subject_code', 'document_number', 'decided'] as const;

/**
 * The row of a matter field by field, beside what the register holds for the same document: every
 * field that either states, in the order of the item's schema.
 */
export function compareStatements(
  edition: Edition,
  stated: PublicCreditRecord,
  held: PublicCreditRecord | undefined,
): readonly ComparedField[] {
  const schema = edition.items.get(stated.item)?.fields ?? '';
  const ofSchema = edition.schemas.get(schema)?.columns.map(({ field }) => field) ?? [];
  const others = [stated, held].flatMap((record) => Object.keys(record?.facts ?? {}));
  const fields = [...new Set([...ofSchema, ...commonFields, ...others])];
  return fields.flatMap((field): ComparedField[] => {
    const column = columnOf(edition, schema, field);
    const now = valueOf(stated, field);
    const before = held === undefined ? undefined : valueOf(held, field);
    if (now === undefined && before === undefined) return [];
    const toStated = (value: FactValue): StatedValue => {
      const codes = codeTitles(column, value);
      return { value, ...(codes === undefined ? {} : { codes }) };
    };
    return [
      {
        field,
        title: column === undefined ? { en: field } : titleOf(column),
        ...(before === undefined ? {} : { held: toStated(before) }),
        ...(now === undefined ? {} : { stated: toStated(now) }),
        differs: held !== undefined && JSON.stringify(now) !== JSON.stringify(before),
      },
    ];
  });
}

function valueOf(record: PublicCreditRecord, field: string): FactValue | undefined {
  if (field === 'served') return record.service.kind === 'shown' ? record.service.on : undefined;
  if (field === 'service_mode') {
    return record.service.kind === 'shown' ? record.service.mode : undefined;
  }
  // The scheme is said by the title already.
  if (field === 'subject_code') return record.subject.identifiers[0].value;
  return fieldOf(record, field);
}
