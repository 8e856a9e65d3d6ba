import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import {
  approver,
  draft,
  firm,
  listed,
  notice,
  officer,
  Play,
  reviewer,
  seriousList,
  served,
  type Said,
} from '../case.test-support.ts';
import { composeLetter } from './compose-letter.ts';
import { both } from './letter-words.ts';
import { caseDocuments, type CaseDocument, type Letter } from './letter.ts';
import { lettersOf } from './letters-of.ts';
import { checkNumber, openNumber, readNumber } from './number-form.ts';

const names: Readonly<Record<string, string>> = {
  market: '望澜市市场监管局',
  review_office: '司法局',
};

function compose(play: Play, document: CaseDocument) {
  return composeLetter(play.file('L'), play.world, {
    ...{ document, language: 'both', today: civilDate('2024-02-20') },
    nameOf: (agency) => both(names[agency] ?? agency),
  });
}

function letterOf(play: Play, document: CaseDocument): Letter {
  const outcome = compose(play, document);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.problem));
  return outcome.letter;
}

/** Papers of other cases than a listing, and that of a removal. */
const ofOthers: ReadonlySet<CaseDocument> = new Set([
  'superior-notice',
  'removal-decision',
  'repair-void-decision',
  'spending-order',
  'allowance-decision',
  'identity-notice',
  'identity-decision',
]);

/** Everything a letter says in one language. */
function textOf({ opening, blocks, closing, addressee }: Letter, language: 'zh' | 'en'): string {
  const parts = blocks.flatMap((block) =>
    block.kind === 'part'
      ? [block.heading, ...block.lines]
      : block.rows.flatMap(({ label, value }) => [label, value]),
  );
  return [addressee, opening, ...parts, closing ?? {}]
    .map((each) => each[language] ?? '')
    .join('\n');
}

/** A listing that was disputed in two points, up to its approval. */
function approved(): Play {
  const play = new Play();
  play.open('L', '2024-01-09', officer, { matter: seriousList });
  play.must('L', '2024-01-10', officer, notice);
  play.must('L', '2024-01-12', officer, served('notice', '2024-01-11'));
  const said: Said = {
    kind: 'stated',
    points: [{ text: '整改已经完成。' }, { text: '数额有误。' }],
  };
  play.must('L', '2024-01-13', firm, said);
  play.must('L', '2024-01-25', officer, {
    ...draft,
    answers: [
      { point: 1, text: '整改不影响列入。', outcome: 'refused' },
      { point: 2, text: '已经核对。', outcome: 'upheld' },
    ],
  });
  play.must('L', '2024-01-26', reviewer, { kind: 'reviewed' });
  play.must('L', '2024-01-29', approver, { kind: 'approved' });
  return play;
}

describe('a paper of a case', () => {
  it('exists once the act that it records is done, and not before', () => {
    const play = new Play();
    play.open('L', '2024-01-09', officer, { matter: seriousList });
    expect(lettersOf(play.file('L').actions)).toEqual([]);
    expect(compose(play, 'advance-notice')).toMatchObject({
      kind: 'refused',
      problem: { code: 'case-letter-not-yet' },
    });
    play.must('L', '2024-01-10', officer, notice);
    expect(lettersOf(play.file('L').actions)).toEqual(['advance-notice', 'proof-of-service']);
    expect(lettersOf(approved().file('L').actions)).toContain('listing-decision');
  });

  it('tells in a notice everything that the law asks for, with every period', () => {
    const letter = letterOf(approved(), 'advance-notice');
    const zh = textOf(letter, 'zh');
    for (const told of [
      '受到较重行政处罚', // facts
      '处罚决定书', // evidence
      '《市场监督管理严重违法失信名单管理办法》第2条', // article
      '列为重点监管对象；', // measures: both that were announced, not the one that was decided
      '满 3 年自行移出', // term
      '满 1 年，已经改正', // exit
      '60 天内，可以向司法局申请复议', // remedies
      '6 个月内，可以向人民法院起诉',
      '5 个工作日内，你单位可以书面或者口头提出意见',
      '5 个工作日内，可以要求听证',
    ]) {
      expect(zh).toContain(told);
    }
    expect(textOf(letter, 'en')).toContain('Within 60 days of service you may apply for review');
    expect(letter.number).toBe('望市监告〔2024〕1号');
    expect(letter.signature.on.zh).toBe('2024年1月10日');
  });

  it('answers in a decision each point by its number', () => {
    const zh = textOf(letterOf(approved(), 'listing-decision'), 'zh');
    expect(zh).toContain('1. “整改已经完成。” 不予采纳：整改不影响列入。');
    expect(zh).toContain('2. “数额有误。” 采纳：已经核对。');
    expect(zh).toContain('望市监告〔2024〕1号');
  });

  it('leaves no name in braces and no empty part behind, in either language', () => {
    const play = listed();
    play.must('L', '2024-02-19', officer, {
      ...{ kind: 'removed', ground: 'annulled', reason: '处罚决定已被撤销。' },
      document: { number: '望市监移〔2024〕1号' },
    });
    const written = lettersOf(play.file('L').actions);
    expect(written).toHaveLength(caseDocuments.filter((each) => !ofOthers.has(each)).length);
    for (const document of written) {
      for (const language of ['zh', 'en'] as const) {
        const letter = letterOf(play, document);
        expect(textOf(letter, language)).not.toMatch(/[{}]|undefined/);
        for (const block of letter.blocks) {
          if (block.kind === 'table') continue;
          for (const each of block.lines) expect(each[language], document).not.toBe('');
        }
      }
    }
  });

  it('shows on the proof of service how it was served, or every way to tick before', () => {
    const before = textOf(letterOf(approved(), 'proof-of-service'), 'zh');
    for (const way of ['直接', '留置', '邮寄', '委托', '公告', '电子']) {
      expect(before).toContain(`${way}送达`);
    }
    const play = approved();
    play.must('L', '2024-01-30', officer, {
      ...{ kind: 'service-failed', paper: 'decision', mode: 'in_person' },
      ...{ triedOn: civilDate('2024-01-30'), note: '无人应答' },
    });
    play.must('L', '2024-02-05', officer, served('decision', '2024-02-05'));
    const after = textOf(letterOf(play, 'proof-of-service'), 'zh');
    expect(after).toContain('2024年2月5日');
    expect(after).toContain('2024年1月30日，直接送达：无人应答');
    expect(after).not.toContain('□');
  });

  it('is refused under a number that is not in the form of the edition', () => {
    const play = new Play();
    play.open('L', '2024-01-09', officer, { matter: seriousList });
    play.must('L', '2024-01-10', officer, { ...notice, document: { number: '第一号' } });
    expect(compose(play, 'advance-notice')).toMatchObject({
      kind: 'refused',
      problem: { code: 'case-letter-number' },
    });
  });
});

describe('the form of a number', () => {
  const pattern = '{authority}告〔{year}〕{sequence}号';

  it('is read literally but for its names', () => {
    expect(readNumber(pattern, '望市监告〔2026〕17号')).toBe('望市监');
    for (const wrong of [
      '望市监告[2026]17号',
      '望市监告〔26〕17号',
      '告〔2026〕17号',
      '望市监告〔2026〕号',
    ]) {
      expect(checkNumber([pattern], wrong)?.code, wrong).toBe('case-letter-number');
    }
  });

  it('leaves room for the number where no act gives one', () => {
    expect(openNumber(pattern, '望市监', civilDate('2026-04-01'))).toBe('望市监告〔2026〕　　号');
  });
});
