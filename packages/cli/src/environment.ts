import { resolve } from 'node:path';

import { parseCivilDate, type CivilDate, type Localised } from '@credence/domain';
import { z } from 'zod';

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
  /** Moves `today` only, for demonstrations and tests. */
  readonly today?: CivilDate;
}

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

const Schema = z.object({
  CREDENCE_PORT: port.default(8080),
  CREDENCE_DATA: text.default('./data'),
  DATABASE_URL: address.optional(),
  CREDENCE_OWNER_URL: address.optional(),
  CREDENCE_ERASER_URL: address.optional(),
  CREDENCE_REGISTER_ZH: text.optional(),
  CREDENCE_REGISTER_EN: text.optional(),
  CREDENCE_CLOCK: text
    .refine((value) => parseCivilDate(value) !== undefined, 'a day as YYYY-MM-DD is accepted')
    .optional(),
});

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
        return `${name} is "${given[name] ?? ''}": ${issue.message}`;
      }),
    };
  }
  const { data } = parsed;
  const name = {
    ...(data.CREDENCE_REGISTER_ZH === undefined ? {} : { zh: data.CREDENCE_REGISTER_ZH }),
    ...(data.CREDENCE_REGISTER_EN === undefined ? {} : { en: data.CREDENCE_REGISTER_EN }),
  };
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
      ...(today === undefined ? {} : { today }),
    }),
  };
}
