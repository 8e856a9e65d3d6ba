import type { CardOf } from '../card/card-kinds.ts';
import { columnsRead } from './columns-read.ts';
import type { Guard, ReportBreach } from './guard.ts';
import type { ProgramCard } from './programs.ts';
import { isAdverseItem, placeOf, type GuardView } from './view.ts';

type Category = CardOf<'item'>['category'];

/** What stays on its own side of a wall. */
const walled: readonly Category[] = ['points', 'praise', 'loan_history'];
/** Uses that are finance. */
const finance = ['loan_assessment', 'loan_decision', 'lending', 'credit_rating', 'insurance'];

/** Public credit data, loan scoring, civic points and praise never become one number; regimes of the Lab never reach the live platform. */
export const g39: Guard = {
  id: 'G39',
  title: {
    zh: '金融、积分、表彰与实验室互相隔开',
    en: 'Walls between finance, points, praise and Lab',
  },
  why: {
    zh: '公共信用、贷款评分、文明积分和道德表彰不得合成一个数；实验室的制度不得进入正式平台。',
    en: 'Public credit data, loan scoring, civic points and praise never become one number; regimes of the Lab never reach the live platform.',
  },
  source: '2024-25 plan; N16',
  judge(view, report) {
    for (const [id, scheme] of view.cards.points) judgePoints(id, scheme, report);
    for (const program of view.programs) judgeProgram(program, report);
    judgeRecords(view, report);
    for (const [id, { mergedWith }] of view.cards.sharing) {
      if (mergedWith.length === 0) continue;
      report(placeOf('sharing', id, 'merged-with'), {
        code: 'wall-broken',
        message: `Records would be joined with ${mergedWith.join(', ')}.`,
        found: mergedWith.join(', '),
        accepted: '[]',
        repair: 'Hand records over as separate lines.',
      });
    }
  },
};

function judgePoints(id: string, scheme: CardOf<'points'>, report: ReportBreach): void {
  const others = scheme.usedFor.filter((use) => use !== 'extras');
  if (others.length > 0) {
    report(placeOf('points', id, 'used-for'), {
      code: 'wall-broken',
      message: 'Civic points are good for extras and nothing else.',
      found: others.join(', '),
      accepted: '[extras]',
      repair: 'Drop every other use.',
    });
  }
  if (scheme.sharedWith.length > 0) {
    report(placeOf('points', id, 'shared-with'), {
      code: 'wall-broken',
      message: 'Civic points stay with those who run the scheme.',
      found: scheme.sharedWith.join(', '),
      accepted: '[]',
      repair: 'Share them with nobody.',
    });
  }
}

function judgeProgram(program: ProgramCard, report: ReportBreach): void {
  const { kind, id } = program;
  if (program.kind !== 'scale') {
    const uses = program.card.use.filter((use) => finance.includes(use));
    if (uses.length > 0) {
      report(placeOf(kind, id, 'use'), {
        code: 'wall-broken',
        message: 'A class of public records is no loan score.',
        found: uses.join(', '),
        repair: 'Drop the use; a lender reads public records as separate lines.',
      });
    }
  }
  for (const { item, category, path } of program.inputs) {
    if (!walled.includes(category)) continue;
    report(placeOf(kind, id, ...path), {
      code: 'wall-broken',
      message: `A class would be made of ${category}.`,
      found: item?.collection ?? category,
      repair: 'Drop the indicator.',
    });
  }
}

/** What is walled off burdens nobody: neither as a record of its own nor as a part of another. */
function judgeRecords(view: GuardView, report: ReportBreach): void {
  for (const [id, item] of view.cards.item) {
    if (!walled.includes(item.category) || !isAdverseItem(view.draft, item)) continue;
    report(placeOf('item', id, 'category'), {
      code: 'wall-broken',
      message: `${item.category} would be kept against somebody.`,
      found: item.category,
      repair: 'Remove the item, or record it as what burdens nobody.',
    });
  }
  for (const { kind, id, at, items } of view.actions) {
    const found = items.filter((name) =>
      walled.includes(view.cards.item.get(name)?.category ?? 'registration'),
    );
    if (found.length === 0) continue;
    report(placeOf(kind, id, at, 'item'), {
      code: 'wall-broken',
      message: 'Something adverse would follow from points, praise or loans.',
      found: found.join(', '),
      repair: 'Name an item of decisions.',
    });
  }
  for (const { kind, id, path, field, category } of columnsRead(view)) {
    if (!walled.includes(category)) continue;
    report(placeOf(kind, id, ...path), {
      code: 'wall-broken',
      message: 'Something adverse would follow from points, praise or loans.',
      found: `r.${field}: ${category}`,
      repair: 'Leave the column out of the condition.',
    });
  }
}
