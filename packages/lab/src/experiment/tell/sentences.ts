import type { Comparison, Measure, PairedDifference } from '../comparison.ts';
import { writeFigure, writeUnit, type Tongue } from './write-figure.ts';

/**
 * What differs between two regimes, harms first: only differences whose whole interval lies on one
 * side of nothing. With one replicate there is no interval, and nothing is said.
 */
export function sentencesOf(
  {
    measures,
    plan,
  }: Pick<Comparison, 'measures'> & { readonly plan: { readonly replicates: number } },
  pair: Pick<PairedDifference, 'from' | 'to' | 'differences'>,
  tongue: Tongue,
): readonly string[] {
  if (plan.replicates < 2) return [];
  const order: readonly Measure['side'][] = ['harm', 'benefit', 'figure'];
  return order.flatMap((side) =>
    measures
      .filter((measure) => measure.side === side)
      .flatMap((measure) => sentenceOf(measure, pair, tongue)),
  );
}

function sentenceOf(
  { id, title, unit }: Measure,
  { from, to, differences }: Pick<PairedDifference, 'from' | 'to' | 'differences'>,
  tongue: Tongue,
): readonly string[] {
  const found = differences[id];
  if (found === undefined || (found.low <= 0 && found.high >= 0)) return [];
  const isMore = found.value > 0;
  const [value, ...ends] = [found.value, found.low, found.high].map(Math.abs);
  const [low = 0, high = 0] = ends.sort((a, b) => a - b);
  const [text, least, most] = [value ?? 0, low, high].map((each) => writeFigure(each, unit));
  if (tongue === 'zh') {
    const counted = isBare(unit) ? '' : `（${writeUnit(unit, 'zh')}）`;
    return [
      `${title.zh ?? id}${counted}：“${to}”比“${from}”${isMore ? '多' : '少'} ${text}〔${least}，${most}〕。`,
    ];
  }
  const counted = isBare(unit) ? '' : ` ${writeUnit(unit, 'en')}`;
  const than = `${isMore ? 'more' : 'less'} under ${to} than under ${from}`;
  return [`${title.en ?? id}: ${text} [${least}, ${most}]${counted} ${than}.`];
}

/** Units that go without saying beside a figure. */
function isBare(unit: Measure['unit']): boolean {
  return unit === 'share' || unit === 'count' || unit === 'ratio' || unit === 'index';
}
