import type { RetaliationsView } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { renderPage } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { cityClock, cityEdition } from '../fixture-rulebook.test-support.ts';
import { pageContext } from '../page/page-context.ts';
import { RetaliationPage } from './retaliation-page.tsx';

const site = { name: { en: 'Register' }, stylesheetHref: '/style.css', iconHref: '/icon.svg' };
const context = pageContext({ site, language: 'en', clock: undefined, address: '/' });
const on = civilDate('2026-05-01');
const report = (reportId: string) => ({
  ...{ reportId, on, since: on, text: 'They stopped ordering.', answerBy: civilDate('2026-06-01') },
  ...{ firm: { home: 'firm', name: 'Firm' }, body: { home: 'body', name: 'Bureau' } },
});

function viewOf(page: number): RetaliationsView {
  const reports = ['one', 'two'].map((id) => ({ report: report(id), late: false }));
  const clock = cityClock(on, cityEdition);
  return { ...{ clock, page, pageSize: 2, total: 4 }, reports } as unknown as RetaliationsView;
}

describe('an answer that was refused', () => {
  it('is sent from the page of its report and keeps what was entered, there alone', () => {
    const said: Readonly<Record<string, string>> = { reason: 'No order fell away.' };
    const entered = { text: (name: string) => said[name] ?? '', all: () => [] };
    const refused = { form: 'answer-two', entered, errors: [] };
    const props = { context, view: viewOf(2), answers: true, refused };
    const html = renderPage(<RetaliationPage {...props} />);
    expect(html.match(/action="[^"]*retaliation\?page=2"/g)).toHaveLength(2);
    expect(html.match(/No order fell away\./g)).toHaveLength(1);
    expect(html.split('id="report-two"')[1]).toContain('No order fell away.');
  });

  it('on the first page needs no number', () => {
    const props = { context, view: viewOf(1), answers: true, refused: undefined };
    expect(renderPage(<RetaliationPage {...props} />)).toMatch(/action="[^"?]*retaliation"/);
  });
});
