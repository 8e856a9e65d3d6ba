import type { Language } from '@credence/domain';

const zh = {
  card: '履职情况',
  cardsTitle: '机关履职情况',
  linkCards: '各机关履职情况',
  linkDistricts: '各区县对照',
  linkCard: '履职情况',
  linkAgency: '提供了多少、是否按期',
  linkContracts: '合同、付款和承诺',
  linkOrganisation: '该单位的公示页',
  deskTitle: '履职情况与同类案件',
  deskSays: '看本机关的履职情况，以及与同类案件差别很大的罚款。',
  cardLead: (from: string, last: string) =>
    `${from} 至 ${last}，该单位办事是否按期，承诺是否兑现，款项是否付清。`,
  neverCounts:
    '处罚、列入、投诉的数量不作为指标，也不涉及任何工作人员。写“不超过”“至少”的，是因为其中一部分不足 10 件，不公布准确数字。',
  cardsLead: (from: string, last: string) =>
    `${from} 至 ${last} 各机关的服务：信息是否按期提供、事项是否按期答复、通知是否送到。`,
  cardsRank:
    '只按服务排名：有几家的比例肯定更高，就排在几家之后；范围互相重叠、分不出高低的，不分先后；不足 10 件的不排。处罚、列入、投诉的数量不参加排名。',
  districtsTitle: '各区县对照',
  districtsLead: (from: string, last: string) =>
    `${from} 至 ${last}，同样的指标，按机关登记的所在区县合计，供试点评估使用。`,
  districtsHow:
    '只加总各机关可以公布的数字，不公布的不计入；有的只公布范围，合计也只能给出范围。各区县之间不排名，也不合成一个数。',
  twelve: '近十二个月',
  times: '时间',
  asOfToday: '今天',
  figure: '指标',
  value: '数字',
  how: '怎么算',
  leavesOut: '不计入：',
  limits: '期限依据',
  limitNone: '没有规定期限',
  limitsMany: (count: string) => `${count} 项期限规定`,
  sectionSupply: '提供信息',
  sectionAnswers: '答复和决定',
  sectionNotices: '送达和执行',
  sectionWord: '自己的承诺和付款',
  withheld: '不足 10 件，不公布',
  none: '没有',
  noFigure: '这段时间没有',
  share: (percent: string, part: string, whole: string) => `${percent}（${whole} 件中 ${part} 件）`,
  atLeast: (percent: string, least: string, whole: string) =>
    `至少 ${percent}（${whole} 件中不少于 ${least} 件）`,
  atMost: (percent: string, most: string, whole: string) =>
    `不超过 ${percent}（${whole} 件中不多于 ${most} 件）`,
  range: (least: string, most: string, whole: string) => `${least} 至 ${most}（共 ${whole} 件）`,
  days: (count: string) => `${count} 天`,
  beingCounted: '案件较多，正在计算。请过几分钟再看。',
  office: '机关',
  place: '名次',
  placeSay: (place: string) => `第 ${place} 名`,
  unplaced: '不排名',
  rankBy: '排名依据：',
  district: '区县',
  districtNone: '登记中没有区县',
  officesLabel: '单位数',
  csv: '下载表格（CSV）',
  unlikeTitle: '同类案件、不同罚款',
  unlikeNoRule: '现行规则没有规定怎样比较同类案件。',
  unlikeHow: (least: string, deviations: string, multiple: string) =>
    `今天公示中的罚款，处罚依据和违法程度都相同的归为一组，不分机关，每组至少 ${least} 件。罚款与本组中位数的差超过中位离差的 ${deviations} 倍，而且达到中位数的 ${multiple} 倍或者不超过中位数的 ${multiple} 分之一的，列在下面，偏重、偏轻都列。`,
  unlikeNot:
    '列出不等于有错，案情可能不同。已结束、已修复、有争议的不参加比较。上述倍数由本登记自行确定，法律没有规定。',
  unlikeNone: '没有差别达到上述倍数的罚款，或者同类案件不足上述件数。',
  unlikeGroup: (size: string, median: string) => `同类 ${size} 件，中位数 ${median}`,
  unlikeDeviation: (amount: string) => `中位离差 ${amount}`,
  document: '决定书文号',
  fine: '罚款',
  decidedOn: '决定日',
  side: '与同类相比',
  heavier: '偏重',
  lighter: '偏轻',
  rule: '规则',
  deskLead: '本页只对本机关和监督部门开放。每组案件较少时也列出，供复查裁量是否一致。',
  compared: (count: string) => `本机关参加比较的决定：${count} 件。`,
} as const;

type Words = {
  readonly [Key in keyof typeof zh]: (typeof zh)[Key] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : string;
};

const en: Words = {
  card: 'Report card',
  cardsTitle: 'Report cards of the offices',
  linkCards: 'All report cards',
  linkDistricts: 'Districts side by side',
  linkCard: 'Report card',
  linkAgency: 'What it supplied, and how late',
  linkContracts: 'Contracts, payments and promises',
  linkOrganisation: 'Its page in the register',
  deskTitle: 'Report card and like cases',
  deskSays: 'The report card of your office, and fines far from those in like cases.',
  cardLead: (from, last) =>
    `How the office served, and how it kept its own word and debts, from ${from} to ${last}.`,
  neverCounts:
    'How many penalties, listings or reports there were is no figure, and no official is named. “At most” and “at least” stand where a part is below 10 and the exact number is withheld.',
  cardsLead: (from, last) =>
    `How the offices served from ${from} to ${last}: records in time, answers in time, notices that arrived.`,
  cardsRank:
    'Places go by service alone. An office stands behind those whose share is surely greater; ranges that overlap put nobody behind; below 10 cases there is no place. Penalties, listings and reports are never ranked.',
  districtsTitle: 'Districts side by side',
  districtsLead: (from, last) =>
    `The same figures from ${from} to ${last}, added up by the district in which the offices are registered, for evaluating pilots.`,
  districtsHow:
    'Only what may be told of each office is added up, the rest is left out; where an office has a range, the sum has one too. Districts are not ranked, and nothing is joined to one number.',
  twelve: 'Twelve months',
  times: 'Time',
  asOfToday: 'today',
  figure: 'Figure',
  value: 'Result',
  how: 'How it is counted',
  leavesOut: 'Left out: ',
  limits: 'Limit set by',
  limitNone: 'no limit set',
  limitsMany: (count) => `${count} rules on time`,
  sectionSupply: 'Supplying records',
  sectionAnswers: 'Answers and decisions',
  sectionNotices: 'Service and execution',
  sectionWord: 'Its own word and debts',
  withheld: 'fewer than 10, not shown',
  none: 'none',
  noFigure: 'none in this time',
  share: (percent, part, whole) => `${percent} (${part} of ${whole})`,
  atLeast: (percent, least, whole) => `at least ${percent} (${least} or more of ${whole})`,
  atMost: (percent, most, whole) => `at most ${percent} (${most} or fewer of ${whole})`,
  range: (least, most, whole) => `${least} to ${most} (of ${whole})`,
  days: (count) => `${count} days`,
  beingCounted: 'There are many cases, and they are being counted. Look again in a few minutes.',
  office: 'Office',
  place: 'Place',
  placeSay: (place) => place,
  unplaced: 'none',
  rankBy: 'Order by',
  district: 'District',
  districtNone: 'no district registered',
  officesLabel: 'Offices',
  csv: 'Download the table (CSV)',
  unlikeTitle: 'Like cases, unlike fines',
  unlikeNoRule: 'The law in force has no rule for comparing like cases.',
  unlikeHow: (least, deviations, multiple) =>
    `Fines on show today are grouped by the articles they rest on and the class of the breach, at least ${least} in a group, whichever office decided. Listed is a fine further from the median of its group than ${deviations} times the median deviation, and ${multiple} times the median or more, or one part in ${multiple} of it or less: too heavy and too light alike.`,
  unlikeNot:
    'Being listed is not being wrong: the facts may differ. What has ended, was repaired or is disputed is not compared. The numbers are this register’s own and no law confirms them.',
  unlikeNone: 'No fine is that far from its like, or there are too few like cases.',
  unlikeGroup: (size, median) => `${size} like cases, median ${median}`,
  unlikeDeviation: (amount) => `median deviation ${amount}`,
  document: 'Decision',
  fine: 'Fine',
  decidedOn: 'Decided',
  side: 'Beside like cases',
  heavier: 'heavier',
  lighter: 'lighter',
  rule: 'The rule',
  deskLead:
    'Open to this office and to whoever oversees it. Smaller groups are listed too, so that the use of discretion can be looked through.',
  compared: (count) => `Decisions of this office that were compared: ${count}.`,
};

/** Words of the report cards. */
export function cardWords(language: Language): Words {
  return language === 'zh' ? zh : en;
}
