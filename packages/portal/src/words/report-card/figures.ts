import type { FigureId } from '@credence/casework';
import type { Language } from '@credence/domain';

/** A figure with what it counts and what it leaves out, in one place for page, file and API. */
export interface FigureWords {
  readonly title: string;
  readonly counts: string;
  readonly leavesOut: string;
}

const zh: Readonly<Record<FigureId, FigureWords>> = {
  supplied_in_time: {
    title: '按期提供信息',
    counts: '这段时间收到、知道最后期限的记录中，在期限内收到的。各类信息的期限不同。',
    leavesOut: '补录的历史信息、期限未知的、依法封存的不计入。',
  },
  rows_refused: {
    title: '有错退回的数据行',
    counts: '这段时间入库的文件中，因有错没有入库的行数，占这些文件全部行数的比例。',
    leavesOut: '整份退回的文件不计入；改正后再报的，按新文件计。',
  },
  errors_answered: {
    title: '已答复的报错',
    counts: '这段时间有人指出该机关信息有误的，其中已经答复的。',
    leavesOut: '答复是否正确，不在统计之内。',
  },
  answers_in_time: {
    title: '按期答复',
    counts: '这段时间到期的核对、转交、答复和决定中，在最后一日以前作出的。',
    leavesOut: '当事人撤回的、还没有到期的不计入；法律允许的延长算在期限内。',
  },
  days_to_answer: {
    title: '答复用时（中位数）',
    counts: '这段时间作出的答复和决定，从提出到作出的自然日；一半不超过它。',
    leavesOut: '还没有答复的不计入，另见“逾期未办”。',
  },
  days_to_repair: {
    title: '修复用时（中位数）',
    counts: '这段时间准予的信用修复，从提出到决定的自然日；一半不超过它。',
    leavesOut: '没有准予的、还在办理的不计入。',
  },
  answers_overdue: {
    title: '逾期未办',
    counts: '今天已过最后一日、仍由该机关承办的期限数。',
    leavesOut: '当事人自己的期限不计入。',
  },
  decisions_changed: {
    title: '决定被改变',
    counts: '对该机关决定提出的异议和复核申请，这段时间有了结果的，其中改变或者撤下原决定的。',
    leavesOut: '还没有结果的不计入。处罚、列入的多少不是指标。',
  },
  notices_reached: {
    title: '通知送达',
    counts: '这段时间每一次送达中，直接送到当事人的。送不到的和公告送达的，计入分母。',
    leavesOut: '没有；同一份文书送两次的，计两次。',
  },
  by_public_notice: {
    title: '公告送达',
    counts: '送达的文书中，其他方式都送不到、最后用公告送达的。',
    leavesOut: '没有送到的不计入。',
  },
  tasks_answered: {
    title: '措施已答复',
    counts: '这段时间交给该单位执行的措施中，已经接受或者说明依据拒绝的。',
    leavesOut: '今天才交给的不计入；所依据的列入已结束的不计入。',
  },
  tasks_waiting: {
    title: '措施未答复',
    counts: '昨日以前交给该单位、今天仍未答复的措施数。',
    leavesOut: '所依据的列入已结束的不计入。',
  },
  promises_kept: {
    title: '承诺如期履行',
    counts: '履行日在这段时间的承诺中，到履行日为止已经履行的。',
    leavesOut: '还没有到履行日的不计入；依法变更的，按变更后的日期计。',
  },
  disclosures_in_time: {
    title: '按期披露逾期合同',
    counts: '最后一日在这段时间的年度披露中，按期作出的。',
    leavesOut: '规定施行以前的年度，以及该单位进入本登记以前已到期的，不计入。',
  },
  promises_overdue: {
    title: '承诺过期未履行',
    counts: '今天已过履行日、没有履行记载的承诺数。',
    leavesOut: '变更后尚未到期的不计入。',
  },
  compensation_open: {
    title: '变更承诺未补偿',
    counts: '因公共利益变更、今天还没有补偿记载的承诺数。',
    leavesOut: '已经补偿的不计入。',
  },
  late_payments: {
    title: '逾期未付的款项',
    counts: '今天公示中的逾期款项笔数：本单位确认的，或者收到确认请求满法定天数没有答复的。',
    leavesOut: '已经付清的、有争议的、收款人单方主张的不计入。',
  },
  longest_late_payment: {
    title: '逾期款项公示最久（天）',
    counts: '今天公示中的逾期款项，从可以公示之日起到今天的自然日，取最大。',
    leavesOut: '已经付清的不计入。',
  },
  judgments_unpaid: {
    title: '未履行的判决',
    counts: '今天公示中的、该单位未履行生效判决的记录和列入名单数。',
    leavesOut: '已经履行、撤销或者到期的不计入。',
  },
};

const en: Readonly<Record<FigureId, FigureWords>> = {
  supplied_in_time: {
    title: 'Supplied in time',
    counts:
      'Records taken in during the time whose last day is known: those that came by that day. The kind of record sets the limit.',
    leavesOut: 'Backlog, records without a known last day, and what the law seals.',
  },
  rows_refused: {
    title: 'Rows sent back',
    counts:
      'Rows with errors in files that were taken in during the time, of all rows of these files.',
    leavesOut:
      'Files sent back whole, of which nothing is stored; a mended file counts as a new one.',
  },
  errors_answered: {
    title: 'Reported errors answered',
    counts:
      'Reports by readers, during the time, that something it supplied is wrong: those answered.',
    leavesOut: 'Whether the answer was right.',
  },
  answers_in_time: {
    title: 'Answered in time',
    counts:
      'Checks, forwardings, answers and decisions that were due during the time: those made by their last day.',
    leavesOut:
      'What was withdrawn, and what is not due yet. An extension that the law allows is in time.',
  },
  days_to_answer: {
    title: 'Days to answer (median)',
    counts:
      'Calendar days from lodging to answer or decision, of those made during the time; half took no longer.',
    leavesOut: 'What is not answered yet: see “Overdue”.',
  },
  days_to_repair: {
    title: 'Days to repair (median)',
    counts:
      'Calendar days from lodging to decision of the repairs granted during the time; half took no longer.',
    leavesOut: 'What was not granted, and what is still being decided.',
  },
  answers_overdue: {
    title: 'Overdue',
    counts: 'Time limits of the office that are past their last day today.',
    leavesOut: 'Time limits of the subjects.',
  },
  decisions_changed: {
    title: 'Decisions changed',
    counts:
      'Objections and appeals against its decisions that were decided during the time: those that changed or removed the decision.',
    leavesOut: 'What is not decided yet. How many penalties or listings there were is no figure.',
  },
  notices_reached: {
    title: 'Notices that arrived',
    counts:
      'Attempts at service during the time: those that reached somebody. Failures and public notices are in the whole alone.',
    leavesOut: 'Nothing; a paper that is served twice counts twice.',
  },
  by_public_notice: {
    title: 'Served by public notice',
    counts:
      'Of the papers served, those posted in public because no other way had reached anybody.',
    leavesOut: 'Papers that reached nobody.',
  },
  tasks_answered: {
    title: 'Measures answered',
    counts: 'Measures given to it during the time that it took on, or declined by an article.',
    leavesOut: 'Those given today, and those whose listing is over.',
  },
  tasks_waiting: {
    title: 'Measures not answered',
    counts: 'Measures given to it before today that it has not answered.',
    leavesOut: 'Those whose listing is over.',
  },
  promises_kept: {
    title: 'Promises kept in time',
    counts: 'Promises due during the time: those performed by their day.',
    leavesOut: 'Those not due yet. A promise changed by law counts by its new day.',
  },
  disclosures_in_time: {
    title: 'Overdue contracts disclosed in time',
    counts: 'Yearly disclosures whose last day lies in the time: those made by that day.',
    leavesOut:
      'What was due before the rule was in force, or before the body was on this register.',
  },
  promises_overdue: {
    title: 'Promises past their day',
    counts: 'Promises past their day today without a word that they were performed.',
    leavesOut: 'Those changed to a later day.',
  },
  compensation_open: {
    title: 'Changed promises not compensated',
    counts: 'Promises changed in the public interest for which no compensation is recorded today.',
    leavesOut: 'Those compensated.',
  },
  late_payments: {
    title: 'Payments late',
    counts:
      'Late payments on show today: confirmed by the body, or unanswered for the days of the law after it saw the request.',
    leavesOut: 'What was paid, what is disputed, and what the creditor alone says.',
  },
  longest_late_payment: {
    title: 'Longest on show (days)',
    counts:
      'Calendar days since the first day on which a late payment on show today could be shown; the greatest.',
    leavesOut: 'What was paid.',
  },
  judgments_unpaid: {
    title: 'Judgments not performed',
    counts:
      'Records and listings on show today by which it has not performed a judgment in effect.',
    leavesOut: 'What was performed or annulled, or has ended.',
  },
};

/** Title and definition of a figure. */
export function figureWords(language: Language, id: FigureId): FigureWords {
  return (language === 'zh' ? zh : en)[id];
}
