import { randomBytes } from 'node:crypto';

import type { Instant, JsonValue } from '@credence/domain';
import { createPortal, type Portal, type PortalOptions } from '@credence/portal';
import { base64url } from '@credence/proof';

import type { System } from '../../packages/cli/src/system.ts';
import { FormBrowser } from '../support/form-browser.ts';

/** Where those who sign in here come from; it is honoured on this machine alone. */
export const issuer = 'urn:credence:demo';
export const address = 'http://127.0.0.1:8080';
/** The system of the market authority as the provider names it. */
export const machine = { issuer: 'https://id.example', subject: 'bureau-system' };

/** The whole portal, with everyone of a list at its door. */
export function createGuardPortal(
  system: System,
  clock: () => Instant,
  given: {
    readonly operations: Pick<PortalOptions, 'operations' | 'onDefect'>;
    readonly everyone: readonly string[];
  },
): Portal {
  const none = () => Promise.reject(new Error('Nobody signs in with a provider here.'));
  return createPortal({
    services: system.casework,
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock,
    ...given.operations,
    limit: { burst: 1_000_000, perSecond: 1_000_000, addresses: 10 },
    principalLimit: { burst: 1_000_000, perSecond: 1_000_000, addresses: 10 },
    signIn: {
      sessions: system.store.sessions,
      secure: false,
      newId: () => base64url(randomBytes(32)),
      provider: {
        issuer: machine.issuer,
        begin: none,
        finish: none,
        readToken: () =>
          Promise.resolve({ kind: 'machine', who: machine, scopes: ['intake', 'export'] }),
      },
      demo: {
        issuer,
        people: given.everyone.map((id) => ({ id, name: { zh: id }, says: { zh: id } })),
      },
    },
  });
}

/** Somebody who is not signed in. */
export function openBrowser(portal: Portal): FormBrowser {
  return new FormBrowser(portal, address);
}

export async function signIn(portal: Portal, person: string): Promise<FormBrowser> {
  const browser = openBrowser(portal);
  const done = await browser.post('/sign-in/demo', { person, back: '/desk' });
  if (done.status !== 303) throw new Error(`${person} is not let in: ${await done.text()}`);
  return browser;
}

/** What is said in a case as the fields of its form: parts of parts by a dot, points by number. */
export function formOf(content: JsonValue, before = ''): readonly (readonly [string, string])[] {
  if (typeof content !== 'object' || content === null) return [[before, String(content)]];
  if (!Array.isArray(content)) {
    return Object.entries(content).flatMap(([name, value]) =>
      formOf(value, before === '' ? name : `${before}.${name}`),
    );
  }
  return content.flatMap((each: JsonValue) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      return formOf(each, before);
    }
    const { point, text, outcome } = Object.fromEntries(Object.entries<JsonValue>(each));
    return point === undefined
      ? formOf(text ?? '', before)
      : formOf(
          { text: text ?? '', outcome: outcome ?? '' },
          `${before}.${typeof point === 'number' ? point : ''}`,
        );
  });
}
