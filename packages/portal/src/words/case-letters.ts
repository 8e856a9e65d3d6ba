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
    'repair-void-decision': '撤销修复决定书',
    'spending-order': '限制消费令',
    'allowance-decision': '单次解除决定书',
    'identity-notice': '主体身份告知书',
    'identity-decision': '主体身份决定书',
    'superior-notice': '上级机关告知书',
  },
  en: {
    'advance-notice': 'Advance notice',
    'hearing-notice': 'Hearing notice',
    'listing-decision': 'Listing decision',
    'removal-decision': 'Removal decision',
    'proof-of-service': 'Proof of service',
    'repair-notice': 'Repair notice',
    'correction-notice': 'Correction notice',
    'repair-void-decision': 'Decision to take back a repair',
    'spending-order': 'Order about spending',
    'allowance-decision': 'Decision on lifting it once',
    'identity-notice': 'Notice on identity',
    'identity-decision': 'Decision on identity',
    'superior-notice': 'Notice to the authority above',
  },
};

/** What a letter of a case is called. */
export function letterName(language: Language, document: CaseDocument): string {
  return names[language][document];
}

/** The same for what an access entry says that was printed; what has no name is shown as it is. */
export function letterWord(language: Language, document: string): string {
  const known: Readonly<Record<string, string>> = names[language];
  return known[document] ?? document;
}

/** The copy of a letter that goes to the other of two organisations. */
export function copyToOther(language: Language): string {
  return language === 'zh' ? '另一主体联' : 'copy for the other organisation';
}
