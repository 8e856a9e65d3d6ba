import { randomBytes } from 'node:crypto';

import type { BudgetAlarm, Denial } from '@credence/casework';
import {
  addressBehindProxy,
  createAdmission,
  createMetrics,
  defaultAdmission,
  watchEventLoop,
  type PortalOptions,
} from '@credence/portal';
import type { StoreEvent } from '@credence/store';

import { defaultLog, type Environment } from '../environment.ts';
import { skewSecondsMax, type System } from '../system.ts';
import type { Terminal } from '../terminal.ts';
import { createLog, type Log } from './log.ts';
import { readReadiness } from './readiness.ts';

/** The part of the portal's options that operations give. */
type PortalPart = Pick<PortalOptions, 'operations' | 'addressOf' | 'onDefect'>;

/** Logs, figures and readiness of one serving process. */
export interface RunningOperations {
  readonly log: Log;
  /** For the system, before it is open. */
  readonly onDenied: (denial: Denial) => void;
  readonly onAlarm: (alarm: BudgetAlarm) => void;
  readonly onStoreEvent: (event: StoreEvent) => void;
  /** For the portal, over the open system. */
  portalPart(system: System): PortalPart;
  stop(): void;
}

export function startOperations(environment: Environment, terminal: Terminal): RunningOperations {
  const log = createLog(environment.log ?? defaultLog, (text) => {
    terminal.err(text);
  });
  const eventLoop = watchEventLoop();
  const admission = createAdmission(defaultAdmission, () => eventLoop.lagMs());
  const late: { system?: System } = {};
  const metrics = createMetrics({
    admission,
    eventLoop,
    store: async () => {
      if (late.system === undefined) throw new Error('The figures were read before the start.');
      const { store, casework } = late.system;
      const { today } = await casework.clock();
      return store.health.figures(today);
    },
  });
  return {
    log,
    onDenied: (denial) => {
      metrics.denied(denial.operation);
      log.denied(denial);
    },
    onAlarm: (alarm) => {
      log.alarm(alarm);
    },
    onStoreEvent: (event) => {
      log.store(event);
    },
    portalPart(system) {
      late.system = system;
      const { dataFolder, metricsToken, behindProxy } = environment;
      return {
        onDefect: (error) => log.defect(error),
        ...(behindProxy === true ? { addressOf: addressBehindProxy } : {}),
        operations: {
          newRequestId: () => randomBytes(8).toString('hex'),
          onAnswer: (line) => {
            log.request(line);
          },
          metrics,
          admission,
          ...(metricsToken === undefined ? {} : { metricsToken }),
          readiness: () => readReadiness({ system, dataFolder, skewSecondsMax }),
        },
      };
    },
    stop: () => {
      eventLoop.stop();
      log.stopped();
    },
  };
}

/** What was set, without any value that is a secret or a place. */
export function settingsForLog(
  environment: Environment,
  serving: { readonly demo: boolean; readonly host: string },
): Readonly<Record<string, string | number | boolean>> {
  return {
    engine: environment.databaseUrl === undefined ? 'pglite' : 'postgresql',
    port: environment.port,
    loopback: /^(?:127\.|::1$|localhost$)/.test(serving.host),
    demo: serving.demo,
    ownerLogin: environment.ownerUrl !== undefined,
    eraserLogin: environment.eraserUrl !== undefined,
    metricsToken: environment.metricsToken !== undefined,
    behindProxy: environment.behindProxy === true,
    movedToday: environment.today !== undefined,
  };
}
