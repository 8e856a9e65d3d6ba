import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { AccountRow } from '../../port/register.ts';
import { desks, listed, nation, officer, firm, approver } from '../case.test-support.ts';
import { actsForParty, openDossier } from './dossier.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const person = (account: string, role: string, until?: string): AccountRow => ({
  ...{ home: 'a', account, kind: 'official', name: account, agency: desks.own, roles: [role] },
  from: civilDate('2020-01-01'),
  ...(until === undefined ? {} : { until: civilDate(until) }),
});
const agencies = [{ home: 'a', code: desks.own, name: { zh: '市场监管局' } }];

describe('the dossier of a case', () => {
  const today = civilDate('2024-03-01');

  it('counts who may sit in each seat today, a deputy under another office included', () => {
    const play = listed();
    const file = play.files.get('L');
    if (file === undefined) throw new Error('There is a listing.');
    const people = [
      person('one', 'case_officer'),
      person('two', 'legal_officer'),
      person('gone', 'head_of_authority', '2024-02-01'),
    ];
    const offices = { agencies, accounts: new Map([[desks.own, people]]) };
    const { seats } = openDossier(officer, file, {
      ...{ home: 'h', world: play.world, today, offices },
    });
    const counts = seats.map(({ part, officials }) => [part, officials]);
    expect(counts.slice(0, 3)).toEqual([
      ['officer', 1],
      ['reviewer', 1],
      ['approver', 0],
    ]);
    // Of an agency whose people the register does not keep, nothing is claimed.
    expect(seats.find(({ part }) => part === 'superior')).toEqual({
      ...{ part: 'superior', agency: desks.superior },
    });
  });

  it('offers each what his own seat may do, and says why not', () => {
    const play = listed();
    const file = play.files.get('L');
    if (file === undefined) throw new Error('There is a listing.');
    const offices = { agencies, accounts: new Map() };
    const asked = { home: 'h', world: play.world, today, offices };
    const acts = (hand: Parameters<typeof openDossier>[0]) =>
      openDossier(hand, file, asked).forms.map(({ act }) => act);
    expect(acts(officer)).toEqual(expect.arrayContaining(['stayed', 'removed']));
    expect(acts(firm)).not.toContain('removed');
    expect(acts(approver)).not.toContain('removed');
    const duty = openDossier(officer, file, asked).forms.find(({ act }) => act === 'duty-open');
    expect(duty?.refused.map(({ code }) => code)).toEqual(['case-no-open-duty']);
  });

  it('keeps the steps inside the office from a party until the decision is served', () => {
    const play = listed();
    const file = play.files.get('L');
    if (file === undefined) throw new Error('There is a listing.');
    const before = { ...file, actions: file.actions.slice(0, -1) };
    const kinds = (of: typeof file) => actsForParty(of).map(({ kind }) => kind);
    expect(kinds(before)).not.toEqual(expect.arrayContaining(['drafted']));
    expect(kinds(file)).toEqual(expect.arrayContaining(['drafted', 'reviewed', 'approved']));
  });
});
