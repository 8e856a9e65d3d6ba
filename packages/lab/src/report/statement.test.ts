import { sha256Hex } from '@credence/proof';
import { describe, expect, it } from 'vitest';

import type { Comparison } from '../experiment/comparison.ts';
import { inspectionModel } from '../models/inspection-model.ts';
import { describeModel } from './describe-model.ts';
import { makeStatement } from './make-statement.ts';
import { sampleComparison } from './sample-comparison.test-support.ts';
import { readLook } from './stylesheet.ts';

const look = readLook();

function made(about: string, comparison: Comparison = sampleComparison) {
  const model = describeModel(inspectionModel);
  const command = 'credence-lab report RULE';
  return makeStatement({ comparison, about, command, model, language: 'zh' }, look);
}

function pages(about: string, comparison?: Comparison): readonly [string, string] {
  const { files } = made(about, comparison);
  return [files.get('statement-zh.html') ?? '', files.get('statement-en.html') ?? ''];
}

/** The place of each text, in order; a missing one is before everything. */
function inOrder(page: string, texts: readonly string[]): void {
  const places = texts.map((text) => page.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

describe('an impact statement', () => {
  it('says first that the rule cannot be promulgated, and why, whatever its benefit', () => {
    const [zh, en] = pages('wanglan-2027');
    expect(en).toContain('<b>This rule cannot be promulgated.</b>');
    expect(en).toContain(
      'Wrongful entries: 51.1 [48.8, 53.4] per 10,000, over the limit of 45 per 10,000.',
    );
    expect(zh).toContain('<b>这项规则不能公布施行。</b>');
    expect(zh).toContain('收益再大也不能抵消');
  });

  it('says so of a rule that breaks a guard, even within every limit', () => {
    const outcomes = sampleComparison.outcomes.map((outcome) => ({
      ...outcome,
      verdict: { promulgable: true, beyond: [], undecided: [] },
    }));
    const [, en] = pages('joint-2016', { ...sampleComparison, outcomes });
    inOrder(en, ['<b>This rule cannot be promulgated.</b>', '<li>Guards that it breaks: 1.</li>']);
  });

  it('does not call undecided what so many runs do not decide', () => {
    const [first, ...others] = sampleComparison.outcomes;
    if (first === undefined) throw new Error('The sample has outcomes.');
    const found = { value: 44, low: 42, high: 46 };
    const limit = { measure: 'wrongful-entries', atMost: 45, found };
    const verdict = { promulgable: false, beyond: [], undecided: [limit] };
    const comparison = { ...sampleComparison, outcomes: [{ ...first, verdict }, ...others] };
    const [zh, en] = pages('cn-2026', comparison);
    expect(en).toContain('These runs do not decide whether this rule can be promulgated');
    expect(en).not.toContain('cannot be promulgated.</b>');
    expect(zh).toContain('还不能判定');
    expect(pages('cn-2026')[1]).toContain('<b>This rule keeps every harm limit.</b>');
  });

  it('says what a draft was judged by, and tells the excess of the rule above it plainly', () => {
    const near = (value: number, half: number) => ({
      value,
      low: value - half,
      high: value + half,
    });
    const [limit, found] = [{ measure: 'wrongful-entries', atMost: 45 }, near(51, 2)];
    const margin = {
      ...{ value: 1, source: { zh: '自定', en: 'our own' } },
      confidence: 'unverified' as const,
    };
    const written = (
      as: 'beyond' | 'undecided' | 'inherited',
      difference = near(3, 1),
      most: { readonly margin?: typeof margin } = {},
    ) => {
      const by = 'wrongful-entries';
      const against = { from: 'cn-2026', above: near(48, 2), by, difference, ...most };
      const verdict = {
        ...{ promulgable: as === 'inherited', beyond: [], undecided: [] },
        [as]: [{ ...limit, found, against }],
      };
      const outcomes = sampleComparison.outcomes.map((outcome) => {
        if (outcome.regime === 'wanglan-2027') return { ...outcome, verdict };
        const beyond = [{ ...limit, found: against.above }];
        const own = { promulgable: false, beyond, undecided: [] };
        return outcome.regime === 'cn-2026' ? { ...outcome, verdict: own } : outcome;
      });
      return pages('wanglan-2027', { ...sampleComparison, outcomes });
    };
    const [zhAdds, enAdds] = written('beyond');
    expect(enAdds).toContain('<b>This rule cannot be promulgated.</b>');
    expect(enAdds).toContain(
      'Wrongful entries: the rule above, “The rules in force (cn-2026)”, with 48 [46, 50] per 10,000 against a limit of 45 per 10,000, is over the limit itself, so this rule is judged by what it adds. It adds harm: +3 [+2, +4] per 10,000.',
    );
    expect(zhAdds).toContain(
      '本身已超过上限，故只看这项规则增加了多少。它加重了损害，相差每万个主体 +3 [+2, +4]。',
    );
    const [zhOpen, enOpen] = written('undecided', near(0, 1));
    expect(enOpen).toContain('<b>Not decided, so not to be promulgated as yet.');
    expect(enOpen).toContain('These runs do not decide whether it adds harm: 0 [-1, +1]');
    expect(zhOpen).toContain('<b>尚未判定，因此暂不得公布施行。');
    const [zhNone, enNone] = written('inherited', near(0, 0));
    expect(enNone).toContain('<b>This rule keeps every harm limit that the rule above it keeps');
    expect(enNone).toContain('is over the limit itself');
    expect(enNone).toContain('It adds no harm: 0 per 10,000.');
    expect(zhNone).toContain('它没有加重损害');
    const [zhLittle, enLittle] = written('inherited', near(0, 1), { margin });
    expect(enLittle).toContain('adds no more to the other harms than the margin allows.</b>');
    expect(enLittle).toContain(
      'What it adds is not over the margin of 1 per 10,000 (unverified): 0 [-1, +1]',
    );
    expect(zhLittle).toContain('增加的不超过允许的幅度每万个主体 1（未核实），相差');
    expect(written('inherited', near(-1, 1), { margin })[1]).toContain('It adds no harm');
    expect(written('beyond', near(3, 1), { margin })[1]).toContain('is over the margin of 1 per');
    expect(written('undecided', near(1, 1), { margin })[1]).toContain(
      'These runs do not decide whether that is over the margin of 1 per 10,000 (unverified)',
    );
  });

  it('tells what is broken before any figure, and harms before benefits', () => {
    const [zh, en] = pages('wanglan-2027');
    inOrder(en, ['<h1', 'cannot be promulgated', 'G12', 'Harms that have a limit', 'Benefits</b>']);
    inOrder(en, ['Who is hurt</h2>', 'Method (ODD+D)', 'What this cannot tell', 'Run it again']);
    inOrder(zh, [
      '<h1',
      '不能公布施行',
      'G12',
      '有上限的损害',
      '收益</b>',
      '方法（ODD+D）',
      '重做一遍',
    ]);
  });

  it('escapes every text it was given', () => {
    const [zh, en] = pages('joint-2016');
    expect(en).toContain('&lt;draft&gt; &amp; more');
    expect(zh).toContain('&lt;草案&gt;');
    expect(`${zh}${en}`).not.toContain('<draft>');
  });

  it('is one file: no script, nothing from elsewhere, its style under the hash it states', () => {
    for (const page of pages('wanglan-2027')) {
      expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref="(?!#)|@import|style="/);
      expect(page).toContain(`style-src &#39;sha256-${look.stylesheetHash}&#39;`);
      expect(page).toContain('default-src &#39;none&#39;');
      expect(page).toMatch(/虚拟人口|synthetic population/);
      expect(page).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it('generates its method from what the model declares', () => {
    const [, en] = pages('cn-2026');
    const { columns, processes, observers } = describeModel(inspectionModel);
    for (const { name } of [...columns, ...processes]) expect(en).toContain(`<code>${name}</code>`);
    for (const name of Object.keys(observers)) expect(en).toContain(`<code>${name}</code>`);
    expect(en).toContain('Yearbook 2023');
  });

  it('has the same bytes each time; the bound file holds the hashes of the others', () => {
    const { files, report, bound } = made('wanglan-2027');
    expect(made('wanglan-2027').report).toBe(report);
    const text = files.get(bound) ?? '';
    expect(bound).toBe('statement-zh.html');
    expect(sha256Hex(text)).toBe(report);
    for (const name of ['statement-en.html', 'comparison.json']) {
      expect(text).toContain(sha256Hex(files.get(name) ?? ''));
    }
  });

  it('is not written about a rule that was not run', () => {
    expect(() => made('cn-2023')).toThrow(/has no regime cn-2023; it has cn-2026, wanglan-2027/);
  });

  it('gives groups that share an id among organisations and persons each its own figure', () => {
    const age = (en: string, hurt: number, members: number) => ({
      ...{ trait: 'age' as const, group: 'young', title: { zh: en, en }, members, hurt },
      ...{ loss: 0, wrongly: 0 },
    });
    const groups = [age('Owners', 0.9, 12), age('Persons', 0.25, 400), age('Old', 0.125, 500)];
    const outcomes = sampleComparison.outcomes.map((outcome) => ({ ...outcome, groups }));
    const [, en] = pages('wanglan-2027', { ...sampleComparison, outcomes });
    const drawn = [...en.matchAll(/aria-label="(Owners|Persons|Old): [^"]*?([\d.]+) %/g)];
    expect(drawn.slice(0, 3).map(([, name, share]) => `${name ?? ''} ${share ?? ''}`)).toEqual([
      'Owners 90.0',
      'Persons 25.0',
      'Old 12.5',
    ]);
    // Nine in ten of twelve are chance.
    expect(en).toContain('Most are hurt among “Persons” (400 subjects): 25.0 %');
  });
});
