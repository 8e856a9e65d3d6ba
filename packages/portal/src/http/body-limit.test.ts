import { problemResponse } from './answer-problem.ts';
import type { PortalEnv } from './environment.ts';
import { limitBodies } from './body-limit.ts';
import { isDeeperThan } from './json-depth.ts';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';

const rule = {
  standardBytes: 1_024,
  jsonDepth: 4,
  larger: [{ path: /^\/files$/, bytes: 4_096 }],
};

function app() {
  const made = new Hono<PortalEnv>();
  made.use(limitBodies(rule, (_, problem) => problemResponse(problem, 'en')));
  made.post('*', async (c) => c.text(String((await c.req.text()).length)));
  return made;
}

async function post(
  path: string,
  body: string | ReadableStream<Uint8Array>,
  type = 'text/plain',
): Promise<Response> {
  const headers = { 'content-type': type };
  // A stream has to say that it is only sent, which the types of a request do not know.
  const init = Object.assign({ method: 'POST', headers }, { body, duplex: 'half' });
  return app().request(path, init as RequestInit);
}

/** A body whose length nobody says beforehand. */
function streamed(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) {
        controller.close();
        return;
      }
      controller.enqueue(new Uint8Array(Math.min(256, left)).fill(97));
      left -= 256;
    },
  });
}

describe('the limit of a body', () => {
  it('lets in what is as long as allowed and refuses one byte more', async () => {
    expect((await post('/form', 'a'.repeat(1_024))).status).toBe(200);
    expect((await post('/form', 'a'.repeat(1_025))).status).toBe(413);
  });

  it('says what is accepted', async () => {
    const answer = await post('/form', 'a'.repeat(2_000));
    const said: unknown = await answer.json();
    expect(said).toMatchObject({
      type: '/problems/too-large',
      detail: 'At most 1 KiB is accepted.',
    });
  });

  it('counts a body that does not say how long it is', async () => {
    expect((await post('/form', streamed(1_024))).status).toBe(200);
    expect((await post('/form', streamed(100_000))).status).toBe(413);
  });

  it('takes longer bodies where files are taken', async () => {
    expect((await post('/files', 'a'.repeat(4_096))).status).toBe(200);
    expect((await post('/files', 'a'.repeat(4_097))).status).toBe(413);
  });

  it('refuses JSON that is nested too deeply, and reads what is not', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect((await post('/form', nested(4), 'application/json')).status).toBe(200);
    const refused = await post('/form', nested(5), 'application/json; charset=utf-8');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ type: '/problems/json-too-deep' });
  });

  it('refuses what says it is JSON and is none', async () => {
    const refused = await post('/form', '{"a":', 'application/json');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ type: '/problems/json-malformed' });
  });
});

describe('the depth of a JSON text', () => {
  it.each([
    ['{"a":[1,{"b":2}]}', 3],
    ['"[[[["', 0],
    ['"\\"[["', 0],
    ['[],[],[]', 1],
    ['"\\\\",[[]]', 2],
  ])('of %s is %i', (text, depth) => {
    expect(isDeeperThan(text, depth)).toBe(false);
    if (depth > 0) expect(isDeeperThan(text, depth - 1)).toBe(true);
  });

  it('of a million brackets is found without going deep', () => {
    expect(isDeeperThan('['.repeat(1_000_000), 10_000)).toBe(true);
  });
});
