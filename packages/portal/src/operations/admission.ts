/**
 * How much a request may be put off when there is too much to do.
 *
 * `own`: health, signing in, an organisation's look at its own records. Never refused here.
 * `reading`: pages of one organisation and of its records. Refused last.
 * `ordinary`: search, lists, rules, downloads. Refused first.
 */
export type Lane = 'own' | 'reading' | 'ordinary';

export interface AdmissionRule {
  /** Requests of the lane that may be answered at the same time. */
  readonly ordinary: number;
  readonly reading: number;
  /** Milliseconds the event loop may lag behind before ordinary requests come one at a time. */
  readonly lagMs: number;
  /** Seconds after which a refused client is asked to come back. */
  readonly retryAfterSeconds: number;
}

/**
 * Operator settings. The store has ten connections (`store/connection/postgresql.ts`): three times
 * as many ordinary requests keep it busy, more would only wait and make the others wait. Half a
 * second of lag is half of what a look at one's own records may take (R19).
 */
export const defaultAdmission: AdmissionRule = {
  ordinary: 30,
  reading: 120,
  lagMs: 500,
  retryAfterSeconds: 5,
};

export type Admitted =
  | { readonly kind: 'admitted'; readonly leave: () => void }
  | { readonly kind: 'shed'; readonly retryAfterSeconds: number };

export interface Admission {
  enter(lane: Lane): Admitted;
  inFlight(): Readonly<Record<Lane, number>>;
}

/** A bounded gate: what it lets in it counts until it has left; what it refuses costs nothing. */
export function createAdmission(rule: AdmissionRule, lagMs: () => number): Admission {
  const inFlight: Record<Lane, number> = { own: 0, reading: 0, ordinary: 0 };

  function isFull(lane: Lane): boolean {
    switch (lane) {
      case 'own':
        return false;
      case 'reading':
        return inFlight.reading >= rule.reading;
      case 'ordinary':
        // One always gets in: a lag that other work of the machine has made, or the start of this
        // process, is no reason to refuse the only reader there is.
        return inFlight.ordinary >= Math.min(rule.ordinary, lagMs() > rule.lagMs ? 1 : Infinity);
    }
  }

  return {
    inFlight: () => ({ ...inFlight }),
    enter(lane) {
      if (isFull(lane)) return { kind: 'shed', retryAfterSeconds: rule.retryAfterSeconds };
      inFlight[lane] += 1;
      let inside = true;
      return {
        kind: 'admitted',
        leave: () => {
          if (inside) inFlight[lane] -= 1;
          inside = false;
        },
      };
    },
  };
}

/** Paths of the lane that is never refused, each with everything below it. */
const ownPaths: readonly string[] = [
  '/health',
  '/ready',
  '/metrics',
  '/api/v1/health',
  '/api/v1/usage',
  '/sign-in',
  '/sign-out',
  '/desk/own',
  '/desk/who-looked',
];

const oneOrganisation = /^(?:\/api\/v1)?\/organisations\/[^/]+/;

/** The lane of a path; a language before it changes nothing. */
export function laneOf(path: string): Lane {
  const plain = path.startsWith('/en/') ? path.slice('/en'.length) : path;
  if (ownPaths.some((own) => plain === own || plain.startsWith(`${own}/`))) return 'own';
  if (/\.(?:css|svg|js)$/.test(plain) && !plain.includes('/', 1)) return 'own';
  return oneOrganisation.test(plain) ? 'reading' : 'ordinary';
}
