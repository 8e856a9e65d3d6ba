import { createAdaptorServer } from '@hono/node-server';
import { mkdirSync } from 'node:fs';
import { Server } from 'node:http';

import { readStudies } from '../study/all-studies.ts';
import { readConducts } from '../world/read-conducts.ts';
import { createLabSite } from './create-lab-site.ts';
import { readExperiments } from './experiments.ts';
import { readAssets } from './http/assets.ts';
import { openShelf } from './state/regime-shelf.ts';
import { openRunShelf } from './state/run-shelf.ts';
import { readStoredValidation } from './stored-validation.ts';
import { createThreads } from './work/create-threads.ts';

/** Where the Lab listens, and where it keeps variants and runs. */
export interface ServeLabOptions {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  readonly onDefect: (error: unknown) => void;
}

export type ServedLab =
  | { readonly kind: 'listening'; readonly url: string; readonly stop: () => Promise<void> }
  | { readonly kind: 'port-taken'; readonly port: number };

/** Opens the Lab and serves it; a port that is taken is said, and no other is looked for. */
export async function serveLab(options: ServeLabOptions): Promise<ServedLab> {
  const { port, host, folder, onDefect } = options;
  mkdirSync(folder, { recursive: true });
  const work = createThreads();
  const runs = openRunShelf({ folder, work, onDefect });
  const validation = readStoredValidation();
  const app = createLabSite(
    {
      ...{ assets: readAssets(), work, runs },
      shelf: await openShelf(folder, work),
      experiments: await readExperiments(),
      studies: await readStudies(),
      conducts: await readConducts(),
      ...(validation === undefined ? {} : { validation }),
    },
    onDefect,
  );
  const server = openServer(app);
  const failure = await listening(server, { port, host });
  const close = async (): Promise<void> => {
    runs.close();
    await work.close();
  };
  if (failure !== undefined) {
    await close();
    if ('code' in failure && failure.code === 'EADDRINUSE') return { kind: 'port-taken', port };
    throw failure;
  }
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  const stop = async (): Promise<void> => {
    await close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { kind: 'listening', url: `http://${host}:${String(at)}`, stop };
}

function openServer(app: { fetch: (request: Request) => Response | Promise<Response> }): Server {
  const opened = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    serverOptions: { headersTimeout: 10_000, requestTimeout: 20_000, maxHeaderSize: 16_384 },
  });
  if (!(opened instanceof Server)) throw new TypeError('The Lab needs an HTTP/1.1 server.');
  opened.maxConnections = 500;
  return opened;
}

function listening(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}
