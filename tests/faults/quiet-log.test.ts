import { createPortal } from '@credence/portal';
import { describe, expect, it } from 'vitest';

import { createLog } from '../../packages/cli/src/operations/log.ts';
import { codeOf, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { day, fixedMoment, openWorld } from '../support/world.ts';

const today = day('2026-11-20');
const document = '望市监罚〔2026〕1号';
const secrets = {
  cookie: 'credence=a-session-nobody-may-know',
  token: 'a-token-nobody-may-know',
  address: '203.0.113.77',
  query: 'xunwenmouren',
  person: '110101199003070011',
};

describe('the log of a whole visit', { timeout: 240_000 }, () => {
  it('has a line for every answer and nothing that says who looked for whom', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'debug', form: 'json' }, (line) => lines.push(line));
    const world = await openWorld({
      today,
      edition: 'cn-2026',
      files: [
        { name: 'r.csv', item: 'registration', text: registrationFile([1]) },
        {
          name: 'p.csv',
          item: 'penalty',
          text: penaltyFile([{ of: 1, number: document, decided: '2026-10-10' }]),
        },
      ],
    });
    const broken = { on: false };
    const portal = createPortal({
      services: {
        ...world.system.casework,
        listEditions: () =>
          broken.on
            ? Promise.reject(
                new Error(`Cannot read ${nameOf(1)} (${codeOf(1)}) for ${secrets.query}`),
              )
            : world.system.casework.listEditions(),
      },
      registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
      clock: () => fixedMoment(today),
      addressOf: () => secrets.address,
      onDefect: (error) => log.defect(error),
      operations: {
        onAnswer: (line) => {
          log.request(line);
        },
      },
    });
    log.started({ engine: 'pglite', port: 8080 });
    const found = await world.system.casework.searchSubjects(nameOf(1), { page: 1 });
    const id = found.kind === 'found' ? (found.view.results[0]?.id ?? '') : '';
    const paths = [
      '/',
      `/search?q=${encodeURIComponent(nameOf(1))}`,
      `/en/search?q=${secrets.query}`,
      `/en/search?q=${secrets.person}`,
      `/o/${codeOf(1)}`,
      `/organisations/${id}`,
      `/en/organisations/${id}?day=2026-10-20`,
      `/api/v1/organisations?q=${encodeURIComponent(nameOf(1))}`,
      `/api/v1/organisations/${id}`,
      `/api/v1/organisations/by-code/uscc/${codeOf(1)}`,
      `/no/such/page/${codeOf(1)}?name=${encodeURIComponent(nameOf(1))}`,
      `/api/v1/organisations/${id}?${secrets.query}=1`,
      '/rules',
    ];
    const headers = {
      cookie: secrets.cookie,
      authorization: `Bearer ${secrets.token}`,
      'x-forwarded-for': secrets.address,
      'user-agent': secrets.query,
      referer: `http://127.0.0.1/organisations/${id}`,
      'x-request-id': secrets.query,
    };
    for (const path of paths) {
      await (await portal.request(path, { headers })).text();
    }
    const form = { method: 'POST', headers, body: `name=${encodeURIComponent(nameOf(1))}` };
    await (await portal.request('/search', form)).text();
    broken.on = true;
    expect((await portal.request('/rules', { headers })).status).toBe(500);
    log.stopped();
    await world.close();

    const text = lines.join('');
    expect(lines).toHaveLength(paths.length + 5);
    expect(text).toContain('"route":"/organisations/:id"');
    expect(text).toContain('"msg":"defect"');
    const never = [nameOf(1), '望澜', codeOf(1), document, id, ...Object.values(secrets)];
    for (const secret of never) {
      expect(text.includes(secret), `the log says ${secret}`).toBe(false);
      expect(text.includes(encodeURIComponent(secret)), `the log says ${secret}`).toBe(false);
    }
  });
});
