import { describe, expect, it } from 'vitest';

import { createPortal } from './create-portal.tsx';
import { fixtureServices, city } from './fixture-services.test-support.ts';
import { timepoint } from './fixture-rulebook.test-support.ts';
import { readPage } from './html-check.test-support.ts';

type Services = ReturnType<typeof fixtureServices>;

/** The fixture city whose answers to a search are changed on the way. */
function portalWith(
  change: (
    view: Extract<Awaited<ReturnType<Services['searchSubjects']>>, { kind: 'found' }>['view'],
  ) => object,
) {
  const services = fixtureServices(city);
  return createPortal({
    services: {
      ...services,
      async searchSubjects(query, options) {
        const outcome = await services.searchSubjects(query, options);
        if (outcome.kind !== 'found') return outcome;
        return { kind: 'found', view: { ...outcome.view, ...change(outcome.view) } };
      },
    },
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: () => timepoint,
    limit: { burst: 100_000, perSecond: 100_000, addresses: 10 },
  });
}

const textOf = async (portal: ReturnType<typeof portalWith>, path: string): Promise<string> => {
  const { faults, text } = readPage(await (await portal.request(path)).text());
  expect(faults).toEqual([]);
  return text.replace(/\s+/g, ' ');
};
const query = encodeURIComponent('澜江');

describe('the search page', () => {
  it('counts to a thousand and says what to do beyond it', async () => {
    const portal = portalWith(() => ({ total: 1_000, more: true }));
    expect(await textOf(portal, `/search?q=${query}`)).toContain('1,000+ 个主体');
    const english = await textOf(portal, `/en/search?q=${query}`);
    expect(english).toContain('1,000+ organisations');
    expect(english).toContain('Beyond 1,000 nothing is counted.');
  });

  it('says nothing of more where everything is counted', async () => {
    const text = await textOf(
      portalWith(() => ({})),
      `/en/search?q=${query}`,
    );
    expect(text).not.toContain('+ organisations');
    expect(text).not.toContain('Beyond 1,000');
  });

  it('sets a branch apart from the organisation whose name it bears', async () => {
    const portal = portalWith(({ results }) => ({
      results: results.map((line) => ({ ...line, branchOf: '望澜市澜江机电设备制造有限公司' })),
    }));
    expect(await textOf(portal, `/search?q=${query}`)).toContain(
      '分支机构，不是望澜市澜江机电设备制造有限公司本身：代码不同，记录分开。',
    );
    expect(await textOf(portal, `/en/search?q=${query}`)).toContain(
      'A branch, not 望澜市澜江机电设备制造有限公司 itself: it has a code and records of its own.',
    );
  });

  it('says when only the beginning of a code was given', async () => {
    const portal = portalWith(({ results }) => ({
      results: results.map((line) => ({ ...line, match: { kind: 'code-begins' as const } })),
    }));
    expect(await textOf(portal, `/en/search?q=${query}`)).toContain(
      'Its code begins with what you typed.',
    );
  });

  it('answers the same by the API', async () => {
    const portal = portalWith(({ results }) => ({
      total: 1_000,
      more: true,
      results: results.map((line) => ({ ...line, branchOf: '甲' })),
    }));
    const answer: unknown = await (await portal.request(`/api/v1/organisations?q=${query}`)).json();
    expect(answer).toMatchObject({ results: { total: 1_000, more: true } });
    expect(JSON.stringify(answer)).toContain('"branchOf":"甲"');
  });
});
