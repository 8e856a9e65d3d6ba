import { operations, type Operation } from '@credence/casework';
import { describeProblem, type Language, type Problem } from '@credence/domain';

import { accessWords } from './access.ts';

type Pair = readonly [zh: string, en: string];

/** Every permission as its holder would say it, after "you may not". */
const permissions: Readonly<Record<Operation, Pair>> = {
  'intake.check': ['核对报送的文件', 'check a file that was sent in'],
  'intake.accept': ['接收报送的文件', 'accept a file that was sent in'],
  'intake.read': ['查看报送情况', 'read what was sent in'],
  'matter.read': ['查看案头事项', 'read the matters of a desk'],
  'case.open': ['提出案件', 'open a case'],
  'case.act': ['办理案件', 'act in a case'],
  'case.read': ['查看案件', 'read a case'],
  'case.give-up': ['代单位放弃权利', 'give up a right for the organisation'],
  'case.counter': ['在窗口代为办理', 'act for somebody at the counter'],
  'notice.give': ['向案外人发出带查阅码的告知书', 'give somebody a notice with a code'],
  'notice.read': ['凭告知书查看案件', 'read a case by a notice'],
  'notice.act': ['凭告知书办理案件', 'act in a case by a notice'],
  'life.read': ['查看登记事项变动', 'read events in the life of an organisation'],
  'life.enter': ['录入登记事项变动', 'enter an event in the life of an organisation'],
  'life.confirm': ['确认登记事项变动', 'confirm an event in the life of an organisation'],
  'duty.read': ['查看报送事项', 'read what has to be reported'],
  'duty.file': ['报送', 'file a report'],
  'duty.oversee': ['督促报送', 'ask for reports'],
  'contract.read': ['查看合同', 'read a contract'],
  'contract.act': ['办理合同事项', 'act on a contract'],
  'retaliation.read': ['查看报复情况的反映', 'read a report of retaliation'],
  'retaliation.answer': ['答复报复情况的反映', 'answer a report of retaliation'],
  'consult.ask': ['办事时查询登记', 'ask the register in a matter'],
  'consult.read': ['查看办事查询', 'read what was asked in a matter'],
  'task.read': ['查看措施任务', 'read the tasks of measures'],
  'task.act': ['办理措施任务', 'act on a task of a measure'],
  'corrections.receive': ['接收更正通知', 'receive notices of correction'],
  'correction.propose': ['提出更正', 'propose a correction'],
  'correction.decide': ['决定更正', 'decide a correction'],
  'identity.decide': ['认定代码归属', 'decide whose code it is'],
  'export.write': ['制作导出文件', 'make an export'],
  'export.record-answer': ['登记对导出的答复', 'record the answer to an export'],
  'bulk.adverse': ['批量取得公示信息', 'take published information in bulk'],
  'bulk.acknowledge': ['确认已按通知更新', 'confirm that a copy was brought up to date'],
  'subject.read-own': ['查看这家单位自己的页面', 'read the organisation’s own pages'],
  'subject.replay': ['查看过去某日的完整答复', 'read the full answer of a past day'],
  'class.read': ['查看风险分类', 'read a risk class'],
  'subject.explain': ['代这家单位作说明', 'explain for the organisation'],
  'person.read-own': ['查看个人本人的档案', 'read the file of a person'],
  'impact.read': ['查看影响报告', 'read an impact report'],
  'impact.movers': ['查看规则变化影响到的单位', 'read whom a change of rules would touch'],
  'rule-draft.read': ['查看规则草案', 'read a draft of rules'],
  'rule-draft.prepare': ['起草规则', 'prepare a draft of rules'],
  'rule-draft.approve': ['批准规则草案', 'approve a draft of rules'],
  'inspection.plan': ['编制检查计划', 'plan inspections'],
  'inspection.approve': ['批准检查计划', 'approve a plan of inspections'],
  'inspection.read': ['查看抽查的完整文件', 'read the whole file of a draw'],
  'access.read-own': ['查看谁看过这家单位', 'read who looked at the organisation'],
  'access.read-any': ['查看他人的查询记录', 'read who looked at others'],
  'mandate.grant': ['授予委托', 'grant a mandate'],
  'mandate.revoke': ['收回委托', 'take a mandate back'],
  'account.manage': ['管理本单位的账号', 'manage the accounts of the office'],
  'error-report.read': ['查看公众报错', 'read reports of errors'],
  'error-report.answer': ['答复公众报错', 'answer a report of an error'],
};

/** What somebody may not do, in words, and who could let him. */
export function permissionWords(refused: Problem, language: Language) {
  const { operation = '', purpose = '' } = refused.params;
  const known = operations.find((each) => each === operation);
  const at = language === 'zh' ? 0 : 1;
  const purposes: Readonly<Record<string, string>> = accessWords(language).purposes;
  const named = describeProblem(refused, language);
  if (known === undefined) return named;
  const why = purposes[String(purpose)] ?? String(purpose);
  const may = permissions[known][at];
  const todo = granting[grantedBy(known, String(purpose))][at];
  const { title } = named;
  return language === 'zh'
    ? {
        ...{ title, todo },
        detail: `你的账号不能“${may}”（用途：${why}）。没有保存任何内容，此次请求已记入日志。`,
      }
    : {
        ...{ title, todo },
        detail: `Your account may not ${may} (purpose: ${why}). Nothing was saved; this request was logged.`,
      };
}

/** Who could let somebody do it; a person's own file is opened to that person alone. */
function grantedBy(operation: Operation, purpose: string): keyof typeof granting {
  if (operation === 'person.read-own') return 'nobody';
  return purpose === 'own' ? 'organisation' : 'office';
}

const granting = {
  nobody: [
    '只有本人以自己的身份登录后才能查看，任何人不能授予这项权限。',
    'Only that person can, signed in for himself; nobody can grant it.',
  ],
  organisation: [
    '这项权限由单位自己授予：请单位的代表人在“委托”页设定。',
    'The organisation itself grants this: ask whoever represents it to set it under Mandates.',
  ],
  office: [
    '这项权限由本单位的登记人员或者负责人授予。职责需要的，请向其申请。',
    'The registrar or the head of your own office grants this. Ask one of them if your duties need it.',
  ],
} as const satisfies Readonly<Record<string, Pair>>;
