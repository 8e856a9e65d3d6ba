import type { CaseDocument } from '@credence/casework';
import type { Language } from '@credence/domain';

const names: Readonly<Record<Language, Readonly<Record<CaseDocument, string>>>> = {
  zh: {
    'advance-notice': '拟列入告知书',
    'hearing-notice': '听证通知书',
    'listing-decision': '列入决定书',
    'removal-decision': '移出决定书',
    'proof-of-service': '送达回证',
    'repair-notice': '修复告知书',
    'correction-notice': '更正通知书',
  },
  en: {
    'advance-notice': 'Advance notice',
    'hearing-notice': 'Hearing notice',
    'listing-decision': 'Listing decision',
    'removal-decision': 'Removal decision',
    'proof-of-service': 'Proof of service',
    'repair-notice': 'Repair notice',
    'correction-notice': 'Correction notice',
  },
};

/** What a letter of a case is called. */
export function letterName(language: Language, document: CaseDocument): string {
  return names[language][document];
}
