import { describe, expect, it } from 'vitest';

import { codeOf } from '../town.test-support.ts';
import { createDesk, officialOf, publicAnswer, wang } from './matter.test-support.ts';

async function reported(text = '罚款金额与决定书不符。') {
  const town = await createDesk();
  const { casework } = town;
  const found = await casework.viewSubject({ by: 'code', code: codeOf(1) }, {});
  if (found.kind !== 'found') throw new Error('the subject was expected');
  const subjectId = found.view.subject.id;
  const recordId = found.view.records[0]?.id ?? '';
  const before = await publicAnswer(casework, 1);
  const outcome = await casework.reportError({ subjectId, recordId, field: 'fine', text });
  if (outcome.kind !== 'reported') throw new Error(outcome.kind);
  return { town, casework, subjectId, recordId, before, outcome };
}

describe('an error that a reader reports', () => {
  it('offers the fields that the record shows, and no other record', async () => {
    const { casework, subjectId, recordId } = await reported();
    const form = await casework.viewErrorReportForm(subjectId, recordId);
    expect(form).toMatchObject({
      view: { subject: { name: '望澜第1商行' }, record: { document: '望市监罚〔2026〕1号' } },
    });
    const unknown = await casework.viewErrorReportForm(subjectId, 'none');
    expect(unknown).toEqual({ kind: 'not-found' });
    const command = { subjectId, recordId: 'none', field: 'fine', text: '不对不对' };
    expect(await casework.reportError(command)).toEqual({ kind: 'not-found' });
  });

  it('changes no public answer, before and after it is answered', async () => {
    const { casework, before, outcome } = await reported();
    expect(await publicAnswer(casework, 1)).toBe(before);
    const { number } = outcome;
    const answer = { result: 'will_correct', text: '将重新报送。' };
    await casework.answerErrorReport({ principal: wang, number, ...answer });
    expect(await publicAnswer(casework, 1)).toBe(before);
  });

  it('is followed by number and code, however they are typed, and by nothing else', async () => {
    const { casework, outcome } = await reported();
    const { number, followCode } = outcome;
    expect(await casework.followErrorReport(number, followCode)).toMatchObject({
      view: { number, text: '罚款金额与决定书不符。', field: 'fine' },
    });
    const typed = ` ${followCode.toLowerCase().replaceAll('-', ' ')}`;
    const again = await casework.followErrorReport(number.toLowerCase(), typed);
    expect(again.kind).toBe('found');
    for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA', `${followCode}A`, number]) {
      expect(await casework.followErrorReport(number, wrong)).toEqual({ kind: 'not-found' });
    }
    const unknown = await casework.followErrorReport('AAAAA-AAAAA', followCode);
    expect(unknown).toEqual({ kind: 'not-found' });
  });

  it('keeps neither the code nor a number of a person, and goes with the record', async () => {
    const { town, outcome } = await reported('请致电 13800138000 核实。');
    expect(outcome.masked).toBe(true);
    const kept = JSON.stringify(town.store.entries);
    expect(kept).not.toContain(outcome.followCode);
    expect(kept).not.toContain('13800138000');
    const entry = town.store.appended.find(({ kind }) => kind === 'error-report@1');
    expect(entry?.eraseOn).toBe('2031-03-02');
  });

  it.each([
    ['a field that the record does not show', { field: 'domain' }, 'choice-invalid'],
    ['too short a text', { text: '不' }, 'text-length'],
    ['too long a text', { text: '长'.repeat(1_001) }, 'text-length'],
  ])('is refused with %s', async (_, wrong, code) => {
    const { casework, subjectId, recordId } = await reported();
    const command = { subjectId, recordId, field: 'fine', text: '金额不符', ...wrong };
    const outcome = await casework.reportError(command);
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code } });
  });
});

describe('the desk that answers', () => {
  it('lists, reads with an entry, and answers once', async () => {
    const { casework, outcome, town } = await reported();
    const { number, followCode } = outcome;
    const listed = await casework.listErrorReports(wang, 'town_office');
    expect(listed).toMatchObject({ view: { reports: [{ number, state: 'open' }] } });
    const before = town.store.accesses.length;
    expect(await casework.viewErrorReport(wang, number)).toMatchObject({
      view: { subject: { code: codeOf(1) }, text: '罚款金额与决定书不符。' },
    });
    expect(town.store.accesses).toHaveLength(before + 1);
    const answer = { principal: wang, number, result: 'right', text: '已与原件核对。' };
    expect((await casework.answerErrorReport(answer)).kind).toBe('recorded');
    expect(await casework.answerErrorReport(answer)).toMatchObject({
      problem: { code: 'matter-state' },
    });
    expect(await casework.followErrorReport(number, followCode)).toMatchObject({
      view: { answer: { result: 'right', text: '已与原件核对。' } },
    });
  });

  it('is that of the agency which supplied the record', async () => {
    const { casework, outcome } = await reported();
    const { number } = outcome;
    const stranger = { ...officialOf('赵四', 'registrar'), agency: 'other_office' };
    for (const principal of [stranger, { kind: 'anonymous' }] as const) {
      expect((await casework.viewErrorReport(principal, number)).kind).toBe('refused');
      const answer = { principal, number, result: 'right', text: '已核对。' };
      expect((await casework.answerErrorReport(answer)).kind).toBe('refused');
    }
  });
});
