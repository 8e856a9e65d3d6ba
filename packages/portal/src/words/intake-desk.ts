import type { Language } from '@credence/domain';

/** Counted nouns of English; Chinese has one form. */
const rows = (count: string, single: boolean): string => (single ? 'One row' : `${count} rows`);

const zh = {
  workspace: '机关工作台',
  title: '导入文件',
  lead: '文件先检查，再由你决定是否入库。检查时什么也不保存。',
  noItems: '本单位没有可以报送的事项',
  noItemsMeaning: '可以报送哪些事项，由登记机关在单位资料里写明。',
  item: '这份文件报送什么',
  dueWithin: (days: string) => `作出决定后 ${days} 个工作日内报送`,
  serviceNeeded: '送达有据才公示；没有的，入库但不公示',
  mapping: '列的对应表',
  mappingHint: '列名按括号里的文字识别，一般不用选。',
  noMapping: '不用对应表',
  file: '文件',
  fileHint: (max: string) => `CSV（UTF-8 或 GB18030）、JSON Lines 或 XLSX，最大 ${max}。`,
  dropHere: '也可以把文件拖到这里。',
  chosen: '已选择：',
  check: '上传并检查',
  howTitle: '分两步',
  how: [
    '检查：看清每一列认作什么、哪些行要改。什么也不保存。',
    '决定：整份入库，或者明确只接收无误的行。',
  ] as readonly string[],
  waits: (minutes: string) => `检查过的文件保留 ${minutes} 分钟，到时删除。`,
  border: '个人信息在入口删除；涉及自然人的行搁置，只计数，不保存。',
  batchesLink: '本单位的批次',
  byMachine: '系统对接',
  byMachineMeaning: '业务系统可以用接口报送，检查完全相同。',
  agency: '报送单位',

  checkedTitle: '检查结果',
  nothingStored: '还没有保存任何内容。',
  allFresh: (count: string) => `${count} 行全部可以入库。`,
  someFresh: (read: string, fresh: string, faulty: string) =>
    `共 ${read} 行：${fresh} 行可以入库，${faulty} 行要改。`,
  someReview: (read: string, fresh: string, review: string) =>
    `共 ${read} 行：${fresh} 行可以入库，${review} 行与登记内容矛盾，转核对。`,
  noneFresh: (read: string) => `共 ${read} 行，没有可以新增的行。`,
  freshAndKnown: (read: string, fresh: string) => `共 ${read} 行：${fresh} 行可以入库，其余已有。`,
  knownFile: (known: string) =>
    `这份文件以前导入过：新增 0 行，已有 ${known} 行。没有改动任何内容。`,
  seeBatch: '查看那个批次和回执',
  checking: '正在检查',
  taking: '正在入库',
  rowsSoFar: (count: string) => `已读 ${count} 行。本页每 3 秒自动更新。`,
  refresh: '现在更新',
  cannotRead: '这份文件不能检查',
  another: '换一份文件',

  countRead: '读取',
  countFresh: '可以入库',
  countKnown: '已有',
  countFaulty: '要改',
  countChanged: '变更登记',
  changesTitle: '登记事项的变更',
  changeIn: (row: string, what: string, on: string) => `第 ${row} 行：${what}，自 ${on}`,
  countReview: '转核对',
  countSetAside: '搁置',
  countExpired: '超过保存期限',
  countRecorded: '已入库',
  countLeftOut: '未入库',
  aboutSetAside: (count: string) => `${count} 行涉及自然人，已搁置，未保存。`,
  aboutExpired: (count: string) => `${count} 行已过法定保存期限，不得再保存，已略去。`,
  aboutChanged: (count: string) =>
    `${count} 行载明登记事项的变更：按变更登记记入，不新增记录，原名称仍可查到。`,
  aboutReview: (count: string) =>
    `${count} 行与登记内容矛盾。接收时不入库，转到待核对事项，由两名人员处理。`,
  aboutSealed: (count: string) => `${count} 行属于依法封存的事项：入库，任何人都查不到。`,
  aboutMasked: (count: string) => `${count} 行的文字里有个人号码，已遮盖。`,
  aboutRegion: (count: string) => `${count} 行的代码里有不认识的区划，仍可入库。`,

  toMend: '要改的行',
  whereAll: '全部问题（CSV）',
  rowIn: (sheet: string, row: string) => `${sheet}，第 ${row} 行`,
  wholeRow: '整行',
  accepts: (text: string) => `可以填：${text}。`,
  listedFirst: (listed: string, total: string) => `共 ${total} 处，这里列出前 ${listed} 处。`,

  columnsTitle: '列',
  columnInFile: '文件里的列',
  columnAs: '认作',
  columnBy: '依据',
  by: { code: '列的代码', text: '列名', bracket: '括号里的文字', mapping: '对应表' },
  droppedTitle: '已在入口删除的列',
  droppedLead: '这些列写的是个人信息，没有保存。',
  droppedCells: '有值的格',
  because: { schema: '按规定不收', header: '列名是个人信息', values: '内容是个人号码' },
  notUnderstoodTitle: '没有认出的列',
  notUnderstoodLead: '这些列没有保存。',
  ignoredTitle: '对应表略去的列',
  sheet: '工作表',

  lateTitle: '报送时间',
  lateNone: (dated: string) => `${dated} 份决定都在期限内。`,
  lateSome: (late: string, dated: string) =>
    `${dated} 份决定中，${late} 份已过报送期限。迟报不影响入库，会计入本单位的报送情况。`,
  lateUnknown: '这份文件的报送期限算不出来：没有规定期限，或日历尚未公布。',
  lateDocument: '文书号',
  lateDecided: '决定日',
  lateDue: '报送期限',
  lateMore: (count: string) => `另有 ${count} 份。`,

  decideTitle: '决定',
  serviceTitle: '送达说明',
  serviceMeaning: (count: string) =>
    `${count} 行没有写明送达的日期和方式。两名人员可以说明本批决定均已送达，页面会注明“由机关说明”。不说明的，照样入库，不公示。`,
  serviceFirst: '第一名人员',
  serviceSecond: '第二名人员',
  serviceOptional: '两栏都不填，表示不作说明。',
  takeAll: (count: string) => `入库全部 ${count} 行`,
  takeValid: (count: string) => `只接收无误的 ${count} 行`,
  sendToReview: (count: string) => `把 ${count} 行转送核对`,
  takeValidMeaning: '要改的行不入库，改好后可以再次导入；已入库的行不会重复。',
  mendAndReturn: '改好后重新上传',
  discard: '放弃这份文件',
  keptUntil: '保留到',
  nothingToTake: '没有可以新增的行，不需要接收。',

  statementIncomplete: '送达说明需要两名不同的人员，或者两栏都不填。',
  notTaken: '登记内容在检查之后有了变化，没有入库。下面是现在的检查结果。',

  batchesTitle: '本单位的批次',
  batchesLead: (count: string) => `共 ${count} 批，最近的在前。每批都有带签名的回执。`,
  noBatches: '本单位还没有导入过文件',
  noBatchesMeaning: '入库的每份文件会列在这里，附回执和检查报告。',
  toImport: '导入文件',
  when: '时间',
  what: '事项',
  fileName: '文件',
  who: '经办',
  batchTaken: (count: string) => `本批 ${count} 行已入库。`,
  batchTakenNone: '本批没有新增的行。',
  toMatters: '查看待核对事项',
  batchKept: '每一行都写明文书、机关、依据和起止日期，按规则公示；不公示的只作保存。',
  receiptTitle: '回执',
  receiptLead: '登记机关签名，证明收到这份文件并如数入库。可以离线核验。',
  receiptDownload: '下载回执（JSON）',
  receiptKeys: '公开密钥（JSON）',
  receiptVerify: '离线核验：',
  batchId: '批次编号',
  fileHash: '文件摘要（SHA-256）',
  position: '登记位置',
  positionValue: (position: string) => `第 ${position} 条`,
  edition: '规则版本',
  signedWith: '签名密钥',
  signature: '签名',
  mappingUsed: '对应表',
  reportTitle: '检查报告',
  reportNotKept: '这一批由命令行导入，没有留存逐列的报告。',
  reportPlaces: '没有入库的行',
  reportPlacesLead: '只留存位置和原因，不留存内容。',
  reason: '原因',
} as const;

type Widen<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : Value extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Value]: Widen<Value[Key]> };

/** Words of the desk where an agency hands its files over. */
export type IntakeWords = Widen<typeof zh>;

const en: IntakeWords = {
  workspace: 'Desk of an authority',
  title: 'Import a file',
  lead: 'The file is checked first, then you decide. The check stores nothing.',
  noItems: 'Your agency supplies no items',
  noItemsMeaning: 'Which items it may supply is written by the register in its entry.',
  item: 'What the file reports',
  dueWithin: (days) => `Due within ${days} working days of the decision`,
  serviceNeeded: 'Shown only once served; without proof it is kept and not shown',
  mapping: 'Mapping of columns',
  mappingHint: 'Columns are known by the text in their brackets; a mapping is rarely needed.',
  noMapping: 'No mapping',
  file: 'File',
  fileHint: (max) => `CSV (UTF-8 or GB18030), JSON Lines or XLSX, at most ${max}.`,
  dropHere: 'You can also drop the file here.',
  chosen: 'Chosen:',
  check: 'Upload and check',
  howTitle: 'Two steps',
  how: [
    'Check: see what each column is taken for and which rows to mend. Nothing is stored.',
    'Decide: take in the whole file, or on purpose only the rows without fault.',
  ],
  waits: (minutes) => `A checked file waits ${minutes} minutes, then it is removed.`,
  border:
    'Data about people is dropped at the border. Rows about natural persons are counted, never stored.',
  batchesLink: 'Batches of your agency',
  byMachine: 'By machine',
  byMachineMeaning: 'Your own system can hand files over through the API, with the same checks.',
  agency: 'Supplying agency',

  checkedTitle: 'What the check found',
  nothingStored: 'Nothing is stored yet.',
  allFresh: (count) => `All ${count} rows can be taken in.`,
  someFresh: (read, fresh, faulty) =>
    `Of ${read} rows, ${fresh} can be taken in and ${faulty} ${faulty === '1' ? 'needs' : 'need'} mending.`,
  someReview: (read, fresh, review) =>
    `Of ${read} rows, ${fresh} can be taken in and ${review} ${review === '1' ? 'contradicts' : 'contradict'} the register.`,
  noneFresh: (read) => `Of ${read} rows, none is new.`,
  freshAndKnown: (read, fresh) =>
    `Of ${read} rows, ${fresh} can be taken in; the others are known.`,
  knownFile: (known) =>
    `This file was imported before: 0 new, ${known} known. Nothing was changed.`,
  seeBatch: 'See that batch and its receipt',
  checking: 'Checking',
  taking: 'Taking in',
  rowsSoFar: (count) => `${count} rows read so far. This page renews itself every 3 seconds.`,
  refresh: 'Renew now',
  cannotRead: 'This file cannot be checked',
  another: 'Choose another file',

  countRead: 'Read',
  countFresh: 'Can be taken in',
  countKnown: 'Known',
  countFaulty: 'To mend',
  countChanged: 'Changes',
  changesTitle: 'Changes of what is registered',
  changeIn: (row, what, on) => `Row ${row}: ${what}, from ${on}`,
  countReview: 'To review',
  countSetAside: 'Set aside',
  countExpired: 'Past retention',
  countRecorded: 'Taken in',
  countLeftOut: 'Left out',
  aboutSetAside: (count) =>
    `${rows(count, count === '1')} about natural persons: set aside and not stored.`,
  aboutExpired: (count) =>
    `${rows(count, count === '1')} past the legal retention: no one may hold them, so they are left out.`,
  aboutChanged: (count) =>
    `${rows(count, count === '1')} stating a change of what is registered: entered as a dated event, not as a new record; the former name is still found.`,
  aboutReview: (count) =>
    `${rows(count, count === '1')} in contradiction with the register: not taken in but sent to review, where two officials decide.`,
  aboutSealed: (count) =>
    `${rows(count, count === '1')} about matters sealed by law: kept, and shown to nobody.`,
  aboutMasked: (count) =>
    `${rows(count, count === '1')} with a person's number in the text: masked.`,
  aboutRegion: (count) =>
    `${rows(count, count === '1')} with an unknown region in the code: taken in all the same.`,

  toMend: 'Rows to mend',
  whereAll: 'All problems (CSV)',
  rowIn: (sheet, row) => `${sheet}, row ${row}`,
  wholeRow: 'whole row',
  accepts: (text) => `Accepted: ${text}.`,
  listedFirst: (listed, total) => `${total} in all; the first ${listed} are listed.`,

  columnsTitle: 'Columns',
  columnInFile: 'Column in the file',
  columnAs: 'Taken for',
  columnBy: 'Known by',
  by: {
    code: 'its code',
    text: 'its name',
    bracket: 'the text in brackets',
    mapping: 'the mapping',
  },
  droppedTitle: 'Columns dropped at the border',
  droppedLead: 'These columns describe people. They were not stored.',
  droppedCells: 'Cells with a value',
  because: {
    schema: 'not taken by rule',
    header: 'its name means a person',
    values: 'holds numbers of people',
  },
  notUnderstoodTitle: 'Columns not understood',
  notUnderstoodLead: 'These columns were not stored.',
  ignoredTitle: 'Columns the mapping leaves out',
  sheet: 'Sheet',

  lateTitle: 'In time or late',
  lateNone: (dated) => `All ${dated} decisions are in time.`,
  lateSome: (late, dated) =>
    `Of ${dated} decisions, ${late} come late. They are taken in all the same; the delay counts in the figures of your agency.`,
  lateUnknown:
    'The day due cannot be told: no rule sets one, or the calendar is not published yet.',
  lateDocument: 'Document',
  lateDecided: 'Decided',
  lateDue: 'Due',
  lateMore: (count) => `${count} more.`,

  decideTitle: 'Your decision',
  serviceTitle: 'Statement of service',
  serviceMeaning: (count) =>
    `${rows(count, count === '1')} without date and mode of service. Two officials may state that the decisions of this batch were served; pages will say "stated by the authority". Without a statement the records are kept and not shown.`,
  serviceFirst: 'First official',
  serviceSecond: 'Second official',
  serviceOptional: 'Leave both empty to state nothing.',
  takeAll: (count) => `Take in all ${count} rows`,
  takeValid: (count) => `Take in only the ${count} valid rows`,
  sendToReview: (count) => `Send ${count === '1' ? 'one row' : `${count} rows`} to review`,
  takeValidMeaning:
    'Rows to mend stay out. Import the file again once they are mended; rows already taken in are not repeated.',
  mendAndReturn: 'Mend the file and upload it again',
  discard: 'Discard this file',
  keptUntil: 'waits until',
  nothingToTake: 'No row is new, so there is nothing to take in.',

  statementIncomplete:
    'A statement of service needs two different officials, or both fields empty.',
  notTaken:
    'The register has changed since the check, so nothing was taken in. This is the check as of now.',

  batchesTitle: 'Batches of your agency',
  batchesLead: (count) => `${count} in all, the latest first. Each has a signed receipt.`,
  noBatches: 'Your agency has imported no file yet',
  noBatchesMeaning: 'Each file that is taken in stands here with its receipt and its report.',
  toImport: 'Import a file',
  when: 'Time',
  what: 'Item',
  fileName: 'File',
  who: 'By',
  batchTaken: (count) =>
    `${rows(count, count === '1')} of this batch ${count === '1' ? 'was' : 'were'} taken in.`,
  batchTakenNone: 'No row of this batch was new.',
  toMatters: 'See what is under review',
  batchKept:
    'Each states its document, authority, basis, begin and end, and is shown as the rules say; what is not shown is kept only.',
  receiptTitle: 'Receipt',
  receiptLead:
    'Signed by the register: it received this file and took in these rows. Can be checked offline.',
  receiptDownload: 'Download the receipt (JSON)',
  receiptKeys: 'Public keys (JSON)',
  receiptVerify: 'Check offline:',
  batchId: 'Batch',
  fileHash: 'Hash of the file (SHA-256)',
  position: 'Place in the register',
  positionValue: (position) => `entry ${position}`,
  edition: 'Edition',
  signedWith: 'Signed with key',
  signature: 'Signature',
  mappingUsed: 'Mapping',
  reportTitle: 'Report of the check',
  reportNotKept: 'This batch came by the command line; no report by column was kept.',
  reportPlaces: 'Rows that were not taken in',
  reportPlacesLead: 'Only places and reasons are kept, not what the cells said.',
  reason: 'Reason',
};

const words: Readonly<Record<Language, IntakeWords>> = { zh, en };

export function intakeWords(language: Language): IntakeWords {
  return words[language];
}
