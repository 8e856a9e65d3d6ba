import type { KnownPrincipal, ReaderChange, Sessions, SuperiorNotice } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { cityClock, cityEdition, timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import { readPage } from '../html-check.test-support.ts';

const day = civilDate('2026-11-20');
const clock = cityClock(day, cityEdition);
const home = '01990000-0000-7000-8000-000000000001';
const change: ReaderChange = {
  ...{ id: 'listing-ended/L/2026-11-20', home, name: '望澜市示例公司', caseId: 'L' },
  ...{ kind: 'listing-ended', on: day, readOn: day, sentOn: day },
};
const below: SuperiorNotice = {
  ...{ caseId: 'L', home, name: '望澜市城投公司', number: '望执决1号', on: day },
};

const principal: KnownPrincipal = {
  ...{ kind: 'official', account: 'a', name: '王一', agency: 'market', roles: ['registrar'] },
};
const nothing = () => Promise.resolve();
const sessions: Sessions = {
  open: nothing,
  find: () =>
    Promise.resolve({
      who: { issuer: 'urn:test', subject: 'someone' },
      ...{ openedAt: timepoint, seenAt: timepoint },
    }),
  ...{ touch: nothing, close: nothing, forget: nothing },
};

const portal = createPortal({
  services: {
    ...fixtureServices(),
    offers: () => true,
    principalOf: () => Promise.resolve({ kind: 'known', principal }),
    listReaderChanges: () =>
      Promise.resolve({ kind: 'found', view: { clock, changes: [change], below: [below] } }),
    openReaderChange: () =>
      Promise.resolve({
        kind: 'found',
        view: { clock, change: { ...change, openedOn: day }, letter: true },
      }),
  },
  registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
  clock: () => timepoint,
  signIn: {
    ...{ sessions, secure: false, newId: () => 'x'.repeat(43) },
    demo: { issuer: 'urn:test', people: [] },
  },
});

async function page(path: string) {
  const got = await portal.request(`http://localhost${path}`, {
    headers: { cookie: `credence=${'x'.repeat(43)}` },
  });
  const html = await got.text();
  return { status: got.status, html, ...readPage(html) };
}

describe('whoever read what has changed since', () => {
  it.each([
    '/desk/corrections',
    '/en/desk/corrections',
    '/desk/corrections/notice?change=x',
    '/en/desk/corrections/notice?change=x',
  ])('has in %s a page that a strict reader takes', async (path) => {
    expect(await page(path)).toMatchObject({ status: 200, faults: [] });
  });

  it('finds the notice, with what he has done about it, a letter of it and who is below', async () => {
    const list = await page('/en/desk/corrections');
    expect(list.html).toContain('not opened yet');
    expect(list.html).toContain('望澜市城投公司');
    const notice = await page('/en/desk/corrections/notice?change=x');
    expect(notice.html).toContain('not confirmed yet');
    expect(notice.html).toContain('/desk/corrections/letter?change=listing-ended');
  });
});
