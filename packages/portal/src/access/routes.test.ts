import { randomBytes } from 'node:crypto';

import type { Sessions } from '@credence/casework';
import { describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import { operationOf } from './guarded.ts';

/** Open to everyone: what these show follows from the catalogue. Everything else needs an operation. */
const open = [
  'GET /',
  'GET /search',
  'GET /o/:code',
  'GET /organisations/:id',
  'GET /organisations/:id/feed.atom',
  'GET /organisations/:id/records/:recordId',
  'GET /lists',
  'GET /lists/:id',
  'GET /lists/:id/feed.atom',
  'GET /agencies',
  'GET /agencies/:code',
  'GET /statistics',
  'GET /statistics/:file',
  'GET /incentives',
  'GET /agencies/:id/report-card',
  'GET /agencies/:id/report-card.csv',
  'GET /report-cards',
  'GET /report-cards/cards.csv',
  'GET /report-cards/districts',
  'GET /report-cards/districts.csv',
  'GET /public-bodies',
  'GET /public-bodies/overdue',
  'GET /public-bodies/overdue.csv',
  'GET /public-bodies/overdue.json',
  'GET /organisations/:id/contracts',
  'GET /pledges',
  // Anyone with the code of a report asks whether it is genuine.
  'GET /reports/verify',
  // Whoever holds a notice with a code: the use case finds the case by it, at each request.
  'GET /notice',
  'POST /notice',
  'POST /notice/acts/:act',
  'POST /notice/say',
  'GET /inspections',
  'GET /inspection-results',
  'GET /inspections/:draw',
  'GET /inspections/:draw/draw.json',
  'GET /inspections/:draw/list.json',
  'GET /copies',
  'GET /rules',
  'GET /rules/changes',
  'GET /rules/changes/feed.atom',
  'GET /rules/:edition',
  'GET /rules/:edition/:kind/:id',
  'GET /rules/:edition/:kind/:id/try',
  'GET /rules/:edition/:kind/:id/try.json',
  'GET /rules/:edition/articles/:source/:at',
  'GET /rules/compare',
  'GET /rules/sectors',
  // Anyone reads a draft that was published, and comments on it.
  'GET /rules/drafts',
  'GET /rules/drafts/feed.atom',
  'GET /rules/drafts/:hash',
  'GET /rules/drafts/:hash/comments',
  'POST /rules/drafts/:hash/comments',
  'GET /how-counted',
  'GET /data',
  'GET /accessibility',
  'GET /problems',
  'GET /problems/:code',
  // Anyone may say that something is wrong, and ask what came of it by the number he was given.
  'GET /organisations/:id/records/:recordId/report-error',
  'POST /organisations/:id/records/:recordId/report-error',
  'GET /error-reports',
  'POST /error-reports',
  // Anyone gets a key; a file with adverse records asks for one, in the form itself.
  'GET /data/key',
  'POST /data/key',
  'GET /data/take',
  'POST /data/take',
  // Signing in and out is for those who have no right yet, or give one up.
  'GET /sign-in',
  'GET /sign-in/start',
  'GET /sign-in/callback',
  'POST /sign-in/demo',
  'POST /sign-out',
  // The front page of the desk shows only what the policies grant.
  'GET /desk',
  // Whether the process works; the figures have a gate of their own.
  'GET /health',
  'GET /ready',
  'GET /metrics',
  'GET /api/v1/health',
  'GET /api/v1/problems',
  'GET /api/v1/openapi.json',
  'GET /api/v1/keys',
  'GET /api/v1/organisations',
  'GET /api/v1/organisations/by-code/:scheme/:code',
  'GET /api/v1/organisations/:id',
  'GET /api/v1/organisations/:id/records/:recordId',
  'GET /api/v1/lists',
  'GET /api/v1/lists/:id',
  'GET /api/v1/agencies',
  'GET /api/v1/agencies/:code',
  'GET /api/v1/statistics',
  'GET /api/v1/incentives',
  'GET /api/v1/inspections/results',
  'GET /api/v1/report-cards',
  'GET /api/v1/report-cards/:office',
  'GET /api/v1/report-cards-by-district',
  'GET /api/v1/organisations/:id/contracts',
  'GET /api/v1/pledges',
  'GET /api/v1/reports/:code',
  'GET /api/v1/rulebook/drafts',
  'GET /api/v1/rulebook/drafts/:hash',
  'GET /api/v1/rulebook/editions',
  'GET /api/v1/rulebook/editions/:code',
  'GET /api/v1/rulebook/editions/:code/:kind/:id',
  'GET /api/v1/rulebook/changes',
  // The same question, about many copies: a body, and nothing is written.
  'GET /api/v1/copies/check',
  'POST /api/v1/copies/check',
  'GET /api/v1/usage/heartbeat',
  // What is open in them needs no key; what is not is decided by the use case, file by file.
  'GET /api/v1/downloads',
  'GET /api/v1/downloads/:dataset',
  'GET /api/v1/downloads/:dataset/:file',
  'GET /api/v1/changes',
];

/** The stylesheet, the sign and the script, under the hash of their bytes. */
const openFiles = /^\/[\w-]+\.[0-9a-f]{16}\.(?:css|svg|js)$/;

const sessions: Sessions = {
  open: () => Promise.resolve(),
  find: () => Promise.resolve(undefined),
  touch: () => Promise.resolve(),
  close: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

const provider = {
  issuer: 'https://id.example',
  begin: () => Promise.reject(new Error('not in this test')),
  finish: () => Promise.reject(new Error('not in this test')),
  readToken: () => Promise.reject(new Error('not in this test')),
};

const portal = createPortal({
  services: fixtureServices(),
  registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
  clock: () => timepoint,
  signIn: {
    sessions,
    provider,
    demo: { issuer: 'urn:credence:demo', people: [] },
    secure: false,
    newId: () => randomBytes(32).toString('base64url'),
  },
});

/** Every route once, with the operation one of its handlers was declared for. */
const routes = new Map<string, { method: string; path: string; operation: string | undefined }>();
for (const { method, path, handler } of portal.routes) {
  if (method === 'ALL') continue;
  const key = `${method} ${path}`;
  const known = routes.get(key)?.operation;
  routes.set(key, { method, path, operation: known ?? operationOf(handler) });
}

const withoutLanguage = (path: string) => path.replace(/^\/en(?=\/|$)/, '') || '/';

describe('every route', () => {
  it.each([...routes.values()])('$method $path is public or names its operation', (route) => {
    const path = withoutLanguage(route.path).replace(/\{[^}]*\}/g, '');
    const isOpen = open.includes(`${route.method} ${path}`) || openFiles.test(path);
    expect(isOpen || route.operation !== undefined, JSON.stringify(route)).toBe(true);
    // Both would be a contradiction: someone has to settle what it is.
    expect(isOpen && route.operation !== undefined).toBe(false);
  });

  it.each([...routes.values()].filter(({ method }) => method !== 'GET'))(
    '$method $path is refused without a form of ours',
    async ({ method, path }) => {
      const answer = await portal.request(path.replace(/:\w+(\{[^}]*\})?/g, 'x'), { method });
      expect([400, 401, 403, 404, 415]).toContain(answer.status);
    },
  );

  it.each([...routes.values()].filter(({ operation }) => operation !== undefined))(
    '$method $path lets nobody in who is not known',
    async ({ method, path }) => {
      const answer = await portal.request(path.replace(/:\w+(\{[^}]*\})?/g, 'x'), {
        method,
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      expect([303, 400, 401, 403, 404, 415], String(answer.status)).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get('location')).toMatch(/\/sign-in\?back=/);
    },
  );
});

describe('a method that no route was declared for', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'POST', 'OPTIONS', 'TRACE', 'X'])(
    '%s is refused before its body is looked at',
    async (method) => {
      if (method === 'TRACE') return;
      const answer = await portal.request('/search', { method });
      expect(answer.status).toBe(405);
    },
  );
});
