import { resolve } from 'node:path';

import type { DailyReads } from '@credence/casework';
import { parseCivilDate, type CivilDate, type Localised } from '@credence/domain';
import type { MailSettings, SignInSettings } from '@credence/exchange';
import { z } from 'zod';

import { readMailSettings } from './mail-settings.ts';

/** What the process was told by its surroundings, read once and handed down. */
export interface Environment {
  readonly port: number;
  /** Folder of the embedded database, keys and demo files. */
  readonly dataFolder: string;
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl?: string;
  /** Login of the owner, for migrations; only with `databaseUrl`. */
  readonly ownerUrl?: string;
  /** How the register calls itself on every page. */
  readonly registerName?: Localised;
  /** Login of the eraser; only with `databaseUrl`. */
  readonly eraserUrl?: string;
  /** A PEM of the signing key, or the path of one; absent: `keys` in the data folder. */
  readonly signingKey?: string;
  /** Largest file that is taken by the desk and the API. */
  readonly uploadBytesMax?: number;
  /** How long an upload waits for its second step. */
  readonly uploadKeepMs?: number;
  /** The provider that people and systems sign in with. */
  readonly oidc?: SignInSettings;
  /** The server that takes mail; absent: none is sent. */
  readonly mail?: MailSettings & { readonly link?: string };
  /** Code of the agency that keeps the register; its registrar grants mandates. */
  readonly registerAgency?: string;
  /** Public keys, base64url, whose Lab reports are accepted before a promulgation. */
  readonly labKeys?: readonly string[];
  /** How many organisations may be read a day beyond what is public. */
  readonly readBudget?: DailyReads;
  /** Moves `today` only, for demonstrations and tests. */
  readonly today?: CivilDate;
  /** What is logged and how; absent: everything from `info` on, as text. */
  readonly log?: LogSetting;
  /** Whoever has it may read `/metrics` from elsewhere. */
  readonly metricsToken?: string;
  /** A proxy in front adds the reader's address to `X-Forwarded-For`. */
  readonly behindProxy?: true;
}

export interface LogSetting {
  readonly level: (typeof logLevels)[number];
  readonly form: 'text' | 'json';
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export const defaultLog: LogSetting = { level: 'info', form: 'text' };

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port from 1 to 65535 is accepted')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, 'a port from 1 to 65535 is accepted');
const text = z.string().min(1);
const address = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'an address like postgres://login:password@host/database is accepted',
});

const wholeFrom1To = (max: number) => {
  const accepted = `a whole number from 1 to ${String(max)} is accepted`;
  return z
    .string()
    .regex(/^\d{1,6}$/, accepted)
    .transform(Number)
    .refine((number) => number >= 1 && number <= max, accepted);
};

const logAccepted = `one of ${logLevels.join(', ')}, or json, or both as in "info,json"`;
const log = z.string().transform((value, c): LogSetting => {
  const words = value.split(',').map((word) => word.trim());
  const level = logLevels.find((each) => words.includes(each)) ?? defaultLog.level;
  const known = words.every((word) => word === 'json' || logLevels.some((each) => each === word));
  if (!known) c.addIssue({ code: 'custom', message: `${logAccepted} is accepted` });
  return { level, form: words.includes('json') ? 'json' : 'text' };
});

const httpsAccepted = 'an https address is accepted, or http on this machine itself';
const httpsAddress = z.string().refine((value) => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}, httpsAccepted);

const Schema = z.object({
  CREDENCE_SMTP_HOST: text.optional(),
  CREDENCE_SMTP_PORT: port.optional(),
  CREDENCE_SMTP_SECURITY: z
    .enum(['tls', 'starttls', 'none'], 'tls, starttls, or none on this machine itself is accepted')
    .default('starttls'),
  CREDENCE_SMTP_FROM: z.email('an address such as register@example.org is accepted').optional(),
  CREDENCE_SMTP_USER: text.optional(),
  CREDENCE_SMTP_PASSWORD: text.optional(),
  CREDENCE_SMTP_LINK: httpsAddress.optional(),
  CREDENCE_OIDC_ISSUER: httpsAddress.optional(),
  CREDENCE_OIDC_CLIENT_ID: text.optional(),
  CREDENCE_OIDC_CLIENT_SECRET: text.optional(),
  CREDENCE_OIDC_REDIRECT: httpsAddress.optional(),
  CREDENCE_OIDC_AUDIENCE: text.default('urn:credence:api'),
  CREDENCE_OIDC_NUMBER_CLAIM: text.optional(),
  CREDENCE_REGISTER_AGENCY: text.optional(),
  CREDENCE_LAB_KEYS: z
    .string()
    .regex(/^[\w-]{43}(?:[ ,]+[\w-]{43})*$/, 'public Ed25519 keys in base64url are accepted')
    .optional(),
  CREDENCE_READS_PER_ACCOUNT: wholeFrom1To(100_000).default(200),
  CREDENCE_READS_PER_AGENCY: wholeFrom1To(100_000).default(1_000),
  CREDENCE_LOG: log.optional(),
  CREDENCE_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/, 'at least 16 visible characters are accepted')
    .optional(),
  CREDENCE_PROXY: z.literal(['0', '1'], 'accepted is 1 behind a proxy, or 0').optional(),
  CREDENCE_PORT: port.default(8080),
  CREDENCE_DATA: text.default('./data'),
  DATABASE_URL: address.optional(),
  CREDENCE_OWNER_URL: address.optional(),
  CREDENCE_ERASER_URL: address.optional(),
  CREDENCE_REGISTER_ZH: text.optional(),
  CREDENCE_REGISTER_EN: text.optional(),
  CREDENCE_SIGNING_KEY: text.optional(),
  CREDENCE_UPLOAD_MAX_MIB: wholeFrom1To(4_096).optional(),
  CREDENCE_UPLOAD_KEEP_MINUTES: wholeFrom1To(10_080).optional(),
  CREDENCE_CLOCK: text
    .refine((value) => parseCivilDate(value) !== undefined, 'a day as YYYY-MM-DD is accepted')
    .optional(),
});

/** Settings whose value is never repeated, not even when it is wrong. */
const secrets: ReadonlySet<string> = new Set([
  'CREDENCE_OIDC_CLIENT_SECRET',
  'CREDENCE_METRICS_TOKEN',
  'CREDENCE_SMTP_PASSWORD',
]);

export type EnvironmentOutcome =
  | { readonly kind: 'read'; readonly environment: Environment }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** Reads the environment; every fault names the variable, what it holds and what is accepted. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): EnvironmentOutcome {
  // An empty variable is an absent one: that is what `NAME=` in a settings file means.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Schema.safeParse(given);
  if (!parsed.success) {
    return {
      kind: 'refused',
      faults: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const shown = secrets.has(name) ? '(not shown)' : (given[name] ?? '');
        return `${name} is "${shown}": ${issue.message}`;
      }),
    };
  }
  const { data } = parsed;
  const oidc = signInSettings(data);
  if (oidc.kind === 'refused') return oidc;
  const mail = readMailSettings(data);
  if (mail.kind === 'refused') return mail;
  const name = {
    ...(data.CREDENCE_REGISTER_ZH === undefined ? {} : { zh: data.CREDENCE_REGISTER_ZH }),
    ...(data.CREDENCE_REGISTER_EN === undefined ? {} : { en: data.CREDENCE_REGISTER_EN }),
  };
  const uploads = uploadSettings(data);
  const today = data.CREDENCE_CLOCK === undefined ? undefined : parseCivilDate(data.CREDENCE_CLOCK);
  return {
    kind: 'read',
    environment: Object.freeze({
      port: data.CREDENCE_PORT,
      dataFolder: resolve(data.CREDENCE_DATA),
      ...(Object.keys(name).length === 0 ? {} : { registerName: name }),
      ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
      ...(data.CREDENCE_OWNER_URL === undefined ? {} : { ownerUrl: data.CREDENCE_OWNER_URL }),
      ...(data.CREDENCE_ERASER_URL === undefined ? {} : { eraserUrl: data.CREDENCE_ERASER_URL }),
      ...uploads,
      ...(oidc.settings === undefined ? {} : { oidc: oidc.settings }),
      ...(mail.settings === undefined ? {} : { mail: mail.settings }),
      ...(data.CREDENCE_REGISTER_AGENCY === undefined
        ? {}
        : { registerAgency: data.CREDENCE_REGISTER_AGENCY }),
      ...(data.CREDENCE_LAB_KEYS === undefined
        ? {}
        : { labKeys: data.CREDENCE_LAB_KEYS.split(/[ ,]+/) }),
      readBudget: {
        perAccount: data.CREDENCE_READS_PER_ACCOUNT,
        perAgency: data.CREDENCE_READS_PER_AGENCY,
      },
      ...(today === undefined ? {} : { today }),
      ...operationSettings(data),
    }),
  };
}

function uploadSettings(
  data: z.output<typeof Schema>,
): Pick<Environment, 'signingKey' | 'uploadBytesMax' | 'uploadKeepMs'> {
  const {
    CREDENCE_SIGNING_KEY: signingKey,
    CREDENCE_UPLOAD_MAX_MIB: mebibytes,
    CREDENCE_UPLOAD_KEEP_MINUTES: minutes,
  } = data;
  return {
    ...(signingKey === undefined ? {} : { signingKey }),
    ...(mebibytes === undefined ? {} : { uploadBytesMax: mebibytes * 1_048_576 }),
    ...(minutes === undefined ? {} : { uploadKeepMs: minutes * 60_000 }),
  };
}

function operationSettings(
  data: z.output<typeof Schema>,
): Pick<Environment, 'log' | 'metricsToken' | 'behindProxy'> {
  const { CREDENCE_LOG: level, CREDENCE_METRICS_TOKEN: metricsToken, CREDENCE_PROXY: proxy } = data;
  return {
    ...(level === undefined ? {} : { log: level }),
    ...(metricsToken === undefined ? {} : { metricsToken }),
    ...(proxy === '1' ? { behindProxy: true as const } : {}),
  };
}

/** The provider is known by four settings together; some without the others are a mistake. */
function signInSettings(
  data: z.output<typeof Schema>,
):
  | { readonly kind: 'settings'; readonly settings?: SignInSettings }
  | Extract<EnvironmentOutcome, { readonly kind: 'refused' }> {
  const {
    CREDENCE_OIDC_ISSUER: issuer,
    CREDENCE_OIDC_CLIENT_ID: clientId,
    CREDENCE_OIDC_CLIENT_SECRET: clientSecret,
    CREDENCE_OIDC_REDIRECT: redirect,
    CREDENCE_OIDC_AUDIENCE: audience,
    CREDENCE_OIDC_NUMBER_CLAIM: numberClaim,
  } = data;
  if (issuer && clientId && clientSecret && redirect) {
    const settings = { issuer, clientId, clientSecret, redirect, audience };
    return {
      kind: 'settings',
      settings: { ...settings, ...(numberClaim === undefined ? {} : { numberClaim }) },
    };
  }
  if (!issuer && !clientId && !clientSecret && !redirect) return { kind: 'settings' };
  const missing = Object.entries({
    CREDENCE_OIDC_ISSUER: issuer,
    CREDENCE_OIDC_CLIENT_ID: clientId,
    CREDENCE_OIDC_CLIENT_SECRET: clientSecret,
    CREDENCE_OIDC_REDIRECT: redirect,
  }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return {
    kind: 'refused',
    faults: missing.map(
      (name) => `${name} is missing: sign-in needs all four CREDENCE_OIDC settings`,
    ),
  };
}
