import { officials } from '../card/guard-words.ts';
import { revocationsOf, type Action, type Burden } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { placeOf } from './view.ts';

/** An adverse decision needs two people of different roles; nobody acts where an interest was declared. */
export const g42: Guard = {
  id: 'G42',
  title: { zh: '两人负责，利害回避', en: 'Four eyes, no own cause' },
  why: {
    zh: '不利决定由岗位不同的两人作出；申报了利害关系的人不得办理。',
    en: 'An adverse decision needs two people of different roles; nobody acts where an interest was declared.',
  },
  source: 'Zhengzhou 2022; ASVS V2.3.5',
  judge(view, report) {
    for (const action of view.actions) {
      const { kind, id, procedure, remedies } = action;
      if (procedure === undefined) continue;
      judgeRoles({ kind, id, above: [], procedure }, remedies, report);
    }
    for (const burden of revocationsOf(view.draft)) judgeRoles(burden, undefined, report);
    for (const [id, { does, by, second, conflicts }] of view.cards.operation) {
      if (does === 'read') continue;
      if (second === 'none' || second === by) {
        report(placeOf('operation', id, 'second'), alone(second));
      }
      if (conflicts === 'not_asked') report(placeOf('operation', id, 'conflicts'), unasked);
    }
  },
};

function alone(found: string) {
  return {
    code: 'same-role',
    message: 'One hand alone would do it.',
    found,
    accepted: 'another role',
    repair: 'Name a second person of another role.',
  } as const;
}

const unasked = {
  code: 'same-role',
  message: 'Officials with an interest of their own are not kept out.',
  found: 'not_asked',
  accepted: 'excluded',
  repair: 'Write conflicts: excluded.',
} as const;

function judgeRoles(
  { kind, id, above, procedure }: Burden,
  remedies: Action['remedies'],
  report: ReportBreach,
): void {
  const { decides, reviews, approves } = procedure;
  for (const [key, role, others] of [
    ['reviews', reviews, [decides]],
    ['approves', approves, [decides, reviews]],
  ] as const) {
    if (role === 'none' || !others.some((other) => other === role)) continue;
    report(placeOf(kind, id, ...above, 'procedure', key), {
      code: 'same-role',
      message: 'Deciding, reviewing and approving are three roles (G42).',
      found: role,
      accepted: 'a role of its own',
      repair: 'Name another role.',
    });
  }
  for (const [key, role] of [
    ['reviews', reviews],
    ['approves', approves],
  ] as const) {
    if (role === 'none' || officials.some((known) => known === role)) continue;
    report(placeOf(kind, id, ...above, 'procedure', key), {
      code: 'same-role',
      message: `${role} is the role of no official.`,
      found: role,
      accepted: officials.join(' | '),
      repair: 'Name the role of an official.',
    });
  }
  if (approves === 'none')
    report(placeOf(kind, id, ...above, 'procedure', 'approves'), alone(approves));
  if (procedure.conflicts === 'not_asked') {
    report(placeOf(kind, id, ...above, 'procedure', 'conflicts'), unasked);
  }
  const reviewer = remedies === undefined || remedies.review === 'none' ? '' : remedies.review.by;
  if ([decides, reviews, approves, 'same_officer'].includes(reviewer)) {
    report(placeOf(kind, id, 'remedies', 'review', 'by'), {
      code: 'same-role',
      message: 'Somebody who took part would judge the objection.',
      found: reviewer,
      accepted: 'other_unit',
      repair: 'Name another unit.',
    });
  }
}
