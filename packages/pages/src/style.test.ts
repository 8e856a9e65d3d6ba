import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { stylesheetUrls } from './stylesheet.ts';

const files = stylesheetUrls.map((url) => ({
  name: url.pathname.split('/').at(-1) ?? '',
  text: readFileSync(url, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));
const tokens = files.find(({ name }) => name === 'tokens.css')?.text ?? '';
const others = files.filter(({ name }) => name !== 'tokens.css');

type Palette = ReadonlyMap<string, string>;

/** Colours of the block that opens with the selector. */
function palette(selector: string): Palette {
  const from = tokens.indexOf(`${selector} {`);
  const block = tokens.slice(from, tokens.indexOf('}', from));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

const light = palette(':root');
const dark = palette(":root:not([data-theme='light'])");
const darkByChoice = palette(":root[data-theme='dark']");

/** Contrast after WCAG 2.2, of two colours as #rrggbb. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(colours: Palette, [front, ground]: readonly [string, string]): number {
  const [a, b] = [colours.get(front), colours.get(ground)];
  if (a === undefined || b === undefined) throw new Error(`no colour ${front} or ${ground}`);
  return contrast(a, b);
}

/** Text on its ground: the figures of the look's table, light and dark. */
const text = [
  ['ink', 'bg', 16.7, 15.14],
  ['ink', 'wash', 15.36, 13.82],
  ['ink', 'awash', 14.45, 11.69],
  ['ink2', 'bg', 7.56, 8.59],
  ['ink2', 'wash', 6.95, 7.84],
  ['ink2', 'sink', 6.44, 6.95],
  ['ink2', 'awash', 6.54, 6.63],
  ['accent', 'bg', 7.89, 9.26],
  ['accent', 'wash', 7.25, 8.45],
  ['accent', 'awash', 6.82, 7.15],
  ['onaccent', 'accent', 7.89, 8.47],
  ['disp', 'disp-wash', 7.35, 7.97],
  ['disp', 'bg', 8.4, 9.27],
  ['good', 'good-wash', 6.1, 8.27],
  ['good', 'bg', 6.93, 9.67],
  ['due', 'due-wash', 6.44, 8.17],
  ['due', 'awash', 6.25, 7.5],
  ['due', 'bg', 7.22, 9.7],
  ['fail', 'fail-wash', 6.51, 7.59],
  ['fail', 'bg', 7.48, 8.78],
  ['force', 'bg', 10.17, 10.31],
  ['c3', 'bg', 6.39, 9.7],
] as const;

/** Lines, bars and rings on their ground. */
const objects = [
  ['edge', 'bg', 4.11, 5.21],
  ['edge', 'wash', 3.78, 4.75],
  ['focus', 'bg', 7.89, 11.78],
  ['focus', 'awash', 6.82, 9.1],
  ['force-rest', 'bg', 3.11, 3.83],
  ['good-rest', 'bg', 3.04, 3.97],
] as const;

/** Pairs that only our markup makes: hover, notices and the language that is chosen. */
const alsoUsed = [
  ['accent2', 'bg'],
  ['onaccent', 'accent2'],
  ['bg', 'ink'],
  ['ink', 'due-wash'],
  ['ink', 'good-wash'],
  ['ink2', 'due-wash'],
  ['accent', 'due-wash'],
] as const;

describe('colours', () => {
  it.each(text)('text %s on %s has the contrast of the table, at least 4.5', (...row) => {
    const [front, ground, inLight, inDark] = row;
    expect(ratio(light, [front, ground])).toBeGreaterThanOrEqual(4.5);
    expect(ratio(dark, [front, ground])).toBeGreaterThanOrEqual(4.5);
    expect(ratio(light, [front, ground])).toBeCloseTo(inLight, 1);
    expect(ratio(dark, [front, ground])).toBeCloseTo(inDark, 1);
  });

  it.each(objects)('%s on %s is seen: the contrast of the table, at least 3', (...row) => {
    const [front, ground, inLight, inDark] = row;
    expect(ratio(light, [front, ground])).toBeGreaterThanOrEqual(3);
    expect(ratio(dark, [front, ground])).toBeGreaterThanOrEqual(3);
    expect(ratio(light, [front, ground])).toBeCloseTo(inLight, 1);
    expect(ratio(dark, [front, ground])).toBeCloseTo(inDark, 1);
  });

  it.each(alsoUsed)('%s on %s is read: at least 4.5', (front, ground) => {
    expect(ratio(light, [front, ground])).toBeGreaterThanOrEqual(4.5);
    expect(ratio(dark, [front, ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('gives every light colour a dark one, the same by system and by choice', () => {
    expect([...dark.keys()]).toEqual([...light.keys()]);
    expect([...darkByChoice]).toEqual([...dark]);
  });

  it('keeps dark off paper: both dark blocks are for screens', () => {
    expect(tokens).toContain('@media screen and (prefers-color-scheme: dark)');
    expect(tokens).toMatch(/@media screen \{\s*:root\[data-theme='dark'\]/);
  });

  it('serves those who force colours or ask for more contrast', () => {
    expect(tokens).toContain('@media (forced-colors: active)');
    expect(tokens).toContain('@media (prefers-contrast: more)');
  });
});

describe('the stylesheet', () => {
  it.each(others)('$name names no colour of its own', ({ text: css }) => {
    expect(css.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch|color)a?\(/gi) ?? []).toEqual([]);
    expect(css.match(/:\s*(white|black|red|green|blue|gr[ae]y|orange|purple)\b/gi) ?? []).toEqual(
      [],
    );
  });

  it.each(others)('$name uses only tokens that exist', ({ text: css }) => {
    const used = [...css.matchAll(/var\(--([\w-]+)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !tokens.includes(`--${name}:`))).toEqual([]);
  });

  it.each(files)('$name has no shadow, gradient, italic, spaced or half-bold letters', (file) => {
    expect(file.text).not.toMatch(/shadow|gradient|italic|letter-spacing|ellipsis/);
    expect(
      [...file.text.matchAll(/font-weight: (\d+)/g)].map(([, weight]) => weight),
    ).not.toContain('600');
    for (const [, weight] of file.text.matchAll(/font-weight: ([^;]+);/g)) {
      expect(['400', '700']).toContain(weight);
    }
  });

  it('writes text sizes in rem, none under 13 px', () => {
    const sizes = [...tokens.matchAll(/--size-[\w-]+: ([\d.]+)(\w+);/g)];
    expect(sizes.length).toBeGreaterThan(10);
    for (const [, size, unit] of sizes) {
      expect(unit).toBe('rem');
      expect(Number(size) * 16).toBeGreaterThanOrEqual(13);
    }
    for (const { name, text: css } of others.filter((file) => file.name !== 'print.css')) {
      const inPixels = css.match(/font-size: [\d.]+(px|pt)/g) ?? [];
      expect({ name, inPixels }).toEqual({ name, inPixels: [] });
    }
  });

  it('breaks at 700, 900 and 1100 px only', () => {
    const widths = files.flatMap(({ text: css }) =>
      [...css.matchAll(/-width: ([\d.]+)em/g)].map(([, em]) => Math.round(Number(em) * 16)),
    );
    expect([...new Set(widths)].sort((a, b) => a - b)).toEqual([700, 900, 1100]);
  });

  it('stops motion for those who ask', () => {
    const css = files.map(({ text: each }) => each).join('\n');
    expect(css).toMatch(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--quick: 0ms/);
    expect(css.match(/\d+m?s\b/g)).toEqual(['120ms', '0ms']);
    expect(css).not.toMatch(/animation|@keyframes/);
  });

  it('never removes the ring of focus from what can be operated', () => {
    const css = files.map(({ text: each }) => each).join('\n');
    const removed = [...css.matchAll(/([^{}]*)\{[^{}]*outline: none/g)].map(([, s = '']) =>
      s.trim(),
    );
    expect(removed).toEqual(['main:focus']);
  });
});
