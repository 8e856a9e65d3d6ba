import { renderPage } from '@credence/pages';
import { describe, expect, it } from 'vitest';

import { pageContext } from '../page/page-context.ts';
import { EventForm } from './event-form.tsx';

const site = { name: {}, stylesheetHref: '/style.css', iconHref: '/icon.svg' };
const context = pageContext({ site, language: 'en', clock: undefined, address: '/' });

describe('an event that was refused', () => {
  it('keeps what was entered about it', () => {
    const said: Readonly<Record<string, string>> = {
      ...{ event: 'division', form: 'surviving', effectiveOn: '2026-03-01', document: 'No. 7' },
      ...{ successors: '91999999MA3K7T2X0J', until: '', announcedOn: '', after: '' },
    };
    const entered = { text: (name: string) => said[name] ?? '', all: () => [] };
    const html = renderPage(<EventForm {...{ context, code: 'c', entered }} />);
    for (const value of ['2026-03-01', 'No. 7', '91999999MA3K7T2X0J']) {
      expect(html).toContain(`value="${value}"`);
    }
    const chosen = [...html.matchAll(/<option value="([^"]*)" selected/g)].map(([, at]) => at);
    expect(chosen).toEqual(['division', 'surviving']);
    expect(renderPage(<EventForm {...{ context, code: 'c' }} />)).not.toContain('No. 7');
  });
});
