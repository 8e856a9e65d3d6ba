import type { form as english } from '../en/form.ts';
import type { Translation } from '../translation.ts';

export const form = {
  errors_other: '有 {{n}} 处需要改',
  errorPrefix: '错误：',
  notLost: '已填写的内容没有丢失。',
  nothingSaved: '没有保存任何内容。',
  reference: '编号 {{reference}}',
  whatInstead: '可以改做什么',
} as const satisfies Translation<typeof english>;
