import { containsDay, isBefore, parseCivilDate, problem, type Problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { consultKinds, isConsulted, type ConsultedPayload } from '../entry/consult-payload.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import type { BasisView } from '../view/view.ts';
import { biddersAtMost, type ConsultOrder } from './consult.ts';

type Stated = Pick<ConsultedPayload, 'consultationId' | 'on' | 'agency'>;

/** An order as the matter it is about, or everything that is wrong with it at once. */
export function judgeOrder(
  order: ConsultOrder,
  stated: Stated,
  edition: Edition,
): { readonly problems: readonly Problem[]; readonly matter?: ConsultedPayload } {
  const { on } = stated;
  const number = order.number.trim();
  const basis = order.basis.trim();
  const pledge = order.pledge?.trim() ?? '';
  const announcedOn = parseCivilDate(order.announcedOn ?? '');
  const refuse = (field: string, value: string, accepted: string): Problem =>
    problem('consult-form', { field, value: value.slice(0, 80) || '—', accepted });
  const { codes } = order;
  const [firstSource] = [...edition.sources.values()];
  const card = edition.pledges.get(pledge);
  const isOpenItem = card?.approval !== undefined && containsDay(card.inForce, on);
  const faults = [
    consultKinds.some((kind) => kind === order.kind)
      ? undefined
      : refuse('kind', order.kind, consultKinds.join(', ')),
    number === '' || number.length > 80 ? refuse('number', number, '1-80') : undefined,
    holdsPersonData(number) ? problem('case-person-number', { field: 'number' }) : undefined,
    isArticle(basis, edition)
      ? undefined
      : problem('consult-basis', {
          value: basis.slice(0, 80) || '—',
          accepted: `${firstSource?.source ?? ''}#${Object.keys(firstSource?.articles ?? {})[0] ?? ''}`,
        }),
    pledge === '' || (order.kind === 'approval' && isOpenItem)
      ? undefined
      : refuse('pledge', pledge, [...edition.pledges.keys()].sort().join(', ') || '—'),
    order.kind !== 'tender' || (announcedOn !== undefined && !isBefore(on, announcedOn))
      ? undefined
      : refuse('announcedOn', order.announcedOn ?? '', `YYYY-MM-DD, … ${on}`),
    codes.length === 0 ? refuse('codes', '', `1-${String(biddersAtMost)}`) : undefined,
    codes.length > biddersAtMost
      ? problem('consult-too-many', { found: codes.length, limit: biddersAtMost })
      : undefined,
  ];
  const problems = faults.filter((each) => each !== undefined);
  const matter = {
    ...{ ...stated, kind: order.kind, number, basis },
    ...(pledge === '' ? {} : { pledge }),
    ...(order.kind === 'tender' && announcedOn !== undefined ? { announcedOn } : {}),
  };
  return problems.length === 0 && isConsulted(matter) ? { problems, matter } : { problems };
}

function isArticle(basis: string, edition: Edition): boolean {
  const [source = '', at = '', ...rest] = basis.split('#');
  const articles = edition.sources.get(source)?.articles ?? {};
  return rest.length === 0 && Object.hasOwn(articles, at);
}

/** The article of a matter with its title; one that the edition has lost is shown by its id. */
export function basisOf(basis: string, edition: Edition): BasisView {
  const [source = '', at = ''] = basis.split('#');
  const card = edition.sources.get(source);
  return {
    citation: { source, at },
    sourceTitle: card?.title ?? { en: source },
    confidence: card?.articles[at]?.confidence ?? card?.confidence ?? 'unverified',
    for: 'decision',
  };
}
