import { earlier, type CivilDate } from '@credence/domain';

import { CaseworkError } from '../casework-error.ts';
import {
  dutyDemandedKind,
  dutyFiledKind,
  dutyRemindedKind,
  isDutyDemanded,
  isDutyFiled,
  isDutyReminded,
  type DutyDemandedPayload,
  type DutyFiledPayload,
} from '../entry/duty-payload.ts';
import type { Entry } from '../port/journal.ts';

/** What was filed for one year, campaign or branch: the newest word, and when the first came. */
export interface Filing {
  readonly newest: DutyFiledPayload;
  readonly firstOn: CivilDate;
  /** Days on which something was filed, in order. */
  readonly days: readonly CivilDate[];
}

/** A demand for what was not filed in time, and the day on which it was filed after all. */
export interface OpenDuty {
  readonly demand: DutyDemandedPayload;
  readonly performedOn?: CivilDate;
}

/** What the entries of a home say of its duties to report. */
export interface DutiesState {
  /** By duty and key; in the order in which they were first filed. */
  readonly filings: ReadonlyMap<string, Filing>;
  /** Reminders given, each as `duty key days`. */
  readonly reminded: ReadonlySet<string>;
  readonly demands: readonly OpenDuty[];
}

export function dutyKey({ duty, key }: { readonly duty: string; readonly key: string }): string {
  return `${duty} ${key}`;
}

/**
 * Folds the duties of a home. What was erased says nothing.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldDuties(entries: readonly Entry[]): DutiesState {
  const filings = new Map<string, Filing>();
  const reminded = new Set<string>();
  const demands: DutyDemandedPayload[] = [];
  for (const entry of entries) {
    const { kind, payload } = entry;
    if (payload === undefined || !kind.startsWith('duty-')) continue;
    if (kind === dutyFiledKind && isDutyFiled(payload)) {
      const known = filings.get(dutyKey(payload));
      filings.set(dutyKey(payload), {
        newest: payload,
        firstOn: known === undefined ? payload.on : earlier(known.firstOn, payload.on),
        days: [...(known?.days ?? []), payload.on],
      });
    } else if (kind === dutyRemindedKind && isDutyReminded(payload)) {
      reminded.add(`${dutyKey(payload)} ${String(payload.before)}`);
    } else if (kind === dutyDemandedKind && isDutyDemanded(payload)) {
      demands.push(payload);
    } else if (inSubject.has(kind.split('@')[0] ?? '')) {
      const place = `${kind} at position ${entry.position}`;
      throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
    }
  }
  return {
    filings,
    reminded,
    demands: demands.map((demand) => {
      const performedOn = filings.get(dutyKey(demand))?.firstOn;
      return { demand, ...(performedOn === undefined ? {} : { performedOn }) };
    }),
  };
}

const inSubject: ReadonlySet<string> = new Set(['duty-filed', 'duty-reminded', 'duty-demanded']);
