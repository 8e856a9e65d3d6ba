import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { findingIn, findingSentences } from './finding-in.ts';

const here = import.meta.dirname;
const source = join(here, '..');
const folders = [
  'card',
  'check',
  'edition',
  'examine',
  'guard',
  'language',
  'load',
  'program-of',
  'world',
];

/** Words that no finding says: reasons of guards stand in both languages, the rest is no sentence. */
const elsewhere = new Set(['en', 'zh', 'source', 'accepted']);

/** A question after the sentence, for the nearest word: written out, or filled in. */
const asked = / Did you mean .*\?$|(?<=\.)\{\d\}$/;

/** Sentences written in a file, with `{0}` where something is filled in. */
function sentencesIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node)) return;
    if (ts.isPropertyAssignment(node) && elsewhere.has(node.name.getText())) return;
    if (
      ts.isCallExpression(node) &&
      /\.(describe|meta)$|^describe$/.test(node.expression.getText())
    ) {
      ts.forEachChild(node.expression, visit);
      return;
    }
    const text = textOf(node)?.replace(asked, '');
    if (text !== undefined && /[a-z] /.test(text) && /[.;]$/.test(text)) found.push(text);
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(file, 'utf8');
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const parts = node.templateSpans.map(({ literal }, place) => `{${String(place)}}${literal.text}`);
  return node.head.text + parts.join('');
}

function filesOf(folder: string): string[] {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('test'))
    .map((name) => join(source, folder, name));
}

const written = folders
  .flatMap(filesOf)
  .flatMap((file) =>
    sentencesIn(file).map((sentence) => ({ sentence, file: relative(source, file) })),
  );
/** Descriptions of limits are words of a card's own form, not of a finding. */
const isSaid = ({ file }: { readonly file: string }): boolean => file !== 'card/limits-card.ts';

/** The sentence with something in every place of it. */
function filled(text: string): string {
  return text.replaceAll(/\{(\d)\}/g, (_, name: string) => `‹${name}›`);
}

describe('what a finding says', () => {
  it('has Chinese for every sentence that is written anywhere in the checks', () => {
    const known = new Set(findingSentences.map(([en]) => en));
    const missing = written.filter((each) => isSaid(each) && !known.has(each.sentence));
    expect(missing).toEqual([]);
    expect(written.length).toBeGreaterThan(500);
  });

  it('keeps no sentence that nobody says any more', () => {
    const said = new Set(written.map(({ sentence }) => sentence));
    expect(findingSentences.filter(([en]) => !said.has(en))).toEqual([]);
  });

  it.each(findingSentences)('%s', (en, zh) => {
    expect(zh).toMatch(/\p{Script=Han}|^写/u);
    expect(zh).toMatch(/。$/);
    const named = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    expect(named(zh)).toEqual(named(en));
    expect(zh).not.toMatch(/[！您]|老赖|黑名单/);
    expect(findingIn('zh', { message: filled(en) }).message).toBe(filled(zh));
    expect(findingIn('en', { message: filled(en) }).message).toBe(filled(en));
  });

  it('says phrases inside of a sentence in Chinese as well, and leaves codes', () => {
    const message = 'This is a whole number; a code of severity is asked for here.';
    expect(findingIn('zh', { message }).message).toBe('这里是整数，需要的是severity 的代码。');
  });

  it('asks whether the nearest word was meant', () => {
    const { message } = findingIn('zh', {
      message: 'art_9 is not a word of this field. Did you mean art-9?',
    });
    expect(message).toBe('art_9 不是这个字段可以写的词。是不是 art-9？');
    const folder = findingIn('zh', {
      message: 'This file is no card: nobody would read it. Did you mean the folder items?',
    });
    expect(folder.message).toBe('这个文件不是卡，没有人会读它。是不是文件夹 items？');
  });

  it('says whose card it is where the edition has taken it over', () => {
    const message =
      'measures/x.yaml, taken over from cn-2023, at term.at-most: No measure may cut this.';
    expect(findingIn('zh', { message }).message).toBe(
      'measures/x.yaml（沿用自 cn-2023，term.at-most）：任何措施都不得减损这一项。',
    );
  });

  it('keeps the place that stands before a sentence', () => {
    const message = 'remedies.fee: Nobody grades itself.';
    expect(findingIn('zh', { message }).message).toBe('remedies.fee：谁都不能评价自己。');
    const indexed = 'cases[0].given.procedure: No measure may cut this.';
    expect(findingIn('zh', { message: indexed }).message).toBe(
      'cases[0].given.procedure：任何措施都不得减损这一项。',
    );
  });

  it('never leaves out what has no Chinese yet', () => {
    expect(findingIn('zh', { message: 'Nobody wrote this.', repair: 'Nor this.' })).toEqual({
      message: 'Nobody wrote this.',
      repair: 'Nor this.',
    });
  });
});
