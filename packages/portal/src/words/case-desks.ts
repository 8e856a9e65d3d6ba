import type { Language } from '@credence/domain';

const zh = {
  asRegistered: '登记簿所载',
  onlyReviewer: '登记簿中只有该单位有复核人员',
  chooseReviewer: '登记簿没有写明由谁复核，请在有复核人员的单位中选择。',
  noReviewer: '登记簿中还没有有复核人员的单位，请指明另一单位。',
  noSuperior: '登记簿没有写明上级单位。',
  wrongUnit: '请从所列单位中选择。',
};

type CaseDeskWords = typeof zh;

const en: CaseDeskWords = {
  asRegistered: 'as the register says',
  onlyReviewer: 'the only unit with a reviewer in the register',
  chooseReviewer:
    'The register does not say who reviews; choose among the units that have a reviewer.',
  noReviewer: 'No unit of the register has a reviewer yet; name another unit.',
  noSuperior: 'The register names no superior.',
  wrongUnit: 'Choose one of the units listed.',
};

const words: Readonly<Record<Language, CaseDeskWords>> = { zh, en };

/** Who acts in a case beside the deciding desk, when it is opened. */
export function caseDeskWords(language: Language): CaseDeskWords {
  return words[language];
}
