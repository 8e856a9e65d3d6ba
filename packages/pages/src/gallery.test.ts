import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { attributes } from './components/html.test-support.ts';
import { gallery } from './gallery.tsx';
import { stylesheetUrls } from './stylesheet.ts';

const pages = (['zh', 'en'] as const).flatMap((language) =>
  [...gallery(language, 'style.css')].map(([name, markup]) => ({ name, language, markup })),
);

const css = [...stylesheetUrls, new URL('gallery/gallery.css', import.meta.url)]
  .map((url) => readFileSync(url, 'utf8'))
  .join('\n');

/** Plain forms that need no rule of their own. */
const plainNames = new Set(['button-second', 'column-main', 'term-bar-row', 'term-burden']);

describe.each(pages)('$name in $language', ({ markup }) => {
  it('has one title of the first level and skips no level', () => {
    const levels = [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  });

  it('uses no id twice', () => {
    const ids = attributes(markup, 'id');
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('has no inline style, script or handler', () => {
    expect(markup).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
  });

  it('uses only classes that the stylesheet knows', () => {
    const used = new Set(attributes(markup, 'class').flatMap((names) => names.split(' ')));
    const unknown = [...used].filter((name) => !css.includes(`.${name}`) && !plainNames.has(name));
    expect(unknown).toEqual([]);
  });

  it('prints no missing value', () => {
    expect(markup).not.toMatch(/undefined|\[object|NaN|\{\{/);
  });
});
