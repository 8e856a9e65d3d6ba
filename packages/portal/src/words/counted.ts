import { countedFigures } from './counted-figures.ts';
import type { Prose } from './prose.ts';

/** How every figure and date of the pages is made. Other pages link to the ids. */
export const counted: Prose = {
  zh: [
    {
      id: 'organisations',
      heading: '登记着多少主体',
      paragraphs: [
        '计入今天能在本登记查到的每一个主体：有登记信息的，或者今天有公示中的记录的。一个主体有几个代码，只计一次。',
        '没有登记信息、公示又已全部到期的主体查不到，也不计入。',
      ],
    },
    {
      id: 'published',
      heading: '公示中的记录有多少条',
      paragraphs: [
        '只计对主体不利、并且在所看的那一天处于公示期内的记录。许可、登记等不构成负担的记录另列，不计入。',
        '已经到期、修复、更正、撤销或者封存的记录不显示，也不计入任何数字。',
      ],
    },
    {
      id: 'begins-ends',
      heading: '开始和结束的日期',
      paragraphs: [
        '开始：决定作出、送达并且被本登记收到之后，可以公示的第一天。结束：不再公示的第一天。期限由规则版本里的数值算出，每条记录的页面写明依据和推理过程。',
        '期限按日历月计算；起算日是 31 日而当月没有这一天的，按规则版本写明的办法取整。',
        '是否公示在每次查看时重新判断，不依靠定时任务。',
      ],
    },
    {
      id: 'today',
      heading: '“今天”是哪一天',
      paragraphs: [
        '今天是本登记所在时区的日历日，每次请求只确定一次。页面顶部的“数据时间”是这次回答所依据的最后一条内容的写入时间。',
      ],
    },
    {
      id: 'another-day',
      heading: '查看另一天',
      paragraphs: [
        '显示那一天公示着、并且今天仍可公示的内容，规则版本取那一天施行的版本，事实以今天所知为准。此后已经结束的，不显示，也不计数。',
      ],
    },
    {
      id: 'names',
      heading: '名称怎么比',
      paragraphs: [
        '先统一全角和半角、繁体和简体、大小写，再分出地区、字号、行业、组织形式和分支机构。地区写在前面还是括号里、带不带“市”、写不写省，都当作同一地区；组织形式写不写都能查到。',
        '次序是：名称相同的，写法不同而各部分相同的，开头相同的，中间包含的，最后是读音相同的；同等相近的，字数少的在前。也可以输入拼音、首字母、英文名或曾用名。最多数到 1,000 个。',
        '分支机构和总公司、集团和成员公司是不同的主体，各有代码。',
        '记录的有无和多少不影响排列，也不能用来筛选。名称相近不等于同一主体，请核对代码。',
      ],
    },
    {
      id: 'summary',
      heading: '页面开头的那句话',
      paragraphs: [
        '由固定的句式从记录的数目、种类和日期生成，对所有主体一样。它不衡量任何主体，本登记也不打分、不排名。',
      ],
    },
    {
      id: 'days-left',
      heading: '还有多少天',
      paragraphs: [
        '从所看的那一天数到结束日，按日历日计算。写明“工作日”的期限按官方公布的工作日历计算；尚未公布的年度不作推算。',
      ],
    },
    {
      id: 'confidence',
      heading: '依据旁边的标注',
      paragraphs: [
        '“已与原文核对”：编写者读过条文原文。“二手来源，待核”：读的是摘要或转述。“未经核实”：尚未找到来源。标注随规则版本公布，核实后更新。',
      ],
    },
    ...countedFigures.zh,
  ],
  en: [
    {
      id: 'organisations',
      heading: 'How many organisations are held',
      paragraphs: [
        'Every organisation that can be found here today counts once: it is registered, or it has a record published today. Several codes of one organisation do not count twice.',
        'An organisation that is not registered and whose publications have all ended cannot be found and is not counted.',
      ],
    },
    {
      id: 'published',
      heading: 'How many records are published',
      paragraphs: [
        'Only records that burden the organisation and are inside their publication period on the day looked at. Licences, registrations and other records that are no burden stand apart and are not counted.',
        'What has ended, been repaired, corrected, quashed or sealed is not shown and enters no figure.',
      ],
    },
    {
      id: 'begins-ends',
      heading: 'When a record begins and ends',
      paragraphs: [
        'It begins on the first day on which it can be shown: decided, served and received here. It ends on the first day on which it is no longer shown. The periods are values of the rulebook; the page of each record gives the articles and the reasoning.',
        'Periods are counted in calendar months. Where a month has no such day, the edition of the rulebook says how it is rounded.',
        'Whether a record is shown is decided again at every reading. No scheduled job can prolong it.',
      ],
    },
    {
      id: 'today',
      heading: 'Which day is today',
      paragraphs: [
        'The calendar day in the zone of the register, settled once for each request. “As of” at the top of a page is when the last entry behind the answer was recorded.',
      ],
    },
    {
      id: 'another-day',
      heading: 'Another day',
      paragraphs: [
        'It shows what was published on that day and may still be published today, under the edition in force on that day, with the facts as known today. What has ended since is neither shown nor counted.',
      ],
    },
    {
      id: 'names',
      heading: 'How names are compared',
      paragraphs: [
        'Width, traditional and simplified characters and case are made alike. Then region, trade name, business, legal form and branch are told apart: a region counts the same before the name or in brackets, with or without its unit or its province, and the legal form may be left out.',
        'Equal names come first, then names that differ only in how their parts are written, then those that begin with the query, then those that contain it, at last those that sound alike; of equally close ones the shorter first. Pinyin, initials, the English name and former names are understood. Up to 1,000 are counted.',
        'A branch and its parent, a group and its members are different organisations, each with its own code.',
        'Records change neither the order nor the selection. A similar name is not the same organisation: check the code.',
      ],
    },
    {
      id: 'summary',
      heading: 'The sentence at the top of a page',
      paragraphs: [
        'It is made by fixed forms from the number, kinds and dates of records, alike for every organisation. It weighs nothing: nobody is given points or a rank here.',
      ],
    },
    {
      id: 'days-left',
      heading: 'Days left',
      paragraphs: [
        'Calendar days from the day looked at to the end. Where a period is in working days, the official calendar counts; a year whose calendar is not published yet is not guessed.',
      ],
    },
    {
      id: 'confidence',
      heading: 'The marks beside a basis',
      paragraphs: [
        '“Confirmed against the text”: the authors of the rulebook read the article itself. “Secondary source, to be confirmed”: they read a digest. “Not confirmed yet”: no source has been found so far. The marks are part of the edition.',
      ],
    },
    ...countedFigures.en,
  ],
};
