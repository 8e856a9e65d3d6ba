import { revocationsOf, type Action, type Burden } from './actions.ts';
import type { Breach, Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { isAdverseItem, legislativeRanks, placeOf, type GuardView } from './view.ts';

type Notice = NonNullable<Action['procedure']>['notice'];

const needed = ['facts', 'evidence', 'article', 'measures', 'term', 'remedies'];
/** Ways of service that nobody has to notice. */
const unseen = ['portal_only', 'none'];

/** People learned at a ticket counter that they were listed. Nothing adverse happens and nothing is published before a reasoned notice has been served. */
export const g24: Guard = {
  id: 'G24',
  title: { zh: '先告知后生效', en: 'Notice before effect' },
  why: {
    zh: '曾有人到了售票窗口才知道自己已被列入名单；送达有说明理由的告知书之前，不得产生任何不利后果，也不得公示。',
    en: 'People learned at a ticket counter that they were listed. Nothing adverse happens and nothing is published before a reasoned notice has been served.',
  },
  source: 'Chifeng case 2016; MiDAS; N4, N5',
  judge(view, report) {
    for (const action of view.actions) judgeAction(view, action, report);
    for (const burden of revocationsOf(view.draft)) judgeNotice(view, burden, report);
    for (const [id, { effect }] of view.cards.list) {
      if (effect.begins !== 'before_notice' && effect.begins !== 'on_approval') continue;
      report(placeOf('list', id, 'effect', 'begins'), {
        code: 'notice-missing',
        message: 'The effect would begin before anything has been served.',
        found: effect.begins,
        accepted: 'on_service | on_decision',
        repair: 'Let it begin when the decision is served.',
      });
    }
    for (const [id, item] of view.cards.item) {
      const served = item.service === 'required' || item.serviceBasis !== undefined;
      if (served || !isAdverseItem(view.draft, item)) continue;
      report(placeOf('item', id, 'service'), {
        code: 'key-missing',
        message:
          'Something adverse is shown without proven service; no article is named for it (N5).',
        accepted: 'service-basis: {basis, confidence}',
        repair: 'Add service-basis, or require service.',
      });
    }
  },
};

function judgeAction(view: GuardView, action: Action, report: ReportBreach): void {
  const { procedure, kind, id } = action;
  if (procedure === undefined) {
    if (action.lists.length > 0) return;
    report(placeOf(kind, id, action.at), {
      code: 'notice-missing',
      message: 'Something adverse follows and no procedure is declared: nobody is told before.',
      accepted: 'procedure: {notice, statement, hearing, decides, ...}',
      repair: 'Add procedure, or let it follow from a list.',
    });
    return;
  }
  judgeNotice(view, { kind, id, above: [], procedure }, report);
}

function judgeNotice(
  view: GuardView,
  { kind, id, above, procedure: { notice } }: Burden,
  report: ReportBreach,
): void {
  const problem = problemOf(view, notice);
  if (problem === undefined) return;
  report(placeOf(kind, id, ...above, 'procedure', 'notice'), {
    code: 'notice-missing',
    ...problem,
    accepted: `{working-days: ${writeLimit(view.limits.noticeWorkingDays)}, contents: [${needed.join(', ')}], service: [registered_letter]}`,
    repair: 'Declare a reasoned notice that is served before anything happens.',
  });
}

/** What is wrong with a notice, and the limit it goes beyond. */
type Problem = Pick<Breach, 'message' | 'limit'>;

function problemOf(view: GuardView, notice: Notice): Problem | undefined {
  const least = view.limits.noticeWorkingDays.atLeast;
  if (notice === 'none') return { message: 'No notice is given before something adverse happens.' };
  if ('earlier' in notice) {
    const { namesConsequence, workingDays } = notice.earlier;
    if (!namesConsequence)
      return { message: 'The earlier document did not name this consequence (N4).' };
    if (workingDays >= least) return undefined;
    const message = `The earlier document leaves ${String(workingDays)} working days (N4).`;
    return { message, limit: 'noticeWorkingDays' };
  }
  if ('emergency' in notice) return emergencyProblem(view, notice);
  if (notice.workingDays < least) {
    const message = `The notice leaves ${String(notice.workingDays)} working days, too few.`;
    return { message, limit: 'noticeWorkingDays' };
  }
  if (notice.service.length === 0 || notice.service.some((way) => unseen.includes(way))) {
    return { message: 'The notice may be served where nobody has to look.' };
  }
  const missing = needed.filter((part) => !notice.contents.includes(part));
  return missing.length === 0
    ? undefined
    : { message: `The notice does not say: ${missing.join(', ')}.` };
}

function emergencyProblem(
  view: GuardView,
  notice: Extract<Notice, { readonly emergency: unknown }>,
): Problem | undefined {
  const hours = view.limits.emergencyNoticeHours;
  if (notice.withinHours > hours.atMost) {
    const message = `Where the authority acts first, notice follows within ${writeLimit(hours)} hours.`;
    return { message, limit: 'emergencyNoticeHours' };
  }
  const [cited] = view.cited([notice.emergency]);
  return cited === undefined || legislativeRanks.includes(cited.source.rank)
    ? undefined
    : { message: 'Only a law or regulation lets an authority act before notice.' };
}
