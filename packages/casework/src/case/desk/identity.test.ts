import { civilDate, instantOf, jsonOf, type PublicCreditRecord } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Principal } from '../../access/principal.ts';
import { FakeStore, fakeNameKeys } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { projectHome } from '../../project/project-home.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { portsOf } from '../../town.test-support.ts';
import { desks, nation, notice, penalty, told } from '../case.test-support.ts';
import type { CaseOutcome } from './case-casework.ts';
import { createCases } from './create-cases.ts';
import { foldCases } from './fold-cases.ts';

const one = '00000000-0000-7000-8000-00000000000a';
const two = '00000000-0000-7000-8000-00000000000b';
const basis = ['go-2020-49#item-8'];
const document = { number: '望核〔2024〕1号' };
const codes = ['91999999MA3K7T2X0J', '91999999MA3K7T2X1A'] as const;

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

function recordOf(id: string, at: 0 | 1, name: string): PublicCreditRecord {
  return penalty({
    recordId: id,
    document: { number: `望市监罚〔2024〕${id}号` },
    subject: { name, kind: 'organisation', identifiers: [{ scheme: 'uscc', value: codes[at] }] },
  });
}

/** A statement that names its subject by two numbers: both have to come back with it. */
function withRegisterNumber(record: PublicCreditRecord): PublicCreditRecord {
  const number = { scheme: 'organisation_code', value: 'MA3K7T2X0' };
  const [first] = record.subject.identifiers;
  return { ...record, subject: { ...record.subject, identifiers: [first, number] } };
}

/** Two firms; one of the first's records may be the second's. */
async function twoFirms() {
  const store = new FakeStore();
  const law = nation();
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const cases = createCases({ ...portsOf(store), loader });
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const rows: readonly (readonly [string, PublicCreditRecord])[] = [
    [one, recordOf('p1', 0, '甲公司')],
    [one, withRegisterNumber(recordOf('p2', 0, '乙公司'))],
    [two, recordOf('p3', 1, '乙公司')],
  ];
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  for (const [home, record] of rows) {
    const entry = { home, stream: record.recordId, kind: 'record@1', payload: jsonOf(record) };
    const command = { actor, purpose: 'intake', basis: [] };
    await store.journal.record(command, [newEntry(store, entry, undefined)]);
  }
  const as = (name: string, role: string): Principal => ({
    ...{ kind: 'operator', name, agency: 'market' },
    role,
  });
  const officer = as('王一', 'case_officer');
  const at = (day: string) => {
    store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
  };
  let caseId = '';
  return {
    store,
    as,
    ids: (home: string) =>
      foldSubject(home, store.entriesOf(home)).records.map(({ record }) => record.recordId),
    open: async (matter: object) => {
      at('2024-01-09');
      const content = jsonOf({ desks, matter });
      const subject = { by: 'id', id: one } as const;
      const outcome = await cases.openCase({ principal: officer, subject, content });
      if (outcome.kind === 'recorded') caseId = outcome.caseId;
      return outcome;
    },
    /** Of the first firm, about the case that is open. */
    appeal: async (points: readonly object[]) => {
      at('2024-02-01');
      const matter = { case: 'appeal', of: caseId, points };
      const content = jsonOf({ desks: { own: 'review_office' }, matter });
      const outcome = await cases.openCase({
        ...{ principal: officer, subject: { by: 'id', id: one }, content },
        behalf: { kind: 'party', as: 'subject', name: '甲公司' },
      });
      if (outcome.kind === 'recorded') caseId = outcome.caseId;
      return outcome;
    },
    act: async (
      day: string,
      act: string,
      content: object,
      by: { readonly who?: Principal; readonly other?: true } = {},
    ): Promise<CaseOutcome> => {
      at(day);
      const behalf = { kind: 'party', as: 'other-subject', name: '乙公司' } as const;
      return cases.actInCase({
        ...{ principal: by.who ?? officer, caseId, act, content: jsonOf(content) },
        ...(by.other === undefined ? {} : { behalf }),
      });
    },
  };
}

type Firms = Awaited<ReturnType<typeof twoFirms>>;

const matterOf = (does: 'split' | 'merge', records: readonly string[]) => ({
  ...{ case: 'identity', does, other: two, records, basis },
  ...{ reason: '两户共用一个代码。', evidence: ['登记档案'] },
});

const noticeContent = Object.fromEntries(
  Object.entries({ ...notice, measures: [] }).filter(([key]) => key !== 'kind'),
);

const servedTo = (paper: string, on: string) => ({
  ...{ paper, mode: 'in_person', servedOn: civilDate(on), proof: '送达回证' },
});

async function decided(firms: Firms, matter: object): Promise<void> {
  await firms.open(matter);
  await firms.act('2024-01-10', 'noticed', noticeContent);
  await firms.act('2024-01-11', 'served', servedTo('notice', '2024-01-11'));
  await firms.act('2024-01-11', 'served', servedTo('notice-to-other', '2024-01-11'));
  const stated = { points: [{ text: '该处罚确系我司' }] };
  await firms.act('2024-01-12', 'stated', stated, { other: true });
  const answers = [{ point: 1, text: '采信', outcome: 'upheld' }];
  const draft = { document, basis, reason: '核实', answers, measures: [], told };
  await firms.act('2024-01-25', 'drafted', draft);
}

const head = (firms: Firms) => ({ who: firms.as('陈三', 'head_of_authority') });
const third = (firms: Firms) => ({ who: firms.as('李二', 'legal_reviewer') });

describe('one history that was two', () => {
  it('is divided once both were told and heard and two have decided, and made whole again', async () => {
    const firms = await twoFirms();
    const before = JSON.stringify(foldSubject(one, firms.store.entriesOf(one)).records);
    await decided(firms, matterOf('split', ['p2']));
    expect(firms.ids(one)).toEqual(['p1', 'p2']);
    const approved = await firms.act('2024-01-26', 'approved', {}, head(firms));
    // The other unit may take it back from now on, and so has to see it.
    const visibleTo: unknown = expect.arrayContaining(['review-unit']);
    const standing = { state: 'approved', visibleTo };
    expect(approved).toMatchObject({ kind: 'recorded', standing });
    expect([firms.ids(one), firms.ids(two)]).toEqual([['p1'], ['p3', 'p2']]);
    // The moved record stands under the code of the firm it is about; search follows the rows.
    expect(firms.store.rows.get(one)?.names.map(({ name }) => name)).toEqual(['甲公司']);
    expect(firms.store.rows.get(two)?.identifiers).toEqual([{ scheme: 'uscc', value: codes[1] }]);
    const undone = { document, basis, reason: '复查认定原分拆有误' };
    const alone = await firms.act('2024-02-01', 'undone', undone);
    expect(alone.kind).toBe('refused');
    const back = await firms.act('2024-02-01', 'undone', undone, third(firms));
    expect(back.kind).toBe('recorded');
    expect([firms.ids(one), firms.ids(two)]).toEqual([['p1', 'p2'], ['p3']]);
    const after = foldSubject(one, firms.store.entriesOf(one)).records;
    const told = (records: readonly { readonly record: PublicCreditRecord }[]) =>
      records.map(({ record }) => record);
    expect(told(after)).toEqual(told(JSON.parse(before) as typeof after));
  });

  it('is made whole again by an appeal that is allowed, in the same step', async () => {
    const firms = await twoFirms();
    await decided(firms, matterOf('split', ['p2']));
    await firms.act('2024-01-26', 'approved', {}, head(firms));
    const points = [{ text: '该处罚仍是我司的' }];
    const appealed = await firms.appeal(points);
    expect(appealed.kind).toBe('recorded');
    const unit: Principal = {
      kind: 'operator',
      name: '郑六',
      agency: 'review_office',
      role: 'reviewer',
    };
    const answers = [{ point: 1, text: '采信', outcome: 'upheld' }];
    const said = { document, basis, reason: '原分拆有误', answers };
    await firms.act('2024-02-02', 'allowed', { ...said, effect: 'remove' }, { who: unit });
    expect([firms.ids(one), firms.ids(two)]).toEqual([['p1', 'p2'], ['p3']]);
    const files = [...foldCases(firms.store.entriesOf(one)).values()].map(({ file }) => file);
    const states = files.map(({ opened, state }) => [opened.matter.case, state]);
    expect(states).toEqual([
      ['identity', 'undone'],
      ['appeal', 'allowed'],
    ]);
    expect(files[0]?.actions.at(-1)).toMatchObject({ kind: 'undone', by: { official: '郑六' } });
  });

  it('bears the mark of a review on both pages while it is open, and no longer', async () => {
    const firms = await twoFirms();
    const doubts = () =>
      [one, two].map((home) => foldSubject(home, firms.store.entriesOf(home)).doubts?.length ?? 0);
    await decided(firms, matterOf('split', ['p2']));
    expect(doubts()).toEqual([1, 1]);
    await firms.act('2024-01-26', 'approved', {}, head(firms));
    expect(doubts()).toEqual([0, 0]);
  });

  it('moves nothing where the other was not told, and nothing by one hand', async () => {
    const firms = await twoFirms();
    await firms.open(matterOf('split', ['p2']));
    await firms.act('2024-01-10', 'noticed', noticeContent);
    await firms.act('2024-01-11', 'served', servedTo('notice', '2024-01-11'));
    const draft = { document, basis, reason: '核实', answers: [], measures: [], told };
    const early = await firms.act('2024-01-25', 'drafted', draft);
    expect(early).toMatchObject({ kind: 'refused', problems: [{ code: 'case-not-served' }] });
    await firms.act('2024-01-25', 'served', servedTo('notice-to-other', '2024-01-25'));
    const soon = await firms.act('2024-01-26', 'drafted', draft);
    expect(soon).toMatchObject({ kind: 'refused', problems: [{ code: 'case-window-open' }] });
    await firms.act('2024-02-02', 'drafted', draft);
    const own = { who: firms.as('王一', 'head_of_authority') };
    expect((await firms.act('2024-02-02', 'approved', {}, own)).kind).toBe('refused');
    expect(firms.ids(one)).toEqual(['p1', 'p2']);
  });

  it('takes a strange record, a part of a merge or an unknown firm for a mistake', async () => {
    const firms = await twoFirms();
    const codesOf = (outcome: CaseOutcome) =>
      outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : [];
    for (const matter of [
      matterOf('split', ['p3']),
      matterOf('merge', ['p1']),
      { ...matterOf('split', ['p2']), other: '00000000-0000-7000-8000-0000000000ff' },
      { ...matterOf('split', ['p2']), other: one },
    ]) {
      expect(codesOf(await firms.open(matter))).toEqual(['case-history-changed']);
    }
  });
});

describe('two histories that are one', () => {
  it('stand together under both codes, and apart again when it is undone', async () => {
    const firms = await twoFirms();
    await decided(firms, matterOf('merge', ['p1', 'p2']));
    await firms.act('2024-01-26', 'approved', {}, head(firms));
    expect([firms.ids(one), firms.ids(two)]).toEqual([[], ['p3', 'p1', 'p2']]);
    const held = firms.store.rows.get(two)?.identifiers.map(({ value }) => value);
    expect(held).toEqual(expect.arrayContaining([codes[1], codes[0]]));
    expect(firms.store.rows.get(one)?.subject).toBeUndefined();
    await firms.act('2024-02-01', 'undone', { document, basis, reason: '有误' }, third(firms));
    expect([firms.ids(one), firms.ids(two)]).toEqual([['p1', 'p2'], ['p3']]);
  });
});
