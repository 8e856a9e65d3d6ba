import type { Estimate, Measure } from '../comparison.ts';

export type Tongue = 'zh' | 'en';

/** A figure as people write it: three places that count, shares in hundredths. */
export function writeFigure(value: number, unit: Measure['unit']): string {
  return unit === 'share' ? `${writeNumber(value * 100)}%` : writeNumber(value);
}

/** A figure with its interval; one replicate has none. */
export function writeEstimate(
  { value, low, high }: Estimate,
  unit: Measure['unit'],
  replicates: number,
): string {
  const text = writeFigure(value, unit);
  return replicates < 2 ? text : `${text} [${writeFigure(low, unit)}, ${writeFigure(high, unit)}]`;
}

export function writeUnit(unit: Measure['unit'], tongue: Tongue): string {
  return units[unit][tongue];
}

const units: Readonly<Record<Measure['unit'], Readonly<Record<Tongue, string>>>> = {
  count: { zh: '次', en: 'count' },
  'per-10000': { zh: '每万个主体', en: 'per 10,000' },
  share: { zh: '比例', en: 'share' },
  months: { zh: '月', en: 'months' },
  yuan: { zh: '元', en: 'yuan' },
  ratio: { zh: '倍', en: 'ratio' },
  index: { zh: '指数', en: 'index' },
};

function writeNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en-US');
  const places = Math.max(0, 2 - Math.floor(Math.log10(size)));
  // What is too small to be written so is told to be small, not nothing.
  if (places > 6) return value > 0 ? '<0.000001' : '>-0.000001';
  return String(Number(value.toFixed(places)));
}
