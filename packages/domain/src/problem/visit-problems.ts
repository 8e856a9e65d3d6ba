/** Problems of visits of inspection. */
export const visitProblems = {
  'visit-not-arranged': {
    status: 409,
    exit: 1,
    title: { zh: '没有抽中，也没有指定', en: 'Neither drawn nor picked' },
    detail: {
      zh: '这次检查的来源（{value}）不在本机关的抽取结果和指定记录之中。',
      en: 'The source of this visit ({value}) is neither a draw of this office nor picked by hand.',
    },
    todo: {
      zh: '检查对象只能来自抽取结果，或者附理由的指定检查。',
      en: 'Visit those who were drawn, or pick by hand and give the reason.',
    },
  },
  'visit-inspectors': {
    status: 422,
    exit: 1,
    title: { zh: '检查人员不符', en: 'Not the inspectors of this visit' },
    detail: {
      zh: '收到“{value}”；应到的检查人员：{accepted}。',
      en: 'Received "{value}"; the inspectors of this visit: {accepted}.',
    },
    todo: {
      zh: '应到人员须全部到场；有利害关系或者不能到场的，先办理更换。',
      en: 'All of them visit; replace whoever has an interest or cannot come, before the visit.',
    },
  },
  'visit-question-unknown': {
    status: 422,
    exit: 1,
    title: { zh: '不是清单上的检查项', en: 'Not a question of the checklist' },
    detail: {
      zh: '收到“{value}”；可以填写的检查项：{accepted}。每项只填一次，不能全部不适用。',
      en: 'Received "{value}"; accepted: {accepted}. Each is answered once, and not all can be left out.',
    },
    todo: {
      zh: '只对照清单登记；清单以外的违法线索另案办理。',
      en: 'Answer the questions of the list only; anything else is another case.',
    },
  },
  'visit-postponed-enough': {
    status: 409,
    exit: 1,
    title: { zh: '推迟次数已满', en: 'Put off as often as the list allows' },
    detail: {
      zh: '按检查清单，最多推迟 {most} 次。',
      en: 'By its checklists a visit is put off at most {most} times.',
    },
    todo: {
      zh: '请在期限内检查；不能检查的，写明理由后终结。',
      en: 'Make the visit in time, or close the case with the reason.',
    },
  },
  'visit-correction-runs': {
    status: 409,
    exit: 1,
    title: { zh: '改正期未满', en: 'The time to put it right is not over' },
    detail: {
      zh: '改正期至 {until}（含当日）；未送达的，尚未起算。',
      en: 'It lasts until {until}, included; it has not begun before the order was served.',
    },
    todo: {
      zh: '请在期满后登记；期内改正的，登记已经改正。',
      en: 'Go on after that day; what was put right by then is recorded as put right.',
    },
  },
} as const;
