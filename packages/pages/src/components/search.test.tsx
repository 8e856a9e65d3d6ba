import { describe, expect, it } from 'vitest';

import { day, makerCode, makerName, today } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { axisFor } from './axis.ts';
import { html, textOf } from './html.test-support.ts';
import { Pagination } from './pagination.tsx';
import { SearchBox, SearchFound, SearchResult, type Standing } from './search.tsx';

const zh = words('zh');
const en = words('en');
const axis = axisFor(today, []);

describe('SearchBox', () => {
  it('works by GET, with a label, a hint and what was typed', () => {
    const markup = html(<SearchBox words={en} action="/en/search" value="澜江 & co" />);
    expect(markup).toContain('role="search" method="get" action="/en/search"');
    expect(markup).toContain('<label class="hidden" for="q">Name or code</label>');
    expect(markup).toContain('value="澜江 &amp; co"');
    expect(markup).toContain('aria-describedby="q-hint"');
    expect(markup).not.toContain('placeholder');
  });

  it('keeps the parameters of the address and says what to change', () => {
    const markup = html(
      <SearchBox words={zh} action="/search" keep={{ day: '2026-03-03' }} error="至少 1 个字" />,
    );
    expect(markup).toContain('<input type="hidden" name="day" value="2026-03-03"/>');
    expect(markup).toContain('aria-invalid="true" aria-describedby="q-error q-hint"');
  });
});

describe('SearchFound', () => {
  it('says that likeness is not identity and what the order follows', () => {
    const text = textOf(html(<SearchFound words={zh} total={5} comparedHref="#how" />));
    expect(text).toBe(
      '找到 5 个主体。名称相近不等于同一主体，请核对代码。' +
        '排列只看名称与查询词的相近程度，记录多少不影响先后。名称怎么比',
    );
  });
});

describe('SearchResult', () => {
  const result = (standing: Standing) =>
    html(
      <SearchResult
        words={en}
        href="/en/o/1"
        name={makerName}
        identifier={makerCode}
        facts={['Company', 'Lingang District']}
        because="Found by its code."
        standing={standing}
        axis={axis}
        day={today}
      />,
    );

  it('says of absence only that nothing adverse is published', () => {
    const markup = result({ published: 0 });
    expect(textOf(markup)).toContain('No published adverse records.');
    expect(markup).not.toContain('<svg');
  });

  it('gives the last end with its bar and its two years', () => {
    const markup = result({
      published: 2,
      disputed: 1,
      firstBegin: day('2026-08-14'),
      lastEnd: day('2027-08-14'),
    });
    expect(textOf(markup)).toContain(
      '2 published records. The last ends by itself on 14 Aug 2027. One is disputed.',
    );
    expect(markup).toContain('role="img"');
    expect(textOf(markup)).toContain('20262028');
  });

  it('says nothing of a date that does not exist', () => {
    expect(textOf(result({ published: 1 }))).toContain('1 published record.');
  });

  it('shows what is known of a body without a name', () => {
    const markup = html(
      <SearchResult
        words={en}
        href="/en/o/1"
        identifier={{ scheme: 'local', value: '4085' }}
        facts={[]}
        standing={{ published: 0 }}
        axis={axis}
        day={today}
      />,
    );
    expect(textOf(markup)).toContain('Name not stated by the source4085');
  });

  it('marks the language of the name', () => {
    expect(result({ published: 0 })).toContain('<span class="name" lang="zh-Hans">');
  });
});

describe('Pagination', () => {
  const pages = (page: number, total: number) =>
    html(
      <Pagination
        words={en}
        page={page}
        pageSize={20}
        total={total}
        hrefOf={(n) => `?page=${n}`}
      />,
    );

  it('says where the reader is and leads to the neighbours', () => {
    expect(textOf(pages(2, 12843))).toBe('21 to 40 of 12,843Previous pageNext page');
    expect(pages(2, 12843)).toContain('rel="prev" href="?page=1"');
    expect(pages(2, 12843)).toContain('rel="next" href="?page=3"');
  });

  it('ends at the last page and is honest about nothing', () => {
    expect(textOf(pages(2, 40))).toBe('21 to 40 of 40Previous page');
    expect(textOf(pages(1, 0))).toBe('0 to 0 of 0');
  });
});
