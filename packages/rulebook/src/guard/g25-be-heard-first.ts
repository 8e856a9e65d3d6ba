import type { LimitName } from '../card/limits-card.ts';
import { revocationsOf, type Burden } from './actions.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf, type GuardView } from './view.ts';

/** Whoever is to be burdened may state and defend before the decision, and ask for a hearing before a serious list. */
export const g25: Guard = {
  id: 'G25',
  title: { zh: '先听取陈述申辩', en: 'Be heard first' },
  why: {
    zh: '决定作出之前，当事人有权陈述、申辩；列入严重失信名单的，有权要求听证。',
    en: 'Whoever is to be burdened may state and defend before the decision, and ask for a hearing before a serious list.',
  },
  source: 'SAMR Order 44; Administrative Penalty Law; N4',
  judge(view, report) {
    const listed = view.actions.flatMap(({ kind, id, procedure }): Burden[] =>
      procedure === undefined ? [] : [{ kind, id, above: [], procedure }],
    );
    for (const burden of [...listed, ...revocationsOf(view.draft)]) {
      judgeStatement(view, burden, report);
      judgeHearing(burden, report);
    }
  },
};

function judgeStatement(
  view: GuardView,
  { kind, id, above, procedure: { statement, notice } }: Burden,
  report: ReportBreach,
): void {
  // The time to state and defend, and the wait of a display that no hearing preceded (N4).
  const { statementWorkingDays } = view.limits;
  const least = statementWorkingDays.atLeast;
  const refuse = (message: string, limit?: LimitName): void => {
    report(placeOf(kind, id, ...above, 'procedure', 'statement'), {
      code: 'hearing-missing',
      message,
      accepted: `{working-days: ${writeLimit(statementWorkingDays)}}`,
      repair: 'Give time to state and defend before the decision.',
      ...(limit === undefined ? {} : { limit }),
    });
  };
  if (statement === 'none') {
    refuse('Nobody is heard before the decision.');
    return;
  }
  if ('none' in statement) {
    const list = kind === 'list' ? view.cards.list.get(id) : undefined;
    const waits = list?.publicity.waits?.workingDays ?? 0;
    const earlier = notice !== 'none' && 'earlier' in notice;
    if (!earlier && list !== undefined && waits < least) {
      refuse(
        'Where the law enters without hearing anyone, the display waits some working days (N4).',
        'statementWorkingDays',
      );
    }
    return;
  }
  if (statement.when === 'after_effect') refuse('Objections are looked at after the effect.');
  if (statement.workingDays < least) {
    const message = `${String(statement.workingDays)} working days are too few to answer.`;
    refuse(message, 'statementWorkingDays');
  }
  if (statement.precondition !== undefined && statement.precondition !== 'none') {
    refuse(`To be heard depends on ${statement.precondition}.`);
  }
}

function judgeHearing(
  { kind, id, above, procedure: { hearing } }: Burden,
  report: ReportBreach,
): void {
  const bare = kind !== 'measure' && hearing === 'none';
  const biased =
    hearing !== 'none' && 'presiding' in hearing && hearing.presiding === 'investigator';
  if (!bare && !biased) return;
  report(placeOf(kind, id, ...above, 'procedure', 'hearing'), {
    code: 'hearing-missing',
    message: bare
      ? 'A list is entered without the right to a hearing, and no article is named for it.'
      : 'The investigator presides over the hearing about his own case.',
    accepted: '{on-request-within, notice, presiding: not_investigator} | {none: {source, at}}',
    repair: 'Declare the hearing, or the article that does without it.',
  });
}
