import { addDays, civilDate, type CivilDate } from '@credence/domain';
import { writeWorkbook, type Sheet, type SheetCell } from '@credence/exchange';

import { codeOf, nameOf } from './city-files.ts';
import { market } from './world.ts';

const office = '望澜市市场监督管理局';

/** What is wrong in one row of the workbook, on purpose. */
type Fault = 'check-digit' | 'no-decision-date' | 'amount';

interface Decision {
  readonly of: number;
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly served: boolean;
  readonly fault?: Fault;
  /** In 10,000 yuan. */
  readonly fine: string;
}

type Column = readonly [header: string, cell: (decision: Decision) => SheetCell];

const date = (on: CivilDate): SheetCell => ({ kind: 'date', on });

function codeIn({ of, fault }: Decision): string {
  const code = codeOf(of);
  if (fault !== 'check-digit') return code;
  return `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
}

/** This year's form: running indices, and the meaning in full-width brackets. */
const thisYear: readonly Column[] = [
  ['行政相对人名称', ({ of }) => nameOf(of)],
  ['行政相对人类别', () => '法人及非法人组织'],
  ['行政相对人代码_1（统一社会信用代码）', codeIn],
  ['法定代表人', ({ of }) => `代表人${String(of)}`],
  ['法定代表人证件号码', () => '见登记档案'],
  ['行政处罚决定书文号', ({ number }) => number],
  ['违法行为类型', () => '虚假宣传'],
  ['违法事实', () => '宣传内容与事实不符'],
  ['处罚依据', () => '《广告法》第五十五条'],
  ['处罚类别', () => '罚款'],
  ['处罚内容', ({ fine }) => `罚款 ${fine} 万元`],
  ['罚款金额（万元）', ({ fine, fault }) => (fault === 'amount' ? '贰万' : fine)],
  ['处罚决定日期', ({ decidedOn, fault }) => (fault === 'no-decision-date' ? '' : date(decidedOn))],
  ['公示截止期', ({ decidedOn }) => date(addDays(decidedOn, 365))],
  ['处罚机关', () => office],
  ['处罚机关统一社会信用代码', () => market],
  ['数据来源单位', () => office],
  ['数据来源单位统一社会信用代码', () => market],
  ['适用程序', () => '普通程序'],
  ['送达日期', ({ decidedOn, served }) => (served ? date(decidedOn) : '')],
  ['送达方式', ({ served }) => (served ? '直接送达' : '')],
  ['办公室排班', () => '甲组'],
];

/** An older form: other words, half-width brackets, the code behind the name of the document. */
const earlier: readonly Column[] = [
  ['行政处罚决定书编号', ({ number }) => number],
  ['当事人名称', ({ of }) => nameOf(of)],
  ['相对人类别', () => '法人及非法人组织'],
  ['行政相对人代码-2(统一社会信用代码)', codeIn],
  ['负责人', ({ of }) => `负责人${String(of)}`],
  ['违法类型', () => '虚假宣传'],
  ['主要违法事实', () => '宣传内容与事实不符'],
  ['行政处罚依据', () => '《广告法》第五十五条'],
  ['处罚种类', () => '罚款'],
  ['行政处罚内容', ({ fine }) => `罚款 ${fine} 万元`],
  ['罚款(万元)', ({ fine }) => fine],
  ['作出行政处罚决定日期', ({ decidedOn }) => decidedOn],
  ['公示截止日期', ({ decidedOn }) => addDays(decidedOn, 365)],
  ['作出行政处罚决定机关名称', () => office],
  ['处罚机关代码', () => market],
  ['数据来源单位名称', () => office],
  ['数据来源单位代码', () => market],
  ['处罚程序', () => '普通程序'],
  ['决定书送达日期', ({ decidedOn }) => decidedOn],
  ['文书送达方式', () => '直接送达'],
];

export interface WorkbookOrder {
  /** Decisions in both sheets together. */
  readonly decisions: number;
  /** Three rows of the first sheet are broken; else all are right. */
  readonly broken: boolean;
  readonly lastDecidedOn: CivilDate;
  /** The fine of the first decision, in 10,000 yuan. */
  readonly firstFine?: string;
  /** Number of the first decision and its party; absent: 1. */
  readonly from?: number;
  /** The first rows of the first sheet say nothing about service. */
  readonly unserved?: number;
}

/** Rows of the sheet, from 1, header included, that are broken where any is. */
export const brokenRows = [12, 40, 300] as const;
const faults: readonly Fault[] = ['check-digit', 'no-decision-date', 'amount'];

/** A bureau's workbook: two sheets with headers of two years, amounts in 10,000 yuan. */
export async function writePenaltyWorkbook(path: string, order: WorkbookOrder): Promise<void> {
  const { decisions, broken, lastDecidedOn, unserved = 0, from = 1 } = order;
  const all = Array.from({ length: decisions }, (_, index): Decision => {
    const at = brokenRows.findIndex((row) => row === index + 2);
    const fault = broken ? faults[at] : undefined;
    return {
      of: from + index,
      number: `望市监罚〔2026〕${String(from + index)}号`,
      decidedOn: addDays(lastDecidedOn, -(index % 20)),
      served: index >= unserved,
      fine: index === 0 ? (order.firstFine ?? '2.000000') : `${String(1 + (index % 9))}.500000`,
      ...(fault === undefined ? {} : { fault }),
    };
  });
  const half = Math.ceil(decisions / 2);
  await writeWorkbook(path, [
    sheetOf('2026年处罚', thisYear, all.slice(0, half)),
    sheetOf('补报', earlier, all.slice(half)),
  ]);
}

function sheetOf(name: string, columns: readonly Column[], decisions: readonly Decision[]): Sheet {
  return {
    name,
    header: columns.map(([header]) => header),
    rows: decisions.map((decision) => columns.map(([, cell]) => cell(decision))),
  };
}

export const autumn: CivilDate = civilDate('2026-09-28');
