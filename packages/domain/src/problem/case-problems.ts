/** Problems of procedures: what stands between an official, or a party, and the next step of a case. */
export const caseProblems = {
  'case-form': {
    status: 422,
    exit: 2,
    title: { zh: '内容不合格式', en: 'It is not in its form' },
    detail: {
      zh: '“{act}”的内容缺项、有多余项，或者没有这种办理事项。',
      en: 'What was sent for "{act}" lacks a part or has one too many, or there is no such step.',
    },
    todo: { zh: '请按该事项的格式填写各项。', en: 'Send the parts that this step has.' },
  },
  'case-step-never': {
    status: 409,
    exit: 1,
    title: { zh: '本阶段不能办理此事', en: 'This has no place here' },
    detail: {
      zh: '案件现处“{state}”，不能办理“{act}”；现可办理：{accepted}。',
      en: 'The case is "{state}"; "{act}" has no place in it. Possible now: {accepted}.',
    },
    todo: {
      zh: '请重新打开案件，从所列事项中选择。',
      en: 'Open the case again and choose one of these.',
    },
  },
  'case-not-yours': {
    status: 403,
    exit: 1,
    title: { zh: '此事由他人办理', en: 'This is for someone else to do' },
    detail: {
      zh: '“{act}”应由下列人员办理：{accepted}；你在本案中是：{held}。',
      en: '"{act}" is for: {accepted}. In this case you are: {held}.',
    },
    todo: { zh: '请转交上述人员。', en: 'Hand it to one of them.' },
  },
  'case-not-turned-to': {
    status: 409,
    exit: 1,
    title: { zh: '还没有人申请复核', en: 'Nobody has turned to this unit' },
    detail: {
      zh: '没有针对本案的复议、复核申请，复核单位不能自行停止执行或者移出；没有保存任何内容。',
      en: 'No appeal against this case lies at the unit that reviews, which does not put it off or end it by itself. Nothing was saved.',
    },
    todo: {
      zh: '当事人申请后再办理；作出机关可以自行更正。',
      en: 'Wait for an appeal; the authority itself can put its own decision right at any time.',
    },
  },
  'case-lodged-by-another': {
    status: 403,
    exit: 1,
    title: { zh: '由提出的人撤回', en: 'Only whoever lodged it takes it back' },
    detail: {
      zh: '这件事由{lodged}提出，只有提出的人可以撤回；没有保存任何内容。',
      en: 'This was lodged by {lodged}, who alone can take it back. Nothing was saved.',
    },
    todo: {
      zh: '如有不同意见，请另行提出。',
      en: 'Where you see it otherwise, say so in an objection of your own.',
    },
  },
  'case-order-of-days': {
    status: 422,
    exit: 2,
    title: { zh: '日期不合', en: 'The day does not fit' },
    detail: {
      zh: '“{field}”为 {value}；应在 {from} 至 {until} 之间。',
      en: '"{field}" is {value}; it lies between {from} and {until}.',
    },
    todo: { zh: '请核对日期。', en: 'Check the day.' },
  },
  'case-no-rule': {
    status: 409,
    exit: 1,
    title: { zh: '没有可以适用的现行规则', en: 'No rule in force allows this' },
    detail: {
      zh: '{day} 现行规则中没有“{card}”，或者已过复核日期，或者不适用于该行为。',
      en: 'On {day} there is no rule "{card}" in force, or its review is overdue, or the conduct is older than it.',
    },
    todo: { zh: '请停止办理，或者撤回建议。', en: 'Stop, or withdraw the proposal.' },
  },
  'case-no-basis': {
    status: 422,
    exit: 1,
    title: { zh: '没有现行有效的依据', en: 'There is no basis in force' },
    detail: {
      zh: '所列依据：{value}；须至少一条，且各条均为现行有效。',
      en: 'Stated: {value}. At least one article is needed, and each has to be in force.',
    },
    todo: {
      zh: '请写明现行有效的条款，写作“来源#条款”。',
      en: 'Name articles in force, written source#article.',
    },
  },
  'case-no-effective-document': {
    status: 409,
    exit: 1,
    title: { zh: '没有已生效的文书', en: 'There is no document in legal effect' },
    detail: {
      zh: '作为根据的文书“{document}”未见送达证明，或者已被撤销、已经终止。',
      en: 'The document it rests on, "{document}", is not proven to be served, or has been annulled or ended.',
    },
    todo: {
      zh: '请补送达证明；文书已终止的，请撤回建议。',
      en: 'Add the proof of service; if it has ended, withdraw the proposal.',
    },
  },
  'case-once-for-one-fact': {
    status: 409,
    exit: 1,
    title: { zh: '同一事实只能列入一次', en: 'Once for one fact' },
    detail: {
      zh: '文书“{document}”已在案件 {other} 中用于同一事项。',
      en: 'The document "{document}" has led to the same in case {other}.',
    },
    todo: {
      zh: '请查看该案；须有新的文书才能再次办理。',
      en: 'Look at that case; only a new document allows another.',
    },
  },
  'case-not-proposed': {
    status: 422,
    exit: 1,
    title: { zh: '不符合列入条件', en: 'The criteria of the list are not met' },
    detail: {
      zh: '该记录不符合“{card}”的列入条件：{test}。',
      en: 'The record does not meet the criteria of "{card}": {test}.',
    },
    todo: { zh: '不得列入。', en: 'It may not be listed.' },
  },
  'case-notice-incomplete': {
    status: 422,
    exit: 1,
    title: { zh: '告知内容不全', en: 'The notice does not say everything' },
    detail: { zh: '尚未告知：{missing}。', en: 'Not told yet: {missing}.' },
    todo: { zh: '请补全后再告知。', en: 'Add what is missing.' },
  },
  'case-not-served': {
    status: 409,
    exit: 1,
    title: { zh: '告知尚未送达', en: 'The notice has not been served' },
    detail: {
      zh: '没有送达证明，也没有两次有记录的送达未成。',
      en: 'There is neither proof of service nor two documented failed attempts.',
    },
    todo: {
      zh: '请先送达，或者记录两次不同日期的送达未成。',
      en: 'Serve it first, or document two attempts on different days.',
    },
  },
  'case-window-open': {
    status: 409,
    exit: 1,
    title: { zh: '陈述申辩期限未满', en: 'The time to state and defend is not over' },
    detail: {
      zh: '期限至 {until}（含当日）；年度工作日安排未公布的，期限未定。',
      en: 'It lasts until {until}, included; while the calendar of the year is not published nobody can say when it ends.',
    },
    todo: {
      zh: '请等期限届满，或者取得书面放弃。',
      en: 'Wait until it is over, or until it is waived in writing.',
    },
  },
  'case-hearing-not-open': {
    status: 409,
    exit: 1,
    title: { zh: '不能申请听证', en: 'A hearing cannot be asked for' },
    detail: {
      zh: '申请听证的最后一日：{until}。',
      en: 'Last day to ask for a hearing: {until}.',
    },
    todo: {
      zh: '仍可在期限内书面陈述申辩。',
      en: 'You may still state your defence in writing while its time runs.',
    },
  },
  'case-hearing-too-soon': {
    status: 422,
    exit: 1,
    title: { zh: '听证通知时间不足', en: 'The call to the hearing is too short' },
    detail: {
      zh: '听证日为 {value}；最早可以是 {from}。',
      en: 'The hearing is set for {value}; it may be on {from} at the earliest.',
    },
    todo: { zh: '请改定听证日期。', en: 'Set a later day.' },
  },
  'case-hearing-not-held': {
    status: 409,
    exit: 1,
    title: { zh: '已申请听证，尚未举行', en: 'A hearing was asked for and has not been held' },
    detail: { zh: '听证于 {asked} 申请。', en: 'It was asked for on {asked}.' },
    todo: { zh: '请先举行听证并附笔录。', en: 'Hold it first and attach the transcript.' },
  },
  'case-presides-investigator': {
    status: 422,
    exit: 1,
    title: { zh: '听证主持人不得是本案调查人员', en: 'Whoever investigates never presides' },
    detail: {
      zh: '{official} 已参与本案调查或者办理。',
      en: '{official} has taken part in this case.',
    },
    todo: { zh: '请指定未参与本案的人员主持。', en: 'Name somebody who has taken no part.' },
  },
  'case-points-unanswered': {
    status: 422,
    exit: 1,
    title: { zh: '有意见未答复', en: 'Points are left without an answer' },
    detail: { zh: '尚未答复：第 {missing} 点。', en: 'Not answered: {missing}.' },
    todo: { zh: '请逐点答复并说明理由。', en: 'Answer each point with its reasons.' },
  },
  'case-measure-not-announced': {
    status: 422,
    exit: 1,
    title: { zh: '措施超出规定或者告知的范围', en: 'A measure goes beyond the law or the notice' },
    detail: {
      zh: '“{value}”不在可以采取的措施之内；可以采取：{accepted}。',
      en: '"{value}" is not among what may follow: {accepted}.',
    },
    todo: { zh: '请删去该措施，或者重新告知。', en: 'Leave it out, or give notice anew.' },
  },
  'case-no-end': {
    status: 422,
    exit: 1,
    title: { zh: '没有终止日期', en: 'There is no end' },
    detail: {
      zh: '所写终止日 {value} 不合；法定最迟为 {until}。',
      en: 'The end stated is {value}; the law allows {until} at the latest.',
    },
    todo: {
      zh: '请写明不晚于法定期限的终止日，或者留空由法定期限决定。',
      en: 'State an end within the term of the law, or leave it to the law.',
    },
  },
  'case-ways-out-not-told': {
    status: 422,
    exit: 1,
    title: { zh: '没有告知救济和修复途径', en: 'The ways out are not told' },
    detail: {
      zh: '决定须同时告知：{missing}；并须有另一单位可以受理复核。',
      en: 'The decision has to tell: {missing}; and another unit has to be there to decide an appeal.',
    },
    todo: { zh: '请补写，随决定一并送达。', en: 'Add it; it is served with the decision.' },
  },
  'case-same-role': {
    status: 403,
    exit: 1,
    title: { zh: '须由另一职务的人员办理', en: 'Somebody in another office has to do this' },
    detail: {
      zh: '{official} 已在本决定中签名，或者与签名人职务相同。',
      en: '{official} has signed this decision already, or holds the same office as who did.',
    },
    todo: { zh: '请另一职务的人员审核或者批准。', en: 'Ask somebody in another office.' },
  },
  'case-conflict-of-interest': {
    status: 403,
    exit: 1,
    title: { zh: '应当回避', en: 'Kept out by a declared interest' },
    detail: {
      zh: '{official} 在本案中已申报利害关系。',
      en: 'An interest of {official} in this case has been declared.',
    },
    todo: { zh: '请由其他人员办理。', en: 'Somebody else has to act.' },
  },
  'case-not-in-effect': {
    status: 409,
    exit: 1,
    title: { zh: '列入未生效或者已结束', en: 'The listing is not in effect' },
    detail: { zh: '案件 {case} 的效力状态：{effect}。', en: 'Effect of case {case}: {effect}.' },
    todo: { zh: '没有生效的列入，不得采取措施。', en: 'Nothing may follow from it.' },
  },
  'case-no-open-duty': {
    status: 409,
    exit: 1,
    title: { zh: '没有待履行的义务', en: 'There is no open duty' },
    detail: {
      zh: '该列入不以履行义务为终止条件，或者已经结束。',
      en: 'The listing does not end with a duty, or is over.',
    },
    todo: { zh: '请查看终止方式。', en: 'See how it ends.' },
  },
  'case-nothing-to-lift': {
    status: 409,
    exit: 1,
    title: { zh: '没有可以解除的中止', en: 'Nothing is put off' },
    detail: { zh: '本案现无中止或者保护。', en: 'Nothing is stayed or shielded in this case.' },
    todo: { zh: '请重新打开案件查看。', en: 'Open the case again and look.' },
  },
  'case-done-already': {
    status: 409,
    exit: 1,
    title: { zh: '此事已经办过', en: 'This is done already' },
    detail: {
      zh: '“{act}”在本案中已经办理，或者已无须办理。',
      en: '"{act}" has been done in this case, or is no longer needed.',
    },
    todo: { zh: '请重新打开案件查看。', en: 'Open the case again and look.' },
  },
  'case-no-extension': {
    status: 409,
    exit: 1,
    title: { zh: '不能延长', en: 'The time cannot be extended' },
    detail: {
      zh: '只能在期限内延长一次，且须规则允许；已延长 {count} 次。',
      en: 'Once only, before the last day, and only where the clock allows it; extended so far: {count}.',
    },
    todo: { zh: '请在期限内答复。', en: 'Answer in time.' },
  },
  'case-desk-not-late': {
    status: 409,
    exit: 1,
    title: { zh: '原单位尚在期限内', en: 'The desk still has time' },
    detail: {
      zh: '上级单位在原单位逾期后方可办理。',
      en: 'The superior acts only once the desk has let its last day pass.',
    },
    todo: { zh: '请等原单位答复。', en: 'Wait for the answer of the desk.' },
  },
  'case-not-lodged': {
    status: 409,
    exit: 1,
    title: { zh: '修复申请尚未提出', en: 'The application is not lodged yet' },
    detail: {
      zh: '最早可以提出之日：{earliest}；尚缺：{missing}。',
      en: 'First possible day: {earliest}; still missing: {missing}.',
    },
    todo: {
      zh: '材料齐备后，到期自动提出。',
      en: 'Once complete it lodges itself on its first day.',
    },
  },
  'case-condition-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '没有这项条件', en: 'There is no such condition' },
    detail: {
      zh: '收到“{value}”；须证明：{accepted}。',
      en: 'Received "{value}"; to be shown: {accepted}.',
    },
    todo: { zh: '请选择所列条件之一。', en: 'Choose one of these.' },
  },
  'case-grounds-missing': {
    status: 422,
    exit: 1,
    title: { zh: '拒绝理由未一次写全', en: 'A refusal names all its grounds at once' },
    detail: {
      zh: '理由须属于未满足的条件：{accepted}；收到：{value}。',
      en: 'Grounds are conditions that are not met: {accepted}. Received: {value}.',
    },
    todo: {
      zh: '请一次写明全部理由；条件均已满足的，应当准予修复。',
      en: 'Name all of them; if every condition is met, grant it.',
    },
  },
  'case-same-unit': {
    status: 403,
    exit: 1,
    title: { zh: '须由另一单位决定', en: 'Another unit has to decide' },
    detail: {
      zh: '{official} 或者其单位参与过原决定。',
      en: '{official}, or that unit, took part in the decision appealed against.',
    },
    todo: { zh: '请移送未参与原决定的单位。', en: 'Hand it to a unit that took no part.' },
  },
  'case-burden-too-heavy': {
    status: 409,
    exit: 1,
    title: { zh: '措施总负担超过上限', en: 'The measures together weigh too much' },
    detail: {
      zh: '连同各机关已在执行的措施，加上本项后为 {value}，上限为 {limit}（负担乘以月数）。',
      en: 'With this one, all that bind the subject come to {value}; the limit is {limit} (burden times months).',
    },
    todo: { zh: '不得再采取本项措施。', en: 'This measure may not be added.' },
  },
  'case-appeal-late': {
    status: 409,
    exit: 1,
    title: { zh: '已过申请期限', en: 'The time to appeal is over' },
    detail: { zh: '最后一日为 {until}（含当日）。', en: 'The last day was {until}, included.' },
    todo: {
      zh: '仍可提出异议或者申请修复。',
      en: 'You may still say that it is wrong, or that you have put it right.',
    },
  },
  'case-target-missing': {
    status: 422,
    exit: 1,
    title: { zh: '找不到所指的记录或者案件', en: 'What it is about cannot be found' },
    detail: {
      zh: '“{value}”不在该主体名下，或者不能这样办理。',
      en: '"{value}" is not of this subject, or nothing of this kind can be said about it.',
    },
    todo: { zh: '请核对编号。', en: 'Check the number.' },
  },
} as const;
