import type { Instant } from '@credence/domain';

import { fieldsWithoutRecords } from './access/fields-without-records.ts';
import type { Access, Journal, LookSpan, PastLooks } from './port/journal.ts';

/** Who looked when, as the store of the fakes keeps it. */
type KeptAccess = Access & { readonly home: string; readonly at: Instant };

/** Past looks, counted as the store does it in SQL. */
export function fakeLooks(
  all: () => readonly KeptAccess[],
): Pick<Journal, 'homesReadBy' | 'readersOf'> {
  return {
    homesReadBy: ({ official, agency }, limit) => {
      const mine = all().filter(
        ({ reader }) => reader.official === official && reader.agency === agency,
      );
      const latest = [...new Set(mine.map(({ home }) => home).reverse())].slice(0, limit);
      return Promise.resolve(
        latest.flatMap((home) => {
          const found = looksOf(mine.filter((each) => each.home === home));
          return found === undefined ? [] : [{ home, ...found }];
        }),
      );
    },
    readersOf: (homes) => {
      const groups = new Map<string, KeptAccess[]>();
      for (const access of all().filter(({ home }) => homes.includes(home))) {
        const { official, agency, role } = access.reader;
        const key = [access.home, official, agency, role].join(' ');
        groups.set(key, [...(groups.get(key) ?? []), access]);
      }
      return Promise.resolve(
        [...groups.values()].flatMap((group) => {
          const [access] = group;
          const found = looksOf(group);
          if (access === undefined || found === undefined) return [];
          return [{ home: access.home, reader: access.reader, ...found }];
        }),
      );
    },
  };
}

function looksOf(looks: readonly KeptAccess[]): PastLooks | undefined {
  if (looks.length === 0) return undefined;
  const hidden: readonly string[] = fieldsWithoutRecords;
  const records = spanOf(
    looks.filter(
      ({ fields }) => fields.includes('records') || !fields.some((each) => hidden.includes(each)),
    ),
  );
  const cases = spanOf(looks.filter(({ fields }) => fields.includes('case')));
  return {
    ...(records === undefined ? {} : { records }),
    ...(cases === undefined ? {} : { cases }),
  };
}

function spanOf(looks: readonly KeptAccess[]): LookSpan | undefined {
  const first = looks[0]?.at;
  const last = looks.at(-1)?.at;
  return first === undefined || last === undefined ? undefined : { firstAt: first, lastAt: last };
}
