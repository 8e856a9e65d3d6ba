import { connect } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { fixturePortal } from '../fixture-portal.test-support.ts';
import { serve, type ServeLimits, type ServeOutcome } from './serve.ts';

const hostname = '127.0.0.1';
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

type Listening = Extract<ServeOutcome, { kind: 'listening' }>;
type App = Parameters<typeof serve>[0]['app'];

async function start(
  limits: Partial<ServeLimits> = {},
  app: App = fixturePortal(),
): Promise<Listening> {
  const outcome = await serve({ app, port: 0, hostname, limits });
  if (outcome.kind !== 'listening') throw new Error('A free port was taken.');
  stops.push(() => outcome.stop(50));
  return outcome;
}

/** Writes to a socket and gives what came back, and after how long it was closed. */
function talk(port: number, text: string): Promise<{ readonly said: string; readonly ms: number }> {
  return new Promise((resolve) => {
    const from = performance.now();
    let said = '';
    const socket = connect(port, hostname, () => socket.write(text));
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    const end = () => {
      resolve({ said, ms: performance.now() - from });
    };
    socket.on('close', end);
    socket.on('error', end);
  });
}

describe('serving', () => {
  it('answers on the port it says', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/en`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Find an organisation');
  });

  it('says that a port is taken, and takes no other', async () => {
    const { port } = await start();
    const outcome = await serve({
      app: fixturePortal(),
      port,
      hostname,
      setting: 'CREDENCE_PORT',
    });
    expect(outcome).toEqual({
      kind: 'port-taken',
      port,
      problem: { code: 'port-taken', params: { port, setting: 'CREDENCE_PORT' } },
    });
  });

  it('throws what is no taken port, e.g. an address that is not ours', async () => {
    const app = fixturePortal();
    await expect(serve({ app, port: 0, hostname: '203.0.113.1' })).rejects.toThrow('EADDRNOTAVAIL');
  });

  it('lets a running answer end when it stops, and takes no further request', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const app = {
      fetch: async () => {
        await held;
        return new Response('done');
      },
    };
    const { url, stop } = await start({}, app);
    const running = fetch(url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = stop(5_000);
    await expect(fetch(url)).rejects.toThrow();
    release();
    expect(await (await running).text()).toBe('done');
    await stopped;
  });

  it('cuts what does not end within its grace', async () => {
    const { url, stop } = await start({}, { fetch: () => new Promise<Response>(() => undefined) });
    const running = fetch(url).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stop(100);
    expect(await running).toBe('cut');
  });
});

describe('hostile clients', () => {
  it('that send their header one letter at a time are cut off', async () => {
    const { port } = await start({ headersMs: 300, requestMs: 600, checkEveryMs: 50 });
    const { said, ms } = await talk(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(said === '' || said.startsWith('HTTP/1.1 408')).toBe(true);
    expect(ms).toBeLessThan(3_000);
  });

  it('that connect and say nothing are cut off', async () => {
    const { port } = await start({ idleMs: 300, headersMs: 300, requestMs: 600, checkEveryMs: 50 });
    const { ms } = await talk(port, '');
    expect(ms).toBeLessThan(3_000);
  });

  it('that send a body of 100 MB are answered before it, and others go on being served', async () => {
    const { port, url } = await start();
    const head =
      'POST /api/v1/organisations HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n';
    const socket = connect(port, hostname);
    const closed = new Promise<void>((resolve) => {
      socket.on('close', () => {
        resolve();
      });
      socket.on('error', () => undefined);
    });
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    socket.write(head);
    const chunk = Buffer.alloc(1 << 20);
    let sent = 0;
    const pump = () => {
      while (sent < 100 && !socket.destroyed && socket.write(chunk)) sent += 1;
    };
    socket.on('drain', pump);
    pump();
    const from = performance.now();
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(2_000);
    await closed;
    expect(said).toContain('405 Method Not Allowed');
    expect(sent).toBeLessThan(100);
  });

  it('that send a header of 100 kB get no page', async () => {
    const { port } = await start();
    const { said } = await talk(
      port,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
    );
    expect(said === '' || said.startsWith('HTTP/1.1 431')).toBe(true);
  });

  it('that speak no HTTP get no page', async () => {
    const { port } = await start();
    const { said } = await talk(port, '\u0016\u0003\u0001 not http\r\n\r\n');
    expect(said.startsWith('HTTP/1.1 400')).toBe(true);
  });
});
