import type { CardOf } from '../card/card-kinds.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { Breach, Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf, type GuardView } from './view.ts';

/** Every look at non-public data is shown to its subject; a written order for a named investigation may delay that for a limited time. */
export const g37: Guard = {
  id: 'G37',
  title: { zh: '看得见谁查过', en: 'You see who looked' },
  why: {
    zh: '对非公开数据的每次查询都向当事人展示；只有为指明的调查、凭书面命令才可以推迟，并且有最长期限。',
    en: 'Every look at non-public data is shown to its subject; a written order for a named investigation may delay that for a limited time.',
  },
  source: 'Estonian data tracker',
  judge(view, report) {
    for (const [id, query] of view.cards.query) {
      if (query.part !== 'public') judgeQuery(view, id, query, report);
    }
    for (const [id, { does, journal, subjectTold }] of view.cards.operation) {
      if (does !== 'read') continue;
      if (journal === 'none') hide(id, 'operation', 'journal', 'entry', report);
      if (!subjectTold) hide(id, 'operation', 'subject-told', 'true', report);
    }
  },
};

function judgeQuery(
  { limits: { lookHidden } }: GuardView,
  id: string,
  query: CardOf<'query'>,
  report: ReportBreach,
): void {
  if (query.journal === 'none') hide(id, 'query', 'journal', 'entry', report);
  const shown = query.shownToSubject;
  if (shown === 'at_once') return;
  if (shown === 'never') {
    hide(id, 'query', 'shown-to-subject', 'at_once', report);
    return;
  }
  if (shown.order === 'none' || isLonger(shown.after, lookHidden.atMost)) {
    const after = writeLimit(lookHidden);
    const accepted = `at_once | {after: ${after}, order: written_for_named_investigation}`;
    report(placeOf('query', id, 'shown-to-subject'), { ...hidden(accepted), limit: 'lookHidden' });
  }
}

function hide(
  id: string,
  kind: 'query' | 'operation',
  field: string,
  accepted: string,
  report: ReportBreach,
): void {
  report(placeOf(kind, id, field), hidden(accepted));
}

function hidden(accepted: string): Breach {
  return {
    code: 'access-hidden',
    message: 'The subject would not see who looked at its closed data.',
    accepted,
    repair: `Write ${accepted}.`,
  };
}
