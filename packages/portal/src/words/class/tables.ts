import type { Language } from '@credence/domain';

const zh = {
  title: '风险分类分布',
  says: '本机关安排抽查所用风险分类的整体分布，不列名称。',
  lead: '这里只有总数，没有任何单位的名称。十个以下的单元格不显示，能推算出它们的单元格也不显示；零和九看上去一样。',
  leadsTo: '风险分类只用来安排抽查次数，不公开，不作为处罚、公示、奖励或者免检的依据。',
  none: '尚未算出任何分类',
  noneMeaning: '分类由日常办理任务按现行规则算出，运行之后显示在这里。',
  of: { subjects: '企业', premises: '个体工商户的许可经营场所' },
  sector: '行业',
  unknown: '未登记行业',
  total: '合计',
  power: '预测效力',
  powerLead:
    '分类只有预测效力明显高于随机水平，才能用于分配抽查次数。以最近一次抽查计划的评判为准：',
  counted: '怎样统计',
  countedText:
    '按现行规则对在册主体逐一计算，日常办理任务在记录变化当日重算；个体工商户按在有效期内的许可证件计，一证一数，证件失效即不再计，不归到经营者名下。只统计现在的分类，没有历史。',
  rule: '查看规则全文',
};

type Words = typeof zh;

const en: Words = {
  title: 'Distribution of the risk classes',
  says: 'How the classes by which your office plans inspections are spread, without names.',
  lead: 'Totals alone, without the name of anybody. Cells below ten are withheld, and with them those from which they could be worked out; nought and nine look alike.',
  leadsTo:
    'The risk class only sets how often inspections are drawn. It is never published and is no ground for a penalty, a publication, a reward or an exemption.',
  none: 'No class has been found yet',
  noneMeaning: 'The work of the day finds the classes by the rules in force; they stand here then.',
  of: { subjects: 'Organisations', premises: 'Licensed premises of individual businesses' },
  sector: 'Sector',
  unknown: 'No sector registered',
  total: 'Total',
  power: 'Power',
  powerLead:
    'A class may weigh in a plan only where its power is clearly above chance. As judged in the latest plan of inspections:',
  counted: 'How this is counted',
  countedText:
    'Each subject in the register is computed by the rules in force, again on every day on which something about it changes. Of individual businesses every licence in force counts once, no longer than it is in force, and never for the owner. Only the present classes are counted; there is no history.',
  rule: 'Read the whole rule',
};

const words: Readonly<Record<Language, Words>> = { zh, en };

/** Words of the distribution of classes. */
export function classTableWords(language: Language): Words {
  return words[language];
}
