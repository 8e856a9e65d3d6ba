import { words } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { figureWriter } from './write-figure.ts';

const found = { value: 0.512, low: 0.488, high: 0.536 };

describe('figures of a statement', () => {
  it('are written with their unit in both languages', () => {
    expect(figureWriter('share', words('en')).estimate(found)).toBe('51.2 [48.8, 53.6] %');
    expect(figureWriter('share', words('zh')).difference(found)).toBe(
      '+51.2 [+48.8, +53.6] 个百分点',
    );
    expect(figureWriter('yuan', words('zh')).value(1_310.4)).toBe('1,310 元');
    expect(figureWriter('yuan', words('en')).value(1_310.4)).toBe('CNY 1,310');
    expect(figureWriter('per-10000', words('zh')).value(39)).toBe('每万个主体 39');
    expect(figureWriter('per-10000', words('en')).axis('Entries')).toBe('Entries, per 10,000');
    expect(figureWriter('months', words('en')).tick(3)).toBe('3');
  });

  it('say nothing where there is no number', () => {
    const nothing = { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    const writer = figureWriter('ratio', words('en'));
    expect([
      writer.value(Number.NaN),
      writer.estimate(nothing),
      writer.difference(nothing),
    ]).toEqual(['—', '—', '—']);
  });

  it('keep three digits that count, and never write minus nought', () => {
    const { value, change } = figureWriter('index', words('en'));
    expect([0.000_123_4, 1.0049, 12.34, 1_234_567, -0, -1e-9].map(value)).toEqual([
      '0.000123',
      '1',
      '12.3',
      '1,234,567',
      '0',
      '0',
    ]);
    expect([2, -2, 0, 1e-9].map(change)).toEqual(['+2', '-2', '0', '0']);
    expect(value(1e20)).toBe('1.00e+20');
  });

  it('have no brackets where nothing varies', () => {
    const writer = figureWriter('count', words('en'));
    expect(writer.estimate({ value: 45, low: 45, high: 45 })).toBe('45');
  });
});
