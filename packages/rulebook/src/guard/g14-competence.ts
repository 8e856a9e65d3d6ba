import type { CardOf } from '../card/card-kinds.ts';
import type { Guard } from './guard.ts';
import type { Action } from './actions.ts';
import { placeOf, type GuardView } from './view.ts';

/** Only the body that law makes competent for the breach and the place may list or measure. */
export const g14: Guard = {
  id: 'G14',
  title: { zh: '权限和地域', en: 'Competence and territory' },
  why: {
    zh: '只有依法对该违法行为和该地域有管辖权的机关才能认定、列入、惩戒、修复。',
    en: 'Only the competent body may find, list or measure.',
  },
  source: 'Guiding Opinions 2020/49 item 6',
  judge(view, report) {
    for (const action of view.actions) {
      const { kind, id, issuer } = action;
      if (issuer === undefined) {
        report(placeOf(kind, id), {
          code: 'competence-missing',
          message: 'Nobody is named who may decide this.',
          accepted: 'issuer: {competence, level, territory}',
          repair: 'Name the competent body.',
        });
        continue;
      }
      const lacking = lacks(view, action, issuer);
      if (lacking === undefined) continue;
      report(placeOf(kind, id, 'issuer', lacking.at), {
        code: 'competence-missing',
        message: lacking.message,
        found: `${issuer.competence}, ${issuer.level}, ${issuer.territory}`,
        accepted: lacking.accepted,
        repair: 'Name a competent issuer, or drop the card.',
      });
    }
    for (const [id, { grader }] of view.cards.evaluation) {
      const able = [...view.cards.competence.values()].filter(
        ({ may, kind }) => may.includes('evaluate') && (kind === 'authority' || kind === 'court'),
      );
      if (able.some(({ body }) => body === grader)) continue;
      report(placeOf('evaluation', id, 'grader'), {
        code: 'competence-missing',
        message: `No competence card lets ${grader} evaluate.`,
        found: grader,
        accepted: [...new Set(able.map(({ body }) => body))].join(' | ') || 'a body that may',
        repair: 'Name the body that the law lets evaluate, or write its competence.',
      });
    }
  },
};

interface Lack {
  readonly at: 'competence' | 'level' | 'territory';
  readonly message: string;
  readonly accepted: string;
}

type Competence = CardOf<'competence'>;

function lacks(
  view: GuardView,
  action: Action,
  issuer: NonNullable<Action['issuer']>,
): Lack | undefined {
  const { competence: body, level, territory } = issuer;
  const all = [...view.cards.competence.values()];
  const bodies = [...new Set(all.map((card) => card.body))].sort().join(', ');
  const own = all.filter((card) => card.body === body);
  const publicly = own.filter(({ kind }) => kind === 'authority' || kind === 'court');
  const what = action.kind;
  const able = publicly.filter(({ may }) => may.includes(what));
  const { domains } = action.trigger;
  const missing = domains.filter((domain) => !able.some((card) => card.domains.includes(domain)));
  if (able.length === 0 || missing.length > 0) {
    const message =
      own.length === 0
        ? `No competence card speaks of ${body}.`
        : publicly.length === 0
          ? `${body} is no public authority.`
          : able.length === 0
            ? `${body} has no power to ${what}.`
            : `${body} has no competence for ${missing.join(', ')}.`;
    return { at: 'competence', message, accepted: bodies };
  }
  const here = able.filter((card) => domains.some((domain) => card.domains.includes(domain)));
  if (!here.some(({ levels }) => levels.includes(level))) {
    const accepted = [...new Set(here.flatMap(({ levels }) => levels))].join(' | ');
    return { at: 'level', message: `${body} of this level has no such power.`, accepted };
  }
  const local = view.parent !== undefined && view.isOwn(action.kind, action.id);
  return territory === 'own' || (!local && here.some(holdsNationally(level)))
    ? undefined
    : { at: 'territory', message: `${body} acts in its own territory alone.`, accepted: 'own' };
}

function holdsNationally(level: string): (card: Competence) => boolean {
  return (card) => card.territory === 'national' && card.levels.includes(level);
}
