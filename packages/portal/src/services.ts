import type {
  AccessCasework,
  BulkCasework,
  Casework,
  ExplainCasework,
  ExportCasework,
  ImpactCasework,
  MatterCasework,
  ReadingCasework,
  RuleDraftCasework,
  RuleReadingCasework,
  SupplyCasework,
} from '@credence/casework';

/**
 * What the portal needs from casework, and nothing more: reads, each about what may be published to
 * anyone. A record that has ended and one that never was are both `not-found`.
 */
export type PortalServices = AccessCasework &
  MatterCasework &
  ReadingCasework &
  RuleReadingCasework &
  RuleDraftCasework &
  ExplainCasework &
  ImpactCasework &
  SupplyCasework &
  ExportCasework &
  Omit<BulkCasework, 'publishDownloads' | 'keepDownloads'> &
  Pick<
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
