import type { CaseActionKind } from '@credence/casework';
import type { Language } from '@credence/domain';

/** What is done, as the button says it, and as the timeline says it afterwards. */
export interface ActWords {
  readonly act: string;
  readonly done: string;
}

type Acts = Readonly<Record<CaseActionKind, readonly [act: string, done: string]>>;

const zh: Acts = {
  opened: ['立案', '已立案'],
  noticed: ['出具告知书', '已出具告知书'],
  served: ['登记送达', '已送达'],
  'service-failed': ['登记送达未成', '送达未成'],
  stated: ['提出陈述、申辩', '已提出陈述、申辩'],
  waived: ['书面放弃陈述、申辩', '已书面放弃陈述、申辩'],
  'hearing-asked': ['申请听证', '已申请听证'],
  'hearing-set': ['通知听证', '已通知听证'],
  'hearing-held': ['登记听证笔录', '已举行听证'],
  drafted: ['拟定决定，送审核人', '已拟定决定'],
  reviewed: ['审核通过', '审核已通过'],
  returned: ['退回重拟', '已退回重拟'],
  approved: ['批准', '已批准'],
  dropped: ['不予办理，结案', '已不予办理并结案'],
  'conflict-declared': ['申报回避', '已申报回避'],
  'duty-performed': ['报告义务已履行', '已报告义务履行'],
  'duty-open': ['确认义务仍未履行', '已确认义务仍未履行'],
  stayed: ['中止执行', '已中止执行'],
  'stay-lifted': ['恢复执行', '已恢复执行'],
  removed: ['移出', '已移出'],
  'grace-given': ['给予宽限期', '已给予宽限期'],
  'superior-told': ['通报上级单位', '已通报上级单位'],
  'release-asked': ['申请删除', '已申请删除'],
  'release-consented': ['申请执行人同意删除', '申请执行人已同意删除'],
  'release-found': ['认定应当删除', '已认定应当删除'],
  'allowance-asked': ['申请豁免或者单次解除', '已申请豁免或者单次解除'],
  'allowance-granted': ['准予', '已准予'],
  'allowance-refused': ['不予准许', '未予准许'],
  found: ['作出认定', '已作出认定'],
  confirmed: ['确认欠款', '已确认欠款'],
  paid: ['登记付款', '已付款'],
  undone: ['撤销原认定', '原认定已撤销'],
  withdrawn: ['撤回', '已撤回'],
  checked: ['登记核查结果', '已核查'],
  extended: ['延长期限', '已延长期限'],
  'urgently-reviewed': ['作出紧急复查结论', '已作紧急复查'],
  answered: ['作出答复', '已答复'],
  'condition-shown': ['提交条件的证明', '已提交条件的证明'],
  pledged: ['提交信用承诺', '已提交信用承诺'],
  'completion-asked': ['一次性告知补正', '已告知补正'],
  granted: ['准予修复', '已准予修复'],
  refused: ['不予修复', '未予修复'],
  shielded: ['破产重整保护', '已受破产重整保护'],
  'shield-lifted': ['解除保护', '已解除保护'],
  allowed: ['支持申请', '已支持申请'],
  dismissed: ['驳回申请', '已驳回申请'],
  accepted: ['接受', '已接受'],
  declined: ['依法不予执行', '已依法不予执行'],
  executed: ['登记执行', '已执行'],
  lifted: ['登记解除', '已解除'],
};

const en: Acts = {
  opened: ['Open the case', 'Case opened'],
  noticed: ['Issue the notice', 'Notice issued'],
  served: ['Record the service', 'Served'],
  'service-failed': ['Record a failed attempt', 'Attempt at service failed'],
  stated: ['State the defence', 'Defence stated'],
  waived: ['Waive the time to be heard', 'Time to be heard waived in writing'],
  'hearing-asked': ['Ask for a hearing', 'Hearing asked for'],
  'hearing-set': ['Call the hearing', 'Hearing called'],
  'hearing-held': ['Record the hearing', 'Hearing held'],
  drafted: ['Draft the decision, send to second person', 'Decision drafted'],
  reviewed: ['Pass the review', 'Review passed'],
  returned: ['Send back', 'Sent back'],
  approved: ['Approve', 'Approved'],
  dropped: ['Close without a decision', 'Closed without a decision'],
  'conflict-declared': ['Declare an interest', 'Interest declared'],
  'duty-performed': ['Report the duty performed', 'Duty reported performed'],
  'duty-open': ['Confirm the duty is still open', 'Duty confirmed to be open'],
  stayed: ['Suspend the effect', 'Effect suspended'],
  'stay-lifted': ['Resume the effect', 'Effect resumed'],
  removed: ['Remove from the list', 'Removed from the list'],
  'grace-given': ['Give a grace period', 'Grace period given'],
  'superior-told': ['Tell the superior body', 'Superior body told'],
  'release-asked': ['Ask for deletion', 'Deletion asked for'],
  'release-consented': ['Record the creditor’s consent', 'Creditor consented to deletion'],
  'release-found': ['Find that it is to be deleted', 'Found that it is to be deleted'],
  'allowance-asked': ['Ask for an exemption or a single lifting', 'Exemption or lifting asked for'],
  'allowance-granted': ['Grant it', 'Granted'],
  'allowance-refused': ['Refuse it', 'Refused'],
  found: ['Record the finding', 'Finding made'],
  confirmed: ['Confirm the debt', 'Debt confirmed'],
  paid: ['Record the payment', 'Paid'],
  undone: ['Undo the finding', 'Finding undone'],
  withdrawn: ['Withdraw', 'Withdrawn'],
  checked: ['Record the check', 'Checked'],
  extended: ['Extend the time', 'Time extended'],
  'urgently-reviewed': ['Record the urgent review', 'Urgently reviewed'],
  answered: ['Answer', 'Answered'],
  'condition-shown': ['Show that a condition is met', 'Proof of a condition handed in'],
  pledged: ['Hand in the pledge', 'Pledge handed in'],
  'completion-asked': ['Ask for what is missing', 'Asked for what is missing'],
  granted: ['Grant the repair', 'Repair granted'],
  refused: ['Refuse the repair', 'Repair refused'],
  shielded: ['Shield during reorganisation', 'Shielded during reorganisation'],
  'shield-lifted': ['Lift the shield', 'Shield lifted'],
  allowed: ['Allow the appeal', 'Appeal allowed'],
  dismissed: ['Dismiss the appeal', 'Appeal dismissed'],
  accepted: ['Accept', 'Accepted'],
  declined: ['Decline with the article', 'Declined with its article'],
  executed: ['Report it carried out', 'Carried out'],
  lifted: ['Report it lifted', 'Lifted'],
};

/** The words of an action. */
export function actWords(language: Language, kind: CaseActionKind): ActWords {
  const [act, done] = (language === 'zh' ? zh : en)[kind];
  return { act, done };
}

/** Whether a text names an action that there is. */
export function isActName(name: string): name is CaseActionKind {
  return Object.hasOwn(zh, name);
}
