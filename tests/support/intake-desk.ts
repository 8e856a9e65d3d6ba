import { join } from 'node:path';

import type { Principal } from '@credence/casework';
import type { Instant } from '@credence/domain';
import { createPortal, type Portal } from '@credence/portal';
import { sha256Hex } from '@credence/proof';

import type { System } from '../../packages/cli/src/system.ts';
import { fixedMoment, market, openWorld, type World, type WorldOrder } from './world.ts';

export const officer: Principal = {
  kind: 'official',
  account: 'demo:data-officer',
  name: '沈知远',
  agency: market,
  roles: ['data_officer'],
};
export const pipeline: Principal = {
  kind: 'machine',
  account: 'machine:cases',
  name: '办案系统',
  agency: market,
  scopes: ['intake'],
};

const sessionId = 'a-session-of-a-test'.padEnd(43, '-');
/** What a form of the test's session carries. */
export const csrf = sha256Hex(`form of ${sessionId}`);

/** The whole portal over a register, with someone signed in: sessions, tokens and gates as they are. */
export interface Desk {
  readonly portal: Portal;
  /** Whoever holds the session from now on. */
  signIn(principal: Principal): void;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts a form as a browser on our own page does. */
  post(path: string, body: FormData | URLSearchParams): Promise<Response>;
  /** A request of a system with its token. */
  api(path: string, init?: ApiRequest): Promise<Response>;
}

/** A register with a desk. */
export interface DeskWorld extends Desk {
  readonly world: World;
  /** Uploads wait here. */
  readonly folder: string;
  close(): Promise<void>;
}

interface ApiRequest {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function openDeskWorld(
  order: WorldOrder & { readonly uploadBytesMax?: number },
): Promise<DeskWorld> {
  const world = await openWorld(order);
  const moment = fixedMoment(order.today);
  return {
    ...deskOver(world.system, () => moment),
    world,
    folder: join(world.folder, 'inbox'),
    close: () => world.close(),
  };
}

/** A desk over a register that is open already. */
export function deskOver(
  system: Pick<System, 'casework'>,
  clock: () => Instant,
  machine: Principal = pipeline,
): Desk {
  const held: { person: Principal } = { person: officer };
  const who = { issuer: 'test', subject: 'test' };
  const portal = createPortal({
    services: {
      ...system.casework,
      principalOf: ({ by }) => {
        const principal = by === 'token' ? machine : held.person;
        return Promise.resolve(
          principal.kind === 'anonymous'
            ? { kind: 'refused', problem: { code: 'token-refused', params: {} } }
            : { kind: 'known', principal },
        );
      },
    },
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock,
    limit: { burst: 1_000_000, perSecond: 1_000_000, addresses: 10 },
    principalLimit: { burst: 1_000_000, perSecond: 1_000_000, addresses: 10 },
    signIn: {
      secure: false,
      newId: () => sessionId,
      provider: {
        issuer: 'test',
        begin: () => Promise.reject(new Error('No sign-in here.')),
        finish: () => Promise.reject(new Error('No sign-in here.')),
        readToken: () => Promise.resolve({ kind: 'machine', who, scopes: ['intake', 'tasks'] }),
      },
      sessions: {
        open: () => Promise.resolve(),
        find: () => Promise.resolve({ who, openedAt: clock(), seenAt: clock() }),
        touch: () => Promise.resolve(),
        close: () => Promise.resolve(),
        forget: () => Promise.resolve(),
      },
    },
  });
  const origin = 'http://127.0.0.1';
  const cookie = `credence=${sessionId}`;
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    portal.fetch(new Request(new URL(path, origin), init));
  return {
    portal,
    signIn: (principal) => {
      held.person = principal;
    },
    get: (path, headers = {}) => send(path, { headers: { cookie, ...headers } }),
    post: (path, body) =>
      send(path, { method: 'POST', body, headers: { cookie, 'sec-fetch-site': 'same-origin' } }),
    api: (path, init = {}) =>
      send(path, { ...init, headers: { authorization: 'Bearer a.b.c', ...init.headers } }),
  };
}

/** The upload form of the desk, its fields before its file. */
export function uploadForm(
  file: { readonly name: string; readonly bytes: string | Uint8Array<ArrayBuffer> },
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf, item: 'penalty', ...fields })) {
    form.set(name, value);
  }
  form.set('file', new File([file.bytes], file.name));
  return form;
}

/** Where a redirect leads. */
export function locationOf(answer: Response): string {
  return answer.headers.get('location') ?? '';
}
