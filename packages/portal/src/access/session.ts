import type { Sessions, SignInProvider, SignInReference } from '@credence/casework';
import { instant, type Instant, type Localised, type Refusal } from '@credence/domain';
import { sha256Hex } from '@credence/proof';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import type { PortalContext } from '../http/environment.ts';

export interface SessionLimits {
  /** A session that was not used for as long is over. */
  readonly idleMs: number;
  /** However much it is used, it is over then. */
  readonly longestMs: number;
}

/** Operator settings: half an hour without use, and a working day (ASVS V7.3, level 2). */
const defaultSessionLimits: SessionLimits = {
  idleMs: 30 * 60_000,
  longestMs: 9 * 60 * 60_000,
};

/** Use is noted this often: each request would be a write. */
const touchEveryMs = 60_000;

/** Someone a demonstration can act as. */
export interface DemoPersonLine {
  /** The demonstration's own name for the person, as the accounts have it. */
  readonly id: string;
  readonly name: Localised;
  readonly says: Localised;
}

type DemoAdmission = { readonly kind: 'admitted'; readonly who: SignInReference } | Refusal;

export interface SignInOptions {
  readonly sessions: Sessions;
  /** Absent: nobody can sign in with a provider. */
  readonly provider?: SignInProvider;
  /** Only where demonstration data is served to this machine alone. */
  readonly demo?: {
    readonly issuer: string;
    readonly people: readonly DemoPersonLine[];
    /** A pass for one who asks for herself; undefined for anyone who has an account. */
    readonly admit?: (id: string) => Promise<DemoAdmission | undefined>;
  };
  /** The portal is reached by https alone: cookies then never travel without. */
  readonly secure: boolean;
  /** 256 random bits as base64url. */
  readonly newId: () => string;
  readonly limits?: SessionLimits;
}

export interface OpenSession {
  readonly who: SignInReference;
  /** The token that every form of the signed-in person carries. */
  readonly csrf: string;
}

/** Sessions of the portal: the browser holds a random id, the store its hash. */
export interface PortalSessions {
  /** Whoever the request's cookie stands for, while the session lasts. */
  read(c: PortalContext): Promise<OpenSession | undefined>;
  /** A new session under a new id; the one before is over. */
  open(c: PortalContext, who: SignInReference): Promise<void>;
  close(c: PortalContext): Promise<void>;
}

/** What the routes of sign-in need beside the tools of every page. */
export interface SignInParts {
  readonly options: SignInOptions;
  readonly sessions: PortalSessions;
}

export function createPortalSessions(options: SignInOptions, clock: () => Instant): PortalSessions {
  const { sessions, secure, limits = defaultSessionLimits, newId } = options;
  const close = async (c: PortalContext): Promise<void> => {
    const id = idIn(c, secure);
    if (id === undefined) return;
    await sessions.close(sha256Hex(id));
    deleteCookie(c, cookieName, { path: '/', secure, ...prefix(secure) });
  };
  return {
    close,
    async read(c) {
      const id = idIn(c, secure);
      if (id === undefined) return undefined;
      const idHash = sha256Hex(id);
      const session = await sessions.find(idHash);
      if (session === undefined) return undefined;
      const now = clock();
      const { who, openedAt, seenAt } = session;
      if (now - seenAt > limits.idleMs || now - openedAt > limits.longestMs) {
        await sessions.close(idHash);
        return undefined;
      }
      if (now - seenAt > touchEveryMs) await sessions.touch(idHash, now);
      return { who, csrf: sha256Hex(`form of ${id}`) };
    },
    async open(c, who) {
      await close(c);
      const now = clock();
      const id = newId();
      await sessions.forget({
        seenBefore: instant(now - limits.idleMs),
        openedBefore: instant(now - limits.longestMs),
      });
      await sessions.open(sha256Hex(id), { who, openedAt: now, seenAt: now });
      setCookie(c, cookieName, id, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure,
        ...prefix(secure),
      });
    },
  };
}

const cookieName = 'credence';

/** `__Host-` in front: no other host of the domain can set the cookie, and none is sent it. */
function prefix(secure: boolean): { readonly prefix?: 'host' } {
  return secure ? { prefix: 'host' } : {};
}

function idIn(c: PortalContext, secure: boolean): string | undefined {
  const id = secure ? getCookie(c, cookieName, 'host') : getCookie(c, cookieName);
  return id !== undefined && /^[\w-]{43}$/.test(id) ? id : undefined;
}
