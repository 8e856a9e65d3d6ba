import { jsonOf } from '@credence/domain';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Denial } from '../access/access.ts';
import { desks, nation } from '../case/case.test-support.ts';
import { courtListing, courtNotice } from '../case/court.test-support.ts';
import type { PrintedLetter } from '../case/letter/letter.ts';
import {
  debtor,
  judge,
  openTown,
  person,
  speaks,
  stepsIn,
  type PartyTown,
} from '../own/party-town.test-support.ts';
import { createNotices } from './create-notices.ts';
import type { NoticeCasework, NoticeKey } from './notice.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const creditorName = '未登记的债权人';

let town: PartyTown;
let notices: NoticeCasework;
let denials: Denial[];
const { act, must, listed } = stepsIn(() => town);

beforeEach(async () => {
  town = await openTown();
  denials = [];
  const onDenied = (denial: Denial) => void denials.push(denial);
  notices = createNotices({ ...town.parts, onDenied });
});

/** A court opens a case for a creditor that is not on the register. */
async function opened(): Promise<string> {
  town.at('2024-01-09');
  const matter = courtListing({ creditor: creditorName });
  const outcome = await town.cases.openCase({
    principal: judge,
    subject: { by: 'id', id: debtor },
    content: jsonOf({ desks: { ...desks, own: 'court', review: 'higher_court' }, matter }),
  });
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome.caseId;
}

const order = { addressee: '赵一', language: 'zh', enterAt: 'https://x.example/notice' } as const;

/** What stands on the paper, as its holder reads it. */
async function given(caseId: string, as: 'creditor' | 'third-party'): Promise<NoticeKey> {
  const outcome = await notices.giveNotice(judge, { caseId, as, ...order });
  if (outcome.kind !== 'given') throw new Error(JSON.stringify(outcome));
  const letter: PrintedLetter | undefined = town.printed.at(-1);
  const rows = letter?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
  const value = (label: string) => rows.find((row) => row.label.zh === label)?.value.zh ?? '';
  return { number: value('案件编号'), code: value('查阅码') };
}

async function seen(key: NoticeKey) {
  const found = await notices.viewByNotice(key);
  if (found.kind !== 'found') throw new Error(JSON.stringify(found));
  return found.view;
}

const isUnknown = async (key: NoticeKey) => {
  const found = await notices.viewByNotice(key);
  return found.kind === 'refused' && found.problem.code === 'notice-unknown';
};

describe('a creditor with a notice and no account', () => {
  it('reads the case, is heard, and consents, each from its own seat', async () => {
    const caseId = await opened();
    expect(await notices.giveNotice(judge, { caseId, as: 'creditor', ...order })).toMatchObject({
      problems: [{ code: 'notice-no-seat', params: { value: 'creditor', accepted: '—' } }],
    });
    await must('2024-01-10', judge, caseId, courtNotice);
    const key = await given(caseId, 'creditor');
    const view = await seen(key);
    expect(view).toMatchObject({ as: 'creditor', lastOn: '2024-03-10', said: [], lodged: [] });
    expect(view.subject.name).toBe('欠款公司');
    expect(view.forms.map((form) => form.act)).toEqual(['stated']);
    const content = { points: [{ text: '请从速办理。' }] };
    const said = await notices.actByNotice(key, { act: 'stated', content, seen: view.acts });
    expect(said.kind).toBe('recorded');
    expect((await seen(key)).said).toMatchObject([{ text: '请从速办理。', said: 'creditor' }]);
    // On what he saw before: somebody has acted since.
    expect(
      await notices.actByNotice(key, { act: 'stated', content, seen: view.acts }),
    ).toMatchObject({ problems: [{ code: 'changed-meanwhile' }] });
    // The debtor's steps are not his.
    const waived = await notices.actByNotice(key, { act: 'waived', content: { proof: '—' } });
    expect(waived).toMatchObject({ problems: [{ code: 'case-not-yours' }] });
  });

  it('reads no draft, no evidence and nobody else’s words', async () => {
    const caseId = await opened();
    await must('2024-01-10', judge, caseId, courtNotice);
    const key = await given(caseId, 'creditor');
    const words = { kind: 'stated', points: [{ text: '我司另有隐情。' }] };
    await must('2024-01-11', speaks.debtor, caseId, words);
    const answer = JSON.stringify(await seen(key));
    expect(answer).not.toContain('我司另有隐情');
    expect(answer).not.toContain('readers');
    expect(answer).not.toContain(key.code.replaceAll('-', ''));
  });

  it('is told nothing where he stands on the register, and has his desk instead', async () => {
    town.at('2024-01-09');
    const caseId = await stepsIn(() => town).applied();
    await must('2024-01-10', judge, caseId, courtNotice);
    expect(await notices.giveNotice(judge, { caseId, as: 'creditor', ...order })).toMatchObject({
      problems: [{ code: 'notice-no-seat', params: { accepted: 'third-party' } }],
    });
  });
});

describe('a third person whose property is touched', () => {
  it('objects, sees what becomes of it, and takes back his own objection alone', async () => {
    const caseId = await opened();
    await listed(caseId);
    const [mine, others] = [await given(caseId, 'third-party'), await given(caseId, 'third-party')];
    const view = await seen(mine);
    expect(view).toMatchObject({ as: 'third-party', forms: [], choices: ['wrong'] });
    expect(view.papers.map(({ kind }) => kind)).toEqual(['notice', 'decision']);
    const points = [{ text: '被查封的车辆是我的。', evidence: [] }];
    const lodged = await notices.lodgeByNotice(mine, { choice: 'wrong', points });
    if (lodged.kind !== 'lodged') throw new Error(JSON.stringify(lodged));
    // Sent twice it is one case; the same words of another are another's.
    expect(await notices.lodgeByNotice(mine, { choice: 'wrong', points })).toMatchObject({
      caseId: lodged.caseId,
    });
    const second = await notices.lodgeByNotice(others, { choice: 'wrong', points });
    expect(second).toMatchObject({ kind: 'lodged' });
    expect(second).not.toMatchObject({ caseId: lodged.caseId });
    expect((await seen(mine)).lodged).toMatchObject([
      { caseId: lodged.caseId, points: [{ text: '被查封的车辆是我的。', said: 'third-party' }] },
    ]);
    const back = { act: 'withdrawn', content: { reason: '误会。' }, caseId: lodged.caseId };
    expect((await notices.actByNotice(others, back)).kind).toBe('refused');
    expect(await notices.actByNotice(mine, back)).toMatchObject({ kind: 'recorded' });
    expect(await notices.lodgeByNotice(mine, { choice: 'someone-else', points })).toMatchObject({
      problems: [{ code: 'case-not-yours' }],
    });
  });

  it('has no name in the register, only a place among the notices of the case', async () => {
    const caseId = await opened();
    await listed(caseId);
    const key = await given(caseId, 'third-party');
    const points = [{ text: '车辆是我的。', evidence: [] }];
    await notices.lodgeByNotice(key, { choice: 'wrong', points });
    const kept = JSON.stringify(town.store.entries);
    expect(kept).toContain('"name":"#1"');
    expect(kept).not.toContain(order.addressee);
    for (const part of [key.code, key.code.replaceAll('-', '')]) expect(kept).not.toContain(part);
    const number = [{ text: '我是 11010519491231002X。', evidence: [] }];
    expect(await notices.lodgeByNotice(key, { choice: 'wrong', points: number })).toMatchObject({
      problems: [{ code: 'case-person-number' }],
    });
  });
});

describe('whoever tries', () => {
  it('a wrong code and a wrong number is answered alike, by as many reads, and it is logged', async () => {
    const caseId = await opened();
    await must('2024-01-10', judge, caseId, courtNotice);
    const key = await given(caseId, 'creditor');
    let reads = 0;
    const { journal } = town.parts;
    const counted = createNotices({
      ...town.parts,
      onDenied: (denial) => void denials.push(denial),
      journal: new Proxy(journal, {
        get(target, name, receiver) {
          reads += 1;
          return Reflect.get(target, name, receiver) as unknown;
        },
      }),
    });
    const answers: [string, number][] = [];
    const wrong = `${key.code.slice(0, -1)}${key.code.endsWith('0') ? '1' : '0'}`;
    for (const tried of [
      { ...key, code: wrong },
      { ...key, number: '00000000' },
      { number: '', code: '' },
      { number: "'; drop", code: '%%' },
    ]) {
      reads = 0;
      answers.push([JSON.stringify(await counted.viewByNotice(tried)), reads]);
    }
    expect(new Set(answers.map(([text]) => text)).size).toBe(1);
    expect(new Set(answers.map(([, count]) => count))).toEqual(new Set([1]));
    expect(denials.map(({ operation, problems }) => [operation, problems])).toEqual(
      Array.from({ length: 4 }, () => ['notice.read', ['notice-unknown']]),
    );
    // What was tried is written nowhere: it may be a code with one digit wrong.
    expect(JSON.stringify(denials)).not.toContain(wrong.slice(0, 4));
    expect(await isUnknown({ number: key.number.toLowerCase(), code: ` ${key.code} ` })).toBe(
      false,
    );
  });

  it('the code of one case in another finds nothing, though both are open', async () => {
    const caseId = await opened();
    await must('2024-01-10', judge, caseId, courtNotice);
    const key = await given(caseId, 'creditor');
    const another = { number: '1234ABCD', code: key.code };
    expect(await isUnknown(another)).toBe(true);
    const step = { act: 'stated', content: { points: [{ text: '一' }] }, caseId: 'another' };
    expect((await notices.actByNotice(key, step)).kind).toBe('refused');
  });

  it('a code after its last day, after the end, or after it was taken back finds nothing', async () => {
    const caseId = await opened();
    await listed(caseId);
    town.at('2024-02-06');
    const [first, second] = [await given(caseId, 'creditor'), await given(caseId, 'third-party')];
    town.at('2024-04-06');
    expect(await isUnknown(first)).toBe(false);
    town.at('2024-04-07');
    expect(await isUnknown(first)).toBe(true);
    town.at('2024-02-07');
    const desk = await town.cases.viewCase(judge, caseId);
    const lines = desk.kind === 'found' ? (desk.view.notices?.lines ?? []) : [];
    expect(lines).toMatchObject([
      { as: 'creditor', place: 1, state: 'open', lastOn: '2024-04-06', uses: 2 },
      { as: 'third-party', place: 2, state: 'open', uses: 0 },
    ]);
    const taken = { caseId, noticeId: lines[1]?.noticeId ?? '' };
    expect((await notices.closeNotice(speaks.stranger, taken)).kind).toBe('refused');
    expect(
      (await notices.closeNotice(person('外一', 'enforcement_judge', 'market'), taken)).kind,
    ).toBe('refused');
    expect((await notices.closeNotice(judge, taken)).kind).toBe('closed');
    expect(await isUnknown(second)).toBe(true);
    expect(await isUnknown(first)).toBe(false);
    const document = { number: '望法移〔2024〕1号' };
    const removed = { kind: 'removed', ground: 'own_motion', document, reason: '依职权移出。' };
    await must('2024-02-08', judge, caseId, removed);
    expect(await isUnknown(first)).toBe(true);
  });

  it('is seen: each use lies where the case lies, and only its own desk sees the notices', async () => {
    const caseId = await opened();
    await listed(caseId);
    const key = await given(caseId, 'third-party');
    await seen(key);
    const looks = await town.store.journal.accessesTo(debtor);
    const used = looks.filter(({ reader }) => reader.role === 'notice-holder');
    expect(used).toMatchObject([{ purpose: 'own', fields: ['case', `case/${caseId}`, 'notice'] }]);
    const own = await town.cases.viewCase(speaks.debtor, caseId);
    expect(own.kind === 'found' ? own.view.notices : 'no view').toBeUndefined();
    const auditor = await town.cases.viewCase(person('审一', 'auditor', 'audit'), caseId);
    expect(auditor.kind === 'found' ? auditor.view.notices : 'no view').toBeUndefined();
    const wrong = { kind: 'stated', points: [{ text: '一' }] };
    expect((await act('2024-02-06', speaks.stranger, caseId, wrong)).kind).toBe('refused');
  });
});
