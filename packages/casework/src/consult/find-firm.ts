import type { Localised } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { exclusionsOf } from '../case/law/pledge-law.ts';
import type { CaseWorld } from '../case/case.ts';
import type { ConsultMatter } from './consult.ts';
import { judgeIncentives } from '../incentive/judge-incentives.ts';
import { listingFacts } from '../incentive/listing-facts.ts';
import { pledgeLine } from '../pledge/pledge-line.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { viewSubject, type SubjectParts } from '../view/view-subject.ts';
import type { LatePaymentView, ListingView, RecordView, SubjectView } from '../view/view.ts';
import type { ConsultedFirm, ConsultFact, RouteLine } from './consult.ts';

/** Everybody can go this way; which article says so stands with the item, where one is named. */
const ordinary: Localised = {
  zh: '按普通程序办理',
  en: 'the ordinary procedure',
};
const onPledge: Localised = { zh: '告知承诺', en: 'notification and pledge' };
const subjectUnfit: Localised = {
  zh: '这一事项不适用于该类主体',
  en: 'The item is not for such a subject',
};

/** What is asked about one organisation. */
interface FirmQuestion {
  readonly home: string;
  readonly code: string;
  readonly entries: readonly Entry[];
  readonly answering: Answering;
  readonly matter: Pick<ConsultMatter, 'kind' | 'pledge'>;
}

/**
 * An organisation as an office reads it in a matter: what of it is in force and public on the day, and
 * which ways the articles leave open. Undefined where nothing of it is public.
 *
 * Legal source: guards N8 (what has ended is gone), N13 (a class has no part in any decision).
 */
export async function findFirm(
  parts: SubjectParts,
  { home, code, entries, answering, matter }: FirmQuestion,
): Promise<ConsultedFirm | undefined> {
  const known = { ...answering, known: { home, entries } };
  const found = await viewSubject(parts, known, { by: 'id', id: home });
  if (found.kind === 'not-found') return undefined;
  const { subject, identityReview } = found.view;
  return {
    ...{ home, code },
    ...(subject.name === undefined ? {} : { name: subject.name }),
    identityUnderReview: identityReview !== undefined,
    facts: factsOf(found.view),
    routes:
      matter.kind === 'approval'
        ? routesOf({ home, entries, answering, pledge: matter.pledge, subject: subject.kind })
        : [],
  };
}

function factsOf({ listings = [], latePayments = [], records, others }: SubjectView) {
  return [
    ...listings.map(ofListing),
    ...latePayments.map(ofLatePayment),
    ...[...records, ...others].map(ofRecord),
  ];
}

function ofRecord(record: RecordView): ConsultFact {
  const { id, effect, item, heading, document, decidedOn, authority, provider } = record;
  const { publicity, disputedSince, reply, basis } = record;
  const begins =
    publicity.kind === 'shown' || publicity.kind === 'valid' ? publicity.begins : undefined;
  const ends =
    publicity.kind === 'shown' || publicity.kind === 'valid' ? publicity.ends : undefined;
  return {
    ...{ kind: 'record', id, effect, title: item.title, heading, decidedOn, basis },
    authority: (authority ?? provider).name,
    ...(document === undefined ? {} : { number: document.number }),
    ...(begins === undefined ? {} : { begins }),
    ...(ends === undefined || ends === 'none' ? {} : { ends }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
    ...(reply === undefined ? {} : { reply: reply.text }),
  };
}

function ofListing(listing: ListingView): ConsultFact {
  const { id, list, document, begins, ends, disputedSince, measures, basis } = listing;
  return {
    ...{ kind: 'listing', id, effect: 'adverse', title: list.title, begins, basis },
    measures: measures.map(({ title }) => title),
    ...(document === undefined ? {} : { number: document.number }),
    ...(ends === undefined ? {} : { ends }),
    ...(disputedSince === undefined ? {} : { disputedSince }),
  };
}

function ofLatePayment(late: LatePaymentView): ConsultFact {
  const { id, begins, ends, disputedSince, basis } = late;
  return {
    ...{ kind: 'late-payment', id, effect: 'adverse', begins, ends, basis },
    title: { zh: '逾期未支付款项', en: 'A payment that is late' },
    ...(disputedSince === undefined ? {} : { disputedSince }),
  };
}

/** The ways that the articles leave open for one applicant. */
function routesOf(given: {
  readonly home: string;
  readonly entries: readonly Entry[];
  readonly answering: Answering;
  readonly pledge: string | undefined;
  readonly subject: string;
}): readonly RouteLine[] {
  const { home, entries, answering } = given;
  const { rulebook, edition, clock } = answering;
  const state = foldSubject(home, entries);
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const world: CaseWorld = { rulebook, docket, records: caseRecords(state) };
  const listings = listingFacts(world, clock.day);
  const incentives = judgeIncentives(state, { edition, asOf: clock.day, listings });
  const fast = incentives
    .filter(({ incentive }) => isFast(edition, incentive.id))
    .map(({ incentive, standing, conditions }): RouteLine => ({
      ...{ route: 'fast', isOpen: standing.kind === 'has', says: incentive.gives },
      because: conditions.flatMap(({ holds, title }) => (holds ? [] : [title])),
      basis: incentive.basis,
    }));
  return [...pledgeRoutes({ ...given, world }), ...fast];
}

/** An incentive that makes the procedure of a permit quicker is a way of dealing with it. */
function isFast(edition: Edition, id: string): boolean {
  return edition.incentives.get(id)?.touches.some((touched) => touched === 'procedure') === true;
}

function pledgeRoutes(given: {
  readonly answering: Answering;
  readonly pledge: string | undefined;
  readonly subject: string;
  readonly world: CaseWorld;
}): readonly RouteLine[] {
  const { answering, pledge, subject, world } = given;
  const { edition, clock } = answering;
  const card = pledge === undefined ? undefined : edition.pledges.get(pledge);
  const line = card === undefined ? undefined : pledgeLine(card, edition);
  if (card === undefined || line === undefined) {
    return [{ route: 'ordinary', isOpen: true, says: ordinary, because: [], basis: [] }];
  }
  const closed = [
    ...(card.subjects.some((kind) => kind === subject) ? [] : [subjectUnfit]),
    ...exclusionsOf(card, world, clock.day).map(({ says }) => says),
  ];
  const { says, by } = line.ordinaryWay;
  return [
    { route: 'ordinary', isOpen: true, says, because: [], basis: [by] },
    {
      ...{ route: 'pledge', isOpen: closed.length === 0, says: onPledge, because: closed },
      basis: line.basis,
    },
  ];
}
