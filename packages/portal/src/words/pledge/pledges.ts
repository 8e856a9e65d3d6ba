import type { Language } from '@credence/domain';

const zh = {
  title: '告知承诺',
  lead: '这些事项可以先作书面承诺、直接办理，事后再核查。办理前一次性告知全部条件、免交和后补的材料、怎样核查、不符合怎么办；是否承诺由申请人自愿选择。',
  free: '不作承诺，或者作出决定以前撤回承诺，都照普通程序办理，不受任何影响，也不用说明理由。',
  none: '现行规则没有可以告知承诺的事项',
  noneMeaning: '规则版本里没有这样的规定，各项业务按普通程序办理。',
  rule: '查看规则全文',
  says: '承诺什么',
  decision: '凭承诺办理',
  provider: '由谁办理',
  conditions: '须符合的条件',
  materials: '免交、后补的材料',
  waived: '免交',
  postponed: (within: string) => `作出决定后 ${within}内补交`,
  form: '承诺书全文',
  ordinary: '不作承诺的',
  exclusions: '不适用的情形',
  look: '事后核查',
  lookSays: (from: string, until: string) =>
    from === until
      ? `作出决定后 ${from}内核查，人人都要核查。`
      : `作出决定后 ${from}至 ${until}内核查，人人都要核查；具体日期告知本单位。`,
  cure: '不符合的，先整改',
  cureSays: (within: string) => `告知书送达后 ${within}内改正，期内改正的，视为已履行承诺。`,
  revocation: '期满仍不符合的',
  repair: '怎样恢复',
  reuse: '其他机关',
  reuseYes: '同一事项已经履行的承诺，其他机关可以直接沿用。',
  reuseNo: '不沿用。',
  basis: '依据',
  figures: '履行情况',
  figuresSays: (kept: string, broken: string, total: string) =>
    `已核查 ${total} 件，其中履行 ${kept} 件，违背后被撤销 ${broken} 件。`,
  figuresTotal: (total: string) => `已核查 ${total} 件；其中各项少于 10 件的不公布。`,
  figuresWithheld: '不公布：已核查的少于 10 件，或者会使这样的数字被推算出来。',
  on: (on: string) => `截至 ${on}。已修复和被撤销认定的不计。`,
  neverRank: '只按事项合计，不按单位排列；违背承诺不会由此列入任何名单。',
  levels: {
    county: '县级',
    market_supervision: '市场监督管理部门',
    health: '卫生健康主管部门',
  } as Readonly<Record<string, string>>,
  by: (level: string, body: string) => `${level}以上${body}`,
  ownTitle: '申请告知承诺办理',
  ownLead:
    '提出申请还不是作出承诺：机关先送达告知书，写明全部条件；看过之后，再由本单位自愿选择承诺，还是按普通程序办理。',
  ownNone: '现行规则没有适用于本单位的事项。',
  open: '可以申请',
  shut: '现在不适用，按普通程序办理',
  because: '原因和依据',
  yourCases: '本单位的申请',
  ask: '提出申请',
  askTitle: '提出申请',
  link: '告知承诺：可以先承诺、后核查的事项',
};

export type PledgeWords = typeof zh;

const en: PledgeWords = {
  title: 'Notification and pledge',
  lead: 'For these items a written pledge is enough to be decided on at once, and somebody looks afterwards. All conditions, the papers that are waived or postponed, how it is looked at and what follows if it is not so are told before; to pledge is a free choice.',
  free: 'Whoever does not pledge, or takes the pledge back before the decision, is dealt with in the ordinary procedure, at no cost and without giving a reason.',
  none: 'The law in force has no item open to a pledge',
  noneMeaning: 'The edition has no such rule. Everything is dealt with in the ordinary procedure.',
  rule: 'Read the whole rule',
  says: 'What is pledged',
  decision: 'What is decided on it',
  provider: 'Who decides',
  conditions: 'Conditions to be met',
  materials: 'Papers waived or postponed',
  waived: 'not asked for',
  postponed: (within) => `handed in within ${within} of the decision`,
  form: 'What is signed, whole',
  ordinary: 'Who does not pledge',
  exclusions: 'Who or what is left out',
  look: 'Looked at afterwards',
  lookSays: (from, until) =>
    from === until
      ? `Within ${from} of the decision, for everybody.`
      : `Within ${from} to ${until} of the decision, for everybody; the organisation is told its day.`,
  cure: 'If it is not so, it is put right first',
  cureSays: (within) =>
    `Within ${within} of the service of the notice; what is put right by then counts as kept.`,
  revocation: 'If it still is not so after that',
  repair: 'The way back',
  reuse: 'Other offices',
  reuseYes: 'A pledge of the same item that was kept can be taken over by another office.',
  reuseNo: 'Not taken over.',
  basis: 'Basis',
  figures: 'How it came out',
  figuresSays: (kept, broken, total) =>
    `${total} looked at: ${kept} kept, ${broken} broken and revoked.`,
  figuresTotal: (total) => `${total} looked at; counts below 10 within that are withheld.`,
  figuresWithheld: 'Withheld: fewer than 10 were looked at, or such a count would be given away.',
  on: (on) => `As of ${on}. What was repaired or quashed is not counted.`,
  neverRank:
    'Counted by item alone, never by organisation; nobody is put on a list for a broken pledge by itself.',
  levels: {
    county: 'county',
    market_supervision: 'market supervision',
    health: 'health authorities',
  },
  by: (level, body) => `${body}, from the ${level} upwards`,
  ownTitle: 'Ask for a decision on a pledge',
  ownLead:
    'To ask is not to pledge: the office first serves a notice with all conditions; after reading it you choose freely between the pledge and the ordinary procedure.',
  ownNone: 'The law in force has no item for an organisation of this kind.',
  open: 'You may ask for it',
  shut: 'Not open now; the ordinary procedure is',
  because: 'Why, and by which article',
  yourCases: 'Your applications',
  ask: 'Ask for it',
  askTitle: 'Ask for it',
  link: 'Notification and pledge: decided first, looked at afterwards',
};

const words: Readonly<Record<Language, PledgeWords>> = { zh, en };

export function pledgeWords(language: Language): PledgeWords {
  return words[language];
}
