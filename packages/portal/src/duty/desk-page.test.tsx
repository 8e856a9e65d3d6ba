import { civilDate } from '@credence/domain';
import { renderPage } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { cityClock, cityEdition } from '../fixture-rulebook.test-support.ts';
import { pageContext } from '../page/page-context.ts';
import { DutyDeskPage } from './desk-page.tsx';

const site = { name: { en: 'Register' }, stylesheetHref: '/style.css', iconHref: '/icon.svg' };
const context = pageContext({ site, language: 'en', clock: undefined, address: '/' });
const line = (home: string) => ({
  ...{ home, name: home, code: home, duty: 'yearly', key: '2025', title: { en: 'Report' } },
  ...{ lastDay: civilDate('2026-03-31'), on: civilDate('2026-04-01'), state: 'overdue' as const },
  list: { en: 'A list' },
});
const view = {
  clock: cityClock(civilDate('2026-05-01'), cityEdition),
  lines: [line('one'), line('two')],
};

describe('a demand that was refused', () => {
  it('keeps what was entered, open at its own line and at no other', () => {
    const said: Readonly<Record<string, string>> = {
      ...{ subject: 'two', duty: 'yearly', key: '2025' },
      ...{ number: 'No. 7', servedOn: '2027-01-01', mode: 'post' },
    };
    const entered = { text: (name: string) => said[name] ?? '', all: () => [] };
    const html = renderPage(<DutyDeskPage {...{ context, view, entered }} />);
    expect(html.match(/<details open/g)).toHaveLength(1);
    const [, open = ''] = html.split('<details open');
    expect(open).toContain('value="No. 7"');
    expect(open).toContain('value="2027-01-01"');
    expect(html.match(/value="No\. 7"/g)).toHaveLength(1);
  });
});
