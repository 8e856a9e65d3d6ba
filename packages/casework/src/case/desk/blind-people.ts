import { problem, type JsonValue } from '@credence/domain';

import type { PersonPlace } from '../../port/person-keys.ts';
import { residentNumber } from '../form/act-fields.ts';
import { refuse, type CaseParts, type Refused } from './open-desk.ts';

/**
 * Puts the blind key of this case in the place of each number by which an order names a person. The
 * number goes no further than the process that keeps the keys; a key that is given is refused.
 */
export async function blindPeople(
  { personKeys }: Pick<CaseParts, 'personKeys'>,
  content: JsonValue,
  place: PersonPlace,
): Promise<{ readonly kind: 'content'; readonly content: JsonValue } | Refused> {
  const matter = isObject(content) ? content['matter'] : undefined;
  const people = isObject(matter) && matter['case'] === 'spending' ? matter['persons'] : undefined;
  if (!isObject(content) || !isObject(matter) || !isList(people)) {
    return { kind: 'content', content };
  }
  const persons: JsonValue[] = [];
  for (const person of people) {
    // What is no object is refused with the form, which comes next.
    if (!isObject(person)) return { kind: 'content', content };
    const { [residentNumber]: number, key, ...said } = person;
    if (key !== undefined || (number !== undefined && typeof number !== 'string')) {
      return refuse(problem('case-form', { act: 'opened' }));
    }
    if (number === undefined) {
      persons.push(said);
      continue;
    }
    const answer = await personKeys?.blind(number, place);
    if (answer === undefined) return refuse(problem('person-keys-unavailable', {}));
    if (answer.kind === 'refused') return refuse(answer.problem);
    persons.push({ ...said, key: answer.key });
  }
  return { kind: 'content', content: { ...content, matter: { ...matter, persons } } };
}

function isObject(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
