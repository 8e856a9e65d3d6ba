import type { Language } from '@credence/domain';

const zh = {
  title: '行业档案',
  lead: '每份行业档案说明涉及哪些单位，并从规则中选定：目录事项、违法后果的轻重、检查表，以及是否全部检查。档案只作选定，不产生任何措施，也不延长任何记录的期限。',
  none: '现行规则没有行业档案。',
  whom: '涉及的单位',
  others: '其他各档案都不涉及的单位',
  licence: (name: string) => `持有《${name}》的单位`,
  severity: '违法后果',
  notSaid: '未定',
  items: '适用事项',
  checklists: '检查表（依次）',
  coverage: '检查对象',
  everybody: '全部检查',
  drawn: '抽取确定',
  basis: '依据',
  card: '规则卡片',
  line: '行业或者证照',
  nothing: '没有选定',
};

const en: typeof zh = {
  title: 'Sectors',
  lead: 'Each profile of a sector says whom it concerns and chooses from the rules: items of the catalogue, how grave a breach would be, checklists, and whether everybody is visited. It only chooses: no measure follows from it and no record lasts longer by it.',
  none: 'The rules in force have no profile of a sector.',
  whom: 'Whom it concerns',
  others: 'Whoever no other profile concerns',
  licence: (name) => `Holders of ${name}`,
  severity: 'A breach would be',
  notSaid: 'not said',
  items: 'Items that apply',
  checklists: 'Checklists, in this order',
  coverage: 'Who is visited',
  everybody: 'everybody',
  drawn: 'a draw decides',
  basis: 'Basis',
  card: 'Card',
  line: 'Line of business or licence',
  nothing: 'none chosen',
};

/** Words of the overview of sectors. */
export function sectorWords(language: Language): typeof zh {
  return language === 'zh' ? zh : en;
}
