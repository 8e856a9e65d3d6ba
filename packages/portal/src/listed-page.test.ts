import type { ListingView, SubjectView } from '@credence/casework';
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

  it('names the next check where a duty ends the entry, and marks what is disputed', async () => {
    const open = {
      ...endless,
      confirmBy: civilDate('2026-11-11'),
      disputedSince: civilDate('2026-06-01'),
    };
    const en = await textOf(
      portalWith(() => ({ listings: [open] })),
      '/en',
    );
    expect(en).toContain('next check on 11 Nov 2026');
    expect(en).toContain('The organisation disputes the entry');
    expect(await textOf(portalWith(() => ({ listings: [open] })))).toContain(
      '当事单位对列入有异议',
    );
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
