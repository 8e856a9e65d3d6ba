import { describe, expect, it } from 'vitest';

import { day, reasoning, ways } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import type { WayOut } from './ends.ts';
import { html, textOf } from './html.test-support.ts';
import { EarlierEnd, WaysOut } from './ways-out.tsx';
import { WhyTree } from './why-tree.tsx';

const zh = words('zh');
const en = words('en');

const earlier = (way: WayOut) => textOf(html(<p>{<EarlierEnd words={en} ways={[way]} />}</p>));

describe('WaysOut', () => {
  it('is a table of what to do, what comes of it, from when, and how it stands', () => {
    const markup = html(<WaysOut words={en} ways={ways} />);
    expect(markup).toContain('<caption class="hidden">How to end it earlier</caption>');
    expect([...markup.matchAll(/columnheader"[^>]*>([^<]+)</g)].map(([, head]) => head)).toEqual([
      'What to do',
      'Result',
      'Earliest',
      'Now',
    ]);
    expect(markup.match(/role="rowheader"/g)).toHaveLength(4);
  });

  it('says open, until, closed and not yet in words with their shape', () => {
    const markup = html(<WaysOut words={en} ways={ways} />);
    expect(markup).toContain('chip-open');
    expect(textOf(markup)).toContain('Closed on 13 Oct 2026');
    expect(textOf(markup)).toContain('Until 14 Feb 2027');
    expect(textOf(markup)).toContain('at any time');
    const later: WayOut = { kind: 'repair', state: 'not-yet', earliestOn: day('2027-01-02') };
    expect(textOf(html(<WaysOut words={en} ways={[later]} />))).toContain('From 2 Jan 2027');
    const unsure: WayOut = { kind: 'review', state: 'not-confirmed' };
    expect(textOf(html(<WaysOut words={zh} ways={[unsure]} />))).toContain('待核');
  });

  it('lets reviewers and courts stay execution, in the words of the law', () => {
    const text = textOf(html(<WaysOut words={zh} ways={ways} />));
    expect(text).toContain('可决定停止执行');
    expect(text).toContain('可裁定停止执行');
  });
});

describe('EarlierEnd', () => {
  it('says since when repair is open, or from when it will be', () => {
    expect(earlier({ kind: 'repair', state: 'open', earliestOn: day('2026-11-14') })).toBe(
      'Repair is open since 14 Nov 2026.',
    );
    expect(earlier({ kind: 'repair', state: 'open' })).toBe('Repair is open now.');
    expect(earlier({ kind: 'repair', state: 'not-yet', earliestOn: day('2026-11-14') })).toBe(
      'Repair can be applied for from 14 Nov 2026.',
    );
  });

  it('names the duty that ends an entry', () => {
    expect(earlier({ kind: 'put-right', state: 'open' })).toBe('Do the duty that the entry names.');
  });

  it('says what it does not know', () => {
    expect(earlier({ kind: 'repair', state: 'not-confirmed' })).toContain('to be confirmed');
  });

  it('says that none is laid down, and that a correction is always open', () => {
    expect(earlier({ kind: 'court', state: 'open' })).toBe(
      'No earlier end is laid down. A correction can be asked for at any time.',
    );
    expect(earlier({ kind: 'repair', state: 'closed' })).toContain('No earlier end');
  });
});

describe('WhyTree', () => {
  const markup = html(<WhyTree words={en} root={reasoning(en)} />);

  it('begins with the result in a box and goes on question by question', () => {
    expect(markup.indexOf('why-root')).toBeLessThan(markup.indexOf('<ul'));
    expect(textOf(markup)).toContain('At most 1 year, from the day of decision14 Aug 2027');
    expect(textOf(markup)).toContain('Which severity?general');
  });

  it('folds what lies below the second level without hiding the second', () => {
    expect(markup.match(/<details>/g)).toHaveLength(1);
    expect(markup.indexOf('Was a licence revoked?')).toBeLessThan(markup.indexOf('<details>'));
    expect(markup.indexOf('Kinds of penalty')).toBeGreaterThan(markup.indexOf('<details>'));
    expect(textOf(markup)).toContain('1 further step');
  });

  it('ends with the leaf that says ended records are never used, and names none', () => {
    expect(textOf(markup)).toContain('Not counted records that have endednever used');
    expect(textOf(html(<WhyTree words={zh} root={reasoning(zh)} />))).toContain(
      '不计 已经结束的记录一律不用',
    );
  });
});
