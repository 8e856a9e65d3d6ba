import { civilDayAt, type CivilDate } from '@credence/domain';

import type { Environment } from '../environment.ts';
import { openSystem, wallClock, type System } from '../system.ts';
import type { Terminal } from '../terminal.ts';

/** What a command has at hand. */
export interface Context {
  readonly terminal: Terminal;
  readonly environment: Environment;
  /** The civil day in a zone, by the wall clock or as the settings move it. */
  today(zone: string): CivilDate;
  /** Runs work over the open system; opens and closes it where no server holds it. */
  withSystem<T>(work: (system: System) => Promise<T>): Promise<T>;
}

export function ownContext(environment: Environment, terminal: Terminal): Context {
  return {
    environment,
    terminal,
    today: todayOf(environment),
    withSystem: async (work) => {
      const system = await openSystem(environment);
      try {
        return await work(system);
      } finally {
        await system.close();
      }
    },
  };
}

/** Inside a running server commands use the system that is open; it stays open after them. */
export function sharedContext(
  environment: Environment,
  terminal: Terminal,
  system: System,
): Context {
  return {
    environment,
    terminal,
    today: todayOf(environment),
    withSystem: (work) => work(system),
  };
}

function todayOf(environment: Environment): (zone: string) => CivilDate {
  return (zone) => environment.today ?? civilDayAt(wallClock(), zone);
}
