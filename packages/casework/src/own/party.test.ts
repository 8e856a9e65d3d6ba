import { jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { desks, nation, notice, served, told } from '../case/case.test-support.ts';
import { courtListing, courtNotice } from '../case/court.test-support.ts';
import {
  application,
  codes,
  creditor,
  debtor,
  judge,
  openTown,
  person,
  speaks,
  stepsIn,
  type PartyTown,
} from './party-town.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

let town: PartyTown;
beforeEach(async () => {
  town = await openTown();
});
const { act, must, applied, listed, partiesOf } = stepsIn(() => town);

describe('a creditor at its own desk', () => {
  it('asks a court by the number of its judgment, and finds the case on its desk alone', async () => {
    const caseId = await applied();
    const lines = await partiesOf(speaks.creditor, creditor);
    expect(lines).toMatchObject([{ caseId, as: 'creditor', subject: { name: '欠款公司' } }]);
    // Before its notice the debtor is told nothing, and a stranger never.
    expect((await town.cases.viewCase(speaks.debtor, caseId)).kind).toBe('not-found');
    expect((await town.cases.viewCase(speaks.stranger, caseId)).kind).toBe('refused');
    const seen = await town.cases.viewCase(speaks.creditor, caseId);
    const by = { kind: 'party', as: 'creditor', name: '债权公司' };
    expect(seen).toMatchObject({ view: { readers: [], actions: [{ kind: 'opened', by }] } });
  });

  it('learns nothing of a debtor from an application that fits no judgment', async () => {
    town.at('2024-01-09');
    const answers = [];
    for (const wrong of [{ judgment: '(2024)望执2号' }, { debtor: '91999999MA3K7T2X9Z' }]) {
      const said = { ...application, ...wrong };
      const asked = { principal: speaks.creditor, home: creditor, said };
      const outcome = await town.own.applyForListing(asked);
      if (outcome.kind === 'refused') answers.push(...outcome.problems.map(({ code }) => code));
    }
    expect(answers).toEqual(['case-target-missing', 'case-target-missing']);
  });

  it('names who is above the debtor out of the register, and writes nobody in', async () => {
    town.at('2024-01-09');
    const form = await town.own.viewListingForm(speaks.creditor, creditor);
    const fields = form.kind === 'found' ? form.view.fields : [];
    const superior = fields.find(({ name }) => name === 'superior');
    expect(superior).toMatchObject({ kind: 'choice', required: false });
    expect(superior?.options?.map(({ code }) => code)).toEqual(['higher_court']);
    const asked = { principal: speaks.creditor, home: creditor };
    const free = { ...application, superior: '望澜市财政局' };
    expect(await town.own.applyForListing({ ...asked, said: free })).toMatchObject({
      ...{ kind: 'refused', problems: [{ code: 'case-superior-missing' }] },
    });
    const chosen = { ...application, superior: 'higher_court' };
    const outcome = await town.own.applyForListing({ ...asked, said: chosen });
    if (outcome.kind !== 'lodged') throw new Error(JSON.stringify(outcome));
    const seen = await town.cases.viewCase(speaks.creditor, outcome.caseId);
    expect(JSON.stringify(seen)).toContain('"superior":"上级法院"');
  });

  it('reads a decision once the debtor has it, consents to deletion, and objects', async () => {
    const caseId = await applied();
    await listed(caseId);
    const kinds = async () => {
      const seen = await town.cases.viewCase(speaks.creditor, caseId);
      return seen.kind === 'found' ? seen.view.actions.map(({ kind }) => kind) : [];
    };
    expect(await kinds()).toContain('approved');
    const consent = { kind: 'release-consented', proof: '书面同意' };
    await must('2024-03-01', speaks.creditor, caseId, consent);
    const refusedOnes = { kind: 'duty-performed', proof: '—' };
    expect((await act('2024-03-01', speaks.creditor, caseId, refusedOnes)).kind).toBe('refused');
    const target = { kind: 'case', caseId } as const;
    const said = { points: [{ text: '列入期限写错了。', evidence: [] }] } as const;
    const objection = { home: creditor, target, choice: 'wrong', ...said } as const;
    const lodged = await town.own.lodge({ principal: speaks.creditor, ...objection });
    if (lodged.kind !== 'lodged') throw new Error(JSON.stringify(lodged));
    // Sent twice it is one case; on the creditor's desk stand both.
    const again = await town.own.lodge({ principal: speaks.creditor, ...objection });
    expect(again).toMatchObject({ caseId: lodged.caseId });
    const ids = (await partiesOf(speaks.creditor, creditor)).map((line) => line.caseId);
    expect(ids).toEqual([lodged.caseId, caseId]);
    const door = await town.own.viewDoor(speaks.creditor, { home: creditor, target });
    const closed = door.kind === 'found' ? door.view.routes : [];
    expect(closed.find(({ choice }) => choice === 'put-right')?.refused).toMatchObject([
      { code: 'case-not-yours' },
    ]);
  });

  it('is shown to the debtor as another party that looked, and not as itself', async () => {
    const caseId = await applied();
    await listed(caseId);
    await town.cases.viewCase(speaks.creditor, caseId);
    const subject = { by: 'id', id: debtor } as const;
    const usage = await town.access.findUsage(speaks.debtor, subject, { offset: 0, limit: 50 });
    const roles = usage.kind === 'found' ? usage.view.accesses.map(({ role }) => role) : [];
    expect(roles).toContain('creditor');
    expect(roles).not.toContain('representative');
  });

  it('and to be told which case somebody looked at, once it may know of it', async () => {
    const caseId = await applied();
    const looks = async () => {
      const subject = { by: 'id', id: debtor } as const;
      const usage = await town.access.findUsage(speaks.debtor, subject, { offset: 0, limit: 50 });
      return usage.kind === 'found' ? usage.view.accesses : [];
    };
    const auditor = person('审一', 'auditor', 'audit');
    await town.cases.viewCase(judge, caseId);
    const early = await looks();
    expect(early.some(({ fields }) => fields.includes('case'))).toBe(true);
    expect(JSON.stringify(early)).not.toContain(caseId);
    await listed(caseId);
    expect((await town.cases.viewCase(auditor, caseId)).kind).toBe('found');
    const line = (await looks()).find(({ role }) => role === 'auditor');
    expect(line).toMatchObject({ purpose: 'oversight', fields: ['case'], caseId });
  });

  it('gets the case on its desk where a court names it by its code, and never by its name', async () => {
    town.at('2024-01-09');
    const opens = async (given: object) => {
      const matter = courtListing(given);
      const content = jsonOf({ desks: { own: 'court', review: 'higher_court' }, matter });
      const subject = { by: 'id', id: debtor } as const;
      return town.cases.openCase({ principal: judge, subject, content });
    };
    const unknown = await opens({ creditorCode: '91999999MA3K7T2X9Z' });
    expect(unknown).toMatchObject({ problems: [{ code: 'subject-not-found' }] });
    await opens({});
    expect(await partiesOf(speaks.creditor, creditor)).toEqual([]);
    town = await openTown();
    town.at('2024-01-09');
    const opened = await opens({ creditorCode: codes[creditor] });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    // What a court is only thinking of is its own.
    expect(await partiesOf(speaks.creditor, creditor)).toEqual([]);
    await must('2024-01-10', judge, opened.caseId, courtNotice);
    expect(await partiesOf(speaks.creditor, creditor)).toMatchObject([{ as: 'creditor' }]);
  });
});

describe('the other organisation of two', () => {
  const basis = ['go-2020-49#item-8'];
  const document = { number: '望核〔2024〕1号' };
  const officer = person('王一', 'case_officer', 'market');

  type Does = 'split' | 'merge';
  async function opens(does: Does): Promise<string> {
    town.at('2024-01-09');
    const records = { split: ['p2'], merge: ['j1', 'p2'] }[does];
    const matter = {
      ...{ case: 'identity', does, other: creditor, records, basis },
      ...{ reason: '代码填写有误。', evidence: ['处罚案卷'] },
    };
    const opened = await town.cases.openCase({
      ...{ principal: officer, subject: { by: 'id', id: debtor } },
      content: jsonOf({ desks, matter }),
    });
    if (opened.kind !== 'recorded') throw new Error(JSON.stringify(opened));
    return opened.caseId;
  }

  const servedTo = (paper: string, servedOn: string) => ({
    ...{ kind: 'served', paper, mode: 'in_person', servedOn, proof: '送达回证' },
  });

  const inbox = async () => {
    const found = await town.own.viewOwnDesk(speaks.creditor, creditor);
    return found.kind === 'found' ? found.view.inbox : [];
  };

  const both: readonly Does[] = ['split', 'merge'];
  it.each(both)(
    'of a %s finds its notice, is heard until its last day, and appeals',
    async (does) => {
      const caseId = await opens(does);
      expect((await town.cases.viewCase(speaks.creditor, caseId)).kind).toBe('refused');
      await must('2024-01-10', officer, caseId, { ...notice, measures: [] });
      await must('2024-01-11', officer, caseId, served('notice', '2024-01-11'));
      await must('2024-01-15', officer, caseId, servedTo('notice-to-other', '2024-01-15'));
      const due = { on: '2024-01-22' };
      expect(await inbox()).toMatchObject([
        { kind: 'notice', as: 'other-subject', asks: 'state', due },
      ]);
      const place = (await inbox())[0]?.place ?? -1;
      await town.own.openDocument(speaks.creditor, { home: creditor, caseId, place });
      expect(await inbox()).toMatchObject([{ openedOn: '2024-01-15' }]);
      const target = { kind: 'case', caseId } as const;
      const said = { points: [{ text: '该处罚不是我司的。', evidence: [] }] } as const;
      const at = { principal: speaks.creditor, home: creditor, target, ...said } as const;
      expect(await town.own.lodge({ ...at, choice: 'disagree' })).toMatchObject({ caseId });
      const answers = [{ point: 1, text: '案卷足以认定。', outcome: 'refused' }];
      const draft = { document, basis, reason: '核实', answers, measures: [], told };
      await must('2024-01-25', officer, caseId, { kind: 'drafted', ...draft });
      const head = person('陈三', 'head_of_authority', 'market');
      await must('2024-01-26', head, caseId, { kind: 'approved' });
      await must('2024-01-29', officer, caseId, served('decision', '2024-01-29'));
      // The other's service is not its own: it reads the decision once it has it in hand itself.
      expect((await inbox()).map(({ kind }) => kind)).toEqual(['notice']);
      await must('2024-01-30', officer, caseId, servedTo('decision-to-other', '2024-01-30'));
      expect((await inbox()).map(({ kind }) => kind)).toContain('decision');
      // So does the first, in the same words and whatever is left in its file: each has its own case.
      const first = { ...at, principal: speaks.debtor, home: debtor } as const;
      expect((await town.own.lodge({ ...first, choice: 'someone-else' })).kind).toBe('lodged');
      const appeal = await town.own.lodge({ ...at, choice: 'someone-else' });
      if (appeal.kind !== 'lodged') throw new Error(JSON.stringify(appeal));
      const ids = (await partiesOf(speaks.creditor, creditor)).map((line) => line.caseId);
      expect(ids).toEqual([appeal.caseId, caseId]);
    },
  );
});
