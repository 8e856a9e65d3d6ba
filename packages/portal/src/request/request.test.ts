import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { fixtureServices } from '../fixture-services.test-support.ts';
import { settleDay } from './day.ts';
import { lastPage, parsePage, sliceOf } from './page-number.ts';
import { cardPath, inLanguage, recordPath, withQuery } from './paths.ts';
import { refusedQuery } from './query.ts';

describe('the day a request asks about', () => {
  const settle = (day: string | undefined) => settleDay(fixtureServices(), day);

  it('is today when none is named, or today is', async () => {
    for (const given of [undefined, '', ' 2026-11-20 ']) {
      const settled = await settle(given);
      expect(settled).toMatchObject({ kind: 'clock', clock: { day: '2026-11-20' } });
    }
  });

  it('brings the edition that was in force on it', async () => {
    const settled = await settle('2026-03-31');
    expect(settled).toMatchObject({
      kind: 'clock',
      clock: { day: '2026-03-31', today: '2026-11-20', edition: { code: 'cn-2023' } },
    });
  });

  it.each(['2026-11-21', '2023-04-30', '9999-12-31'])(
    'is refused with the days that can be asked about: %s',
    async (day) => {
      const settled = await settle(day);
      expect(settled).toMatchObject({
        kind: 'refused',
        problem: {
          code: 'day-out-of-range',
          params: { value: day, earliest: '2023-05-01', latest: '2026-11-20' },
        },
      });
    },
  );

  it.each(['2026-02-29', '20261120', 'yesterday', '2026-11-20T00:00', '２０２６-11-20'])(
    'is refused when it is no day: %s',
    async (day) => {
      expect(await settle(day)).toMatchObject({
        kind: 'refused',
        problem: { code: 'day-invalid', params: { value: day } },
      });
    },
  );

  it('is echoed in part only when it is long', async () => {
    const settled = await settle('x'.repeat(5000));
    if (settled.kind !== 'refused') throw new Error('accepted');
    expect(String(settled.problem.params['value'])).toHaveLength(40);
  });
});

describe('the page asked for', () => {
  it.each([
    [undefined, 1],
    ['', 1],
    ['7', 7],
    [String(lastPage), lastPage],
    [String(lastPage + 1), undefined],
    ['0', undefined],
    ['-1', undefined],
    ['01', undefined],
    ['1.5', undefined],
    ['1e2', undefined],
    ['99999999999999999999', undefined],
  ])('%s is %s', (text, page) => {
    expect(parsePage(text)).toBe(page);
  });

  it('is a slice that never reaches past the end', () => {
    const items = Array.from({ length: 45 }, (_, index) => index);
    expect(sliceOf(items, 3, 20)).toEqual({
      items: [40, 41, 42, 43, 44],
      total: 45,
      page: 3,
      pageSize: 20,
    });
    expect(sliceOf(items, 4, 20).items).toEqual([]);
  });
});

describe('a search that is not made', () => {
  it('is one for a person, whose number is not repeated', () => {
    const refused = refusedQuery('11010519491231002X');
    expect(refused).toEqual({ code: 'person-search-refused', params: {} });
  });

  it('is one that is longer than any name', () => {
    expect(refusedQuery('长'.repeat(201))).toMatchObject({
      code: 'query-too-long',
      params: { length: 201, max: 200 },
    });
    expect(refusedQuery('长'.repeat(200))).toBeUndefined();
  });

  it('is not one for a code', () => {
    expect(refusedQuery('91999999MA3K7T2X0J')).toBeUndefined();
  });
});

describe('paths', () => {
  it('keep what an id could contain inside its own part of the path', () => {
    expect(recordPath('a/b', '../c?d')).toBe('/organisations/a%2Fb/records/..%2Fc%3Fd');
    expect(cardPath('cn-2026', 'source', 'law', 'art-8')).toBe('/rules/cn-2026/source/law#art-8');
  });

  it('stand at the root in Chinese and under /en in English', () => {
    expect(inLanguage('/', 'zh')).toBe('/');
    expect(inLanguage('/', 'en')).toBe('/en');
    expect(inLanguage('/rules', 'en')).toBe('/en/rules');
  });

  it('carry a query before their fragment and leave empty values out', () => {
    const path = withQuery('/x#y', { q: '澜 江', page: 2, day: undefined, empty: '' });
    expect(path).toBe(`/x?q=${encodeURIComponent('澜')}+${encodeURIComponent('江')}&page=2#y`);
    expect(withQuery('/x', { day: civilDate('2026-03-03') })).toBe('/x?day=2026-03-03');
  });
});
