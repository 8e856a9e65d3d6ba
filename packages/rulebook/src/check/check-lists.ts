import { parsePeriod } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import { checkCode, columnOf, type Tell } from './check-conditions.ts';
import { checkListEnds } from './check-list-ends.ts';
import { isLonger } from './compare-periods.ts';
import { ranksOf } from './check-measures.ts';
import type { Check, Draft } from './draft.ts';

const LEAST_COMMENT_DAYS = 30;
const EVALUATION_AT_MOST = parsePeriod('P24M');

/** Lists have the rank of basis, the comment, the roles and the ends that guards N1, N2, N15 ask. */
export const checkLists: Check = (draft, report) => {
  for (const [id, list] of draft.cards.list) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'list', id, path }, complaint);
    };
    checkRank(draft, list, tell);
    checkTrigger(draft, list, tell);
    checkRoles(list, tell);
    checkListEnds(list, tell);
    checkImpact(list, tell);
    checkMeasuresOf(draft, list, tell);
    if (list.onLate !== 'mark' && list.onLateGround === undefined) {
      tell(['on-late'], {
        code: 'key-missing',
        message: 'on-late-ground is missing: what lets a late answer suspend (N6)?',
        accepted: 'operator_policy | {source, at}',
      });
    }
  }
};

/** A department rule carries criteria only provisionally, under a named parent article. */
function checkRank(draft: Draft, list: CardOf<'list'>, tell: Tell): void {
  const { known, ranks } = ranksOf(draft, list.basis);
  if (!known) return;
  const enough = [
    'law',
    'administrative_regulation',
    'local_regulation',
    'central_policy_document',
  ];
  if (ranks.some((rank) => enough.includes(rank))) return;
  tell(['basis'], {
    code: 'basis-rank',
    message: 'The criteria of a list cannot rest on sources of this rank alone (N2).',
    found: ranks.join(', '),
    accepted: `${enough.join(' | ')}, or a department_rule beside its parent article`,
    repair: 'Cite the article above it, or remove the list.',
  });
}

function checkTrigger(draft: Draft, list: CardOf<'list'>, tell: Tell): void {
  const { trigger } = list;
  const severities = draft.edition.severities.map(({ code }) => code);
  if (trigger.gravity !== undefined && !severities.includes(trigger.gravity)) {
    tell(['trigger', 'gravity'], {
      code: 'code-unknown',
      message: `${trigger.gravity} is not a severity class of the edition.`,
      found: trigger.gravity,
      accepted: severities.join(', '),
    });
  }
  const item = draft.cards.item.get(trigger.item);
  const schema = item === undefined ? undefined : draft.cards.schema.get(item.fields);
  if (schema === undefined || trigger.kinds === undefined) return;
  const column = columnOf(schema, 'kinds');
  if (column === undefined) {
    tell(['trigger', 'kinds'], {
      code: 'field-unknown',
      message: `Records of ${trigger.item} have no kinds.`,
      repair: 'Remove kinds.',
    });
    return;
  }
  trigger.kinds.any.forEach((code, index) => {
    checkCode(column, code, ['trigger', 'kinds', 'any', index], tell);
  });
}

function checkRoles(list: CardOf<'list'>, tell: Tell): void {
  const { decides, reviews, approves } = list.procedure;
  for (const [key, role, others] of [
    ['reviews', reviews, [decides]],
    ['approves', approves, [decides, reviews]],
  ] as const) {
    if (!others.some((other) => other === role)) continue;
    tell(['procedure', key], {
      code: 'same-role',
      message: 'Deciding, reviewing and approving are three roles (G42).',
      found: role,
      accepted: 'a role of its own',
    });
  }
}

function checkImpact(list: CardOf<'list'>, tell: Tell): void {
  const { comment, evaluation } = list;
  if (comment !== undefined && 'days' in comment && comment.days < LEAST_COMMENT_DAYS) {
    tell(['comment', 'days'], {
      code: 'impact-missing',
      message: 'The public has at least 30 days to comment (N15).',
      found: String(comment.days),
      accepted: `at least ${LEAST_COMMENT_DAYS}`,
    });
  }
  const every = evaluation !== undefined && 'every' in evaluation ? evaluation.every : undefined;
  if (every !== undefined && EVALUATION_AT_MOST && isLonger(every, EVALUATION_AT_MOST)) {
    tell(['evaluation', 'every'], {
      code: 'impact-missing',
      message: 'A list is evaluated by a third party at least every 24 months (N15).',
      accepted: 'P24M or shorter',
    });
  }
  if ('none' in list.impact) return;
  for (const key of ['comment', 'evaluation'] as const) {
    if (list[key] !== undefined) continue;
    tell([], {
      code: 'impact-missing',
      message: `${key} is missing; only a list that restates law in force does without (N15).`,
      accepted:
        key === 'comment' ? 'comment: {days: 30}' : 'evaluation: {by: third_party, every: P24M}',
      repair: `Add ${key}, or write impact: {none: {source, at}}.`,
    });
  }
}

function checkMeasuresOf(draft: Draft, list: CardOf<'list'>, tell: Tell): void {
  list.effect.measures.forEach((id, index) => {
    const measure = draft.cards.measure.get(id);
    if (measure === undefined) return;
    const at = ['effect', 'measures', index];
    if (measure.class === 'III') {
      tell(at, {
        code: 'private-measure-demanded',
        message: `${id} is for private bodies at their own choice; a list never demands it (N2).`,
        found: id,
        accepted: 'measures of class I or II',
      });
    }
    const untouched = list.subjects.filter((subject) => !measure.subjects.includes(subject));
    if (untouched.length > 0) {
      tell(at, {
        code: 'class-mismatch',
        message: `${id} cannot touch ${untouched.join(', ')}, which the list names.`,
        found: id,
        accepted: `measures for ${list.subjects.join(', ')}`,
      });
    }
  });
}
