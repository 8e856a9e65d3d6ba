import { join } from 'node:path';

import { demoRegisterAgency } from '@credence/demo';
import { demoRegions } from '@credence/demo/region';
import { describeProblem } from '@credence/domain';
import { createRegionNames } from '@credence/exchange';
import { bodiesWithFiles, createPortal, serve } from '@credence/portal';
import { listenForCommands } from '@credence/store';

import { sharedContext, type Context } from '../command/context.ts';
import { demoDefaults, demoRegisterName, fillDemo } from '../command/demo.ts';
import { fillDemoConsultations } from '../command/demo-consult.ts';
import { fillDemoContracts } from '../command/demo-contracts.ts';
import { fillDemoDuties } from '../command/demo-duties.ts';
import { fillDemoLife } from '../command/demo-life.ts';
import { fillDemoDraws } from '../command/demo-draws.ts';
import { fillDemoVisits } from '../command/demo-visits.ts';
import { fillDemoEvaluations } from '../command/demo-evaluations.ts';
import { fillDemoCases, fillDemoCrowd } from '../command/demo-cases.ts';
import { fillDemoPeople } from '../command/demo-people.ts';
import { keepDownloads } from '../keep-downloads.ts';
import { keepWorking } from '../keep-working.ts';
import { localEditions } from '../local-editions.ts';
import { remoteTerminal } from '../remote.ts';
import { runWork } from '../run-work.ts';
import { signInOf } from '../sign-in.ts';
import { openSystem, type System } from '../system.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import { settingsForLog, startOperations, type RunningOperations } from './start-operations.ts';

/** Runs a command line that came through the socket; handed in, since that is the whole program. */
export type Run = (args: readonly string[], context: Context) => Promise<number>;

export interface ServeOptions {
  readonly demo?: true;
  readonly demoOrganisations: string;
  readonly host: string;
}

interface Served {
  readonly context: Context;
  readonly system: System;
  readonly operations: RunningOperations;
  readonly host: string;
  readonly run: Run;
  readonly demo: boolean;
}

/** Opens the register and serves it until the process is told to stop. */
export async function serveRegister(
  context: Context,
  options: ServeOptions,
  run: Run,
): Promise<void> {
  const { environment, terminal } = context;
  const operations = startOperations(environment, terminal);
  const { onDenied, onAlarm, onStoreEvent } = operations;
  const system = await openSystem(environment, {
    ...{ onDenied, onAlarm, onStoreEvent },
    ...(options.demo === true ? { registerAgency: demoRegisterAgency } : {}),
  });
  try {
    if (options.demo === true) {
      const folder = join(environment.dataFolder, 'demo');
      const today = context.today('Asia/Shanghai');
      const { seed } = demoDefaults;
      const organisations = Number(options.demoOrganisations);
      const shared = sharedContext(environment, terminal, system);
      await fillDemo(shared, system.casework, { folder, organisations, seed });
      await fillDemoPeople(system.casework, { language: terminal.language, today });
      await fillDemoCases(system, { folder, terminal, today });
      await fillDemoCrowd(system, { folder, terminal, today, organisations, seed });
      await fillDemoContracts(system, { folder, terminal, today });
      await fillDemoDuties(system, { folder, terminal, today });
      await fillDemoLife(system, { folder, terminal, today });
      await fillDemoConsultations(system, { folder, terminal, today });
      await fillDemoDraws(system, { folder, terminal, today });
      await fillDemoVisits(system, { folder, terminal, today });
      await fillDemoEvaluations(system, { folder, terminal });
    }
    await serveUntilStopped({
      context,
      system,
      operations,
      host: options.host,
      run,
      demo: options.demo === true,
    });
  } finally {
    await system.close();
    operations.stop();
  }
}

async function serveUntilStopped(served: Served): Promise<void> {
  const { context, system, operations, host, run, demo } = served;
  const { environment, terminal } = context;
  const signIn = await signInOf(environment, system, { demo, host });
  const portal = createPortal({
    ...(signIn === undefined ? {} : { signIn }),
    services: system.casework,
    registerName: environment.registerName ?? (demo ? demoRegisterName : plainRegisterName),
    clock: system.clock,
    regionName: createRegionNames(demo ? demoRegions : []),
    bodies: bodiesWithFiles(environment.uploadBytesMax),
    ...operations.portalPart(system),
  });
  // The key stands in the journal before anything is signed with it.
  await system.casework.enterSigningKey();
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
  operations.log.started(settingsForLog(environment, { demo, host }));
  line(terminal, `Credence: ${server.url}/  (English: /en/)`);
  localEditions().catch((error: unknown) => {
    operations.log.defect(error);
  });
  const downloads = keepDownloads(system.casework, (error) => operations.log.defect(error));
  const work = keepWorking(
    () => runWork(system, context, entriesPerStep),
    (error) => operations.log.defect(error),
  );
  await stopSignal();
  await work.stop();
  await downloads.stop();
  await owner?.close();
  await server.stop();
}

/** Entries and due days that one step of the work takes on: a fraction of a second. */
const entriesPerStep = 100;

const plainRegisterName = { zh: '公共信用登记', en: 'Public Credit Register' };

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
