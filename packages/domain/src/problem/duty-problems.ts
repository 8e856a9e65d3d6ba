/** Problems of duties to report. */
export const dutyProblems = {
  'duty-unknown': {
    status: 404,
    exit: 1,
    title: { zh: '没有这项报送义务', en: 'There is no such duty to report' },
    detail: {
      zh: '这个主体没有编号为“{value}”的报送义务，或者登记信息不足以认定。',
      en: 'This organisation owes no report "{value}", or its registration does not show that it does.',
    },
    todo: { zh: '请从报送页面进入。', en: 'Go there from the page of reports.' },
  },
  'duty-closed': {
    status: 409,
    exit: 1,
    title: { zh: '现在不能报送或者催报这一项', en: 'This one is not open now' },
    detail: {
      zh: '“{value}”尚未开始、已经办过，或者刚刚有人办理。',
      en: '"{value}" has not begun, is settled, or somebody has just dealt with it.',
    },
    todo: {
      zh: '请刷新页面，查看可以办理的事项。',
      en: 'Open the page again and see what is open.',
    },
  },
  'duty-other-desk': {
    status: 409,
    exit: 1,
    title: { zh: '由其他登记机关办理', en: 'It is with another registrar' },
    detail: {
      zh: '这个主体现在由“{value}”登记。',
      en: 'This organisation is registered with "{value}" now.',
    },
    todo: { zh: '请转由该机关办理。', en: 'Leave it to that authority.' },
  },
  'duty-field': {
    status: 422,
    exit: 1,
    title: { zh: '填报内容不符合要求', en: 'A field does not fit' },
    detail: {
      zh: '“{field}”填了“{value}”，应当填：{accepted}。',
      en: '"{field}" says "{value}"; accepted: {accepted}.',
    },
    todo: { zh: '请改正这一项后重新提交。', en: 'Correct this field and send it again.' },
  },
} as const;
