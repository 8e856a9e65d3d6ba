import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { describeProblem } from '@credence/domain';
import { createPortal, serve } from '@credence/portal';
import { listenForCommands } from '@credence/store';
import type { Command } from 'commander';
import { pino } from 'pino';

import { openSystem, wallClock, type System } from '../system.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import { sharedContext, type Context } from './context.ts';
import { demoDefaults, demoRegisterName, fillDemo } from './demo.ts';
import { remoteTerminal } from '../remote.ts';

/** Runs a command line that came through the socket; handed in, since that is the whole program. */
export type Run = (args: readonly string[], context: Context) => Promise<number>;

interface Served {
  readonly context: Context;
  readonly system: System;
  readonly host: string;
  readonly run: Run;
  readonly demo: boolean;
}

/** `credence serve`: the portal, until it is told to stop. */
export function addServeCommand(program: Command, context: Context, run: Run): void {
  program
    .command('serve')
    .description('serve the portal and the API')
    .option('--demo', 'fill an empty data folder with the demo city first')
    .option(
      '--demo-organisations <number>',
      'size of the demo city',
      String(demoDefaults.organisations),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (options: { demo?: true; demoOrganisations: string; host: string }) => {
      const { environment, terminal } = context;
      const system = await openSystem(environment);
      try {
        if (options.demo === true) {
          await fillDemo(sharedContext(environment, terminal, system), system.casework, {
            folder: join(environment.dataFolder, 'demo'),
            organisations: Number(options.demoOrganisations),
            seed: demoDefaults.seed,
          });
        }
        await serveUntilStopped({
          context,
          system,
          host: options.host,
          run,
          demo: options.demo === true,
        });
      } finally {
        await system.close();
      }
    });
}

async function serveUntilStopped({ context, system, host, run, demo }: Served): Promise<void> {
  const { environment, terminal } = context;
  const portal = createPortal({
    services: system.casework,
    registerName: environment.registerName ?? (demo ? demoRegisterName : plainRegisterName),
    clock: wallClock,
    onDefect: noteDefect,
  });
  const server = await serve({
    app: portal,
    port: environment.port,
    hostname: host,
    setting: 'CREDENCE_PORT',
  });
  if (server.kind === 'port-taken') {
    const { title, detail, todo } = describeProblem(server.problem, terminal.language);
    throw new CommandRefusal(`${title}. ${detail} ${todo}`, exits.defect);
  }
  const owner =
    environment.databaseUrl === undefined
      ? await listenForCommands(environment.dataFolder, (command) => {
          const remote = remoteTerminal(command);
          return run(remote.args, sharedContext(environment, remote.terminal, system));
        })
      : undefined;
  line(terminal, `Credence: ${server.url}/  (English: /en/)`);
  await stopSignal();
  await owner?.close();
  await server.stop();
}

const plainRegisterName = { zh: '公共信用登记', en: 'Public Credit Register' };

const log = pino({ name: 'credence' }, pino.destination(2));

/** A defect is written down with a reference; the reader gets the reference and nothing else. */
function noteDefect(error: unknown): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, 'a request ended in a defect');
  return reference;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
