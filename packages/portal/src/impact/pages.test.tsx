import type { Language } from '@credence/domain';
import { renderPage } from '@credence/pages';
import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';

import { ReaderContext } from '../access/reader-context.ts';
import { impactPayload, impactsView, moversView } from '../fixture-impact.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import { readPage } from '../html-check.test-support.ts';
import { pageContext, type PageContext } from '../page/page-context.ts';
import { labelOf } from './impact-charts.tsx';
import { impactCsv } from './impact-csv.ts';
import { MoversPage } from './movers-page.tsx';
import { ReportPage } from './report-page.tsx';

async function contextIn(language: Language): Promise<PageContext> {
  const clock = await fixtureServices().clock({});
  const site = {
    name: { zh: '登记', en: 'Register' },
    stylesheetHref: '/s.css',
    iconHref: '/i.svg',
  };
  return pageContext({ site, language, clock, address: '/desk/impact/x' });
}

function render(page: Child): string {
  return renderPage(<ReaderContext.Provider value={undefined}>{page}</ReaderContext.Provider>);
}

async function reportIn(
  language: Language,
  given: Partial<Parameters<typeof ReportPage>[0]> = {},
): Promise<string> {
  const context = await contextIn(language);
  if (context.clock === undefined) throw new Error('The fixture has a clock.');
  const view = impactsView(context.clock);
  const may = { run: true, name: true };
  return render(
    <ReportPage
      {...{ context, view, shown: impactPayload, work: 'none', may, token: null, ...given }}
    />,
  );
}

describe.each(['zh', 'en'] as const)('the report on impact in %s', (language) => {
  it('is a page that a strict reader takes, with a table for each of its counts', async () => {
    const page = readPage(await reportIn(language));
    expect(page.faults).toEqual([]);
    for (const count of ['1,204', '144', '131']) expect(page.text).toContain(count);
    expect(page.text).toContain(language === 'zh' ? '未公布' : 'withheld');
  });

  it('says each chart in one sentence and draws no more than it tells', async () => {
    const html = await reportIn(language);
    const charts = [...html.matchAll(/class="chart-rows" role="img" aria-label="([^"]*)"/g)];
    expect(charts.length).toBeGreaterThanOrEqual(3);
    expect(charts[0]?.[1]).toContain('1,216 → ');
    expect(html).not.toMatch(/style=|<script/);
  });

  it('says so where the register states nothing, and where a table is withheld whole', async () => {
    const { text } = readPage(await reportIn(language));
    expect(text).toContain(language === 'zh' ? '登记信息中没有这一项' : 'do not state it');
    expect(text).toContain(language === 'zh' ? '全表未公布' : 'all of it is withheld');
  });

  it('calls a region by its name, and by its code where nobody knows it', async () => {
    const { site } = await contextIn(language);
    const regionName = (code: string) => (code === '999901' ? '望澜市澜东区' : undefined);
    const context = { language, site: { ...site, regionName } };
    const named = language === 'zh' ? '望澜市澜东区' : '望澜市澜东区 (999901)';
    expect(labelOf(context, { code: '999901' })).toBe(named);
    expect(labelOf(context, { code: '999902' })).toBe('999902');
  });

  it('leads to the names and to a new count only whoever may have them', async () => {
    const may = { run: false, name: false };
    const closed = await reportIn(language, { may });
    expect(closed).not.toMatch(/\/movers|<form method="post"/);
    expect(await reportIn(language)).toMatch(/\/movers\?program=cn\.inspection/);
  });

  it('says that none was made, is being made, or did not end', async () => {
    const none = readPage(await reportIn(language, { shown: undefined }));
    expect(none.faults).toEqual([]);
    expect(none.text).toContain(language === 'zh' ? '还没有测算过' : 'Not counted yet');
    const running = await reportIn(language, { work: 'running' });
    expect(running).not.toContain('<form method="post"');
    expect(await reportIn(language, { work: 'failed' })).toContain(
      language === 'zh' ? '没有完成' : 'did not end',
    );
  });

  it('names movers with both classes, the rule, and the way to the next page', async () => {
    const context = await contextIn(language);
    if (context.clock === undefined) throw new Error('The fixture has a clock.');
    const asked = { program: 'cn.inspection', baseline: undefined, day: '2026-11-09' };
    const html = render(
      <MoversPage context={context} view={moversView(context.clock)} asked={asked} />,
    );
    const { faults, text } = readPage(html);
    expect(faults).toEqual([]);
    expect(text).toContain('91999999MA3K7T2X0J');
    expect(text).toContain(language === 'zh' ? 'C类（风险较高）' : 'C (higher risk)');
    expect(html).toContain('after=00000000-0000-7000-8000-000000000001');
  });
});

describe('the counts as a file', () => {
  it('have a line for each count, empty where it is withheld', () => {
    const lines = impactCsv(impactPayload.report).split('\r\n');
    expect(lines).toContain('cn.inspection,transitions,a,a,1204');
    expect(lines).toContain('cn.inspection,transitions,b,d,');
    expect(lines).toContain('cn.inspection,exits,*,*,149');
    expect(lines.some((line) => line.includes('byRegion'))).toBe(false);
  });
});
