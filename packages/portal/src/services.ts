import type { Casework } from '@credence/casework';

/**
 * What the portal needs from casework, and nothing more: reads, each about what may be published to
 * anyone. A record that has ended and one that never was are both `not-found`.
 */
export type PortalServices = Pick<
  Casework,
  | 'clock'
  | 'searchSubjects'
  | 'viewSubject'
  | 'viewRecord'
  | 'listEditions'
  | 'viewEdition'
  | 'viewCard'
  | 'explain'
>;
