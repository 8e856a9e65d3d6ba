import type {
  AccessCasework,
  BulkCasework,
  CaseCasework,
  Casework,
  ConsultCasework,
  ContractCasework,
  ClassCasework,
  ClassTablesCasework,
  DrawCasework,
  ExplainCasework,
  ExportCasework,
  ImpactCasework,
  IncentiveCasework,
  LetterCasework,
  MatterCasework,
  OwnCasework,
  PersonFileCasework,
  PaperCasework,
  PledgeCasework,
  VisitCasework,
  ReportCasework,
  ReadingCasework,
  RuleDraftCasework,
  RuleReadingCasework,
  ServiceCasework,
  SupplyCasework,
} from '@credence/casework';

/**
 * What the portal needs from casework, and nothing more: reads, each about what may be published to
 * anyone. A record that has ended and one that never was are both `not-found`.
 */
export type PortalServices = AccessCasework &
  MatterCasework &
  OwnCasework &
  PersonFileCasework &
  ReadingCasework &
  RuleReadingCasework &
  RuleDraftCasework &
  ExplainCasework &
  ImpactCasework &
  IncentiveCasework &
  Omit<ContractCasework, 'importContracts'> &
  ConsultCasework &
  PledgeCasework &
  VisitCasework &
  ReportCasework &
  ClassCasework &
  ClassTablesCasework &
  DrawCasework &
  SupplyCasework &
  ExportCasework &
  CaseCasework &
  PaperCasework &
  LetterCasework &
  ServiceCasework &
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
