import type { CardOf } from '../card/card-kinds.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { isAdverseItem, legislativeRanks, placeOf, type GuardView } from './view.ts';

type List = CardOf<'list'>;
type Breach = List['trigger']['breach'][number];

/** The four fields of the opinions of 2020, and what a law itself names. */
const serious: readonly Breach[] = [
  'health_safety',
  'market_order',
  'adjudicated_duty',
  'statutory_duty',
  'named_in_law',
];

/** A serious list is fed by the breaches that the law allows, and only after a heavy sanction. */
export const g11: Guard = {
  id: 'G11',
  title: { zh: '名单只针对严重失信', en: 'Lists only for serious breaches' },
  why: {
    zh: '严重失信主体名单限于法定的严重违法失信领域，并以较重处理为前提。',
    en: 'Serious lists only in the fields the law allows, and after a heavier penalty.',
  },
  source: 'Opinions 2020/49 items 6 and 7; SAMR Order 44 art. 2',
  judge(view, report) {
    for (const [id, list] of view.cards.list) {
      if (list.seriousness === 'status') judgeStatus(view, id, list, report);
      else judgeSerious(view, id, list, report);
      const item = view.cards.item.get(list.trigger.item);
      if (item === undefined) continue;
      if (item.category !== 'everyday_conduct' && isAdverseItem(view.draft, item)) continue;
      report(placeOf('list', id, 'trigger', 'item'), {
        code: 'list-too-light',
        message: `${item.item} is no breach that could lead to a list.`,
        found: item.category,
        repair: 'Name an item of adverse decisions, or remove the list.',
      });
    }
  },
};

function judgeSerious(view: GuardView, id: string, list: List, report: ReportBreach): void {
  const { breach, sanction, gravity } = list.trigger;
  breach.forEach((about, index) => {
    if (serious.includes(about)) return;
    report(placeOf('list', id, 'trigger', 'breach', index), {
      code: 'list-too-light',
      message: `A serious list cannot be about ${about}.`,
      found: about,
      accepted: serious.join(' | '),
      repair: 'Name a breach of the four fields, or remove the list.',
    });
  });
  const byLaw = view.cited(list.basis).some(({ source }) => legislativeRanks.includes(source.rank));
  if (breach.includes('named_in_law') && !byLaw) {
    report(placeOf('list', id, 'trigger', 'breach'), {
      code: 'list-too-light',
      message: 'The breach is said to be named in law, and no law is cited.',
      found: 'named_in_law',
      accepted: legislativeRanks.join(' | '),
      repair: 'Cite the article that names it.',
    });
  }
  const heaviest = view.edition.severities.filter(({ adverse }) => adverse).length;
  if (gravity !== undefined && view.gravityOf(gravity) < heaviest) {
    report(placeOf('list', id, 'trigger', 'gravity'), {
      code: 'list-too-light',
      message: 'A serious list is for the heaviest class alone.',
      found: gravity,
      accepted: view.edition.severities.at(-1)?.code ?? '',
      repair: 'Name the heaviest class.',
    });
  }
  if (sanction === 'heavier_penalty' || sanction === 'adjudicated_duty') return;
  // Where a law names the breach and the finding itself, that finding is heavy enough.
  const foundByLaw = byLaw && breach.every((about) => about === 'named_in_law');
  if (sanction === 'finding_by_law' && foundByLaw) return;
  report(placeOf('list', id, 'trigger', 'sanction'), {
    code: 'list-too-light',
    message: 'Nothing heavy has to have gone before.',
    found: sanction,
    accepted: 'heavier_penalty | adjudicated_duty, or finding_by_law for what a law names',
    repair: 'Demand the heavier penalty, or remove the list.',
  });
}

/** A list of open duties ends with the duty and takes no rights (N1). */
function judgeStatus(view: GuardView, id: string, list: List, report: ReportBreach): void {
  if (!list.ends.some(({ by }) => by === 'status')) {
    report(placeOf('list', id, 'seriousness'), {
      code: 'list-too-light',
      message: 'A list of open duties ends when the duty is performed (N1); this one does not.',
      found: 'status',
      accepted: '{by: status, ...} among ends',
      repair: 'Let it end with the duty, or meet what a serious list needs.',
    });
  }
  list.effect.measures.forEach((measure, index) => {
    if (view.cards.measure.get(measure)?.class !== 'I') return;
    report(placeOf('list', id, 'effect', 'measures', index), {
      code: 'list-too-light',
      message: `${measure} takes rights; a list of open duties cannot bring it.`,
      found: measure,
      accepted: 'measures of class II',
      repair: 'Remove the measure, or meet what a serious list needs.',
    });
  });
}
