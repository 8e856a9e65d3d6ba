import type { Prose } from './prose.ts';

/** How the figures over the whole register are made; part of the page on figures. */
export const countedFigures: Prose = {
  zh: [
    {
      id: 'lists',
      heading: '名单里有多少条',
      paragraphs: [
        '计入所看的那一天公示着、并且今天仍可公示的记录，以及它们涉及的主体数。一条记录只计一次。已经结束的不计入。',
        '依法设立的名单，计入那一天在名单上、并且今天仍在名单上的列入决定，以及涉及的主体数。已到期、移出或者暂停执行的不计入。',
      ],
    },
    {
      id: 'agency-supply',
      heading: '一个机关提供了多少条',
      paragraphs: [
        '本月和之前十一个月里本登记收到的记录，按收到的月份和信息种类计数，不论是否公示、是否已经结束；依法封存的不计入。行和列来自目录和日历，不取决于有没有记录。',
        '少于 10 条的数字（包括 0）不公布，另隐去足够的数字，使任何未公布的数字都不能从其他数字推算出来。',
      ],
    },
    {
      id: 'agency-lateness',
      heading: '是否按期提供',
      paragraphs: [
        '最后期限：决定次日起 7 个或 20 个工作日（由信息种类决定），按官方公布的工作日历计算。收到日晚于最后期限的为超期。例如 2026年9月28日 作出的决定，7 个工作日的最后期限是 2026年10月13日。',
        '工作日历尚未公布，或者规则版本没有规定期限的，计入“期限未知”，不计入比例和天数。补录的历史信息不计入。',
        '中位数：一半记录的超期天数不超过它；第 90 百分位：九成不超过它。天数是自然日，按期的算 0 天。少于 10 条的不公布。机关之间不排名次。',
      ],
    },
    {
      id: 'statistics',
      heading: '统计表',
      paragraphs: [
        '今天公示中的记录，每条计一次，按所列的项目和信息种类分组。地区是主体代码里的行政区划。少于 10 条的不公布，另隐去足够的数字，使它们不能被推算出来。',
        '依法设立的名单另有表格：今天在名单上的列入决定，每项计一次，机关是作出决定的机关，月份是列入的月份。',
      ],
    },
    {
      id: 'incentives',
      heading: '有多少单位享受激励',
      paragraphs: [
        '计入今天有登记信息、属于规则所列主体种类的单位，每个计一次，按今天的规则和今天仍然有效的记录，逐项看条件是否都符合。不用申请，所以符合条件的就是享受的。',
        '已经到期、修复、撤销的记录不计入。少于 10 个的数字（包括 0）不公布，能推算出它的数字也不公布。',
      ],
    },
    {
      id: 'repair-times',
      heading: '多久改正',
      paragraphs: [
        '近 36 个月作出的决定中，记有改正日期的，从决定日到改正日的自然日天数。“一半不超过”是中位数，另两列是四分位数。包括已经因改正而结束的记录，只以 10 条以上的总数出现。',
        '没有改正日期的记录另计：可能尚未改正，也可能来源没有报送。',
      ],
    },
  ],
  en: [
    {
      id: 'lists',
      heading: 'How many entries a list has',
      paragraphs: [
        'Records published on the day looked at that may still be published today, and how many organisations they are about. A record counts once. What has ended is not counted.',
        'Of a list under law, the entries that stand on that day and still today, and how many organisations they are about. What has ended, was removed or is stayed is not counted.',
      ],
    },
    {
      id: 'agency-supply',
      heading: 'How many records an agency supplied',
      paragraphs: [
        'Records that this register took in during this month and the eleven before, by month of taking in and by kind, whether published, ended or not; what the law seals is left out. Rows and columns come from the catalogue and the calendar, whatever there is.',
        'Counts below 10, none included, are withheld, and as many others as it takes so that no withheld count can be worked out from the rest.',
      ],
    },
    {
      id: 'agency-lateness',
      heading: 'Whether records came in time',
      paragraphs: [
        'The last day is 7 or 20 working days after the decision, by kind of record, counted by the official calendar. A record taken in after it is late. A decision of 28 Sep 2026 with 7 working days is in time until 13 Oct 2026.',
        'Where the calendar of the year is not published, or the edition sets no limit, the record counts as “last day not known” and enters neither share nor days. Backlog is left out.',
        'Median: half of the records were no later than this; 90th percentile: nine in ten. Days are calendar days and in time counts as 0. Below 10 records nothing is given. Agencies are not ranked.',
      ],
    },
    {
      id: 'statistics',
      heading: 'The tables of statistics',
      paragraphs: [
        'Records published today, each once, by the trait named and by kind of record. The region is the one in the code of the organisation. Counts below 10 are withheld, and as many others as it takes so that they cannot be worked out.',
        'Lists under law have tables of their own: entries that stand in a list today, each once; the agency is the one that decided, the month that of the listing.',
      ],
    },
    {
      id: 'incentives',
      heading: 'How many have an incentive',
      paragraphs: [
        'Every organisation with a registration today that the rule is for, each once: whether all conditions are met by the law of today and by the records that are still in effect. Nobody has to apply, so whoever meets the conditions has it.',
        'Records that have ended, were repaired or annulled do not enter. Counts below 10, nought among them, are withheld, and so is what would give them away.',
      ],
    },
    {
      id: 'repair-times',
      heading: 'How long repair takes',
      paragraphs: [
        'Of the decisions of the last 36 months that state a day of correction: calendar days from the decision to it. “Half within” is the median; the columns beside it are the quartiles. Records that ended by their correction are included, as totals of at least 10 only.',
        'Records without a day of correction are counted apart: not corrected yet, or not reported.',
      ],
    },
  ],
};
