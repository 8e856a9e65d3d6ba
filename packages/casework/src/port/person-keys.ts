import type { Refusal } from '@credence/domain';

/** Where somebody is named: the authority that decides there, and the case. */
export interface PersonPlace {
  readonly agency: string;
  readonly caseId: string;
}

/** A place with the blind key that the case has for whoever it names. */
export interface NamedPlace extends PersonPlace {
  readonly key: string;
}

/**
 * Turns the numbers of people into blind keys, in a process of its own that alone has the secret. A
 * key holds in one case: the same person has another one in every other, so that nothing in the
 * store can be joined. No number is kept anywhere, and nothing lists, exports or turns a key back.
 */
export interface PersonKeys {
  /** For the length of a sign-in: a pass at random that stands for a number proven elsewhere. */
  admit(number: string): Promise<{ readonly kind: 'admitted'; readonly pass: string } | Refusal>;
  /** The key of a person in one case, as an authority names him there. */
  blind(
    number: string,
    place: PersonPlace,
  ): Promise<{ readonly kind: 'blinded'; readonly key: string } | Refusal>;
  /** Whether the pass still holds. */
  knows(pass: string): Promise<boolean>;
  /** Which of these places name whoever has the pass; only the person's own request asks this. */
  match(
    pass: string,
    places: readonly NamedPlace[],
  ): Promise<{ readonly kind: 'matched'; readonly own: readonly boolean[] } | Refusal>;
}
