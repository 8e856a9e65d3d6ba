import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { LifeOutcome, LifeView, SubjectView } from '@credence/casework';
import { describeProblem, type JsonValue } from '@credence/domain';
import { Option, type Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';

interface Signed {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
}

const words = {
  zh: {
    none: '没有登记事项变动。',
    unknown: (code: string) => `没有代码为 ${code} 的单位。`,
    form: '文件不是 JSON。',
    stands: '已经登记。',
    waiting: (id: string) => `已经录入，等待第二人确认：${id}`,
    refused: '已经退回。',
    inherited: (name: string, records: number) => `原单位 ${name} 的记录 ${records} 条`,
  },
  en: {
    none: 'Nothing was written down of its life.',
    unknown: (code: string) => `No organisation has the code ${code}.`,
    form: 'The file is no JSON.',
    stands: 'It is on the register.',
    waiting: (id: string) => `It waits for a second official: ${id}`,
    refused: 'It was sent back.',
    inherited: (name: string, records: number) => `${records} records of the predecessor ${name}`,
  },
} as const;

/** `credence life`: what happened to an organisation, and what is written down of it. */
export function addLifeCommands(program: Command, context: Context): void {
  const life = program.command('life').description('events in the life of organisations');
  life
    .command('show')
    .description('what an organisation is, what happened to it, and what passed to it')
    .argument('<code>', 'its unified code, or one it had before')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action((code: string, options: { readonly format: string }) => show(context, code, options));
  const signed = (command: Command): Command =>
    command
      .requiredOption('--agency <code>', 'the office that does so')
      .requiredOption('--official <name>', 'who does so')
      .option('--role <role>', 'in which office', 'data_officer');
  signed(
    life
      .command('enter')
      .description('write an event down; where records are at stake it waits for a second name')
      .argument('<code>', 'unified code of the organisation')
      .argument('<file>', 'a JSON file: event, effectiveOn and what the event needs'),
  ).action((code: string, file: string, by: Signed) => enter(context, { code, file, by }));
  signed(
    life
      .command('confirm')
      .description('the second name under an event, or --refuse')
      .argument('<event>', 'id of the event')
      .option('--refuse', 'it shall not be')
      .option('--reason <text>', 'why'),
  ).action((eventId: string, by: Signed & Settled) => settle(context, eventId, by));
}

interface Settled {
  readonly refuse?: true;
  readonly reason?: string;
}

async function show(
  context: Context,
  code: string,
  { format }: { readonly format: string },
): Promise<void> {
  const { terminal } = context;
  const say = words[terminal.language];
  await context.withSystem(async ({ casework }) => {
    const found = await casework.viewSubject({ by: 'code', code });
    if (found.kind !== 'found') throw new CommandRefusal(say.unknown(code));
    const { life, inherited = [] } = found.view;
    if (format === 'json') {
      line(terminal, JSON.stringify({ life, inherited }, undefined, 2));
      return;
    }
    if (life === undefined) line(terminal, say.none);
    else printLife(terminal, life);
    for (const { predecessor, records } of inherited satisfies SubjectView['inherited'] & object) {
      line(terminal, say.inherited(predecessor.name, records.length));
    }
  });
}

function printLife(terminal: Terminal, { status, since, until, events }: LifeView): void {
  line(terminal, [status, since, until].filter((each) => each !== undefined).join(' '));
  for (const { event, effectiveOn, before, after, predecessor, successors } of events) {
    const others = [predecessor, ...successors].flatMap((party) => party?.name ?? []);
    const change = [before, after].filter((each) => each !== undefined).join(' → ');
    line(terminal, [effectiveOn, event, change, ...others].filter(Boolean).join('  '));
  }
}

async function enter(
  context: Context,
  given: { readonly code: string; readonly file: string; readonly by: Signed },
): Promise<void> {
  const { terminal } = context;
  const { code, file, by } = given;
  const said = readSaid(terminal, resolve(terminal.cwd, file));
  await context.withSystem(async ({ casework }) => {
    const principal = operatorOf(by);
    answer(terminal, await casework.enterLifeEvent({ principal, code, said }));
  });
}

async function settle(context: Context, eventId: string, by: Signed & Settled): Promise<void> {
  const { terminal } = context;
  const { refuse, reason } = by;
  await context.withSystem(async ({ casework }) => {
    const outcome = await casework.settleLifeEvent({
      ...{ principal: operatorOf(by), eventId },
      act: refuse === true ? 'refuse' : 'confirm',
      ...(reason === undefined ? {} : { reason }),
    });
    answer(terminal, outcome);
  });
}

function operatorOf({ official, agency, role }: Signed) {
  return { kind: 'operator', name: official, agency, role } as const;
}

function readSaid(terminal: Terminal, path: string): JsonValue {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as JsonValue;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new CommandRefusal(`${words[terminal.language].form} ${why}`, exits.wrongUse);
  }
}

function answer(terminal: Terminal, outcome: LifeOutcome): void {
  const say = words[terminal.language];
  if (outcome.kind === 'refused') {
    const said = outcome.problems.map((each) => describeProblem(each, terminal.language).detail);
    throw new CommandRefusal(said.join('\n'));
  }
  const { state, eventId } = outcome;
  line(terminal, state === 'waiting' ? say.waiting(eventId) : say[state]);
}
