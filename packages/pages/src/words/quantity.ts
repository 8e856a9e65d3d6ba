import type { Language, Money } from '@credence/domain';

/** Names of currencies as a Chinese sentence says them; others keep their code. */
const chineseUnits: Readonly<Record<string, string>> = { CNY: '元', USD: '美元', EUR: '欧元' };

/** 1284300 -> 1,284,300. Takes whole and decimal numbers. */
export function groupDigits(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 20,000 元 / CNY 20,000; minor units are written only when there are any. */
export function moneyText({ amount, currency }: Money, language: Language): string {
  const digits = minorDigits(currency);
  const unit = 10 ** digits;
  const whole = Math.trunc(Math.abs(amount) / unit);
  const minor = Math.abs(amount) % unit;
  const sign = amount < 0 ? '-' : '';
  const fraction = minor === 0 ? '' : `.${String(minor).padStart(digits, '0')}`;
  const figure = `${sign}${groupDigits(whole)}${fraction}`;
  return language === 'zh'
    ? `${figure} ${chineseUnits[currency] ?? currency}`
    : `${currency} ${figure}`;
}

export function percentText(ratio: number, digits = 0): string {
  return `${(ratio * 100).toFixed(digits)} %`;
}

function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
