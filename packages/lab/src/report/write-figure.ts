import type { Words } from '@credence/pages';

import type { Estimate, Measure } from '../experiment/comparison.ts';

/** How figures of one unit are written. */
export interface FigureWriter {
  /** A value with its unit. */
  readonly value: (value: number) => string;
  /** 51.1 [48.8, 53.4] with its unit. */
  readonly estimate: (estimate: Estimate) => string;
  /** +12.1 [9.8, 14.4]; shares differ by points. */
  readonly difference: (estimate: Estimate) => string;
  /** A difference alone, for the ends of a scale. */
  readonly change: (value: number) => string;
  /** A value at an axis, whose title has the unit. */
  readonly tick: (value: number) => string;
  /** The title of an axis: what is counted, and its unit where the ticks have none. */
  readonly axis: (title: string) => string;
}

interface Unit {
  /** What a value is multiplied with before it is written. */
  readonly factor: number;
  readonly value: (digits: string) => string;
  readonly difference: (digits: string) => string;
  /** What an axis says besides its title. */
  readonly unit?: string;
}

/** The writer for a unit of measures. */
export function figureWriter(unit: Measure['unit'], words: Words): FigureWriter {
  const chinese = words.language === 'zh';
  const { factor, value, difference, unit: said } = unitOf(unit, chinese);
  const plain = (number: number) => digitsOf(number * factor, words);
  const signed = (number: number) => signedOf(number * factor, words);
  const written = (one: (number: number) => string, { value: middle, low, high }: Estimate) =>
    low === high ? one(middle) : `${one(middle)} [${one(low)}, ${one(high)}]`;
  return {
    value: (number) => (Number.isFinite(number) ? value(plain(number)) : none),
    estimate: (estimate) =>
      Number.isFinite(estimate.value) ? value(written(plain, estimate)) : none,
    difference: (estimate) =>
      Number.isFinite(estimate.value) ? difference(written(signed, estimate)) : none,
    change: signed,
    tick: (number) => (unit === 'share' ? value(plain(number)) : plain(number)),
    axis: (title) => (said === undefined ? title : `${title}${chinese ? '，' : ', '}${said}`),
  };
}

const none = '—';

function unitOf(unit: Measure['unit'], chinese: boolean): Unit {
  const plain = { factor: 1, value: same, difference: same };
  switch (unit) {
    case 'share':
      return {
        factor: 100,
        value: (digits) => `${digits} %`,
        difference: (digits) => (chinese ? `${digits} 个百分点` : `${digits} points`),
      };
    case 'yuan': {
      const money = (digits: string) => (chinese ? `${digits} 元` : `CNY ${digits}`);
      return { factor: 1, value: money, difference: money, unit: chinese ? '元' : 'CNY' };
    }
    case 'months': {
      const months = (digits: string) => (chinese ? `${digits} 个月` : `${digits} months`);
      return { factor: 1, value: months, difference: months, unit: chinese ? '月' : 'months' };
    }
    case 'per-10000': {
      const said = chinese ? '每万个主体' : 'per 10,000';
      const each = (digits: string) => (chinese ? `${said} ${digits}` : `${digits} ${said}`);
      return { factor: 1, value: each, difference: each, unit: said };
    }
    case 'count':
    case 'ratio':
    case 'index':
      return plain;
  }
}

function same(digits: string): string {
  return digits;
}

/** Three digits that count; whole numbers from a hundred on. */
function digitsOf(value: number, words: Words): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '-∞' : none;
  const size = Math.abs(value);
  if (size >= 1e15) return value.toExponential(2);
  const rounded = size >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  // Nought has no sign, and very small numbers no powers of ten.
  const text = rounded === 0 ? 0 : Math.abs(rounded) < 1e-6 ? 0 : rounded;
  return words.number(text);
}

function signedOf(value: number, words: Words): string {
  const digits = digitsOf(value, words);
  return value > 0 && digits !== '0' ? `+${digits}` : digits;
}
