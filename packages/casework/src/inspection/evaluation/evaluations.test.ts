import { addMonths, civilDate, instantOf, jsonOf, type CivilDate } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { shippedAccess } from '../../access/access.test-support.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import { nation } from '../../case/case.test-support.ts';
import type { PrintedLetter } from '../../case/letter/letter.ts';
import { createCases } from '../../case/desk/create-cases.ts';
import { FakeStore, fakeNameKeys } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { createOwn } from '../../own/create-own.ts';
import { firmWith, official } from '../../own/own-office.test-support.ts';
import { projectHome } from '../../project/project-home.ts';
import { portsOf } from '../../town.test-support.ts';
import { firmOf, plain } from '../class/firms.test-support.ts';
import { viewClassTables } from '../class/class-tables.ts';
import { printReceipts } from '../class/print-receipts.ts';
import { viewReceipts } from '../class/view-receipts.ts';
import { dueEvaluations } from './due-evaluations.ts';
import { createEvaluations } from './evaluate.ts';
import { foldEvaluations } from './kept-evaluations.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const access = shippedAccess();
const grader: KnownPrincipal = {
  ...{ kind: 'operator', name: '赵六', agency: 'development_reform', role: 'legal_officer' },
};
const { home, records } = firmOf(
  {
    ...{ sector: 'i65', repaired: false },
    penalties: [
      { ago: 20, serious: true },
      { ago: 40, serious: false },
    ],
  },
  plain,
  { number: 3 },
);
const serious = 'p-3-0';

/** A firm registered on 5 January 2019 and known since 1 November 2026, with two penalties. */
async function openTown() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const parts = { ...portsOf(store), access, loader, registerAgency: 'platform' };
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const enter = async (entries: readonly Parameters<typeof newEntry>[1][]): Promise<void> => {
    const actor = { official: '来源', agency: 'market', role: 'data_officer' };
    await store.journal.record(
      { actor, purpose: 'intake', basis: [] },
      entries.map((entry) => newEntry(store, entry, undefined)),
    );
  };
  const at = (day: string): void => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
  };
  at('2026-11-01');
  await enter(
    records.map(({ record }) => ({
      ...{ home, stream: record.recordId, kind: 'record@1', payload: jsonOf(record) },
    })),
  );
  return { store, parts, enter, at, evaluations: createEvaluations(parts) };
}

let town: Awaited<ReturnType<typeof openTown>>;
beforeEach(async () => {
  town = await openTown();
});

const kept = () => foldEvaluations(town.store.entriesOf(home));
const short = () => kept().map(({ on, because, result }) => [on, because, result].join(' '));
const dueOn = (day: string) => {
  town.at(day);
  return town.evaluations.evaluateDue([home]);
};
const ended = (because: 'annulled' | 'repaired', on: string) => ({
  ...{ home, stream: serious, kind: 'record-ended@1', payload: { recordId: serious, on, because } },
});
const firm = firmWith(undefined, home);
const view = async (principal: KnownPrincipal, purpose: 'own' | 'supervision') => {
  const query = { subject: { by: 'id', id: home }, times: {}, purpose } as const;
  const found = await viewReceipts(town.parts, principal, query);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.view;
};

describe('the comprehensive evaluation', () => {
  it('is made once a year, on the day from which the years of the firm are counted', async () => {
    expect(await dueOn('2026-11-01')).toBe(0);
    expect(await dueOn('2027-01-04')).toBe(0);
    expect(await dueOn('2027-01-05')).toBe(1);
    expect(await dueOn('2027-01-05')).toBe(0);
    // A run that comes late makes it late, and the year counts from its own day.
    expect(await dueOn('2028-01-09')).toBe(1);
    expect(kept().map(({ yearlyOn }) => yearlyOn)).toEqual(['2027-01-05', '2028-01-05']);
  });

  it('is erased with its second successor', () => {
    const order = { rulebook: nation(), on: civilDate('2027-01-05') };
    const due = dueEvaluations(home, town.store.entriesOf(home), order);
    expect(due.map(({ eraseOn }) => eraseOn)).toEqual(['2029-01-05']);
  });

  it.each(['repaired', 'annulled'] as const)(
    'is made anew once a record that counted is %s, and says so',
    async (because) => {
      await dueOn('2027-01-05');
      await town.enter([ended(because, '2027-02-01')]);
      expect(await dueOn('2027-01-31')).toBe(0);
      expect(await dueOn('2027-02-01')).toBe(1);
      expect(short()).toEqual(['2027-01-05 yearly c', `2027-02-01 ${because} a`]);
      expect(kept()[1]).toMatchObject({ replaces: kept()[0]?.evaluationId });
      expect(await dueOn('2027-02-02')).toBe(0);
    },
  );

  it('waits for its yearly day with what is new and adverse', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    const [, penalty] = records;
    if (penalty === undefined) throw new RangeError('The firm has a penalty.');
    const record = { ...penalty.record, recordId: 'p-new', decidedOn: civilDate('2026-11-10') };
    const place = { home, stream: 'p-new', kind: 'record@1' };
    await town.enter([{ ...place, payload: jsonOf(record) }]);
    expect(await dueOn('2026-12-01')).toBe(0);
    expect(await dueOn('2027-01-05')).toBe(0);
    expect(await dueOn('2027-11-01')).toBe(1);
  });

  it('is made early for the authority that answers for it alone', async () => {
    const subject = { by: 'id', id: home } as const;
    const other = { ...grader, agency: 'market' };
    expect((await town.evaluations.evaluateNow(other, subject)).kind).toBe('refused');
    expect(kept()).toEqual([]);
    const made = await town.evaluations.evaluateNow(grader, subject);
    expect(made).toMatchObject({ kind: 'evaluated', made: [{ because: 'asked', result: 'c' }] });
  });

  it('ends by time what it found, on the day', async () => {
    await dueOn('2027-01-05');
    let day: CivilDate = civilDate('2027-01-05');
    for (let month = 1; kept().length < 2 && month < 12; month += 1) {
      day = addMonths(civilDate('2027-01-05'), month, 'down');
      await dueOn(day);
    }
    expect(kept()[1]).toMatchObject({ because: 'ended', replaces: kept()[0]?.evaluationId });
  });
});

describe('an evaluation is shown', () => {
  it('to the subject and the authority that answers for it, and to nobody else', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    const kinds = async (principal: KnownPrincipal, purpose: 'own' | 'supervision') => {
      const { receipts, evaluations } = await view(principal, purpose);
      return [evaluations.length, ...receipts.map(({ signed }) => signed.receipt.program.kind)];
    };
    expect(await kinds(firm, 'own')).toEqual([1, 'risk-class', 'evaluation']);
    const of = (agency: string) => kinds(official('王一', 'case_officer', agency), 'supervision');
    expect(await of('development_reform')).toEqual([1, 'evaluation']);
    // The risk class belongs to the office that plans inspections by it.
    expect(await of('market_supervision')).toEqual([0, 'risk-class']);
    expect(await of('county')).toEqual([0]);
  });

  it('with the receipt of its own day, of which the fingerprint is the one that was kept', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    town.at('2026-11-20');
    await town.enter([ended('repaired', '2026-11-20')]);
    const [shown] = (await view(firm, 'own')).evaluations;
    expect(shown?.receipt?.signed.receipt).toMatchObject({ asOf: '2026-11-01' });
    expect(shown?.receipt?.signed.parts.inputs).toBe(shown?.evaluation.inputs);
    expect(shown?.receipt?.signed.receipt.trace.result).toBe('c');
  });

  it('on paper as on the page, and without a press not at all', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    const query = { subject: { by: 'id', id: home }, times: {}, purpose: 'own' } as const;
    const printed: PrintedLetter[] = [];
    const press = {
      print: (letter: PrintedLetter) => {
        printed.push(letter);
        return Promise.resolve(new Uint8Array([1]));
      },
    };
    const outcome = await printReceipts({ ...town.parts, press }, firm, query, 'zh');
    expect(outcome).toMatchObject({ kind: 'printed', fileName: 'receipts-2026-11-01.pdf' });
    const headings = printed.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'part' ? (block.heading.zh ?? '') : [])),
    );
    expect(headings.map((each) => /：(..)/.exec(each)?.[1])).toEqual(['C级', 'C类']);
    expect((await printReceipts(town.parts, firm, query, 'zh')).kind).toBe('refused');
  });
});

describe('what an office that plans inspections sees of the classes', () => {
  it('is counts of ten and more, with nothing by which a smaller one could be worked out', async () => {
    const line = (sector: string, risk: string, count: number) => ({
      ...{ sector, class: risk, count, of: 'subjects' as const },
    });
    const counts = [line('c14', 'a', 40), line('c14', 'd', 3), line('i65', 'a', 12)];
    const none = () => Promise.resolve([]);
    const classLines = { list: none, listPremises: none, count: () => Promise.resolve(counts) };
    const parts = { ...town.parts, classLines };
    const planner = official('王一', 'case_officer');
    const found = await viewClassTables(parts, planner);
    if (found.kind !== 'found') throw new Error(found.kind);
    const [table, ...others] = found.view.tables;
    expect(others).toEqual([]);
    const told = [table?.counts.cells, table?.counts.columnTotals, table?.counts.rowTotals];
    expect(JSON.stringify(told)).not.toMatch(/[[,][0-9][,\]]/);
    expect(table?.counts).toMatchObject({ total: 55, rowTotals: [43, 12] });
    expect(table?.counts.cells[0]).toEqual([null, null, null, null]);
    expect((await viewClassTables(parts, firm)).kind).toBe('refused');
  });
});

describe('an objection against an evaluation', () => {
  const say = async (target: string) => {
    const own = createOwn(town.parts);
    const at = { kind: 'evaluation', evaluationId: target } as const;
    const points = [{ text: '处罚已经缴清。', evidence: [] }];
    return own.lodge({ principal: firm, home, target: at, choice: 'wrong', points });
  };
  const disputed = async () => (await view(firm, 'own')).evaluations[0]?.disputedSince;

  it('goes through the one door and marks it from the first day until it is answered', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    town.at('2026-11-10');
    const lodged = await say(kept()[0]?.evaluationId ?? '');
    if (lodged.kind !== 'lodged') throw new Error(JSON.stringify(lodged));
    expect(await disputed()).toBe('2026-11-10');
    // However late the answer is, and also where another has taken its place meanwhile.
    await town.enter([ended('repaired', '2026-11-20')]);
    await dueOn('2026-12-20');
    expect(kept()).toHaveLength(2);
    expect(await disputed()).toBe('2026-11-10');
    const answered = await createCases(town.parts).actInCase({
      ...{ principal: official('钱七', 'case_officer', 'development_reform') },
      ...{ caseId: lodged.caseId, act: 'answered' },
      content: {
        ...{ document: { number: '望发改〔2026〕1号' }, basis: [], reason: '修复后重新评价。' },
        ...{ answers: [{ point: 1, text: '已修复。', outcome: 'upheld' }], effect: 'correct' },
      },
    });
    expect(answered.kind).toBe('recorded');
    expect(await disputed()).toBeUndefined();
    expect(await dueOn('2026-12-21')).toBe(1);
    expect(kept()[2]).toMatchObject({ because: 'objection' });
    expect(await dueOn('2026-12-22')).toBe(0);
  });

  it('is refused against one that no longer stands, and against none', async () => {
    await town.evaluations.evaluateNow(grader, { by: 'id', id: home });
    const first = kept()[0]?.evaluationId ?? '';
    await town.enter([ended('repaired', '2026-11-02')]);
    await dueOn('2026-11-02');
    expect((await say(first)).kind).toBe('refused');
    expect((await say('nothing')).kind).toBe('refused');
  });
});
