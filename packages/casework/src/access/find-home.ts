import type { CivilDate, Identifier } from '@credence/domain';
import { schemesOf, type Rulebook } from '@credence/rulebook';

import type { SubjectReference } from '../view/answer.ts';
import type { Entry } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { SubjectHead } from './access-casework.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The identifier a text is, in the schemes of the law in force; undefined where it is none. */
export function readIdentifier(
  code: string,
  rulebook: Rulebook,
  today: CivilDate,
): Identifier | undefined {
  const edition = rulebook.on(today);
  const found = edition === undefined ? undefined : schemesOf(edition).detect(code);
  if (found?.check.kind !== 'valid') return undefined;
  return { scheme: found.scheme.id, value: found.check.value };
}

/** Home of a subject, public or not. */
export async function findHome(
  register: Register,
  reference: SubjectReference,
  law: { readonly rulebook: Rulebook; readonly today: CivilDate },
): Promise<string | undefined> {
  switch (reference.by) {
    case 'id':
      return uuid.test(reference.id) ? reference.id.toLowerCase() : undefined;
    case 'identifier':
      return register.findByIdentifier({ scheme: reference.scheme, value: reference.value });
    case 'code': {
      const identifier = readIdentifier(reference.code, law.rulebook, law.today);
      return identifier === undefined ? undefined : register.findByIdentifier(identifier);
    }
  }
}

/** Who a subject is by all that is held; undefined where nothing is. */
export function headOf(home: string, entries: readonly Entry[]): SubjectHead | undefined {
  const { records } = foldSubject(home, entries);
  const newestFirst = records
    .toSorted((a, b) => b.position - a.position)
    .map(({ record }) => record.subject);
  if (newestFirst.length === 0) return undefined;
  const name = newestFirst.find((subject) => subject.name !== undefined)?.name;
  const identifiers = new Map(
    newestFirst
      .flatMap((subject) => subject.identifiers)
      .map((identifier) => [`${identifier.scheme}:${identifier.value}`, identifier]),
  );
  return {
    id: home,
    ...(name === undefined ? {} : { name }),
    identifiers: [...identifiers.values()],
  };
}
