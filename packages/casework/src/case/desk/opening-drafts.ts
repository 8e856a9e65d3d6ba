import {
  addDays,
  addPeriod,
  earlier,
  isBefore,
  type CivilDate,
  type Localised,
} from '@credence/domain';
import type { Edition, ListCard, MeasureCard } from '@credence/rulebook';

import type { CaseMatter, Hand } from '../../entry/case-payload.ts';
import type { CaseWorld } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { lastOf } from '../fold-case.ts';
import { complaints } from '../form/act-form.ts';
import { editionOn } from '../law/law-of-case.ts';
import { subjectOf } from './dossier.ts';

export interface DraftsAsked {
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly hand: Hand;
  /** Whoever asks may take something down for somebody present. */
  readonly atCounter: boolean;
}

/** A case as it would be opened, with words where something has to be written yet. */
export interface Draft {
  readonly key: string;
  readonly title: Localised;
  readonly says?: Localised;
  readonly matter: CaseMatter;
  readonly fixed: Readonly<Record<string, unknown>>;
  /** For whom an official takes it down; absent: he opens it himself. */
  readonly hand?: Hand;
  /** First day on which what it brings is over by itself, were it carried out today. */
  readonly until?: CivilDate;
}

/** A word where something has to be written that nobody has written yet. */
export const unwritten = '—';

/** The lists of today's law that take in records of this item, the record's own first. */
export function listings(
  recordId: string,
  edition: Edition,
  { world, today }: DraftsAsked,
): readonly Draft[] {
  const { record, ground } = world.records.get(recordId) ?? {};
  if (record === undefined) return [];
  return [...edition.lists.values()]
    .filter(({ list, trigger }) => trigger.item === record.item && (ground ?? list) === list)
    .map((list): Draft => {
      const document = { number: record.document?.number ?? unwritten };
      const basis = list.basis.map(({ source, at }) => `${source}#${at}`);
      const settled = { case: 'listing', list: list.list, recordId } as const;
      return {
        ...{ key: `${list.list} ${recordId}`, title: list.title, says: list.trigger.says },
        matter: {
          ...{ ...settled, document, basis, conductOn: today },
          ...{ reason: unwritten, evidence: [], measures: [] },
          ...enforcementOf(list),
        },
        fixed: { ...settled, ...(record.document === undefined ? {} : { document }) },
      };
    });
}

/** What only a court says of its list, as if it had looked for everything; the form asks for it. */
function enforcementOf({ enforcement }: ListCard) {
  const [first] = enforcement?.grounds ?? [];
  if (first === undefined) return {};
  const considered = first.exempt.map(({ exempt }) => exempt);
  const said = { claim: unwritten, superior: unwritten, considered };
  return { enforcement: { ground: first.ground, ...said } };
}

/**
 * Every measure of the closed catalogue that may follow from a listing at all. What the decision did
 * not order, or the list does not bring, is judged with the rest and says why not; orders of a court
 * have a way of their own.
 */
export function measures(
  caseId: string,
  edition: Edition,
  { world, today }: DraftsAsked,
): readonly Draft[] {
  const listing = world.docket.get(caseId);
  if (listing?.opened.matter.case !== 'listing') return [];
  const effect = effectOf(listing, world, today);
  const isOn = effect.kind === 'in-effect';
  const cause = isOn ? effect.until : undefined;
  const ordered = lastOf(listing, 'drafted')?.measures ?? [];
  return [...edition.measures.values()].flatMap((card): Draft[] => {
    const [capacity] = card.implementing;
    // Of a listing that does not bind, only what it ordered is worth an answer.
    if (!isOn && !ordered.includes(card.measure)) return [];
    if (capacity === undefined || card.order !== undefined) return [];
    const settled = { case: 'measure', measure: card.measure, cause: caseId } as const;
    const until = endIfToday(card, edition, { today, cause });
    return [
      {
        ...{ key: `${card.measure} ${caseId}`, title: card.title, fixed: settled },
        ...(card.says === undefined ? {} : { says: card.says }),
        ...(until === undefined ? {} : { until }),
        matter: { ...settled, capacity },
      },
    ];
  });
}

/** Orders about the spending of a debtor: a court's own, on a record that its lists rest on. */
export function orders(
  recordId: string,
  edition: Edition,
  { world }: DraftsAsked,
): readonly Draft[] {
  const record = world.records.get(recordId)?.record;
  const isCourts = [...edition.lists.values()].some(
    ({ trigger, enforcement }) => enforcement !== undefined && trigger.item === record?.item,
  );
  if (record === undefined || !isCourts) return [];
  const document = { number: record.document?.number ?? unwritten };
  return [...edition.measures.values()].flatMap((card): Draft[] => {
    const { order, measure, title, says, basis } = card;
    const [first] = order?.forbids ?? [];
    if (order === undefined || first === undefined) return [];
    const settled = { case: 'spending', measure, recordId } as const;
    return [
      {
        ...{ key: `${measure} ${recordId}`, title, ...(says === undefined ? {} : { says }) },
        matter: {
          ...{ ...settled, document, basis: basis.map(({ source, at }) => `${source}#${at}`) },
          ...{ reason: unwritten, evidence: [unwritten], forbids: [first.forbids], persons: [] },
          weighed: order.weighed.map(({ factor }) => ({ factor, text: unwritten })),
        },
        fixed: { ...settled, ...(record.document === undefined ? {} : { document }) },
      },
    ];
  });
}

function endIfToday(
  { term }: MeasureCard,
  { months }: Edition,
  { today, cause }: { readonly today: CivilDate; readonly cause: CivilDate | undefined },
): CivilDate | undefined {
  if (typeof term !== 'object' || !('atMost' in term)) return cause;
  const own = addPeriod(today, term.atMost, months.round);
  return cause === undefined ? own : earlier(own, cause);
}

/** Cases about the subject as a whole: who it is, and what it owes to somebody. */
export function aboutSubject(asked: DraftsAsked): readonly Draft[] {
  const edition = editionOn(asked.world, asked.today);
  if (edition === undefined || asked.hand.kind === 'party') return [];
  return [
    ...identities(edition, asked),
    ...pledges(edition, asked),
    ...(asked.atCounter ? complaintsOf(edition, asked) : []),
  ];
}

/** Decisions that today's law lets be made on a pledge, for subjects of this kind. */
function pledges({ pledges: cards }: Edition, { world }: DraftsAsked): readonly Draft[] {
  const kinds = new Set<string>(
    [...world.records.values()].map(({ record }) => record.subject.kind),
  );
  return [...cards.values()].flatMap((card): Draft[] => {
    const isFor = card.subjects.some((each) => kinds.has(each));
    if (card.approval === undefined || !isFor) return [];
    const settled = { case: 'pledge', pledge: card.pledge } as const;
    return [
      {
        ...{ key: `pledge ${card.pledge}`, title: card.title, says: card.promises, fixed: settled },
        matter: { ...settled, number: unwritten },
      },
    ];
  });
}

/** Records that are another's, or two histories that are one; orders about spending never. */
function identities(edition: Edition, { world, today }: DraftsAsked): readonly Draft[] {
  const records = [...world.records].flatMap(([id, { endedOn }]) =>
    endedOn === undefined || isBefore(today, endedOn) ? [id] : [],
  );
  const [first] = records;
  const item = first === undefined ? undefined : world.records.get(first)?.record.item;
  if (first === undefined || item === undefined) return [];
  const basis = (edition.items.get(item)?.basis ?? []).map(({ source, at }) => `${source}#${at}`);
  const said = { other: unwritten, basis, reason: unwritten, evidence: [unwritten] };
  const name = nameOf(world);
  const split = { case: 'identity', does: 'split' } as const;
  const merge = { case: 'identity', does: 'merge', records } as const;
  return [
    { key: 'split', title: name, fixed: split, matter: { ...split, records: [first], ...said } },
    { key: 'merge', title: name, fixed: merge, matter: { ...merge, ...said } },
  ];
}

/** A creditor who is present says that this organisation pays late. */
function complaintsOf(
  { clocks, currency }: Edition,
  { world, today, hand }: DraftsAsked,
): readonly Draft[] {
  const clock = [...clocks.keys()].find((each) => each.startsWith(complaints));
  if (clock === undefined || hand.kind !== 'official') return [];
  const { official, agency } = hand;
  const settled = { case: 'payment-complaint' } as const;
  // Whether the sum was due is asked once its days are written; for now it was, yesterday.
  const yesterday = addDays(today, -1);
  const days = { deliveredOn: yesterday, dueOn: yesterday };
  return [
    {
      ...{ key: 'payment-complaint', title: nameOf(world), fixed: settled },
      matter: {
        ...{ ...settled, clock, ...days, creditor: unwritten, contract: unwritten },
        ...{ amount: { amount: 1, currency }, points: [{ text: unwritten }] },
      },
      hand: {
        ...{ kind: 'party', as: 'creditor', name: unwritten },
        counter: { official, agency, paper: 'id_card', reason: unwritten },
      },
    },
  ];
}

function nameOf(world: CaseWorld): Localised {
  const { name, code } = subjectOf(world);
  const text = name ?? code ?? unwritten;
  return { zh: text, en: text };
}
