import { randomBytes } from 'node:crypto';

import type { KnownPrincipal, Role } from '@credence/casework';
import { civilDate, daysBetween, type Localised } from '@credence/domain';
import { createPortal, serve } from '@credence/portal';
import { base64url } from '@credence/proof';

import { sharedContext } from '../../packages/cli/src/command/context.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import { codeOf, nameOf, penaltyFile, registrationFile } from './city-files.ts';
import { openMovingWorld, type MovingWorld } from './moving-world.ts';
import { testEngines } from './stores.ts';
import type { Said } from './town-people.ts';
import { market } from './world.ts';

/** A town whose days go by, served on this machine to people who sign in. */
export interface Town {
  readonly world: MovingWorld;
  readonly address: string;
  /** Lets the days go by until this one. */
  goTo(day: string): void;
  /** Runs a command inside the process that has the register open, and gives what it prints. */
  terminal(...args: readonly string[]): Promise<string>;
  homeOf(organisation: number): Promise<string>;
  close(): Promise<void>;
}

const firstDay = civilDate('2026-03-02');
const decided = '2026-02-10';
/** Known from its penalty alone: once that is gone, nobody finds it. */
const unregistered = 3;
const organisations = [1, 2, 3, 4, 5, 6, 7];

/** Number of the document of a penalty. */
export function penaltyNumber(of: number): string {
  return `望市监罚〔2026〕${String(of)}号`;
}

/** The record that is the seventh's, filed under the code of the sixth. */
export const strayNumber = penaltyNumber(62);
/** What a court has decided about the fifth. */
export const judgmentNumber = '（2026）望执5号';

/** How a point is answered, and the paper that does it. */
export const answering = (
  number: string,
  outcome: 'upheld' | 'refused',
  rest: Said = {},
): Said => ({
  write: {
    ...{ 'document.number': number, reason: '已逐点核对。', 'answers.1.text': '核对属实。' },
    ...rest.write,
  },
  ...(rest.choose === undefined ? {} : { choose: rest.choose }),
  tick: [['answers.1.outcome', outcome], ...(rest.tick ?? [])],
});

/** What a served paper is entered with. */
export const servedOn = (day: string, paper?: string): Said => ({
  write: { servedOn: day, proof: '送达回证' },
  choose: { mode: 'in_person', ...(paper === undefined ? {} : { paper }) },
});

const offices: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  justice: ['望澜市司法局', 'Wanglan Justice Bureau'],
  tax: ['望澜市税务局', 'Wanglan Tax Bureau'],
  court: ['望澜市人民法院', 'Wanglan Court'],
  higher_court: ['望澜市中级人民法院', 'Wanglan Higher Court'],
  audit_office: ['望澜市审计局', 'Wanglan Audit Office'],
};

/** Who signs in by which name; the last is an official who was lent to the other unit. */
const officials: readonly (readonly [id: string, name: string, agency: string, role: Role])[] = [
  ['officer', '王一', market, 'case_officer'],
  ['legal', '李二', market, 'legal_officer'],
  ['head', '陈三', market, 'head_of_authority'],
  ['reviewer', '郑六', 'justice', 'reviewer'],
  ['lent', '王一', 'justice', 'reviewer'],
  ['reader', '赵九', 'tax', 'case_officer'],
  ['judge', '宋十', 'court', 'enforcement_judge'],
  ['panel', '邵甲', 'court', 'collegial_panel'],
  ['president', '罗乙', 'court', 'court_president'],
  ['auditor', '南宫慎', 'audit_office', 'auditor'],
];

const issuer = 'urn:credence:test-town';
/** Longer than the town's days go by: nobody signs in twice. */
const decade = 10 * 366 * 86_400_000;
const noLimit = { burst: 1_000_000, perSecond: 1_000_000, addresses: 10 };

/** Opens the town on its first day with its files imported, its people known, its pages served. */
export async function openTown(): Promise<Town> {
  const [[, start] = []] = testEngines();
  if (start === undefined) throw new Error('There is an engine for tests.');
  const engine = await start();
  const world = await openMovingWorld(await engine.newPlace(), firstDay);
  await addOffices(world);
  await addFiles(world);
  const people = await addPeople(world);
  const portal = createPortal({
    services: world.system.casework,
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: world.clock,
    ...{ limit: noLimit, principalLimit: noLimit },
    signIn: {
      sessions: world.system.store.sessions,
      demo: { issuer, people },
      secure: false,
      newId: () => base64url(randomBytes(32)),
      limits: { idleMs: decade, longestMs: decade },
    },
  });
  const served = await serve({ app: portal, port: 0, hostname: '127.0.0.1' });
  if (served.kind !== 'listening') throw new Error(served.kind);
  return {
    world,
    address: served.url,
    goTo: (day) => {
      const days = daysBetween(world.today(), civilDate(day));
      if (days > 0) world.pass(days);
    },
    terminal: (...args) => runHere(world, args),
    homeOf: (organisation) => homeOf(world, codeOf(organisation)),
    close: async () => {
      await served.stop(0);
      await world.close();
      await engine.stop();
    },
  };
}

async function addOffices({ system }: MovingWorld): Promise<void> {
  const actor = { official: 'registrar', agency: market, role: 'registrar' };
  for (const [code, [zh, en]] of Object.entries(offices)) {
    const supplies = code === 'court' ? ['judgment_defaulter'] : [];
    await system.casework.addAgency({ code, name: { zh, en }, supplies, actor });
  }
}

async function addFiles(world: MovingWorld): Promise<void> {
  const registered = organisations.filter((of) => of !== unregistered);
  await world.import('registration', registrationFile(registered));
  const lines = [1, 2, 3, 4, 6].map((of) => ({ of, number: penaltyNumber(of), decided }));
  const stray = { of: 6, number: strayNumber, decided };
  const [header = '', ...rows] = penaltyFile([...lines, stray]).split('\n');
  // Only the first is in a field of the list of serious violations.
  const more = rows.map((row, at) => `${row},${at === 0 ? '食品' : ''},2026-01-05`);
  await world.import('penalty', [`${header},监管领域,违法行为终止日期`, ...more].join('\n'));
  const judgment = [
    '名称,统一社会信用代码,主体类别,文书号,事项,内容,作出日期,作出单位,送达日期,送达方式',
    [
      ...[nameOf(5), codeOf(5), '法人及非法人组织', judgmentNumber, '未履行生效法律文书'],
      ...['支付货款', decided, '望澜市人民法院', decided, '直接送达'],
    ].join(','),
  ];
  await world.import('judgment_defaulter', judgment.join('\n'), 'court');
}

interface Person {
  readonly id: string;
  readonly name: Localised;
  readonly says: Localised;
}

async function addPeople({ system }: MovingWorld): Promise<readonly Person[]> {
  const { casework } = system;
  const known: Person[] = [];
  const add = (id: string, name: string): void => {
    known.push({ id, name: { zh: name, en: name }, says: { zh: id, en: id } });
  };
  for (const [subject, name, agency, role] of officials) {
    const account = { kind: 'official', issuer, subject, name, agency, scopes: [] } as const;
    const outcome = await casework.addAccount(operator, { ...account, roles: [role] });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
    add(subject, name);
  }
  for (const of of organisations) {
    const who = {
      issuer,
      subject: `firm-${String(of)}`,
      name: `经办${'一二三四五六七'.charAt(of - 1)}`,
    };
    const outcome = await casework.grantMandate(operator, { ...who, code: codeOf(of) });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
    add(who.subject, who.name);
  }
  return known;
}

const operator: KnownPrincipal = {
  ...{ kind: 'operator', name: 'registrar', agency: market },
  role: 'registrar',
};

async function runHere(world: MovingWorld, args: readonly string[]): Promise<string> {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    ...{ cwd: world.folder, isTty: false, columns: 100 },
    language: 'en',
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  };
  const settings = { port: 1, dataFolder: world.folder };
  const exit = await runProgram(args, sharedContext(settings, terminal, world.system));
  if (exit !== 0) throw new Error(`${args.join(' ')}: ${said.err}`);
  return said.out;
}

async function homeOf({ system }: MovingWorld, value: string): Promise<string> {
  const found = await system.store.register.findByIdentifiers([{ scheme: 'uscc', value }]);
  const home = found.get(`uscc:${value}`);
  if (home === undefined) throw new Error(`Nobody has ${value}.`);
  return home;
}
