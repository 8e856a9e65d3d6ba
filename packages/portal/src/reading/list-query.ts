import type { ListQuery } from '@credence/casework';
import { type CivilDate, parseCivilDate, problem, type Refusal } from '@credence/domain';

import { lastPage, parsePage } from '../request/page-number.ts';

/** What an address asks of a list, as its texts. */
export interface ListAsked {
  readonly page?: string | undefined;
  readonly order?: string | undefined;
  readonly agency?: string | undefined;
  readonly region?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export type ListAskedOutcome =
  { readonly kind: 'read'; readonly query: Omit<ListQuery, 'day'> } | Refusal;

/** Reads what is asked of a list; a value that cannot be one is named, never guessed. */
export function readListQuery(asked: ListAsked): ListAskedOutcome {
  const page = parsePage(asked.page);
  if (page === undefined) return wrong('page', asked.page, `1-${String(lastPage)}`);
  const order = asked.order === undefined || asked.order === '' ? 'decided' : asked.order;
  if (order !== 'decided' && order !== 'name') return wrong('order', order, 'decided, name');
  const { agency = '', region = '' } = asked;
  if (agency !== '' && !/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(agency)) {
    return wrong('agency', agency, 'A-Z, a-z, 0-9, _, -');
  }
  if (region !== '' && !/^\d{6}$/.test(region)) return wrong('region', region, '000000-999999');
  const days: { decidedFrom?: CivilDate; decidedUntil?: CivilDate } = {};
  for (const [name, field] of [
    ['from', 'decidedFrom'],
    ['until', 'decidedUntil'],
  ] as const) {
    const text = asked[name] ?? '';
    if (text === '') continue;
    const day = parseCivilDate(text);
    if (day === undefined) {
      return { kind: 'refused', problem: problem('day-invalid', { value: text.slice(0, 40) }) };
    }
    days[field] = day;
  }
  return {
    kind: 'read',
    query: {
      ...{ page, order },
      ...(agency === '' ? {} : { agency }),
      ...(region === '' ? {} : { region }),
      ...days,
    },
  };
}

function wrong(parameter: string, value: string | undefined, accepted: string): ListAskedOutcome {
  const params = { parameter, value: (value ?? '').slice(0, 40), accepted };
  return { kind: 'refused', problem: problem('parameter-invalid', params) };
}

const fingerprint = /^[0-9a-f]{64}$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A question about a copy; undefined where it lacks its fingerprint or names nothing. */
export function readCopyQuery(asked: {
  readonly record?: string | undefined;
  readonly organisation?: string | undefined;
  readonly fingerprint?: string | undefined;
}):
  | { readonly fingerprint: string; readonly record?: string; readonly organisation?: string }
  | undefined {
  const [record, organisation, print] = [asked.record, asked.organisation, asked.fingerprint].map(
    (text) => (text ?? '').trim().toLowerCase(),
  );
  if (print === undefined || !fingerprint.test(print)) return undefined;
  const ids = [record, organisation].filter((id) => id !== undefined && id !== '');
  if (ids.length === 0 || ids.some((id) => !uuid.test(id ?? ''))) return undefined;
  return {
    fingerprint: print,
    ...(record === undefined || record === '' ? {} : { record }),
    ...(organisation === undefined || organisation === '' ? {} : { organisation }),
  };
}
