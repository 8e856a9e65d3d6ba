import type { CardKind } from '../card/card-kinds.ts';

/** Fields of cards that share their words. */
export interface WordField {
  /** Whether `known` is all there is; otherwise it is what every edition may take for granted. */
  readonly closed: boolean;
  readonly known: readonly string[];
  /** Kind and path of the fields, in the words of the file. */
  readonly at: readonly (readonly [CardKind, string])[];
}

/** Fields of a procedure stand in lists and in measures that follow by themselves. */
function ofRules(...paths: readonly string[]): (readonly [CardKind, string])[] {
  return paths.flatMap((path) => [['list', path] as const, ['measure', path] as const]);
}

/** Ways of service that leave proof. */
export const waysOfService: readonly string[] = [
  'inbox_receipt',
  'registered_letter',
  'in_person',
  'left_at_address',
  'by_deputy',
  'public_notice',
];

/** Codes that no card declares, by what they name. */
export const wordFields: readonly WordField[] = [
  {
    closed: true,
    known: ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'],
    at: ofRules('procedure.notice.contents'),
  },
  {
    closed: true,
    known: [...waysOfService, 'portal_only', 'none'],
    at: ofRules('procedure.notice.service'),
  },
  {
    closed: true,
    known: ['all_identified', 'none'],
    at: ofRules('remedies.recipients-told'),
  },
  {
    closed: true,
    known: ['withdrawals_acknowledged', 'all_records', 'none'],
    at: [
      ['list', 'use.bulk'],
      ['sharing', 'use.bulk'],
    ],
  },
  {
    closed: false,
    known: [
      'case_officer',
      'legal_reviewer',
      'head_of_authority',
      'other_unit',
      'higher_authority',
      'higher_court',
      'court_president',
      'enforcement_judge',
      'collegial_panel',
      'automatic',
      'same_officer',
      'same_unit',
      'vendor_support',
      'none',
    ],
    at: [
      ...ofRules(
        'procedure.decides',
        'procedure.reviews',
        'procedure.approves',
        'remedies.review.by',
      ),
      ['operation', 'by'],
      ['operation', 'second'],
    ],
  },
  {
    closed: false,
    known: ['executing_agencies', 'market_supervision', 'all'],
    at: [
      ...ofRules('issuer.competence'),
      ['scale', 'issuer.competence'],
      ['competence', 'body'],
      ['measure', 'implementing'],
      ['list', 'use.recipients'],
      ['sharing', 'use.recipients'],
      ['risk-class', 'by'],
      ['inspection-plan', 'by'],
      ['checklist', 'by'],
      ['evaluation', 'grader'],
      ['incentive', 'terms.provider.body'],
      ['pledge', 'approval.provider.body'],
    ],
  },
  {
    closed: false,
    known: ['food', 'drugs', 'procurement', 'construction', 'environment', 'labour', 'transport'],
    at: [
      ...ofRules('trigger.domains', 'follows.domains'),
      ['item', 'domains'],
      ['measure', 'domain'],
      ['competence', 'domains'],
      ['source', 'cross-domain'],
    ],
  },
  {
    closed: false,
    known: ['national', 'province', 'city', 'county', 'district', 'township'],
    at: [
      ...ofRules('issuer.level'),
      ['scale', 'issuer.level'],
      ['competence', 'levels'],
      ['incentive', 'terms.provider.level'],
      ['pledge', 'approval.provider.level'],
    ],
  },
  {
    closed: false,
    known: ['supervision', 'publicity'],
    at: [
      ['item', 'purposes'],
      ['list', 'use.purposes'],
      ['sharing', 'use.purposes'],
      ['query', 'purposes'],
    ],
  },
  {
    closed: false,
    known: [
      'apply',
      'mark',
      'platform_check',
      'source_decides',
      'answer',
      'decide',
      'authority_decides',
      'forward',
      'correct',
      'supply',
    ],
    at: [['clock', 'steps.step']],
  },
  {
    closed: false,
    known: [],
    at: [
      ['source', 'articles.*.empowers'],
      ['measure', 'measure'],
    ],
  },
  {
    closed: false,
    known: [],
    at: [
      ['source', 'articles.*.items'],
      ['item', 'item'],
    ],
  },
];
