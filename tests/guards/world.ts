import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CaseOutcome, Credential, KnownPrincipal, Role } from '@credence/casework';
import { civilDate, instant, makeUscc, type Instant, type JsonValue } from '@credence/domain';
import type { Portal } from '@credence/portal';
import type pg from 'pg';

import { startOperations } from '../../packages/cli/src/operations/start-operations.ts';
import { openSystem, type System } from '../../packages/cli/src/system.ts';
import { codeOf } from '../support/city-files.ts';
import type { FormBrowser } from '../support/form-browser.ts';
import { promulgateAll } from '../support/law-folder.ts';
import { startCluster, type Database } from '../support/postgres.ts';
import { market } from '../support/world.ts';
import { answerOf, saidOf } from './answers.ts';
import { openFiles } from './brought.ts';
import {
  address,
  createGuardPortal,
  formOf,
  issuer,
  machine,
  openBrowser,
  signIn,
} from './doors.ts';
import { openSql, type SqlAnswer } from './sql.ts';

/** An office that decides appeals, and has nothing else to say at the market authority's desk. */
export const justice = makeUscc({
  ...{ department: '1', category: '1', region: '999999', body8: 'MB000002' },
});
/** The first day: everything is brought in on it. */
export const firstDay = '2024-01-08';

/** Who attacks, and who does the same thing lawfully. Nobody has more than the first. */
const people = {
  /** Every office of one authority in one hand: the strongest that an account can be. */
  strongest: {
    agency: market,
    roles: ['data_officer', 'registrar', 'case_officer', 'legal_officer', 'head_of_authority'],
  },
  officer: { agency: market, roles: ['case_officer'] },
  legal: { agency: market, roles: ['legal_officer'] },
  head: { agency: market, roles: ['head_of_authority'] },
  deputy: { agency: market, roles: ['head_of_authority'] },
  /** The same at another authority. */
  stranger: {
    agency: justice,
    roles: ['data_officer', 'registrar', 'case_officer', 'legal_officer', 'head_of_authority'],
  },
  strangersOfficer: { agency: justice, roles: ['case_officer'] },
  strangersLegal: { agency: justice, roles: ['legal_officer'] },
  strangersHead: { agency: justice, roles: ['head_of_authority'] },
  auditor: { agency: justice, roles: ['auditor'] },
} as const satisfies Readonly<
  Record<string, { readonly agency: string; readonly roles: readonly Role[] }>
>;
export type Person = keyof typeof people | 'representative' | 'machine';

/** A register on a PostgreSQL server with its portal, its log, and every door an attacker has. */
export interface GuardWorld {
  readonly system: System;
  readonly portal: Portal;
  readonly database: Database;
  /** Whom the doors know under that name. */
  who(person: Person): KnownPrincipal;
  /** The page or the answer for somebody who has signed in; absent: for anyone. */
  get(path: string, person?: Exclude<Person, 'machine'>): Promise<Response>;
  /** Sends a form from our own page, with the token of its session. */
  post(
    path: string,
    form: readonly (readonly [string, string])[],
    person: Exclude<Person, 'machine'>,
  ): Promise<Response>;
  /** A system's request with its token. */
  api(
    path: string,
    init?: {
      readonly method?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response>;
  /** SQL in a session of a role that is not the owner's; what is done is taken back. */
  sql(statement: string, role?: 'app' | 'eraser'): Promise<SqlAnswer>;
  /** The same, and it is kept: somebody has got hold of the application's login. */
  tamper(statement: string): Promise<string>;
  /** A session of his own, with all homes named; ended with the test. */
  intruder(): Promise<pg.Client>;
  /** What the superuser sees. */
  look(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Everything written down so far by the process and by the server, line by line. */
  logged(): { readonly process: readonly string[]; readonly server: string };
  /** Home of an organisation by its number, and the record a file brought. */
  home(of: number): Promise<string>;
  record(of: number, number?: string): Promise<string>;
  import(item: string, text: string): Promise<void>;
  /** The decision behind the record of an organisation is annulled. */
  annul(of: number): Promise<void>;
  openCase(person: Person, of: number, content: JsonValue): Promise<CaseOutcome>;
  /**
   * A step in a case, from its page where the portal has one, else by the use case itself. Says
   * `granted`, or the code that is looked for among all that it is refused for.
   */
  act(person: Person, step: CaseStep, wanted?: string): Promise<string>;
  /** The same by the use case alone, whatever the pages offer. */
  tell(person: Person, step: CaseStep, wanted?: string): Promise<string>;
  passTo(day: string): void;
  close(): Promise<void>;
}

export interface CaseStep {
  readonly caseId: string;
  readonly act: string;
  readonly content: JsonValue;
}

/** Opens it with both Chinese editions in force and the accounts of everyone above. */
export async function openGuardWorld(given: {
  /** The organisations that the representative speaks for. */
  readonly represented: readonly number[];
  readonly files: Files;
  /** Whose Lab reports count. */
  readonly labKey: string;
}): Promise<GuardWorld> {
  const root = mkdtempSync(join(tmpdir(), 'credence-guards-'));
  const cluster = await startCluster();
  const database = await cluster.createDatabase();
  const lines: string[] = [];
  const clock = { now: instant(Date.parse(`${firstDay}T04:00:00Z`)) };
  const ticking = (): Instant => (clock.now = instant(clock.now + 1));
  const { system, operations } = await openWatched(database, {
    ...{ root, clock: ticking, labKey: given.labKey },
    say: (text) => void lines.push(text),
  });
  const portal = createGuardPortal(system, ticking, {
    everyone,
    operations: operations.portalPart(system),
  });
  const doors = openDoors(portal);
  const known = new Map<Person, KnownPrincipal>();

  const who = (person: Person): KnownPrincipal => {
    const principal = known.get(person);
    if (principal === undefined) throw new Error(`Nobody is ${person}.`);
    return principal;
  };
  const sql = openSql(database);
  const brought = openFiles(system, { root, look: sql.look });
  const steps = openSteps({ system, portal, post: doors.post, who });
  const world: GuardWorld = {
    system,
    portal,
    database,
    who,
    ...doors.ways,
    ...sql,
    logged: () => ({ process: lines, server: cluster.serverLog() }),
    ...brought,
    ...steps,
    passTo: (day) => {
      clock.now = instant(Math.max(clock.now, Date.parse(`${day}T04:00:00Z`)));
      // No session lasts that long.
      doors.shut();
    },
    close: async () => {
      await system.close();
      operations.stop();
      await cluster.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  await fill(world, known, given);
  return world;
}

/** The ways in by HTTP; who has signed in stays so until the doors are shut. */
function openDoors(portal: Portal) {
  const browsers = new Map<string, Promise<FormBrowser>>();
  const signedIn = (person: string): Promise<FormBrowser> => {
    const open = browsers.get(person) ?? signIn(portal, person);
    browsers.set(person, open);
    return open;
  };
  const post: GuardWorld['post'] = async (path, form, person) => {
    const browser = await signedIn(person);
    return browser.post(path, [['csrf', await browser.csrf()], ...form]);
  };
  const ways: Pick<GuardWorld, 'get' | 'post' | 'api'> = {
    get: async (path, person) =>
      (person === undefined ? openBrowser(portal) : await signedIn(person)).get(path),
    post,
    api: async (path, init = {}) =>
      portal.fetch(
        new Request(new URL(path, address), {
          ...init,
          headers: { authorization: 'Bearer a.b.c', ...init.headers },
        }),
      ),
  };
  return { ways, post, shut: () => browsers.clear() };
}

/** The register as a serving process opens it, with what it writes down. */
async function openWatched(
  database: Database,
  given: {
    readonly root: string;
    readonly clock: () => Instant;
    readonly labKey: string;
    readonly say: (text: string) => void;
  },
) {
  const { root, clock, labKey, say } = given;
  const environment = {
    ...{ port: 1, dataFolder: root, databaseUrl: database.url, ownerUrl: database.ownerUrl },
    eraserUrl: database.eraserUrl,
    labKeys: [labKey],
    log: { level: 'info', form: 'json' } as const,
  };
  const operations = startOperations(environment, {
    ...{ cwd: root, language: 'en', isTty: false, columns: 80 },
    out: () => undefined,
    err: say,
  });
  const { onDenied, onAlarm, onStoreEvent } = operations;
  const system = await openSystem(environment, {
    ...{ clock, onDenied, onAlarm, onStoreEvent, registerAgency: market },
  });
  return { system, operations };
}

/** Steps in cases, each by its page where the portal has one. */
function openSteps(
  world: Pick<GuardWorld, 'system' | 'portal' | 'post' | 'who'>,
): Pick<GuardWorld, 'openCase' | 'act' | 'tell'> {
  const { system, portal, post, who } = world;
  const tell: GuardWorld['tell'] = async (person, step, wanted) =>
    saidOf(await system.casework.actInCase({ principal: who(person), ...step }), wanted);
  return {
    tell,
    openCase: (person, of, content) =>
      system.casework.openCase({
        principal: who(person),
        subject: { by: 'code', code: codeOf(of) },
        content,
      }),
    act: async (person, step, wanted) => {
      const isPage = portal.routes.some(({ path }) => path === casePage);
      if (person === 'machine' || !isPage) return tell(person, step, wanted);
      const path = `/desk/cases/${step.caseId}/${step.act}`;
      return answerOf(await post(path, formOf(step.content), person), wanted);
    },
  };
}

const casePage = '/desk/cases/:id/:act';

const everyone = [...Object.keys(people), 'representative'];
/** The accounts of everyone, and the law they act under. */
async function fill(
  world: GuardWorld,
  known: Map<Person, KnownPrincipal>,
  given: { readonly represented: readonly number[]; readonly files: Files },
): Promise<void> {
  await promulgateAll(world.system, civilDate(firstDay));
  const { casework } = world.system;
  const operator: KnownPrincipal = {
    ...{ kind: 'operator', name: 'root', agency: market, role: 'registrar' },
  };
  const actor = { official: 'root', agency: market, role: 'registrar' };
  const supplies = ['registration', 'administrative_penalty', 'administrative_licence'];
  const agencies = [
    {
      ...{ code: market, name: { zh: '望澜市市场监督管理局' }, supplies },
      acts: ['market_supervision'],
    },
    { code: justice, name: { zh: '望澜市司法局' }, supplies: ['administrative_licence'] },
  ];
  for (const agency of agencies) must(await casework.addAgency({ ...agency, actor }));
  for (const [item, text] of given.files) await world.import(item, text);
  for (const [subject, { agency, roles }] of Object.entries(people)) {
    const account = { kind: 'official', agency, name: subject, issuer, subject } as const;
    must(await casework.addAccount(operator, { ...account, roles, scopes: [] }));
  }
  must(
    await casework.addAccount(operator, {
      ...{ kind: 'machine', agency: market, name: 'system', ...machine },
      ...{ roles: [], scopes: ['intake', 'export'] },
    }),
  );
  const subject = 'representative';
  for (const of of given.represented) {
    must(
      await casework.grantMandate(operator, { code: codeOf(of), name: subject, issuer, subject }),
    );
  }
  const doors: readonly (readonly [Person, Credential])[] = [
    ...everyone.map((name): [Person, Credential] => [
      // The list holds these names alone.
      name as Person,
      { by: 'sign-in', issuer, subject: name },
    ]),
    ['machine', { by: 'token', ...machine, scopes: ['intake', 'export'] }],
  ];
  for (const [person, credential] of doors) {
    const outcome = await casework.principalOf(credential);
    if (outcome.kind === 'refused') throw new Error(`${person}: ${outcome.problem.code}`);
    known.set(person, outcome.principal);
  }
}

function must(outcome: { readonly kind: string }): void {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
}

/** Files of official columns by the word of their item. */
export type Files = readonly (readonly [item: string, text: string])[];
