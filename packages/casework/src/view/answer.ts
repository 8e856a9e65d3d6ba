import type { CivilDate, Identifier } from '@credence/domain';

import type { SearchView } from './view.ts';

/** The day a reader asks about; absent: today. */
export interface AsOf {
  readonly day?: CivilDate;
}

/** By the register's own id, by a scheme and its code, or by a code whose scheme is to be found. */
export type SubjectReference =
  | { readonly by: 'id'; readonly id: string }
  | ({ readonly by: 'identifier' } & Identifier)
  | { readonly by: 'code'; readonly code: string };

export interface Found<View> {
  readonly kind: 'found';
  readonly view: View;
}
export interface NotFound {
  readonly kind: 'not-found';
}

export type SearchOutcome =
  | Found<SearchView>
  | { readonly kind: 'query-too-short' }
  | { readonly kind: 'query-too-long'; readonly limit: number };
