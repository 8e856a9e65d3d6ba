import type { Language } from '@credence/domain';

const zh = {
  title: '办事查询',
  lead: '审批、招标、资助办理中查询登记：一个事项一次查询，只看现行有效、可以公示的事实；没有等级，也没有评价。每个被查询的单位都会收到回执，并看到是谁查的、为什么。',
  says: '审批、招标、资助事项中查询申请人、投标人的有效记录；本单位收到回执。',
  asked: '新的查询',
  kind: '事项',
  kinds: { approval: '行政审批', tender: '招标投标', grant: '资助补贴' },
  number: '事项编号',
  numberHint: '本机关的受理号、项目编号或者标段号。',
  basis: '查询依据',
  basisHint: '写作“文件代号#条款”，例如 go-2020-42#pledge；代号和条款见规则页面。',
  pledge: '可以告知承诺的事项（只在审批时选）',
  noPledge: '不选',
  announcedOn: '公告日（只在招标时填）',
  codes: (limit: string) => `统一社会信用代码，每行一个，最多 ${limit} 个`,
  ask: '查询并送达回执',
  done: '本机关的查询',
  none: '本机关还没有查询过。',
  on: '查询日',
  firms: '单位数',
  unknownRows: (rows: string) =>
    `第 ${rows} 行不是登记中的单位，没有查询；请核对代码。没有保存这些行的内容。`,
  summary: (firms: string) =>
    `查询了 ${firms} 个单位。各单位已收到回执。以下是查询日现行有效的事实；此后到期、修复、撤销的，不再显示。`,
  noFacts: '没有仍在公示的记录。这只说明登记中没有，不是评价。',
  review: '主体身份正在核对：记录可能属于另一个单位，请不要据此作不利处理。',
  fact: '事实',
  from: '起',
  until: '止',
  authority: '作出机关',
  disputed: '有异议，尚未答复',
  reply: '本单位说明',
  follows: '依法可以采取的措施',
  routes: '办理方式',
  routeNames: { ordinary: '普通程序', pledge: '告知承诺', fast: '优先办理' },
  open: '可以选择',
  closed: '现在不适用',
  chosen: (route: string, on: string) => `已选择：${route}（${on}），本单位已收到通知。`,
  choose: '按这个方式办理',
  file: '签名结果文件（JSON）',
  fileSays: '可以存入案卷；签名用登记公开的密钥离线核验。',
  ownTitle: '谁在办事中查询过本单位',
  ownLead:
    '机关在审批、招标、资助中查询本单位的，每次都在这里留有回执：哪个机关、什么事项、什么依据、怎样办理。查询只看现行有效的事实，没有等级。',
  ownNone: '没有机关在办事中查询过本单位。',
  ownLink: (count: string) => `办事查询回执 ${count} 份`,
  agency: '机关',
  route: '怎样办理',
  wrong: '记录有误的，从本单位页面提出异议。',
};

type ConsultWords = typeof zh;

const en: ConsultWords = {
  title: 'Ask the register in a matter',
  lead: 'In an application, a tender or a grant the register is asked once for the whole matter. It answers with facts in force that may be shown: no class and no appraisal. Each organisation gets a receipt and sees who asked and why.',
  says: 'Facts in force about those who applied or bid; each of them gets a receipt.',
  asked: 'A new question',
  kind: 'Matter',
  kinds: { approval: 'Application', tender: 'Tender', grant: 'Grant' },
  number: 'Number of the matter',
  numberHint: 'As in the books of your office: of the application, the project or the lot.',
  basis: 'Legal basis',
  basisHint: 'As source#article, for example go-2020-42#pledge; find both among the rules.',
  pledge: 'Item open to a pledge (applications only)',
  noPledge: 'none',
  announcedOn: 'Day of the announcement (tenders only)',
  codes: (limit) => `Unified codes, one on each line, at most ${limit}`,
  ask: 'Ask, and send the receipts',
  done: 'What your office has asked',
  none: 'Your office has not asked yet.',
  on: 'Asked on',
  firms: 'Organisations',
  unknownRows: (rows) =>
    `Rows ${rows} name no organisation of the register and were not asked about; check the codes. What they held was not kept.`,
  summary: (firms) =>
    `${firms === '1' ? '1 organisation was' : `${firms} organisations were`} asked about, with a receipt to each. Below is what was in force on that day, but for what has ended, was repaired or withdrawn since.`,
  noFacts: 'No published records. This states their absence from the register and is no judgement.',
  review:
    'Who this is, is being looked into: a record may be another organisation’s. Do not act on it to its disadvantage.',
  fact: 'Fact',
  from: 'From',
  until: 'Until',
  authority: 'Decided by',
  disputed: 'Disputed, not answered yet',
  reply: 'Its own words',
  follows: 'What may follow by law',
  routes: 'How to deal with it',
  routeNames: { ordinary: 'Ordinary procedure', pledge: 'On a pledge', fast: 'Fast lane' },
  open: 'Open',
  closed: 'Not open now',
  chosen: (route, on) => `Chosen: ${route}, ${on}. The organisation has been told.`,
  choose: 'Deal with it this way',
  file: 'Signed result file (JSON)',
  fileSays: 'For the files of the matter; its signature is checked offline with the public keys.',
  ownTitle: 'In which matters you were asked about',
  ownLead:
    'Whenever an office asks the register about you in an application, a tender or a grant, a receipt stands here: which office, which matter, on which basis, and how it goes on. They see facts in force and no class.',
  ownNone: 'No office has asked about you in a matter.',
  ownLink: (count) => `Receipts of questions in matters: ${count}`,
  agency: 'Office',
  route: 'How it goes on',
  wrong: 'Is a record wrong? Dispute it from the page of your organisation.',
};

const words: Readonly<Record<Language, ConsultWords>> = { zh, en };

/** Words of asking the register in an application, a tender or a grant. */
export function consultWords(language: Language): ConsultWords {
  return words[language];
}
