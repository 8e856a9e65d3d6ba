import { randomBytes } from 'node:crypto';

import type { BudgetAlarm, Denial } from '@credence/casework';
import type { RequestLine } from '@credence/portal';
import type { StoreEvent } from '@credence/store';
import { pino, type DestinationStream } from 'pino';

import type { LogSetting } from '../environment.ts';
import { toLogText } from './log-text.ts';
import { describeDefect } from './describe-defect.ts';

/**
 * What the process writes down. Each kind of line has a fixed list of fields, none of which is text
 * that came from a reader or a file, so that no name, code, query or address can get into a log.
 */
export interface Log {
  started(facts: Readonly<Record<string, string | number | boolean>>): void;
  stopped(): void;
  request(line: RequestLine): void;
  denied(denial: Denial): void;
  /** Someone wanted to read more than a day's budget; accounts are ids of ours, not names. */
  alarm(alarm: BudgetAlarm): void;
  store(event: StoreEvent): void;
  /** Writes a defect down and gives the reference that its reader is shown. */
  defect(error: unknown): string;
}

export function createLog(setting: LogSetting, write: (text: string) => void): Log {
  const stream: DestinationStream = {
    write: (line: string) => {
      write(setting.form === 'json' ? line : toLogText(line));
    },
  };
  const log = pino(
    {
      level: setting.level,
      // Neither the name of the machine nor anything else that pino adds by itself.
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
  return {
    started: (facts) => {
      log.info(facts, 'started');
    },
    stopped: () => {
      log.info('stopped');
    },
    request: ({ requestId, method, route, status, ms, principal }) => {
      const fields = { requestId, method, route, status, ms, principal };
      if (status >= 500) log.warn(fields, 'request');
      else log.info(fields, 'request');
    },
    denied: ({ operation, principal, resource, purpose, why, problems }) => {
      const listed = problems === undefined ? {} : { problems: problems.join(' ') };
      log.warn({ operation, principal, resource, purpose, why, ...listed }, 'denied');
    },
    alarm: ({ account, agency, by, limit }) => {
      log.error({ account, agency, by, limit }, 'read budget spent');
    },
    store: (event) => {
      const { kind, ...facts } = event;
      if (isRecovery(event)) log.info(facts, kind);
      else log.error(facts, kind);
    },
    defect: (error) => {
      const reference = randomBytes(4).toString('hex');
      log.error({ reference, ...describeDefect(error) }, 'defect');
      return reference;
    },
  };
}

function isRecovery({ kind }: StoreEvent): boolean {
  switch (kind) {
    case 'store-back':
    case 'disk-has-room':
    case 'clock-right':
      return true;
    case 'store-lost':
    case 'thread-restarted':
    case 'disk-full':
    case 'writing-stopped':
    case 'clock-skew':
      return false;
  }
}
