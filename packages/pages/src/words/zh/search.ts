import type { search as english } from '../en/search.ts';
import type { Translation } from '../translation.ts';

export const search = {
  button: '查询',
  byCode: '按代码找到。',
  byFormerName: '按曾用名找到：{{name}}',
  byInitials: '按名称的拼音首字母找到。',
  byPinyin: '读音相同，用字可能不同。',
  covered_other: '在本地登记的主体 {{n}} 个。只显示公示期内的记录；到期的记录不再显示，也不计数。',
  coveredHeading: '这里查得到什么',
  found_other: '找到 {{number}}。',
  foundNumber_other: '{{n}} 个主体',
  heading: '查一个主体',
  hint: '可以输入名称、拼音、英文名或 18 位代码。不需要登录，也没有验证码。',
  howCompared: '名称怎么比',
  label: '名称或代码',
  near_other: '名称相近的有 {{n}} 个。',
  noPeople: '不能按姓名查询。这里不提供个人信用查询。',
  noPeopleHeading: '查的是个人？',
  noRecordHeading: '没有记录说明什么',
  noRecordMeaning: '说明在所列来源和期间内没有公示记录，不是对品行或履约能力的评价。',
  nothing: '没有找到{{query}}。',
  nothingMeaning: '只能查到已登记的主体。请核对用字，或输入 18 位代码。',
  order: '排列只看名称与查询词的相近程度，记录多少不影响先后。',
  published_other: '公示中的记录 {{n}} 条，最晚于 {{last}} 到期停止公示。',
  publishedByDuty_other: '公示中的记录 {{n}} 条。',
  similarIsNotSame: '名称相近不等于同一主体，请核对代码。',
} as const satisfies Translation<typeof english>;
