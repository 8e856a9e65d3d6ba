import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseOpened } from '../../entry/case-payload.ts';
import {
  Play,
  approver,
  draft,
  firm,
  listed,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  review,
  served,
  told,
} from '../case.test-support.ts';
import {
  closedDesks,
  courtDraft,
  courtListed,
  courtNotice,
  judge,
  judgment,
  panel,
  president,
  spendingOrder,
} from '../court.test-support.ts';
import { composeLetter } from './compose-letter.ts';
import { both } from './letter-words.ts';
import type { CaseDocument } from './letter.ts';
import { lettersOf } from './letters-of.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

/** Everything a letter says, in both languages. */
function textOf(play: Play, caseId: string, document: CaseDocument, to?: string): string {
  const outcome = composeLetter(play.file(caseId), play.world, {
    ...{ document, language: 'both', today: civilDate('2024-03-20') },
    nameOf: (agency) => both(agency),
    ...(to === undefined ? {} : { to: both(to) }),
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
  const text = JSON.stringify(outcome.letter);
  expect(text).not.toMatch(/\{[a-z-]+\}/);
  return text;
}

describe('an order about spending as a letter', () => {
  function ordered(): Play {
    const play = new Play([judgment()]);
    play.open('S', '2024-01-09', judge, { matter: spendingOrder(), desks: closedDesks });
    play.must('S', '2024-01-10', judge, { ...courtNotice, measures: [] });
    play.must('S', '2024-01-12', judge, served('notice', '2024-01-11'));
    const document = { number: '望法限决〔2024〕1号' };
    const basis = ['spc-spending-2015#art-1'];
    play.must('S', '2024-01-25', judge, { ...courtDraft, document, basis, measures: [] });
    play.must('S', '2024-01-26', panel, { kind: 'reviewed' });
    expect(lettersOf(play.file('S').actions)).not.toContain('spending-order');
    play.must('S', '2024-01-29', president, { kind: 'approved' });
    play.must('S', '2024-02-05', judge, served('decision', '2024-02-05'));
    return play;
  }

  it('says what is forbidden, on what it rests and how it is lifted, and names no person', () => {
    const text = textOf(ordered(), 'S', 'spending-order');
    for (const said of ['乘坐飞机', 'Star hotels', '未申报财产', '已履行完毕', 'higher_court']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('购买不动产');
    expect(text).not.toContain('赵独一');
  });

  it('that is lifted for one occasion says for how long, and one that is not says why', () => {
    const play = ordered();
    const firm = { kind: 'party', as: 'subject', name: '示例公司' } as const;
    const ask = { kind: 'allowance-asked', asked: 'occasion', purpose: '赴京签约' } as const;
    const one = { ...ask, forbids: ['air_rail_sea'], proof: '合同' };
    play.must('S', '2024-03-01', firm, one);
    const answer = { of: 1, document: { number: '望法解〔2024〕2号' }, reason: '经营必需。' };
    expect(lettersOf(play.file('S').actions)).not.toContain('allowance-decision');
    const until = civilDate('2024-03-20');
    play.must('S', '2024-03-04', judge, { kind: 'allowance-granted', ...answer, until });
    const granted = textOf(play, 'S', 'allowance-decision');
    for (const said of ['望法解〔2024〕2号', '2024年3月20日', '经营必需']) {
      expect(granted).toContain(said);
    }
    play.must('S', '2024-03-05', firm, one);
    const refusal = { ...answer, of: 2, reason: '并非必需。' };
    play.must('S', '2024-03-06', judge, { kind: 'allowance-refused', ...refusal });
    expect(textOf(play, 'S', 'allowance-decision')).toContain('不予解除');
  });
});

describe('a decision about who is who as a letter', () => {
  it('says which records stand where, what both said and who looks at it again', () => {
    const play = new Play([
      penalty(),
      penalty({ recordId: 'p2', document: { number: '望罚2号' } }),
    ]);
    const matter: CaseOpened['matter'] = {
      ...({ case: 'identity', does: 'split', other: 'x', records: ['p2'] } as const),
      ...{ basis: ['go-2020-49#item-8'], reason: '代码填写有误。', evidence: ['登记档案'] },
    };
    expect(play.open('I', '2024-01-09', officer, { matter })).toBe(true);
    play.must('I', '2024-01-10', officer, { ...notice, measures: [] });
    play.must('I', '2024-01-11', officer, served('notice', '2024-01-11'));
    const other = { kind: 'served', paper: 'notice-to-other', mode: 'in_person' } as const;
    const on = { servedOn: civilDate('2024-01-11'), proof: '送达回证' };
    play.must('I', '2024-01-11', officer, { ...other, ...on });
    const party = { kind: 'party', as: 'other-subject', name: '乙公司' } as const;
    play.must('I', '2024-01-12', party, { kind: 'stated', points: [{ text: '不是我司的' }] });
    play.must('I', '2024-01-25', officer, {
      ...{ kind: 'drafted', document: { number: '望市监核〔2024〕1号' }, told, measures: [] },
      ...{ basis: ['go-2020-49#item-8'], reason: '案卷足以认定。' },
      answers: [{ point: 1, text: '案卷为证。', outcome: 'refused' }],
    });
    const head = officialAs('陈三', 'head_of_authority', 'market');
    play.must('I', '2024-01-26', head, { kind: 'approved' });
    const notified = textOf(play, 'I', 'identity-notice', '乙公司（91）');
    for (const said of [
      '望罚2号',
      '乙公司（91）',
      '拟认定',
      'would be found',
      '登记档案',
      '代码填写有误',
    ]) {
      expect(notified).toContain(said);
    }
    // It says what was meant, not what was drafted since, and when and how to answer.
    expect(notified).not.toContain('案卷足以认定');
    expect(notified).toMatch(/自本告知书送达之日起 \d+ 个工作日内/);
    const text = textOf(play, 'I', 'identity-decision');
    for (const said of ['望罚2号', '不是我司的', '案卷为证', 'Not accepted', 'review_office']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('乙公司');
    expect(textOf(play, 'I', 'identity-decision', '乙公司（91）')).toContain('乙公司（91）');
  });
});

describe('a repair that is taken back as a letter', () => {
  it('says of which repair and why, answers what was said, and who looks at it again', () => {
    const play = listed();
    const matter = { case: 'repair', target: { kind: 'case', caseId: 'L' } } as const;
    play.open('R', '2025-02-05', firm, { matter });
    const shown = { kind: 'condition-shown', condition: 'corrected', proof: '整改报告' } as const;
    for (const by of [firm, officer]) play.must('R', '2025-02-05', by, shown);
    play.must('R', '2025-02-05', firm, { kind: 'pledged', pledge: '承诺守法' });
    const document = { number: '望市监修〔2025〕1号' };
    play.must('R', '2025-02-06', officer, { kind: 'granted', document, reason: '满足' });
    play.must('R', '2025-03-03', officer, {
      ...{ ...notice, measures: [], reason: '整改报告系伪造。' },
      document: { number: '望市监告〔2025〕8号' },
    });
    play.must('R', '2025-03-03', officer, served('notice', '2025-03-03'));
    play.must('R', '2025-03-04', firm, {
      kind: 'stated',
      points: [{ text: '报告由检测单位出具。' }],
    });
    play.must('R', '2025-03-20', officer, {
      ...{ ...draft, measures: [], reason: '经查，报告内容虚假。' },
      document: { number: '望市监撤〔2025〕1号' },
      answers: [{ point: 1, text: '检测单位否认出具。', outcome: 'refused' }],
    });
    expect(lettersOf(play.file('R').actions)).not.toContain('repair-void-decision');
    play.must('R', '2025-03-21', approver, { kind: 'approved' });
    const text = textOf(play, 'R', 'repair-void-decision');
    for (const said of [
      ...['望市监撤〔2025〕1号', '望市监告〔2025〕8号', '报告内容虚假', '报告由检测单位出具'],
      ...['检测单位否认出具', 'Not accepted', 'review_office', '2025年3月21日'],
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe('the hearing of an appeal as a letter', () => {
  it('calls whoever asked, with day, place and who presides, in the name of the other unit', () => {
    const play = listed();
    const matter = { case: 'appeal', of: 'L', points: [{ text: '情节轻微' }] } as const;
    play.open('A', '2024-03-01', firm, { matter, desks: { own: 'review_office' } });
    expect(lettersOf(play.file('A').actions)).toEqual([]);
    play.must('A', '2024-03-01', firm, { kind: 'hearing-asked' });
    play.must('A', '2024-03-04', review, {
      ...{ kind: 'hearing-set', hearingOn: civilDate('2024-03-20') },
      ...{ presiding: '孙八', place: '三楼听证室' },
    });
    const text = textOf(play, 'A', 'hearing-notice');
    for (const said of ['2024年3月20日', '三楼听证室', '孙八', '示例公司', 'review_office']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('严重违法失信名单');
  });
});

describe('a notice to whoever is above a debtor', () => {
  it('is addressed to it, and says why the debtor is listed and how that ends', () => {
    const play = courtListed({ stateOwned: true, superior: '望澜市财政局' });
    const text = textOf(play, 'L', 'superior-notice');
    for (const said of ['望澜市财政局', '望执决1号', '失信被执行人', '有能力履行而拒不履行']) {
      expect(text).toContain(said);
    }
    expect(lettersOf(courtListed().file('L').actions)).not.toContain('superior-notice');
  });
});
