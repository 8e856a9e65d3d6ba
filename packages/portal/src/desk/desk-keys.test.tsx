import type { KnownPrincipal } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';

import { ReaderContext } from '../access/reader-context.ts';
import type { PortalEnv } from '../http/environment.ts';
import { pageContext } from '../page/page-context.ts';
import { DeskKeys } from './desk-keys.tsx';

const site = {
  ...{ name: { en: 'Register' }, stylesheetHref: '/style.css', iconHref: '/icon.svg' },
  keysScript: { href: '/desk-keys.js', integrity: 'sha384-x' },
};
const from = civilDate('2026-01-01');
const firm: KnownPrincipal = {
  ...{ kind: 'representative', account: 'm', name: '梅映雪' },
  mandates: [{ mandateId: 'm', subject: 's', from }],
};
const officer: KnownPrincipal = {
  ...{ kind: 'official', account: 'a', name: '王一', agency: 'market', roles: ['registrar'] },
};

/** The keys as somebody has them on a page. */
async function keysOf(principal: KnownPrincipal, address: string, queue: boolean) {
  const app = new Hono<PortalEnv>();
  const context = pageContext({ site, language: 'en', clock: undefined, address });
  app.get('*', (c) => {
    c.set('principal', principal);
    return c.html(
      <ReaderContext.Provider value={c}>
        <DeskKeys {...{ context, queue }} />
      </ReaderContext.Provider>,
    );
  });
  return (await app.request('/')).text();
}

describe('the keys of a desk', () => {
  it('are hidden until their script shows them', async () => {
    const html = await keysOf(officer, '/desk/cases', true);
    expect(html).toMatch(/<details class="keys" id="keys" hidden[^>]* data-queue/);
    expect(html).toContain('<script src="/desk-keys.js" integrity="sha384-x"');
    expect(await keysOf(officer, '/desk/cases/L', false)).not.toContain('data-queue');
  });

  it('lead to what waits for whoever looks', async () => {
    const own = await keysOf(firm, '/desk/own?subject=s', true);
    expect(own).toContain('<a href="/en/desk/own">go to what waits</a>');
    expect(await keysOf(officer, '/desk', false)).toContain('<a href="/en/desk/cases">');
  });

  it.each(['/own/door?record=p1', '/deskless', '/'])('are not on %s', async (address) => {
    expect(await keysOf(officer, address, false)).toBe('');
  });
});
