import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened } from '../../entry/case-payload.ts';
import type { AccountRow } from '../../port/register.ts';
import {
  approver,
  desks,
  firm,
  listed,
  nation,
  notice,
  officer,
  penalty,
  platform,
  Play,
  served,
} from '../case.test-support.ts';
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
    const forms = openDossier(officer, file, asked).forms;
    const lifting = forms.find(({ act }) => act === 'stay-lifted');
    expect(lifting?.refused.map(({ code }) => code)).toEqual(['case-nothing-to-lift']);
    // What the law of this list does not know is not there at all.
    for (const act of ['duty-open', 'grace-given', 'release-found', 'superior-told']) {
      expect(forms.map((form) => form.act)).not.toContain(act);
    }
  });

  it('bears the title of what a case is about, not of the clock by which it is answered', () => {
    const play = listed();
    const points = [{ text: '认定有误' }];
    const target = { kind: 'record', recordId: 'p1' } as const;
    const matter = { case: 'objection', target, clock: 'dispute.credence', points } as const;
    play.open('O', '2024-02-07', firm, { matter });
    const { title, record, card } = openDossier(officer, play.file('O'), {
      ...{ home: 'h', world: play.world, today },
      offices: { agencies, accounts: new Map() },
    });
    expect(card?.kind).toBe('clock');
    expect(title).toEqual(record?.item);
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

  it('says of each point whose it is: what a creditor claims is none of its debtor’s words', () => {
    const bureau = penalty({ subject: { ...penalty().subject, kind: 'public_body' } });
    const play = new Play([bureau]);
    const amount = { amount: 100_000, currency: 'CNY' };
    const supplier = { kind: 'party', as: 'creditor', name: '供货公司' } as const;
    const matter: CaseOpened['matter'] = {
      ...{ case: 'payment-complaint', clock: 'complaint.payment', creditor: '供货公司' },
      ...{ contract: '望采〔2026〕1号', deliveredOn: civilDate('2026-01-05') },
      ...{ dueOn: civilDate('2026-02-04'), amount, points: [{ text: '未付款' }] },
    };
    play.open('P', '2026-03-02', supplier, { matter });
    play.must('P', '2026-03-03', platform, { kind: 'checked', finding: '转交' });
    play.must('P', '2026-03-04', officer, { kind: 'accepted' });
    play.must('P', '2026-03-05', officer, { ...notice, measures: [] });
    play.must('P', '2026-03-06', officer, served('notice', '2026-03-06'));
    play.must('P', '2026-03-10', firm, { kind: 'stated', points: [{ text: '验收未完' }] });
    const { points } = openDossier(officer, play.file('P'), {
      ...{ home: 'h', world: play.world, today: civilDate('2026-03-11') },
      offices: { agencies, accounts: new Map() },
    });
    expect(points).toMatchObject([
      { text: '未付款', said: 'creditor' },
      { text: '验收未完', said: 'subject' },
    ]);
  });
});
