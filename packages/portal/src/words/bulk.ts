import type { ReaderPurpose } from '@credence/casework';
import type { Language } from '@credence/domain';

const zh = {
  downloadsTitle: '下载数据',
  downloadsLead: (day: string, time: string) =>
    `全部文件截止于同一时点：${day}，数据时间 ${time}。文件中任何一条记录一旦到期或撤回，文件即从这里撤下，另行生成。`,
  notReady: '今天的文件还在生成。',
  dataset: '数据集',
  rows: '行数',
  files: '文件',
  use: '可用至（不含）',
  open: '开放',
  keyed: '需要密钥',
  take: '用密钥下载',
  manifest: '清单与校验值',
  waiting: '新的文件正在生成，稍后再来。',
  size: (bytes: string) => `（${bytes}）`,
  formats: { jsonl: 'JSON Lines', csv: 'CSV', parquet: 'Parquet' },
  keyTitle: '领取密钥',
  keySays: '含有不利记录的文件凭密钥下载。密钥免费，不需要账号。',
  keyLink: '领取免费密钥',
  keyLead:
    '含有不利记录的文件不匿名提供：记录到期或被撤回后，我们要能告诉每一个取得过它的人。除下面两项外，不收集其他信息。',
  holder: '单位名称；个人填写 private',
  holderHint: '请勿填写姓名、电话、邮箱或证件号码。',
  purpose: '用途',
  purposes: {
    journalism: '新闻报道',
    research: '研究',
    due_diligence: '交易前的了解',
    public_administration: '行政管理',
    civil_society: '社会监督',
    other: '其他',
  } satisfies Record<ReaderPurpose, string>,
  duties: '领取密钥即承诺',
  dutyList: [
    '副本只用七天；继续使用的，换新的文件。',
    '已到期、被撤回的记录从所有副本中删除，并在七天内通过接口确认。逾期未确认的，暂停下载。',
    '不据此为任何人打分、排名，不把单位的记录与个人相联系；转发时一并告知这些要求。',
    '每次下载都记入查阅记录：哪个密钥、什么用途、哪个数据集、文件校验值。',
  ],
  getKey: '领取密钥',
  keyMade: '你的密钥',
  keyOnce: '密钥只在这里显示一次，我们只保存它的校验值。请立即保存；遗失后重新领取即可。',
  keyUse: '放在请求头中使用：',
  toData: '回到数据下载',
  takeTitle: (dataset: string) => `下载：${dataset}`,
  takeLead: '输入密钥并选择格式。密钥只随这次提交发送，不写入地址。',
  key: '密钥',
  format: '格式',
  download: '下载',
  feed: '订阅（Atom）',
};

export type BulkWords = typeof zh;

const en: BulkWords = {
  downloadsTitle: 'Downloads',
  downloadsLead: (day, time) =>
    `All files hold one state of the register: ${day}, data as of ${time}. As soon as anything in a file has ended or been withdrawn, the file leaves this page and a new one is made.`,
  notReady: "Today's files are still being made.",
  dataset: 'Data set',
  rows: 'Rows',
  files: 'Files',
  use: 'To be used before',
  open: 'Open',
  keyed: 'Needs a key',
  take: 'Download with a key',
  manifest: 'Manifest and hashes',
  waiting: 'A new file is being made; come back in a while.',
  size: (bytes) => ` (${bytes})`,
  formats: { jsonl: 'JSON Lines', csv: 'CSV', parquet: 'Parquet' },
  keyTitle: 'Get a key',
  keySays: 'Files with adverse records are downloaded with a key. It is free and needs no account.',
  keyLink: 'Get a free key',
  keyLead:
    'Files with adverse records are not handed out anonymously: once a record has ended or been withdrawn, everyone who took it must be told. Nothing is asked beyond the two fields below.',
  holder: 'Name of your organisation; private persons write “private”',
  holderHint:
    'Do not enter the name of a person, a telephone number, a mail address or an identity number.',
  purpose: 'Purpose',
  purposes: {
    journalism: 'Journalism',
    research: 'Research',
    due_diligence: 'Checking a business partner',
    public_administration: 'Public administration',
    civil_society: 'Public scrutiny',
    other: 'Other',
  },
  duties: 'Whoever takes a key undertakes',
  dutyList: [
    'to use a copy for seven days at most and then take a new file;',
    'to remove from every copy what has ended or been withdrawn, and to acknowledge it by the interface within seven days; after that there are no downloads until it is done;',
    'to rate or rank nobody by it, to join no record of an organisation to a person, and to pass these duties on with the data;',
    'that every download is written down: which key, for which purpose, which data set, which hash.',
  ],
  getKey: 'Get the key',
  keyMade: 'Your key',
  keyOnce:
    'The key is shown here once; only its hash is kept. Save it now. If it is lost, take a new one.',
  keyUse: 'Send it in the header of a request:',
  toData: 'Back to the downloads',
  takeTitle: (dataset) => `Download: ${dataset}`,
  takeLead:
    'Enter the key and choose a format. The key goes with this form only and stands in no address.',
  key: 'Key',
  format: 'Format',
  download: 'Download',
  feed: 'Follow (Atom)',
};

const words: Readonly<Record<Language, BulkWords>> = { zh, en };

export function bulkWords(language: Language): BulkWords {
  return words[language];
}
