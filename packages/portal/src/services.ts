import type {
  AccessCasework,
  BulkCasework,
  CaseCasework,
  Casework,
  ConsultCasework,
  ContractCasework,
  DutyCasework,
  ClassCasework,
  ClassTablesCasework,
  DrawCasework,
  ExplainCasework,
  ExportCasework,
  ImpactCasework,
  IncentiveCasework,
  LetterCasework,
  LifeCasework,
  MatterCasework,
  NoticeCasework,
  OwnCasework,
  PersonFileCasework,
  PaperCasework,
  PledgeCasework,
  VisitCasework,
  ReportCardCasework,
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
  NoticeCasework &
  PersonFileCasework &
  ReadingCasework &
  RuleReadingCasework &
  RuleDraftCasework &
  ExplainCasework &
  ImpactCasework &
  IncentiveCasework &
  Omit<ContractCasework, 'importContracts'> &
  Omit<DutyCasework, 'remindDue'> &
  ConsultCasework &
  LifeCasework &
  PledgeCasework &
  VisitCasework &
  ReportCardCasework &
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
