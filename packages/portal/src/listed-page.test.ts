import type { LatePaymentView, ListingView, SubjectView } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createPortal } from './create-portal.tsx';
import { timepoint } from './fixture-rulebook.test-support.ts';
import { city, fixtureServices, idOf } from './fixture-services.test-support.ts';
import { readPage } from './html-check.test-support.ts';

const endless: ListingView = {
  id: 'case-1',
  list: {
    code: 'samr.serious-violations',
    title: { zh: '严重违法失信名单（市场监管）', en: 'List of serious violations' },
  },
  document: { number: '望市监列〔2026〕1号' },
  begins: civilDate('2026-05-11'),
  measures: [{ code: 'key_supervision', title: { zh: '重点监管', en: 'Key supervision' } }],
  basis: [],
  waysOut: [
    { kind: 'repair', earliestOn: civilDate('2027-05-11'), state: 'not-yet', basis: [] },
    { kind: 'correction', state: 'open', basis: [] },
  ],
};
const listing: ListingView = {
  ...endless,
  ends: civilDate('2029-05-11'),
  repairFrom: civilDate('2027-05-11'),
};

const disputed: ListingView = {
  ...endless,
  confirmBy: civilDate('2026-11-11'),
  disputedSince: civilDate('2026-06-01'),
};

async function viewOf(services: ReturnType<typeof fixtureServices>): Promise<SubjectView> {
  const outcome = await services.viewSubject({ by: 'id', id: idOf(1) });
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  return outcome.view;
}

/** The first organisation of the fixture city, told otherwise on the way. */
function portalWith(change: (view: SubjectView) => Partial<SubjectView>) {
  const services = fixtureServices(city);
  return createPortal({
    services: {
      ...services,
      async viewSubject(...asked) {
        const outcome = await services.viewSubject(...asked);
        if (outcome.kind !== 'found') return outcome;
        return { kind: 'found', view: { ...outcome.view, ...change(outcome.view) } };
      },
    },
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: () => timepoint,
    limit: { burst: 100_000, perSecond: 100_000, addresses: 10 },
  });
}

async function textOf(portal: ReturnType<typeof portalWith>, language: '' | '/en' = '') {
  const answer = await portal.request(`${language}/organisations/${idOf(1)}`);
  const { faults, text } = readPage(await answer.text());
  expect(faults).toEqual([]);
  return text.replace(/\s+/g, ' ');
}

describe('the page of an organisation in a list', () => {
  it('says so first, and shows the entry with its end and how to end it earlier', async () => {
    const portal = portalWith(() => ({ listings: [listing] }));
    const zh = await textOf(portal);
    expect(zh).toContain('现列入 1 份名单');
    expect(zh).toContain('严重违法失信名单（市场监管）');
    expect(zh).toContain('2029年5月11日');
    expect(zh).toContain('2027年5月11日');
    expect(zh).toContain('重点监管');
    const en = await textOf(portal, '/en');
    expect(en).toContain('It stands in one list');
    expect(en).toContain('11 May 2029');
    expect(en).toContain('11 May 2027');
  });

  it('stands in the timeline too, and so does a late payment', async () => {
    const late: LatePaymentView = {
      ...{ id: 'case-2', because: 'unanswered', basis: [], confirmBy: civilDate('2026-11-06') },
      ...{ amount: { amount: 120_000_000, currency: 'CNY' }, begins: civilDate('2026-05-06') },
      ends: civilDate('2029-04-01'),
    };
    const portal = portalWith(() => ({ listings: [listing, disputed], latePayments: [late] }));
    const page = await (await portal.request(`/en/organisations/${idOf(1)}`)).text();
    const timeline = /<div class="timeline">.*?<\/ol>/s.exec(page)?.[0] ?? '';
    const rows = timeline
      .split('<li>')
      .map((row) => row.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
    expect(rows[1]).toMatch(/List of serious violations Key supervision 11 May 2029/);
    expect(rows[1]).toContain('repair from 11 May 2027');
    expect(rows[2]).toMatch(/List of serious violations Key supervision until a duty/i);
    expect(rows[3]).toMatch(/Late payments .* 1 Apr 2029 goes when paid/);
  });

  it('names the next check where a duty ends the entry, and marks what is disputed', async () => {
    const en = await textOf(
      portalWith(() => ({ listings: [disputed] })),
      '/en',
    );
    expect(en).toContain('next check on 11 Nov 2026');
    expect(en).toContain('The organisation disputes the entry');
    expect(await textOf(portalWith(() => ({ listings: [disputed] })))).toContain(
      '当事单位对列入有异议',
    );
  });

  it('shows late payments without the creditor, roughly, with their end, unless it wishes', async () => {
    const late: LatePaymentView = {
      ...{ id: 'case-2', because: 'unanswered', basis: [] },
      amount: { amount: 120_000_000, currency: 'CNY' },
      ...{ begins: civilDate('2026-05-06'), ends: civilDate('2029-04-01') },
      confirmBy: civilDate('2026-11-06'),
    };
    const named = { ...late, id: 'case-3', creditor: '示例供货公司', because: 'upheld' } as const;
    const portal = portalWith(() => ({ latePayments: [late, named] }));
    const zh = await textOf(portal);
    expect(zh).toContain('一家中小企业');
    expect(zh).toContain('示例供货公司');
    expect(zh).toContain('付清当日即撤下');
    const en = await textOf(portal, '/en');
    expect(en).toContain('A small firm');
    expect(en).toContain('CNY 1,200,000');
    expect(en).toContain('6 Nov 2026');
    const api = await portal.request(`/api/v1/organisations/${idOf(1)}`);
    const answer = (await api.json()) as {
      readonly latePayments: readonly { readonly fingerprint?: string }[];
    };
    expect(answer.latePayments[0]).not.toHaveProperty('creditor');
    expect(answer.latePayments[1]).toMatchObject({
      creditor: '示例供货公司',
      amount: { decimal: '1200000.00' },
    });
    const prints = answer.latePayments.map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(2);
    const address = `/organisations/${idOf(1)}/feed.atom`;
    expect(await (await portal.request(address)).text()).toContain(
      '约 1200000.00 CNY，一家中小企业',
    );
    const feed = await (await portal.request(`/en${address}`)).text();
    expect(feed).toContain('Late payment of about 1200000.00 CNY, 示例供货公司');
    const none = portalWith(() => ({}));
    expect(await (await none.request(address)).text()).not.toContain('逾期未付');
    expect(await textOf(none)).not.toContain('逾期未付的账款');
  });

  it('never says that there is nothing, where it has no other record', async () => {
    const portal = portalWith(() => ({ listings: [listing], records: [] }));
    expect(await textOf(portal)).not.toContain('没有公示中的不利记录');
    expect(await textOf(portal, '/en')).not.toContain('No published adverse records');
    const unlisted = portalWith(() => ({ records: [] }));
    expect(await textOf(unlisted, '/en')).toContain('No published adverse records');
  });

  it('says nothing of lists where there is none', async () => {
    const portal = portalWith(() => ({}));
    expect(await textOf(portal)).not.toContain('份名单');
    expect(await textOf(portal, '/en')).not.toContain('disputes');
  });
});

describe('the same organisation elsewhere', () => {
  const found = (listed: SubjectView['subject']['listed'], published: number) => {
    const services = fixtureServices(city);
    return createPortal({
      services: {
        ...services,
        async searchSubjects(...asked) {
          const outcome = await services.searchSubjects(...asked);
          if (outcome.kind !== 'found') return outcome;
          const [first] = outcome.view.results;
          const results =
            first === undefined
              ? []
              : [{ ...first, published, ...(listed === undefined ? {} : { listed }) }];
          return { kind: 'found', view: { ...outcome.view, results } };
        },
      },
      registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
      clock: () => timepoint,
      limit: { burst: 100_000, perSecond: 100_000, addresses: 10 },
    });
  };
  const search = async (portal: ReturnType<typeof found>, language: '' | '/en') => {
    const answer = await portal.request(`${language}/search?q=${encodeURIComponent('澜江')}`);
    const { faults, text } = readPage(await answer.text());
    expect(faults).toEqual([]);
    return text.replace(/\s+/g, ' ');
  };
  const { code, title } = { ...endless.list };

  it('is never said to have nothing in the results of a search', async () => {
    const portal = found([{ code, title, disputedSince: civilDate('2026-06-01') }], 0);
    const zh = await search(portal, '');
    expect(zh).toContain('现列入：严重违法失信名单（市场监管）（有异议，尚未答复）。');
    expect(zh).not.toContain('没有公示中的不利记录。');
    const en = await search(portal, '/en');
    expect(en).toContain('Listed in: List of serious violations (disputed, not yet answered).');
    expect(await search(found(undefined, 0), '')).toContain('没有公示中的不利记录。');
    expect(await search(found([{ code, title }], 1), '')).toContain('现列入：');
  });

  it('says so in an answer of the API', async () => {
    const answer = await found([{ code, title }], 0).request('/api/v1/organisations?q=%E6%BE%9C');
    const { results } = (await answer.json()) as {
      readonly results: { readonly items: readonly { readonly listed: readonly object[] }[] };
    };
    expect(results.items.map(({ listed }) => listed)).toEqual([[{ code, title }]]);
  });

  it('stands in the list and in its feed with its begin and its next check', async () => {
    const services = fixtureServices(city);
    const { subject } = await viewOf(services);
    const portal = createPortal({
      services: {
        ...services,
        async viewList(...asked) {
          const outcome = await services.viewList(...asked);
          if (outcome.kind !== 'found') return outcome;
          return {
            kind: 'found',
            view: { ...outcome.view, total: 1, listed: [{ subject, listing: disputed }] },
          };
        },
      },
      registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
      clock: () => timepoint,
      limit: { burst: 100_000, perSecond: 100_000, addresses: 10 },
    });
    const page = await portal.request('/en/lists/court.judgment-defaulters');
    const { faults, text } = readPage(await page.text());
    expect(faults).toEqual([]);
    expect(text).toContain('望市监列〔2026〕1号');
    expect(text).toContain('11 May 2026');
    expect(text).toContain('11 Nov 2026');
    const feed = await (await portal.request('/lists/court.judgment-defaulters/feed.atom')).text();
    expect(feed).toContain('严重违法失信名单（市场监管），望市监列〔2026〕1号');
    expect(feed).toContain('尚未答复');
    const own = await portalWith(() => ({ listings: [listing] })).request(
      `/organisations/${idOf(1)}/feed.atom`,
    );
    expect(await own.text()).toContain('严重违法失信名单（市场监管），望市监列〔2026〕1号');
  });
});

describe('a disputed record', () => {
  it('is marked on the page of its organisation, in both languages', async () => {
    const since = civilDate('2026-06-01');
    const portal = portalWith(({ records }) => ({
      records: records.map((record, at) =>
        at === 0 ? { ...record, disputedSince: since } : record,
      ),
    }));
    const zh = await textOf(portal);
    expect(zh.match(/当事单位对本记录有异议/g)).toHaveLength(1);
    const en = await textOf(portal, '/en');
    expect(en.match(/The organisation disputes this record/g)).toHaveLength(1);
  });
});
