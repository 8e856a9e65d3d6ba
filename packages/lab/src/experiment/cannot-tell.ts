import type { Localised } from '@credence/domain';

/** What no comparison of the Lab can tell; a report says it whatever it found. */
export const limitsOfKnowledge: readonly Localised[] = [
  {
    zh: '这里的人和单位都是虚拟的；数字不是对任何真实地方的预测，只说明同样的人、同样的运气之下，两种规则相差多少。',
    en: 'The people and organisations are synthetic. No number is a forecast for a real place; it says how far two regimes differ on the same people with the same luck.',
  },
  {
    zh: '多数行为的发生率、后果的代价和惧怕的程度没有可靠来源，按假定取值并标明；换一组假定，大小会变，方向也可能变。',
    en: 'How often most things happen, what consequences cost and how far fear goes has no reliable source: it is assumed and marked. With other assumptions sizes change, and signs may.',
  },
  {
    zh: '区间只反映运气，不反映假定的错误。',
    en: 'Intervals tell of luck alone, not of what is wrong in the assumptions.',
  },
];
