/** Problems of an identifier: one for each fault that a check may find. */
export const identifierProblems = {
  'identifier-invalid': {
    status: 422,
    exit: 1,
    title: { zh: '代码有误', en: 'The code is not right' },
    detail: {
      zh: '“{value}”不是任何已启用的代码种类。',
      en: '"{value}" is no code of any kind used here.',
    },
    todo: { zh: '照证照填写代码。', en: 'Copy the code from the certificate.' },
  },
  'identifier-length': {
    status: 422,
    exit: 1,
    title: { zh: '代码位数不对', en: 'The code has the wrong length' },
    detail: {
      zh: '代码应为 {expected} 位，“{value}”有 {found} 位。',
      en: 'The code has {expected} characters; "{value}" has {found}.',
    },
    todo: {
      zh: '补齐或删去多余的字符。',
      en: 'Add what is missing or remove what is too much.',
    },
  },
  'identifier-alphabet': {
    status: 422,
    exit: 1,
    title: { zh: '代码中有不会出现的字符', en: 'The code has a character that codes do not have' },
    detail: {
      zh: '“{value}”第 {position} 位是 {found}，代码中没有这个字符。',
      en: 'Character {position} of "{value}" is {found}, which no such code has.',
    },
    todo: {
      zh: '核对这一位；统一社会信用代码不用字母 I、O、S、V、Z。',
      en: 'Check this character; unified codes do not use the letters I, O, S, V, Z.',
    },
  },
  'identifier-outer-check': {
    status: 422,
    exit: 1,
    title: { zh: '统一社会信用代码校验不符', en: 'The check of the unified code fails' },
    detail: {
      zh: '统一社会信用代码第 {position} 位应为 {expected}，现为 {found}。',
      en: 'Character {position} of the unified code should be {expected}; it is {found}.',
    },
    todo: {
      zh: '照营业执照或登记证逐位核对，前面某一位也可能有误。',
      en: 'Compare each character with the certificate; an earlier one may be wrong.',
    },
  },
  'identifier-inner-check': {
    status: 422,
    exit: 1,
    title: { zh: '组织机构代码段校验不符', en: 'The check of the organisation code inside fails' },
    detail: {
      zh: '第 {position} 位（组织机构代码的校验位）应为 {expected}，现为 {found}。',
      en: 'Character {position}, the check of the organisation code, should be {expected}; it is {found}.',
    },
    todo: {
      zh: '照营业执照或登记证核对第 9 至 17 位。',
      en: 'Compare characters 9 to 17 with the certificate.',
    },
  },
  'identifier-check': {
    status: 422,
    exit: 1,
    title: { zh: '代码校验不符', en: 'The check of the code fails' },
    detail: {
      zh: '“{value}”自第 {position} 位起应为 {expected}，现为 {found}。',
      en: 'From character {position}, "{value}" should read {expected}; it reads {found}.',
    },
    todo: { zh: '照证照逐位核对。', en: 'Compare each character with the certificate.' },
  },
  'identifier-category': {
    status: 422,
    exit: 1,
    title: { zh: '登记部门与机构类别不成对', en: 'Department and kind of body do not match' },
    detail: {
      zh: '“{value}”的前两位 {found} 不是任何一类主体。',
      en: 'The first two characters of "{value}", {found}, name no kind of body.',
    },
    todo: { zh: '核对前两位，例如企业为 91。', en: 'Check them; an enterprise has 91.' },
  },
  'identifier-pattern': {
    status: 422,
    exit: 1,
    title: { zh: '代码的写法不对', en: 'The code is not written as such codes are' },
    detail: {
      zh: '“{value}”应写作 {expected}。',
      en: '"{value}" should be written as {expected}.',
    },
    todo: { zh: '按此写法填写。', en: 'Write it that way.' },
  },
  'identifier-region': {
    status: 200,
    exit: 0,
    title: { zh: '行政区划不在表中', en: 'The division is not in the table' },
    detail: {
      zh: '“{value}”第 3 至 8 位 {found} 不在行政区划表中，仍予收录。',
      en: 'Characters 3 to 8 of "{value}", {found}, are not in the table of divisions. It is taken in.',
    },
    todo: {
      zh: '无需改动；区划会撤并，代码终身不变。',
      en: 'Nothing: divisions are merged, codes last for life.',
    },
  },
  'identifier-not-in-column': {
    status: 422,
    exit: 1,
    title: { zh: '这一行没有主体代码', en: 'The row has no code of a subject' },
    detail: {
      zh: '代码列 {columns} 都是空的，只凭名称不能入库。',
      en: 'The code columns {columns} are empty; a name alone is not recorded.',
    },
    todo: { zh: '补上统一社会信用代码。', en: 'Give the unified social credit code.' },
  },
} as const;
