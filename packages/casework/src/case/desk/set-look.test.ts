import { civilDate, jsonOf, type PublicCreditRecord } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseAction } from '../../entry/case-payload.ts';
import type { Entry } from '../../port/journal.ts';
import { Play, firm, nation, officer, penalty } from '../case.test-support.ts';
import { setLook } from './set-look.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const on = civilDate('2026-05-29');
const granted: CaseAction = {
  ...{ kind: 'granted-on-pledge', caseId: 'P', on, by: officer },
  ...{ document: { number: '1' }, reason: '符合' },
};

function recordEntries(records: readonly PublicCreditRecord[]): readonly Entry[] {
  return records.map(
    (record, at) =>
      // As a journal gives them; nothing else of an entry is read here.
      ({
        ...{ home: 'h', stream: record.recordId, seq: 1, position: at + 1, id: record.recordId },
        ...{ kind: 'record@1', payload: jsonOf(record) },
      }) as unknown as Entry,
  );
}

/** The date that is set with the decision for a firm with these records. */
function lookFor(records: readonly PublicCreditRecord[]) {
  const play = new Play(records);
  const pledge = 'cn.food-business-licence';
  play.open('P', '2026-05-06', firm, { matter: { case: 'pledge', pledge, number: '1' } });
  const entries = recordEntries(records);
  return setLook({ home: 'h', action: granted, entries }, play.file('P'), play.world);
}

const clean = penalty({
  ...{ recordId: 'r1', item: 'registration', service: { kind: 'not-shown' } },
  facts: { legal_form: '有限责任公司', established: '2019-01-05', status: 'active' },
});

describe('the day to look after a decision on a pledge', () => {
  it('is set with the decision by the class of that day, and keeps nothing of the class', () => {
    const look = lookFor([clean]);
    expect(Object.keys(look ?? {}).sort()).toEqual(['by', 'caseId', 'dueOn', 'from', 'kind', 'on']);
    expect(look?.by).toBe(granted.by);
    const days = ['2026-06-29', '2026-07-29', '2026-08-29', '2026-11-29'];
    expect(days).toContain(look?.dueOn);
  });

  it('comes sooner for a firm with serious penalties in effect', () => {
    const serious = Array.from({ length: 3 }, (_, at) =>
      penalty({
        ...{ recordId: `p${String(at)}`, decidedOn: civilDate('2026-05-04') },
        takenInOn: civilDate('2026-05-06'),
        service: { kind: 'shown', on: civilDate('2026-05-05'), mode: 'in_person' },
      }),
    );
    const [sooner, later] = [lookFor([clean, ...serious])?.dueOn, lookFor([clean])?.dueOn];
    expect(sooner !== undefined && later !== undefined && sooner < later).toBe(true);
  });

  it('is set by no other act, and for nobody without a class', () => {
    const play = new Play([clean]);
    const opened = { kind: 'reviewed', caseId: 'P', on, by: officer } as const;
    const pledge = 'cn.food-business-licence';
    play.open('P', '2026-05-06', firm, { matter: { case: 'pledge', pledge, number: '1' } });
    const given = { home: 'h', entries: recordEntries([clean]) };
    expect(setLook({ ...given, action: opened }, play.file('P'), play.world)).toBe(undefined);
    const unknown = { home: 'h', entries: [], action: granted };
    expect(setLook(unknown, play.file('P'), play.world)).toBe(undefined);
  });
});
