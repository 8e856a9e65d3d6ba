import {
  parseAmount,
  parseCivilDate,
  problem,
  type JsonValue,
  type Problem,
} from '@credence/domain';
import type { DutyCard } from '@credence/rulebook';

import type { FiledValue } from '../entry/duty-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';

type Content = DutyCard['contents'][number];

/** What a form or a file said, as the card wants it; or everything that does not fit. */
export function readFields(
  { contents }: DutyCard,
  said: JsonValue,
  currency: string,
):
  | { readonly kind: 'read'; readonly fields: Readonly<Record<string, FiledValue>> }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  const given = new Map(typeof said === 'object' && said !== null ? Object.entries(said) : []);
  const fields: [string, FiledValue][] = [];
  const problems: Problem[] = [];
  for (const field of given.keys()) {
    if (contents.some((content) => content.field === field)) continue;
    const accepted = contents.map((content) => content.field).join(', ');
    problems.push(problem('duty-field', { field, value: field, accepted }));
  }
  for (const content of contents) {
    const { field, required } = content;
    const value = textOf(given.get(field));
    if (value === '') {
      if (required)
        problems.push(problem('duty-field', { field, value: '—', accepted: forms[content.kind] }));
      continue;
    }
    const read = readValue(content, value, currency);
    if (read === undefined) {
      problems.push(problem('duty-field', { field, value, accepted: forms[content.kind] }));
    } else if (content.kind === 'text' && holdsPersonData(value)) {
      problems.push(problem('case-person-number', { field }));
    } else fields.push([field, read]);
  }
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'read', fields: Object.fromEntries(fields) };
}

/** How a value of each kind is written. */
const forms: Readonly<Record<Content['kind'], string>> = {
  text: '1-2000',
  money: '1234.56',
  count: '0, 1, 2 …',
  day: 'YYYY-MM-DD',
  yes_no: 'yes | no',
};

function textOf(given: JsonValue | undefined): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
}

function readValue({ kind }: Content, text: string, currency: string): FiledValue | undefined {
  switch (kind) {
    case 'text':
      return text.length > 2_000 ? undefined : text;
    case 'money': {
      const read = parseAmount(text, { currency, unit: 'base' });
      return read.kind === 'amount' ? read.money : undefined;
    }
    case 'count':
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    case 'day':
      return parseCivilDate(text);
    case 'yes_no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
  }
}
