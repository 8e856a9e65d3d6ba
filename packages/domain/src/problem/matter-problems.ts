/** Problems of settling contradictions at a desk, and of reporting errors. */
export const matterProblems = {
  'second-person-needed': {
    status: 403,
    exit: 1,
    title: { zh: '须由另一人决定', en: 'Another person has to decide' },
    detail: {
      zh: '意见由 {official} 提出，同一人不能自行决定。',
      en: '{official} proposed this and cannot decide on it as well.',
    },
    todo: { zh: '请另一名有权人员决定。', en: 'Ask a second official who may decide.' },
  },
  'matter-state': {
    status: 409,
    exit: 1,
    title: { zh: '事项状态已变', en: 'The matter has moved on' },
    detail: {
      zh: '事项现为“{state}”，这一步须在“{accepted}”时办理。',
      en: 'The matter is "{state}"; this step needs it to be "{accepted}".',
    },
    todo: { zh: '请重新打开事项查看。', en: 'Open the matter again and look.' },
  },
  'choice-invalid': {
    status: 422,
    exit: 2,
    title: { zh: '没有这个选项', en: 'There is no such choice' },
    detail: {
      zh: '收到“{value}”；可选：{accepted}。',
      en: 'Received "{value}"; accepted: {accepted}.',
    },
    todo: { zh: '请从列出的选项中选一个。', en: 'Choose one of those listed.' },
  },
  'text-length': {
    status: 422,
    exit: 2,
    title: { zh: '文字长度不符', en: 'The text is too short or too long' },
    detail: {
      zh: '“{field}”有 {length} 个字，应为 {min} 至 {max} 个字。',
      en: '"{field}" has {length} characters; from {min} to {max} are accepted.',
    },
    todo: { zh: '请改写后再提交。', en: 'Write it anew, then submit.' },
  },
  'basis-invalid': {
    status: 422,
    exit: 2,
    title: { zh: '依据写法不符', en: 'The basis is not written as one' },
    detail: {
      zh: '收到“{value}”；应写作“来源#条款”，来源须是现行规则中的一项。',
      en: 'Received "{value}"; it is written source#article, with a source of the rulebook in force.',
    },
    todo: { zh: '请按此写法填写，或留空。', en: 'Write it so, or leave it empty.' },
  },
  'merge-not-yet': {
    status: 409,
    exit: 1,
    title: { zh: '尚不能合并两个主体', en: 'Two bodies cannot be merged yet' },
    detail: {
      zh: '两个代码各有记录。合并两份历史须经通知和申辩，本版本尚未提供。',
      en: 'Both codes have records of their own. Merging two histories needs notice and a hearing and is not built yet.',
    },
    todo: {
      zh: '可退回来源单位改正代码，或暂不认定。',
      en: 'Return the row so that its source corrects the code, or leave it unsure.',
    },
  },
} as const;
