import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { frame } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { addressIn, joinAddress, splitAddress } from './address.ts';
import { html, textOf } from './html.test-support.ts';
import type { NavigationLinks } from './masthead.tsx';
import { Page, renderPage } from './page.tsx';

const zh = words('zh');
const en = words('en');

const page = (language = zh, options: { address?: string; past?: true } = {}) => {
  const { address = '/search?q=%E6%BE%9C&page=2', past } = options;
  const shell = frame(language, { address, stylesheetHref: '/s.css', ...(past ? { past } : {}) });
  return html(
    <Page
      {...shell}
      title="查一个主体"
      side={<p>side</p>}
      breadcrumb={[{ label: '首页', href: '/' }]}
    >
      <p>content</p>
    </Page>,
  );
};

describe('Page', () => {
  it('has its parts in reading order', () => {
    const markup = page();
    const parts = [
      'class="skip" href="#content"',
      '<header',
      'class="clock"',
      'class="breadcrumb"',
      '<main id="content"',
      'content</p>',
      'side</p>',
      '<footer',
    ];
    const places = parts.map((part) => markup.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('declares its language, its name and its twin in the other language', () => {
    expect(page()).toContain('<html lang="zh-Hans">');
    expect(page()).toContain('<title>查一个主体 - 望澜市公共信用登记</title>');
    expect(page()).toContain('hreflang="en" href="/en/search?q=%E6%BE%9C&amp;page=2"');
    expect(page(en, { address: '/en/rules' })).toContain('hreflang="zh-Hans" href="/rules"');
  });

  it('needs no script and carries no style of its own', () => {
    expect(page()).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });

  it('marks the current place and folds the links into a menu', () => {
    expect(page().match(/aria-current="page"/g)).toHaveLength(2);
    expect(page()).toContain('<details class="menu"><summary>菜单</summary>');
  });

  it('takes five links and no sixth', () => {
    const link = { href: '/', label: 'x' };
    // @ts-expect-error a sixth link does not fit the masthead
    const six: NavigationLinks = [link, link, link, link, link, link];
    expect(six).toHaveLength(6);
  });

  it('switches the language on the same page with the same query', () => {
    expect(page()).toContain(
      '<a href="/en/search?q=%E6%BE%9C&amp;page=2" lang="en" hreflang="en">English</a>',
    );
    expect(page(en, { address: '/en/search?q=x' })).toContain(
      '<a href="/search?q=x" lang="zh-Hans"',
    );
  });

  it('says as of when and under which rules it speaks', () => {
    expect(textOf(page())).toContain('数据时间 2026年11月20日 09:41');
    expect(textOf(page())).toContain('规则版本 cn-2026，自 2026年4月1日 起施行');
    expect(textOf(page(en))).toContain('Rulebook cn-2026, in force since 1 Apr 2026');
  });

  it('says first that a past day is shown, and leads back', () => {
    const past = page(en, { address: '/en/o/1?day=2026-03-03&tab=x', past: true });
    const strip = past.slice(past.indexOf('class="clock'));
    expect(textOf(strip.slice(strip.indexOf('<p>'))).startsWith('This is the state of 3 Mar')).toBe(
      true,
    );
    expect(past).toContain('<a href="/en/o/1?tab=x">Back to today</a>');
    expect(page()).not.toContain('按今天所知列出');
  });

  it('says that today has been moved, when the register knows more than today could', () => {
    const shell = frame(en, { address: '/rules', stylesheetHref: '/s.css' });
    if (shell.clock === undefined) throw new Error('the sample frame has a clock');
    const day = civilDate('2014-08-31');
    const markup = html(
      <Page {...shell} clock={{ ...shell.clock, today: day, day }} title="Rules">
        x
      </Page>,
    );
    expect(textOf(markup)).toContain('A trial: here today is 31 Aug 2014.');
    expect(textOf(page(en))).not.toContain('A trial');
  });

  it('asks the same page for another day, keeping the query but not the page number', () => {
    const form = /<form method="get".*?<\/form>/s.exec(page())?.[0] ?? '';
    expect(form).toContain('action="/search"');
    expect(form).toContain('<input type="hidden" name="q" value="澜"/>');
    expect(form).not.toContain('name="page"');
    expect(form).toContain('max="2026-11-20"');
  });

  it('offers no other day where the page is about none', () => {
    const shell = frame(zh, { address: '/rules', stylesheetHref: '/s.css' });
    const clock = shell.clock === undefined ? undefined : { ...shell.clock, fixed: true as const };
    if (clock === undefined) throw new Error('the sample frame has a clock');
    const markup = html(
      <Page {...shell} clock={clock} title="规则">
        x
      </Page>,
    );
    expect(textOf(markup)).toContain('数据时间');
    expect(markup).not.toContain('other-day');
  });

  it('prints its register and time at the foot of every sheet', () => {
    expect(page()).toContain('<p class="print-foot">望澜市公共信用登记 2026-11-20 09:41</p>');
  });

  it('is a document of its type', () => {
    expect(renderPage(<p>x</p>)).toBe('<!doctype html><p>x</p>');
  });
});

describe('address', () => {
  it.each([
    ['/', '/en'],
    ['/search?q=a', '/en/search?q=a'],
    ['/english-firm', '/en/english-firm'],
  ])('of %s is %s in English, and back', (chinese, english) => {
    expect(addressIn('en', chinese)).toBe(english);
    expect(addressIn('zh', english)).toBe(chinese);
    expect(addressIn('en', english)).toBe(english);
  });

  it('keeps what cannot be decoded, spaces and equals signs', () => {
    expect(splitAddress('/s?q=100%&x=a+b').params).toEqual([
      ['q', '100%'],
      ['x', 'a b'],
    ]);
    expect(splitAddress('/s?q=a%3Db').without('day')).toBe('/s?q=a%3Db');
    expect(splitAddress('/s?q=a=b').params).toEqual([['q', 'a=b']]);
    expect(splitAddress('/s?q=a?b').params).toEqual([['q', 'a?b']]);
    expect(joinAddress('/s', [])).toBe('/s');
  });

  it.each(['/en//elsewhere.example', '//elsewhere.example', '/en/\\elsewhere.example'])(
    'never leads to another host: %s',
    (address) => {
      for (const own of [addressIn('zh', address), addressIn('en', address)]) {
        expect(own).not.toMatch(/^[/\\]{2}/);
      }
      expect(splitAddress(address).path).not.toMatch(/^[/\\]{2}/);
    },
  );
});
