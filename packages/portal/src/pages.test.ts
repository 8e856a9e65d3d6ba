import { problemCodes } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createPortal } from './create-portal.tsx';
import { fixtureDraw } from './fixture-draws.test-support.ts';
import { fixturePortal } from './fixture-portal.test-support.ts';
import { timepoint } from './fixture-rulebook.test-support.ts';
import { draftHash } from './fixture-rule-drafts.test-support.ts';
import { englishCity, fixtureServices, idOf } from './fixture-services.test-support.ts';
import { readPage } from './html-check.test-support.ts';

const portal = fixturePortal();
const english = fixturePortal(englishCity);

const firm = `/organisations/${idOf(1)}`;
const crowded = `/organisations/${idOf(4)}`;

const cityPages: readonly (readonly [path: string, status: number])[] = [
  ['/', 200],
  ['/?day=2026-09-03', 200],
  ['/search', 200],
  ['/search?q=澜江', 200],
  ['/search?q=澜江&day=2026-09-03', 200],
  ['/search?q=没有这一家', 200],
  ['/search?q=91999999MA3K7T2X0Q', 200],
  ['/search?q=11010519491231002X', 400],
  [`/search?q=${'长'.repeat(201)}`, 400],
  [firm, 200],
  [`${firm}?day=2026-09-03`, 200],
  [`${firm}?day=2026-03-03`, 200],
  [`${firm}?day=2026-02-31`, 400],
  [`/organisations/${idOf(2)}`, 200],
  [`/organisations/${idOf(3)}`, 200],
  [crowded, 200],
  [`${crowded}?page=2`, 200],
  [`/organisations/${idOf(5)}`, 200],
  [`${firm}/records/p1`, 200],
  [`${firm}/records/p2?day=2026-11-01`, 200],
  [`${firm}/records/l1`, 200],
  [`${firm}/records/l3`, 200],
  [`/organisations/${idOf(3)}/records/x1`, 200],
  ['/rules/compare', 200],
  ['/rules/sectors', 200],
  ['/rules/drafts', 200],
  [`/rules/drafts/${draftHash}`, 200],
  [`/rules/drafts/${'0'.repeat(64)}`, 404],
  ['/rules/cn-2026/risk-class/cn.inspection', 200],
  ['/rules/cn-2026/risk-class/cn.inspection/try', 200],
  ['/rules/cn-2026/risk-class/cn.inspection/try?sample=2&on=2026-06-01', 200],
  ['/rules/cn-2026/risk-class/cn.inspection/try?sample=9', 400],
  ['/rules/cn-2026/risk-class/cn.inspection/try?sample=x', 400],
  ['/rules/cn-2026/risk-class/cn.inspection/try?on=2026-02-31', 400],
  ['/rules/cn-2026/risk-class/cn.inspection/try?fact.penalties.1.decided=x', 400],
  ['/rules/cn-2026/item/administrative_penalty/try', 404],
  ['/rules/cn-2026/articles/credit-repair-measures-2025/art-8', 200],
  ['/rules/cn-2026/articles/credit-repair-measures-2025/art-9', 200],
  ['/rules/cn-2026/articles/nothing/art-8', 404],
  ['/lists', 200],
  ['/lists?day=2026-09-03', 200],
  ['/lists/administrative_penalty', 200],
  ['/lists/administrative_penalty?order=name&agency=market_office&region=999999', 200],
  ['/lists/administrative_penalty?agency=water_office', 200],
  ['/lists/administrative_penalty?from=2026-02-31', 400],
  ['/lists/administrative_penalty?order=rank', 400],
  ['/lists/administrative_penalty?page=2', 404],
  ['/lists/court.judgment-defaulters', 200],
  ['/lists/nobodys', 404],
  ['/agencies', 200],
  ['/agencies/market_office', 200],
  ['/agencies/quiet_office', 200],
  ['/agencies/nobody', 404],
  ['/statistics', 200],
  ['/incentives', 200],
  ['/report-cards', 200],
  ['/report-cards?by=notices_reached&year=2025', 200],
  ['/report-cards?by=penalties', 400],
  ['/report-cards/districts', 200],
  ['/agencies/market_office/report-card', 200],
  ['/agencies/market_office/report-card?year=2025', 200],
  ['/agencies/market_office/report-card?year=1999', 400],
  ['/agencies/market_office/report-card?year=last', 400],
  ['/agencies/quiet_office/report-card', 200],
  ['/agencies/nobody/report-card', 404],
  ['/pledges', 200],
  ['/inspections', 200],
  [`/inspections/${fixtureDraw}`, 200],
  ['/inspections/none', 404],
  ['/statistics/gender.csv', 404],
  ['/rules/changes', 200],
  ['/copies', 200],
  [`/copies?record=${idOf(1)}&fingerprint=${'a'.repeat(64)}`, 200],
  [`/copies?organisation=${idOf(1)}&fingerprint=${'b'.repeat(64)}`, 200],
  [`/copies?record=${idOf(1)}&fingerprint=${'c'.repeat(64)}`, 200],
  ['/copies?record=1&fingerprint=2', 400],
  ['/rules', 200],
  ['/rules/cn-2026', 200],
  ['/rules/cn-2023', 200],
  ['/rules/cn-2026/item/administrative_penalty', 200],
  ['/rules/cn-2026/value/publicity.general', 200],
  ['/rules/cn-2026/schema/penalty-2018', 200],
  ['/rules/cn-2026/source/credit-repair-measures-2025', 200],
  ['/how-counted', 200],
  ['/accessibility', 200],
  ['/data', 200],
  ['/problems', 200],
  ...problemCodes.map((code) => [`/problems/${code}`, 200] as const),
  ['/nowhere', 404],
  [`/organisations/${idOf(99)}`, 404],
  [`${firm}/records/gone`, 404],
  ['/rules/cn-2026/person/x', 404],
];

const languages = [
  { name: 'Chinese', tag: 'zh-Hans', inLanguage: (path: string) => path },
  {
    name: 'English',
    tag: 'en',
    inLanguage: (path: string) =>
      path === '/' ? '/en' : path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`,
  },
] as const;

describe.each(languages)('every page in $name', ({ tag, inLanguage }) => {
  it.each(cityPages)('%s is answered %i and reads well', async (path, status) => {
    const answer = await portal.request(inLanguage(path));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-language')).toBe(tag);
    const page = readPage(await answer.text());
    expect(page.faults).toEqual([]);
    expect(page.language).toBe(tag);
  });

  it('works for an edition that has English alone', async () => {
    for (const path of [
      '/search',
      '/search?q=10877',
      `/organisations/${idOf(6)}`,
      `/organisations/${idOf(6)}/records/f1`,
      '/rules',
      '/rules/us-sf-food-2017',
    ]) {
      const answer = await english.request(inLanguage(path));
      expect(answer.status, path).toBe(200);
      const html = await answer.text();
      expect(readPage(html).faults, path).toEqual([]);
      if (path.startsWith('/organisations')) {
        expect(html).toContain('Food safety violation');
        if (tag === 'zh-Hans')
          expect(html).toContain('<span lang="en">Food safety violation</span>');
      }
    }
  });

  it('has no link that leads nowhere', { timeout: 60_000 }, async () => {
    const seen = new Map<string, Promise<{ status: number; ids: ReadonlySet<string> }>>();
    const visit = (address: string) => {
      const known = seen.get(address);
      if (known !== undefined) return known;
      const visited = Promise.resolve(portal.request(address)).then(async (answer) => {
        const type = answer.headers.get('content-type') ?? '';
        const ids = type.startsWith('text/html')
          ? readPage(await answer.text()).ids
          : new Set<string>();
        return { status: answer.status, ids };
      });
      seen.set(address, visited);
      return visited;
    };
    for (const [path] of cityPages) {
      const from = inLanguage(path);
      const page = readPage(await (await portal.request(from)).text());
      for (const link of page.links) {
        const [address = '', fragment] = link.split('#', 2);
        const { status, ids } =
          address === '' ? { status: 200, ids: page.ids } : await visit(address);
        expect(status, `${from} links to ${link}`).toBe(200);
        if (fragment !== undefined) {
          expect([...ids], `${from} links to ${link}`).toContain(decodeURIComponent(fragment));
        }
      }
    }
  });
});

describe('the front page', () => {
  it('is the English one where the register has no Chinese name', async () => {
    const answer = await english.request('/');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/en');
    expect((await portal.request('/')).status).toBe(200);
  });

  it('stays Chinese for whoever asks for it', async () => {
    const headers = { 'accept-language': 'zh-CN,zh;q=0.9' };
    const answer = await english.request('/', { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-language');
  });
});

describe('the masthead', () => {
  it('has at most five links, and its language switch keeps the page and its query', async () => {
    const html = await (await portal.request(`${crowded}?page=2&day=2026-11-19&utm=x`)).text();
    const navigation = /<nav class="navigation".*?<\/nav>/.exec(html)?.[0] ?? '';
    expect(navigation.match(/<a /g)?.length).toBeLessThanOrEqual(5);
    expect(html).toContain(`href="/en${crowded}?page=2&amp;day=2026-11-19"`);
    expect(html).not.toContain('utm');
  });
});

describe('an agency', () => {
  it('of which nothing can be told says so in a sentence, and keeps its limits', async () => {
    const quiet = readPage(await (await portal.request('/en/agencies/quiet_office')).text());
    expect(quiet.text).toContain('All figures since');
    expect(quiet.text).toContain('All figures on lateness are withheld');
    expect(quiet.text).toContain('20 working days');
    expect(quiet.text).not.toContain('2025-12');
    const busy = readPage(await (await portal.request('/en/agencies/market_office')).text());
    expect(busy.text).not.toContain('All figures');
    expect(busy.text).toContain('2025-12');
  });

  it('says how many contradictions wait for it, from ten on, and where they are settled', async () => {
    const busy = await (await portal.request('/agencies/market_office')).text();
    expect(readPage(busy).text).toContain('等待该机关核对的信息有 12 件');
    expect(busy).not.toContain('/desk/matters');
    const quiet = readPage(await (await portal.request('/agencies/quiet_office')).text());
    expect(quiet.text).toContain('少于 10 件（包括没有）');
  });
});

describe('an organisation', () => {
  it('is told by a sentence, then a timeline, then its records, each with its end', async () => {
    const page = readPage(await (await portal.request(firm)).text());
    expect(page.headings.map(({ text }) => text).slice(0, 3)).toEqual([
      '望澜市澜江机电设备制造有限公司',
      '从今天到结束',
      '公示中的记录',
    ]);
    expect(page.text).toContain('今天公示着 2 条记录');
    expect(page.text).toContain('2029年10月30日');
  });

  it('without records says that this is no judgement', async () => {
    const page = readPage(await (await portal.request(`/en/organisations/${idOf(2)}`)).text());
    expect(page.text).toContain('No published adverse records. The listed sources hold none');
    expect(page.text).not.toMatch(/clean|good standing/i);
  });

  it('with forty records comes in pages of twenty', async () => {
    const first = await (await portal.request(`/en${crowded}`)).text();
    const second = await (await portal.request(`/en${crowded}?page=2`)).text();
    expect(first.match(/class="record"/g)).toHaveLength(20);
    expect(second.match(/class="record"/g)).toHaveLength(20);
    expect(readPage(second).text).toContain('40 records are published today');
    expect((await portal.request(`${crowded}?page=3`)).status).toBe(404);
  });

  it('without a name is called by its scheme and number', async () => {
    const page = readPage(await (await english.request(`/en/organisations/${idOf(6)}`)).text());
    expect(page.headings[0]?.text).toBe('Business account number 10877');
  });

  it('names a record by its kind where the source left its name empty', async () => {
    const services = fixtureServices();
    const withoutHeading = {
      ...services,
      viewRecord: async (...given: Parameters<typeof services.viewRecord>) => {
        const found = await services.viewRecord(...given);
        if (found.kind === 'not-found') return found;
        const heading = { ...found.view.record.heading, value: '' };
        return { ...found, view: { ...found.view, record: { ...found.view.record, heading } } };
      },
    };
    const register = {
      services: withoutHeading,
      registerName: { en: 'X' },
      clock: () => timepoint,
    };
    const answer = await createPortal(register).request(`/en${firm}/records/p1`);
    const page = readPage(await answer.text());
    expect(page.faults).toEqual([]);
    expect(page.headings[0]?.text).toBe('Administrative penalty');
  });

  it('says the last day of a licence, as its document does, and nowhere the day after', async () => {
    const page = readPage(await (await portal.request(`${firm}/records/l1`)).text());
    expect(page.text).toContain('2029年3月31日');
    expect(page.text).not.toContain('2029年4月1日');
  });

  it('is reached by its code', async () => {
    const answer = await portal.request('/en/o/91999999MA3K7T2X0J');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/en${firm}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await portal.request('/o/91999999MA3K7T2X0K')).status).toBe(404);
  });

  it('stays out of search engines, whose copies would outlive an end', async () => {
    for (const path of [firm, `${firm}/records/p1`, '/search?q=澜江']) {
      expect(await (await portal.request(path)).text()).toContain(
        '<meta name="robots" content="noindex"/>',
      );
    }
  });
});

describe('another day', () => {
  it('says in its first words that it is told as known today, and shows what stands on both', async () => {
    const page = readPage(await (await portal.request(`/en${firm}?day=2026-09-03`)).text());
    expect(page.text).toContain('This is the state of 3 Sep 2026, as known today.');
    expect(page.text).toContain('One record published that day may still be shown');
    expect(page.text).not.toContain('〔2026〕44');
  });

  it('is kept by every link to an organisation or a record', async () => {
    const { links } = readPage(await (await portal.request(`${firm}?day=2026-09-03`)).text());
    const record = links.filter((link) => link.includes('/records/') && !link.startsWith('/api'));
    expect(record.length).toBeGreaterThan(0);
    for (const link of record) expect(link).toContain('day=2026-09-03');
  });

  it('is answered under the edition that was in force', async () => {
    const page = readPage(await (await portal.request(`/en${firm}?day=2026-03-03`)).text());
    expect(page.text).toContain('cn-2023');
    expect(page.text).toContain('No adverse record of that day may still be shown.');
  });
});

describe('what is not there', () => {
  it('is the same bytes for a record that has ended and one that never was', async () => {
    const bytes = async (path: string) => {
      const answer = await portal.request(path);
      expect(answer.status).toBe(404);
      return answer.text();
    };
    const ended = await bytes(`${firm}/records/01990000-0000-7000-8000-00000000abcd`);
    const never = await bytes('/organisations/x/records/y');
    expect(ended).toBe(never);
    expect(ended).not.toContain('abcd');
  });

  it('keeps the reader in its language by way of an explanation', async () => {
    const html = await (await portal.request(`/en${firm}/records/gone`)).text();
    expect(html).toContain('href="/problems/record-not-found"');
    expect(html).not.toContain('gone');
  });
});

describe('hostile input', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus=alert(1) autofocus='",
    'javascript:alert(1)',
    '{{constructor.constructor("alert(1)")()}}',
    '</title><svg onload=alert(1)>',
  ];

  it.each(attacks)('in a query stays text: %s', async (attack) => {
    for (const base of ['', '/en']) {
      const answer = await portal.request(`${base}/search?q=${encodeURIComponent(attack)}`);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      const page = readPage(html);
      expect(page.faults).toEqual([]);
      expect(page.links.every((link) => link.startsWith('/') || link.startsWith('#'))).toBe(true);
      expect(page.text).toContain(attack);
    }
  });

  it('in a name or a heading stays text', async () => {
    for (const path of [
      `/organisations/${idOf(3)}`,
      `/organisations/${idOf(3)}/records/x1`,
      '/search?q=alert',
    ]) {
      const html = await (await portal.request(path)).text();
      expect(html).not.toContain('<script>');
      expect(html).not.toContain('<svg onload');
      expect(html).not.toContain('<img src=x');
      expect(readPage(html).faults).toEqual([]);
    }
  });

  it.each([
    '/%',
    '/%E0%A4%A',
    '/organisations/%00',
    '/../../etc/passwd',
    '/en/%2e%2e',
    '//evil.example/',
  ])('in a path is a page that is not there: %s', async (path) => {
    const answer = await portal.request(`http://localhost${path}`);
    expect([200, 404]).toContain(answer.status);
    expect(answer.headers.get('location')).toBeNull();
  });
});
