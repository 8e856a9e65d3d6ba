import { instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import type { ReplayTimes } from '../reading/read-past.ts';
import { codeOf, penaltyRow } from '../town.test-support.ts';
import {
  createDesk,
  importRows,
  li,
  matterView,
  officialOf,
  onlyMatter,
  openMatters,
  publicAnswer,
  reason,
  settle,
  wang,
} from './matter.test-support.ts';

const changed = penaltyRow(1, { CF_NR_FK: '2' });

async function desk() {
  const town = await createDesk();
  await importRows(town, 'penalty', [changed]);
  return { town, casework: town.casework, matterId: await onlyMatter(town.casework) };
}

describe('a row with other content for a document of the register', () => {
  it('waits at the desk whole, and the public sees nothing of it', async () => {
    const { casework, matterId, town } = await desk();
    const view = await matterView(casework, matterId);
    expect(view).toMatchObject({
      kind: 'conflict',
      state: 'open',
      agency: 'town_office',
      subject: { name: '望澜第1商行', code: codeOf(1) },
      document: '望市监罚〔2026〕1号',
    });
    const differing = view.fields.filter(({ differs }) => differs);
    expect(differing.map(({ field }) => field)).toEqual(['fine']);
    expect(differing[0]?.held?.value).toEqual({ amount: 500_000, currency: 'CNY' });
    expect(differing[0]?.stated?.value).toEqual({ amount: 2_000_000, currency: 'CNY' });
    expect(await publicAnswer(casework, 1)).not.toContain('2000000');
    const [opened] = town.store.entries.filter(({ kind }) => kind === 'matter-opened@1');
    expect(opened?.payload).toMatchObject({ record: { facts: { violation_type: '虚假宣传' } } });
  });

  it('is filed once, however often the same content is supplied', async () => {
    const { town, casework } = await desk();
    await importRows(town, 'penalty', [changed]);
    await importRows(town, 'penalty', [changed, penaltyRow(2)]);
    expect(await openMatters(casework)).toHaveLength(1);
  });

  it('is erased with the record it would be', async () => {
    const { town } = await desk();
    const entries = town.store.appended.filter(({ kind }) => kind.startsWith('matter-'));
    expect(entries.map(({ eraseOn }) => eraseOn)).toEqual(['2031-03-02']);
  });

  it('takes the place of the old statement when two officials say so', async () => {
    const { casework, matterId, town } = await desk();
    const outcome = await settle(casework, matterId, 'take');
    expect(outcome).toMatchObject({ kind: 'recorded', state: 'closed', result: 'corrected' });
    expect(await publicAnswer(casework, 1)).toContain('2000000');
    expect(await publicAnswer(casework, 1)).toContain('"correctedHereOn":"2026-05-04"');
    expect(await publicAnswer(casework, 1)).not.toContain('500000,');
    const statements = town.store.entries.filter(
      ({ kind, payload }) => kind === 'record@1' && JSON.stringify(payload).includes('〔2026〕1号'),
    );
    expect(statements).toHaveLength(2);
    expect(statements[1]?.stream).toBe(statements[0]?.stream);
    expect(statements[1]?.supersedes).toBe(statements[0]?.id);
    expect(await openMatters(casework)).toEqual([]);
    const again = await importRows(town, 'penalty', [changed]);
    expect(again).toMatchObject({ kind: 'accepted', report: { known: 1, recorded: 0 } });
  });

  it('leaves both statements to whoever may replay what was known', async () => {
    const town = await createDesk();
    const { casework } = town;
    const before = (await town.store.journal.head()).position;
    await importRows(town, 'penalty', [penaltyRow(1, { CF_WFXW: '价格欺诈' })]);
    await settle(casework, await onlyMatter(casework), 'take');
    const replayed = async (times: ReplayTimes) => {
      const subject = { by: 'code', code: codeOf(1) } as const;
      const auditor: KnownPrincipal = {
        ...{ kind: 'official', account: 'zhao', name: '赵六', agency: 'town_office' },
        roles: ['auditor'],
      };
      const found = await casework.replaySubject(auditor, subject, times, 'oversight');
      if (found.kind !== 'found') throw new Error(JSON.stringify(found));
      const penalties = found.view.records.filter(({ number }) => number !== undefined);
      return penalties.map(({ heading }) => heading?.value);
    };
    expect(await replayed({})).toEqual(['价格欺诈']);
    town.store.journal.positionAt = () => Promise.resolve(before);
    expect(await replayed({ knownAt: instant(0) })).toEqual(['虚假宣传']);
  });

  it('is dropped when two officials keep the old statement, and not asked again', async () => {
    const { casework, matterId, town } = await desk();
    const before = await publicAnswer(casework, 1);
    expect(await settle(casework, matterId, 'keep')).toMatchObject({ result: 'kept' });
    expect(await publicAnswer(casework, 1)).toBe(before);
    await importRows(town, 'penalty', [changed, penaltyRow(2)]);
    expect(await openMatters(casework)).toEqual([]);
  });
});

describe('the second name', () => {
  it('is never the one that proposed, by account or by name', async () => {
    const { casework, matterId } = await desk();
    const step = { matterId, choice: 'take', reason, basis: ['town-act#art-1'] };
    await casework.proposeMatter({ principal: wang, ...step });
    const renamed = { ...officialOf('王 一', 'head_of_authority'), account: 'another' };
    const operator = {
      kind: 'operator',
      name: '王一',
      agency: 'town_office',
      role: 'head',
    } as const;
    for (const principal of [wang, renamed, operator]) {
      const refused = await casework.decideMatter({ principal, matterId, verdict: 'agree' });
      expect(refused).toMatchObject({ problem: { code: 'second-person-needed' } });
    }
    expect(await matterView(casework, matterId)).toMatchObject({
      ownProposal: true,
      may: { propose: false, decide: false },
    });
    expect(await matterView(casework, matterId, li)).toMatchObject({
      ownProposal: false,
      may: { propose: false, decide: true },
    });
    const outcome = await casework.decideMatter({ principal: li, matterId, verdict: 'agree' });
    expect(outcome).toMatchObject({ kind: 'recorded', result: 'corrected' });
  });

  it('may decline with a reason, and the matter is open again', async () => {
    const { casework, matterId } = await desk();
    await casework.proposeMatter({ principal: wang, matterId, choice: 'take', reason, basis: [] });
    const silent = await casework.decideMatter({ principal: li, matterId, verdict: 'decline' });
    expect(silent).toMatchObject({ kind: 'refused', problem: { code: 'text-length' } });
    await casework.decideMatter({ principal: li, matterId, verdict: 'decline', reason });
    const view = await matterView(casework, matterId);
    expect(view.state).toBe('open');
    expect(view.steps.map(({ kind }) => kind)).toEqual(['proposed', 'declined']);
  });

  it('decides once: of two deciders of one state the later is told that it has moved on', async () => {
    const { casework, matterId, town } = await desk();
    await casework.proposeMatter({ principal: wang, matterId, choice: 'take', reason, basis: [] });
    const chen = officialOf('陈三', 'legal_officer');
    const outcomes = await Promise.all(
      [li, chen].map((principal) =>
        casework.decideMatter({ principal, matterId, verdict: 'agree' }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
    const closed = town.store.entries.filter(({ kind }) => kind === 'matter-closed@1');
    expect(closed).toHaveLength(1);
  });
});

describe('a proposal', () => {
  it.each([
    ['a choice of another kind of matter', { choice: 'same' }, 'choice-invalid'],
    ['no reason', { reason: '  ' }, 'text-length'],
    ['a basis that the rulebook does not know', { basis: ['nowhere#art-1'] }, 'basis-invalid'],
    ['a basis without an article', { basis: ['town-act'] }, 'basis-invalid'],
  ])('is refused with %s', async (_, wrong, code) => {
    const { casework, matterId } = await desk();
    const step = { principal: wang, matterId, choice: 'take', reason, basis: [], ...wrong };
    expect(await casework.proposeMatter(step)).toMatchObject({
      kind: 'refused',
      problem: { code },
    });
    expect(await matterView(casework, matterId)).toMatchObject({ state: 'open', steps: [] });
  });

  it('keeps no number of a person', async () => {
    const { casework, matterId } = await desk();
    const spoken = { principal: wang, matterId, choice: 'keep', basis: [] };
    await casework.proposeMatter({ ...spoken, reason: '与当事人 13800138000 核实。' });
    const [step] = (await matterView(casework, matterId)).steps;
    expect(step).toMatchObject({ reason: '与当事人 138****8000 核实。' });
  });
});

describe('who may see and do what', () => {
  it('is the agency of the matter alone, each read with an entry', async () => {
    const { casework, matterId, town } = await desk();
    const stranger = { ...officialOf('赵四', 'registrar'), agency: 'other_office' };
    for (const principal of [stranger, { kind: 'anonymous' }, officialOf('钱五')] as const) {
      expect((await casework.viewMatter(principal, matterId)).kind).toBe('refused');
      const listed = await casework.listMatters(principal, { agency: 'town_office', page: 1 });
      expect(listed.kind).toBe('refused');
      const step = { principal, matterId, choice: 'keep', reason, basis: [] };
      expect((await casework.proposeMatter(step)).kind).toBe('refused');
    }
    const before = town.store.accesses.length;
    await casework.viewMatter(li, matterId);
    expect(town.store.accesses.slice(before)).toMatchObject([
      { reader: { official: '李二', agency: 'town_office' }, purpose: 'correction' },
    ]);
  });

  it('tells nobody without the office whether a matter exists', async () => {
    const { casework, matterId } = await desk();
    const clerk = officialOf('钱五');
    const known = await casework.viewMatter(clerk, matterId);
    const unknown = await casework.viewMatter(clerk, 'nothing');
    expect(unknown).toEqual(known);
    expect((await casework.viewMatter(wang, 'nothing')).kind).toBe('not-found');
  });

  it('lets a data officer propose and not decide', async () => {
    const { casework, matterId } = await desk();
    const clerk = officialOf('孙六', 'data_officer');
    const step = { matterId, choice: 'take', reason, basis: [] };
    expect(await casework.proposeMatter({ principal: clerk, ...step })).toMatchObject({
      kind: 'recorded',
      state: 'proposed',
    });
    const other = officialOf('周七', 'data_officer');
    const refused = await casework.decideMatter({ principal: other, matterId, verdict: 'agree' });
    expect(refused).toMatchObject({ problem: { code: 'not-permitted' } });
  });
});
