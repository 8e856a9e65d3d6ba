import type { Prose } from './prose.ts';

/** How the data can be had and what a reader owes. The operations are listed by the page itself. */
export const dataProse: Prose = {
  zh: [
    {
      id: 'what',
      heading: '能取得什么',
      paragraphs: [
        '接口给出的内容与页面相同：查询、主体、记录及其推理过程、规则版本。公开的读取不需要密钥；成批的不利记录需要免费密钥。页面上没有的，接口也没有。',
        '每个回答都写明数据时间、所看的日期和规则版本。加上参数 day（YYYY-MM-DD）可以查看另一天，只含现在仍可公示的内容。',
      ],
    },
    {
      id: 'copies',
      heading: '保存副本',
      paragraphs: [
        '回答最多可以重复使用一分钟，并且不能跨过本登记所在时区的零点。字段 ends 是不再公示的第一天。保存副本的，再次使用前请重新查询；已经结束的，请从副本中删除。',
      ],
    },
    {
      id: 'limits',
      heading: '限制',
      paragraphs: [
        '同一地址请求过密时回答 429，并用 Retry-After 写明多少秒后再试。未知的参数不会被忽略，回答会列出可用的参数。',
      ],
    },
    {
      id: 'problems',
      heading: '出错时',
      paragraphs: [
        '出错的回答采用 RFC 9457 格式，类型地址指向说明页面，语言由 Accept-Language 决定。不存在的记录与已经结束的记录，回答完全相同。',
      ],
    },
  ],
  en: [
    {
      id: 'what',
      heading: 'What can be had',
      paragraphs: [
        'The interface gives what the pages give: search, organisations, records with their reasoning, the rulebook. Public reads need no key; adverse records in bulk need a free one. What is on no page is in no answer.',
        'Every answer states its timepoint, its day and the edition of the rulebook. The parameter day (YYYY-MM-DD) asks for another day and gives only what may still be published.',
      ],
    },
    {
      id: 'copies',
      heading: 'Keeping copies',
      paragraphs: [
        'An answer may be used again for at most a minute, and never past midnight in the zone of the register. The field ends is the first day on which a record is no longer shown. Whoever keeps a copy asks again before using it, and removes what has ended.',
      ],
    },
    {
      id: 'limits',
      heading: 'Limits',
      paragraphs: [
        'Too many requests from one address are answered 429 with Retry-After in seconds. An unknown parameter is not passed over: the answer lists the ones that are taken.',
      ],
    },
    {
      id: 'problems',
      heading: 'Problems',
      paragraphs: [
        'Problems follow RFC 9457; their type is the address of a page that explains them, their language follows Accept-Language. A record that never was and one that has ended get the same answer.',
      ],
    },
  ],
};
