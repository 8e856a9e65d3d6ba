import { randomBytes } from 'node:crypto';

import type { Instant } from '@credence/domain';
import { openSignIn } from '@credence/exchange';
import { createPortal, type Portal, type SignInOptions } from '@credence/portal';
import { base64url } from '@credence/proof';

import { oidcAudience, startOidc, type OidcServer } from './oidc.ts';
import { day, openWorld, type World } from './world.ts';

export const signInBase = 'http://127.0.0.1:8080';
export const signInRedirect = `${signInBase}/sign-in/callback`;

/** A register with a few firms, a real provider, and a portal that signs in with it. */
export interface SignInWorld {
  readonly world: World;
  readonly oidc: OidcServer;
  /** Moved by tests; sessions end by it. */
  readonly clock: { now: Instant };
  portal(changed?: Partial<SignInOptions>): Portal;
  close(): Promise<void>;
}

export async function openSignInWorld(
  firms: readonly { readonly name: string; readonly code: string }[],
): Promise<SignInWorld> {
  const oidc = await startOidc({ redirect: signInRedirect });
  const header = '企业名称,统一社会信用代码,企业类型,成立日期,登记机关,登记状态';
  const rows = firms.map(
    ({ name, code }) => `${name},${code},有限责任公司,2015-03-02,望澜市市场监督管理局,存续`,
  );
  const text = [header, ...rows].join('\n');
  const world = await openWorld({
    today: day('2026-11-20'),
    edition: 'cn-2026',
    files: [{ name: 'registration.csv', item: 'registration', text }],
  });
  const clock = { now: world.system.clock() };
  return {
    ...{ world, oidc, clock },
    portal(changed = {}) {
      const { issuer, clientId, clientSecret } = oidc;
      const client = { clientId, clientSecret, redirect: signInRedirect, audience: oidcAudience };
      return createPortal({
        services: world.system.casework,
        registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
        clock: () => clock.now,
        signIn: {
          sessions: world.system.store.sessions,
          provider: openSignIn({ issuer, ...client }, () => Date.now()),
          secure: false,
          newId: () => base64url(randomBytes(32)),
          ...changed,
        },
      });
    },
    async close() {
      await world.close();
      await oidc.stop();
    },
  };
}
