import type { subject as english } from '../en/subject.ts';
import type { Translation } from '../translation.ts';

export const subject = {
  address: '住所',
  code: '代码',
  district: '所在区',
  formerName: '曾用名',
  identifiers: '代码与编号',
  isThisIt: '是不是这一家',
  kindOrganisation: '组织',
  kindPublicBody: '公共机构',
  kindSoleTrader: '个体工商户',
  nameNotStated: '来源未载明名称',
  notAGrade: '这是记录的摘要，不是评价。本登记不对任何主体评级，也不排名。',
  others: '许可与其他记录',
  publishedRecords: '公示中的记录',
  registeredBy: '{{name}}登记',
  registeredOn: '{{on}} 登记',
  similarNames: '名称相近的',
  someDisputed_other: '其中 {{n}} 条有异议。',
  timelineOnDay: '从当天到结束',
  timeline: '从今天到结束',
} as const satisfies Translation<typeof english>;
