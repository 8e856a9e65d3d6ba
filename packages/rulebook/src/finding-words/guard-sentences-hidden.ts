/** What guards say of a breach that hides in a column, a waiver or a word. English as it is written where it is found, and Chinese. */
export const guardSentencesHidden: readonly (readonly [en: string, zh: string])[] = [
  ['Leave the column out of the condition.', '条件中不得使用这一列。'],
  [
    'Everyday conduct and who a person is are kept against nobody.',
    '日常行为和个人身份不得作为对任何人不利的记录。',
  ],
  ['What reaches {0} takes rights: it is of class I.', '涉及 {0} 的措施剥夺权利，属于 I 类。'],
  ['Write class: I, and cite the law that orders it.', '写 class: I，并引用规定它的法律。'],
  [
    'Only a text with the force of law takes this protection away (N2).',
    '只有具有法律效力的文件才能免去这项保障（N2）。',
  ],
  [
    'Give the protection, or cite the law that takes it away.',
    '给予这项保障，或者引用免去它的法律。',
  ],
  ['No competence card lets {0} evaluate.', '没有权限卡允许 {0} 开展评价。'],
  [
    'Name the body that the law lets evaluate, or write its competence.',
    '写明法律允许开展评价的机关，或者补上它的权限卡。',
  ],
  [
    'Nobody says how often it has to have happened: once would do.',
    '没有写明须发生几次，一次就够了。',
  ],
  ['Add times.', '补上 times。'],
  ['Name another field.', '改用其他字段。'],
  ['The notice may be served where nobody has to look.', '告知可以只在无人必看的地方送达。'],
  [
    'Something adverse would be recorded that nobody has found.',
    '没有人认定过的事，会被记为不利记录。',
  ],
  ['Record what an official has decided.', '只记录工作人员作出的决定。'],
  [
    'It follows from a record of a grade: a grade would be the deciding ground.',
    '它因一条等级记录而发生，等级会成为决定性的依据。',
  ],
  [
    'The entry is tied to no open duty of the subject (N1).',
    '这条列入没有对应当事人尚未履行的义务（N1）。',
  ],
  ['Nobody would decide afresh in time (N1).', '不会有人及时重新作出决定（N1）。'],
  [
    'No list brings the measure, so no end of an entry ends it.',
    '没有名单带来这项措施，移出名单也就不会使它终止。',
  ],
  [
    'Only a law bars for so long, and from a licence in the same trade alone.',
    '只有法律才能禁止这么久，而且只限于同一行业的许可。',
  ],
  [
    'The measure lasts longer than any article lets it.',
    '措施持续的时间超过了任何条文允许的期限。',
  ],
  [
    'Records would be shown longer than any article lets them.',
    '记录公示的时间会超过任何条文允许的期限。',
  ],
  ['Shorten the term.', '缩短期限。'],
  ['Repair would open only in the second half of the term.', '公示期过半以后才能申请修复。'],
  ['A class would be made of {0}.', '级别会由 {0} 得出。'],
  ['{0} would be kept against somebody.', '{0} 会被记为对人不利的记录。'],
  [
    'Remove the item, or record it as what burdens nobody.',
    '删去这个事项，或者把它记为不产生负担的信息。',
  ],
  [
    'Something adverse would follow from points, praise or loans.',
    '会因积分、表彰或者贷款情况而产生不利后果。',
  ],
  ['Name an item of decisions.', '写以决定为内容的事项。'],
  ['Read the decisions themselves.', '直接读取决定本身。'],
  ['{0} is the role of no official.', '{0} 不是工作人员的岗位。'],
  ['Name the role of an official.', '写明工作人员的岗位。'],
  [
    'What was tried as a rule of its own is commented on and looked at again (N15).',
    '作为新规则评估过的，须征求意见并定期评估（N15）。',
  ],
  [
    'Declare {0}, or write impact: {none: {source, at}} where the card restates law.',
    '写明 {0}；只是重述法律的，写 impact: {none: {source, at}}。',
  ],
];
