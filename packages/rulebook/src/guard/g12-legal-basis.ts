import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { SourceRank } from '../card/source-card.ts';
import { noneWithArticle, type Citation } from '../card/vocabulary.ts';
import type { Path } from '../load/place.ts';
import { judgeOutliving, judgeValidity } from './basis-validity.ts';
import type { Guard, ReportBreach } from './guard.ts';
import {
  binds,
  legislativeRanks,
  measureRanks,
  placeOf,
  type Cited,
  type GuardView,
} from './view.ts';

/** Ranks that may carry the criteria of a list; a department rule stands only beside one of them. */
const listRanks: readonly SourceRank[] = [...legislativeRanks, 'central_policy_document'];

/** Kinds whose every card says what may be done to somebody, and therefore by which article. */
const ruledKinds = [
  'item',
  'measure',
  'list',
  'clock',
  'risk-class',
  'evaluation',
  'scale',
  'points',
  'sharing',
  'pledge',
  'repair',
  'inspection-plan',
  'sector',
  'checklist',
  'query',
  'statistic',
  'operation',
  'target',
  'incentive',
  'payment-rule',
  'succession',
  'duty',
  'competence',
] as const satisfies readonly CardKind[];

/** A legal basis of the rank it needs, article by article, that orders exactly this measure. */
export const g12: Guard = {
  id: 'G12',
  alias: 'L02',
  title: { zh: '法律依据具体到条', en: 'Legal basis, article by article' },
  why: {
    zh: '惩戒措施必须以法律、法规为依据，具体到条款，并明确授权该项措施。',
    en: 'A measure that takes rights rests on law, article by article, empowering exactly it.',
  },
  source: 'NDRC briefing, 25 December 2020; Robodebt Royal Commission',
  judge(view, report) {
    for (const kind of ruledKinds) {
      for (const [id, { basis }] of view.cards[kind]) judgeEmpty(kind, id, basis, report);
    }
    for (const [id, measure] of view.cards.measure) {
      if (measure.class === 'III') continue;
      const cited = view.cited(measure.basis);
      if (judgeRank(cited, measureRanks[measure.class])) {
        report(placeOf('measure', id, 'basis'), {
          code: 'basis-rank',
          message: `A measure of class ${measure.class} cannot rest on sources of this rank (N2).`,
          found: ranksOf(cited),
          accepted: measureRanks[measure.class].join(' | '),
          repair: 'Cite the article that orders it, or remove the measure.',
        });
      }
      judgeEmpowered(id, measure.measure, cited, report);
      judgeUnderstated(id, measure, report);
    }
    for (const [id, list] of view.cards.list) judgeList(view, id, list.basis, report);
    judgeWaivers(view, report);
    judgeTakings(view, report);
    judgeValidity(view, report);
    judgeOutliving(view, report);
  },
};

function judgeEmpty(
  kind: CardKind,
  id: string,
  basis: readonly unknown[],
  report: ReportBreach,
): void {
  if (basis.length > 0) return;
  report(placeOf(kind, id, 'basis'), {
    code: 'basis-rank',
    message: 'This rests on no article at all.',
    found: 'basis: []',
    accepted: '[{source: id, at: article}]',
    repair: 'Cite the article, or remove the card.',
  });
}

/** An unknown source is reported where it is cited; nothing is said about its rank. */
function judgeRank(cited: readonly Cited[], accepted: readonly SourceRank[]): boolean {
  return cited.length > 0 && !cited.some(({ source }) => accepted.includes(source.rank));
}

function ranksOf(cited: readonly Cited[]): string {
  return cited.map(({ source }) => source.rank).join(', ');
}

function judgeEmpowered(
  id: string,
  measure: string,
  cited: readonly Cited[],
  report: ReportBreach,
): void {
  if (cited.length === 0 || cited.some(({ article }) => article.empowers?.includes(measure))) {
    return;
  }
  report(placeOf('measure', id, 'basis'), {
    code: 'basis-rank',
    message: `None of the articles cited orders ${measure}.`,
    found: cited.map(({ source, at }) => `${source.source} ${at}`).join(', '),
    accepted: `an article with empowers: [${measure}]`,
    repair: 'Cite the article that orders exactly this measure, or remove the measure.',
  });
}

function judgeList(
  view: GuardView,
  id: string,
  basis: Parameters<GuardView['cited']>[0],
  report: ReportBreach,
): void {
  const cited = view.cited(basis);
  if (!judgeRank(cited, listRanks)) return;
  report(placeOf('list', id, 'basis'), {
    code: 'basis-rank',
    message: 'The criteria of a list cannot rest on sources of this rank alone (N2).',
    found: ranksOf(cited),
    accepted: `${listRanks.join(' | ')}, or a department_rule beside its parent article`,
    repair: 'Cite the article above it, or remove the list.',
  });
}

/** What nobody reaches without taking a right, whatever the card calls it. */
const rights: readonly CardOf<'measure'>['touches'][number][] = [
  'licences',
  'market_entry',
  'public_tenders',
  'luxury_spending',
  'trade',
];

function judgeUnderstated(id: string, measure: CardOf<'measure'>, report: ReportBreach): void {
  const taken = measure.touches.filter((one) => rights.includes(one));
  if (measure.class !== 'II' || taken.length === 0) return;
  report(placeOf('measure', id, 'class'), {
    code: 'effect-understated',
    message: `What reaches ${taken.join(', ')} takes rights: it is of class I.`,
    found: 'II',
    accepted: 'I',
    repair: 'Write class: I, and cite the law that orders it.',
  });
}

/** Without a hearing, without a floor, untried: only a text with the force of law may say so (N2). */
function judgeWaivers(view: GuardView, report: ReportBreach): void {
  for (const { kind, id, at, card, procedure, trigger } of view.actions) {
    const { impact, comment, evaluation } = card;
    const own: readonly (readonly [Path, unknown])[] = [
      [['procedure', 'statement'], procedure?.statement],
      [['procedure', 'hearing'], procedure?.hearing],
      [[at, 'floor'], trigger.floor],
      [['impact'], impact],
      [['comment'], comment],
      [['evaluation'], evaluation],
    ];
    for (const [path, said] of own) {
      const citation = waiverOf(said);
      if (citation === undefined || binds(view, citation)) continue;
      report(placeOf(kind, id, ...path, 'none'), {
        code: 'basis-rank',
        message: 'Only a text with the force of law takes this protection away (N2).',
        found: ranksOf(view.cited([citation])),
        repair: 'Give the protection, or cite the law that takes it away.',
      });
    }
  }
}

/** The article of a `{none: {source, at}}`. */
function waiverOf(said: unknown): Citation | undefined {
  const parsed = noneWithArticle.safeParse(said);
  return parsed.success ? parsed.data.none : undefined;
}

/** What an incentive takes from others is a measure like any other. */
function judgeTakings(view: GuardView, report: ReportBreach): void {
  for (const [id, { basis, takes }] of view.cards.incentive) {
    const cited = view.cited(basis);
    takes.forEach(({ measure }, index) => {
      if (cited.some(({ article }) => article.empowers?.includes(measure))) return;
      report(placeOf('incentive', id, 'takes', index, 'measure'), {
        code: 'basis-rank',
        message: `None of the articles cited orders ${measure}.`,
        found: cited.map(({ source, at }) => `${source.source} ${at}`).join(', '),
        accepted: `an article with empowers: [${measure}]`,
        repair: 'Remove what it takes; a loss needs a measure and a law of its own.',
      });
    });
  }
}
