import type { NamedPlace, PersonPlace } from '@credence/casework';

/** Everything the keeper can be asked: there is no list among it, and no way from a key to a number. */
export type KeeperQuestion =
  | { readonly ask: 'admit'; readonly number: string }
  | { readonly ask: 'blind'; readonly number: string; readonly place: PersonPlace }
  | { readonly ask: 'knows'; readonly pass: string }
  | { readonly ask: 'match'; readonly pass: string; readonly places: readonly NamedPlace[] };

export type KeeperAnswer =
  /** A pass or a key. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flags'; readonly flags: readonly boolean[] }
  | { readonly kind: 'refused'; readonly because: 'too-often' | 'pass-over' };

export interface KeeperRequest {
  readonly id: number;
  readonly question: KeeperQuestion;
}

export interface KeeperReply {
  readonly id: number;
  readonly answer: KeeperAnswer;
}
