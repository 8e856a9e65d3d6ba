import { addDays, isBefore } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf, type GuardView } from './view.ts';

type Promulgated = Pick<CardOf<'list'>, 'comment' | 'evaluation' | 'inForce'> & {
  readonly impact?: CardOf<'list'>['impact'];
};

interface Judged {
  readonly view: GuardView;
  readonly kind: 'list' | 'measure';
  readonly id: string;
  readonly card: Promulgated;
  readonly report: ReportBreach;
}

/** A rule enters into force only after publication, an assessment and a comment period, and with a day of review or an end. */
export const g45: Guard = {
  id: 'G45',
  alias: 'L15',
  title: { zh: '先评估后公布', en: 'Impact first, then publish' },
  why: {
    zh: '规则公布、评估、征求意见之后才生效，并写明复审日或者终止日。',
    en: 'A rule enters into force only after publication, an assessment and a comment period, and with a day of review or an end.',
  },
  source: 'ICO on the Gangs Matrix; N15',
  judge(view, report) {
    for (const [id, card] of view.cards.list) judgeCard({ view, kind: 'list', id, card, report });
    for (const [id, card] of view.cards.measure) {
      if (card.follows === undefined && card.impact === undefined) continue;
      judgeCard({ view, kind: 'measure', id, card, report });
    }
    for (const { kind, id, card } of view.programs) {
      card.parameters?.forEach(({ parameter, setBy }, index) => {
        if (setBy === 'edition') return;
        report(placeOf(kind, id, 'parameters', index, 'set-by'), {
          code: 'impact-missing',
          message: `${parameter} may change after the rule was published and assessed.`,
          found: setBy,
          accepted: 'edition',
          repair: 'Fix the number in the edition.',
        });
      });
    }
  },
};

function judgeCard(judged: Judged): void {
  const { card, view } = judged;
  const { commentDays, evaluationOfRules } = view.limits;
  judgeComment(judged);
  judgeEvaluation(judged);
  const { impact } = card;
  if (impact === undefined || impact === 'none') {
    refuse(judged, impact === undefined ? [] : ['impact'], {
      message: 'Nobody has tried what the rule does.',
      accepted: '{lab-report, published} | {none: {source, at}} where the card restates law',
      repair: 'Add impact.',
    });
    return;
  }
  if ('none' in impact) {
    if (!isAddition(judged)) return;
    refuse(judged, ['impact'], {
      message: 'What a local edition adds is tried before, whatever it cites (N3).',
      accepted: '{lab-report, published}',
      repair: 'Add the Lab report and the day of publication.',
    });
    return;
  }
  if (isBefore(card.inForce.from, addDays(impact.published, commentDays.atLeast))) {
    refuse(judged, ['impact', 'published'], {
      message: 'It would be in force before the public had time to comment (N15).',
      limit: 'commentDays',
      found: impact.published,
      accepted: `at least ${writeLimit(commentDays)} days before ${card.inForce.from}`,
      repair: 'Publish it earlier, or let it begin later.',
    });
  }
  for (const key of ['comment', 'evaluation'] as const) {
    const said = card[key];
    if (typeof said === 'object' && 'none' in said) {
      refuse(judged, [key, 'none'], {
        message: 'What was tried as a rule of its own is commented on and looked at again (N15).',
        repair: `Declare ${key}, or write impact: {none: {source, at}} where the card restates law.`,
      });
    }
    if (said !== undefined) continue;
    refuse(judged, [], {
      message: `${key} is missing; only a list that restates law in force does without (N15).`,
      accepted:
        key === 'comment'
          ? `comment: {days: ${writeLimit(commentDays)}}`
          : `evaluation: {by: third_party, every: ${writeLimit(evaluationOfRules)}}`,
      repair: `Add ${key}, or write impact: {none: {source, at}}.`,
    });
  }
}

/** Whether a local edition says it and the one above has no such card. */
function isAddition({ view, kind, id }: Judged): boolean {
  if (view.parent === undefined || !view.isOwn(kind, id)) return false;
  return kind === 'list' ? !view.parent.lists.has(id) : !view.parent.measures.has(id);
}

function judgeComment(judged: Judged): void {
  const { commentDays } = judged.view.limits;
  const { comment } = judged.card;
  if (comment === 'none') {
    refuse(judged, ['comment'], {
      message: 'The public is not asked (N15).',
      found: 'none',
      accepted: `{days: ${writeLimit(commentDays)}}`,
      repair: 'Ask the public.',
    });
  } else if (comment !== undefined && 'days' in comment && comment.days < commentDays.atLeast) {
    refuse(judged, ['comment', 'days'], {
      message: 'The public has too few days to comment (N15).',
      limit: 'commentDays',
      found: String(comment.days),
      accepted: `at least ${writeLimit(commentDays)}`,
      repair: `Give ${writeLimit(commentDays)} days.`,
    });
  }
}

function judgeEvaluation(judged: Judged): void {
  const { evaluationOfRules } = judged.view.limits;
  const { evaluation } = judged.card;
  if (evaluation === undefined) return;
  if (evaluation === 'none') {
    refuse(judged, ['evaluation'], {
      message: 'Nobody looks at what it does (N15).',
      found: 'none',
      accepted: `{by: third_party, every: ${writeLimit(evaluationOfRules)}}`,
      repair: 'Let a third party look at it.',
    });
    return;
  }
  if ('none' in evaluation) return;
  if (evaluation.by !== 'third_party') {
    refuse(judged, ['evaluation', 'by'], {
      message: 'It is evaluated by somebody else than its author (N15).',
      found: evaluation.by,
      accepted: 'third_party',
      repair: 'Write third_party.',
    });
  }
  if (isLonger(evaluation.every, evaluationOfRules.atMost)) {
    refuse(judged, ['evaluation', 'every'], {
      message: 'A third party would look at the rule too seldom (N15).',
      limit: 'evaluationOfRules',
      accepted: `${writeLimit(evaluationOfRules)} or shorter`,
      repair: 'Evaluate it more often.',
    });
  }
}

function refuse(
  { kind, id, report }: Judged,
  path: readonly string[],
  breach: Omit<Parameters<ReportBreach>[1], 'code'>,
): void {
  report(placeOf(kind, id, ...path), { code: 'impact-missing', ...breach });
}
