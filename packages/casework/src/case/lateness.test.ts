import { civilDate } from '@credence/domain';
import type { Edition, ListCard, Rulebook } from '@credence/rulebook';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseWorld } from './case.ts';
import {
  Play,
  approver,
  desks,
  draft,
  firm,
  nation,
  notice,
  officer,
  officialAs,
  penalty,
  review,
  reviewer,
  seriousList,
  served,
  superior,
} from './case.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

type OnLate = ListCard['onLate'];

/** The national law, had every list declared what an authority's lateness brings. */
function declaring(onLate: OnLate): Rulebook {
  const law = nation();
  const amended = new Map<Edition, Edition>();
  const amend = (edition: Edition): Edition => {
    const lists = new Map([...edition.lists].map(([id, list]) => [id, { ...list, onLate }]));
    const known = amended.get(edition) ?? { ...edition, lists };
    amended.set(edition, known);
    return known;
  };
  const on: Rulebook['on'] = (day) => {
    const found = law.on(day);
    return found === undefined ? undefined : amend(found);
  };
  return { ...law, on, editions: law.editions.map(amend) };
}

class Declared extends Play {
  readonly law: Rulebook;

  constructor(onLate: OnLate, field: string) {
    super([penalty({ facts: { ...penalty().facts, domain: field } })]);
    this.law = declaring(onLate);
  }

  override get world(): CaseWorld {
    return { ...super.world, rulebook: this.law };
  }
}

const late = '2024-03-12';
const safety = { list: 'mem.work-safety', basis: ['work-safety-law-2021#art-78'] } as const;
const limits = { measures: ['work_safety_limits'] } as const;

/** A listing with a measure carried out, and an objection whose last day is 2024-03-11. */
function disputed(onLate: OnLate, of: 'safety' | 'market'): Play {
  const play = new Declared(onLate, of === 'safety' ? 'work_safety' : 'food');
  const own = of === 'safety' ? limits : {};
  const matter = of === 'safety' ? { ...seriousList, ...safety, ...limits } : seriousList;
  play.open('L', '2024-01-09', officer, { matter });
  play.must('L', '2024-01-10', officer, { ...notice, ...own });
  play.must('L', '2024-01-12', officer, served('notice', '2024-01-11'));
  play.must('L', '2024-01-25', officer, { ...draft, ...own, basis: [...matter.basis] });
  play.must('L', '2024-01-26', reviewer, { kind: 'reviewed' });
  play.must('L', '2024-01-29', approver, { kind: 'approved' });
  play.must('L', '2024-02-05', officer, served('decision', '2024-02-05'));
  const [measure, capacity] =
    of === 'safety'
      ? (['work_safety_limits', 'emergency_management'] as const)
      : (['key_supervision', 'market_supervision'] as const);
  play.open('M', '2024-02-06', officer, {
    matter: { case: 'measure', measure, cause: 'L', capacity },
    desks: { ...desks, body: 'market' },
  });
  const document = { number: '望执〔2024〕1号' };
  const executedOn = civilDate('2024-02-07');
  play.must('M', '2024-02-07', officialAs('冯七', 'case_officer'), { kind: 'accepted' });
  play.must('M', '2024-02-07', officialAs('冯七', 'case_officer'), {
    ...{ kind: 'executed', document, executedOn },
  });
  const target = { kind: 'case', caseId: 'L' } as const;
  play.open('O', '2024-03-01', firm, {
    matter: { case: 'objection', target, clock: 'dispute.credence', points: [{ text: '有误' }] },
  });
  return play;
}

const effects = (play: Play, day: string) =>
  ['L', 'M'].map((id) => {
    const { effect } = play.at(id, day);
    return effect.kind === 'suspended' ? effect.because : effect.kind;
  });

const document = { number: '望复〔2024〕1号' };
const stands = {
  kind: 'urgently-reviewed',
  document,
  reason: '风险仍在',
  outcome: 'stands',
} as const;

describe('an authority that is late', () => {
  it.each([
    ['mark', 'in-effect', 'in-effect'],
    ['suspend_display', 'authority-late', 'in-effect'],
    ['suspend_measure', 'authority-late', 'cause-suspended'],
  ] as const)('brings what the card declares and no more: %s', (onLate, listing, measure) => {
    const play = disputed(onLate, 'market');
    expect(effects(play, '2024-03-11')).toEqual(['in-effect', 'in-effect']);
    expect(effects(play, late)).toEqual([listing, measure]);
    expect(play.at('O', late).phase).toBe('escalated');
    // Nothing is at stake that lateness may not lift.
    expect(play.at('O', late).urgent).toBeUndefined();
    const answer = { ...{ document, basis: seriousList.basis, reason: '已核实' } };
    play.must('O', late, superior, {
      ...{ kind: 'answered', ...answer, effect: 'none' },
      answers: [{ point: 1, text: '无误', outcome: 'refused' }],
    });
    expect(effects(play, late)).toEqual(['in-effect', 'in-effect']);
  });

  it('never lifts what an article orders for life and safety', () => {
    const play = disputed('suspend_measure', 'safety');
    expect(effects(play, late)).toEqual(['authority-late', 'in-effect']);
  });
});

describe('an urgent review', () => {
  it('opens by itself the day after, with a clock of its own, on the desk of another unit', () => {
    const play = disputed('mark', 'safety');
    expect(play.at('O', '2024-03-11').urgent).toBeUndefined();
    const opened = play.at('O', late);
    expect(opened.queue).toEqual({ part: 'superior', agency: 'province' });
    expect(opened.urgent).toEqual({ part: 'review-unit', agency: 'review_office' });
    expect(opened.visibleTo).toContain('review-unit');
    const clock = (day: string) =>
      play.at('O', day).clocks.find((each) => each.clock === 'urgent_review');
    expect(clock(late)).toMatchObject({ runsFor: 'review-unit', dueOn: '2024-03-13' });
    expect(clock('2024-03-14')?.state).toBe('late');
    play.must('O', '2024-03-13', review, stands);
    expect(clock('2024-03-14')?.state).toBe('met');
    expect(play.at('O', '2024-03-14').urgent).toBeUndefined();
    expect(play.act('O', '2024-03-14', review, stands)).toBe(false);
    // The office still owes its answer.
    expect(play.at('O', '2024-03-14').phase).toBe('escalated');
  });

  it('is for that unit alone, by somebody without a part, and only while it is open', () => {
    const play = disputed('mark', 'safety');
    expect(play.act('O', '2024-03-11', review, stands)).toBe(false);
    expect(play.act('O', late, officer, stands)).toBe(false);
    expect(play.act('O', late, superior, stands)).toBe(false);
    expect(play.act('O', late, officialAs('王一', 'reviewer', 'review_office'), stands)).toBe(
      false,
    );
    expect(play.refused).toEqual(['case-same-unit']);
  });

  it('may put off what stands until the answer, which lateness alone never does', () => {
    const play = disputed('mark', 'safety');
    play.must('O', late, review, { ...stands, outcome: 'put-off' });
    expect(effects(play, late)).toEqual(['stay', 'cause-suspended']);
    play.must('O', '2024-03-13', firm, { kind: 'withdrawn', reason: '撤回' });
    expect(effects(play, '2024-03-13')).toEqual(['in-effect', 'in-effect']);
  });

  it('goes to the superior where the unit that decides appeals is late itself', () => {
    const play = disputed('mark', 'safety');
    const points = [{ text: '另请复核' }];
    play.open('A', '2024-03-01', firm, {
      matter: { case: 'appeal', of: 'L', points },
      desks: { own: 'review_office', superior: 'province' },
    });
    const after = civilDate('2024-06-05');
    expect(play.at('A', after).urgent).toEqual({ part: 'superior', agency: 'province' });
    play.must('A', after, superior, stands);
    expect(play.at('A', after).urgent).toBeUndefined();
  });
});
