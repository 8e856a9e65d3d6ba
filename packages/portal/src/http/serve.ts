import { createAdaptorServer } from '@hono/node-server';
import { Server } from 'node:http';

import { problem, type Problem } from '@credence/domain';

export interface ServeOptions {
  readonly app: {
    readonly fetch: (request: Request, env?: object) => Response | Promise<Response>;
  };
  /** 0 takes any free port; the outcome says which. */
  readonly port: number;
  readonly hostname: string;
  /** The setting the port came from, named when it is taken. */
  readonly setting?: string;
  readonly limits?: Partial<ServeLimits>;
}

export interface ServeLimits {
  /** A client that has not sent its whole header by then is cut off. */
  readonly headersMs: number;
  /** The whole request, body included. */
  readonly requestMs: number;
  /** A connection on which nothing moves, in either direction. */
  readonly idleMs: number;
  readonly keepAliveMs: number;
  readonly connections: number;
  /** How often slow clients are looked for. */
  readonly checkEveryMs: number;
}

const defaultLimits: ServeLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  idleMs: 30_000,
  keepAliveMs: 5_000,
  connections: 2_000,
  checkEveryMs: 1_000,
};

export type ServeOutcome =
  | {
      readonly kind: 'listening';
      readonly port: number;
      readonly url: string;
      /** Takes no new connection, lets running answers end, then cuts what is left. */
      readonly stop: (graceMs?: number) => Promise<void>;
    }
  | { readonly kind: 'port-taken'; readonly port: number; readonly problem: Problem };

/** Listens, or says that the port is taken; it never hunts for another one. */
export async function serve(options: ServeOptions): Promise<ServeOutcome> {
  const server = openServer(options);
  const failure = await listening(server, options);
  if (failure !== undefined) {
    if (codeOf(failure) !== 'EADDRINUSE') throw failure;
    const { port } = options;
    const setting = options.setting ?? 'port';
    return { kind: 'port-taken', port, problem: problem('port-taken', { port, setting }) };
  }
  const port = portOf(server, options.port);
  const host = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname;
  return {
    kind: 'listening',
    port,
    url: `http://${host}:${String(port)}`,
    stop: (graceMs = 5_000) => stop(server, graceMs),
  };
}

function openServer(options: ServeOptions): Server {
  const limits = { ...defaultLimits, ...options.limits };
  const opened = createAdaptorServer({
    fetch: options.app.fetch,
    hostname: options.hostname,
    serverOptions: {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: 16_384,
    },
  });
  if (!(opened instanceof Server)) {
    throw new TypeError('The HTTP server has no connection limits; it must be an HTTP/1.1 server.');
  }
  opened.maxConnections = limits.connections;
  opened.setTimeout(limits.idleMs);
  return opened;
}

function listening(server: Server, options: ServeOptions): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(options.port, options.hostname, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

/** Connections kept alive after their last answer hold nobody up. */
const lookForIdleEveryMs = 50;

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, lookForIdleEveryMs);
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}
