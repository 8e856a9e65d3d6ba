import {
  assessPublicity,
  assessValidity,
  parseCivilDate,
  type CivilDate,
  type PublicCreditRecord,
  type PublicityAssessment,
  type PublicityRule,
  type Service,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import type { TermRule } from './find-obstacle.ts';

/** The day a period runs from, and why not another where the law names one that is not known. */
interface ClockStart {
  readonly on: CivilDate;
  readonly law: PublicityRule['clockFrom'];
  readonly known: boolean;
}

/**
 * Service as the item sees it: a record that needs none is not hidden for lack of it, and one that
 * needs it is not shown because a file calls it needless.
 */
export function serviceOf(item: ItemCard, record: PublicCreditRecord): Service {
  const { service } = record;
  if (item.service === 'not-needed') {
    return service.kind === 'not-shown' ? { kind: 'not-needed' } : service;
  }
  return service.kind === 'not-needed' ? { kind: 'not-shown' } : service;
}

/** The day of service, where it is known; a day stated by the authority counts here. */
function servedOn(service: Service): CivilDate | undefined {
  return service.kind === 'shown' || service.kind === 'stated' ? service.on : undefined;
}

/**
 * The day of first publication, as the file states it. The day this register took the record in is
 * not it: a move to another register would start every clock again.
 */
function publishedOn(record: PublicCreditRecord): CivilDate | undefined {
  return dayIn(record, 'published');
}

/** A fact that is a day. */
export function dayIn(record: PublicCreditRecord, field: string): CivilDate | undefined {
  const value = record.facts[field];
  return typeof value === 'string' ? parseCivilDate(value) : undefined;
}

/** Which day the period runs from. Where the day the law names is unknown, the decision ends it sooner. */
export function clockStart(
  item: ItemCard,
  record: PublicCreditRecord,
  { value, row }: TermRule,
): ClockStart {
  const law = row.counting?.from ?? value.clockFrom ?? 'decided';
  const stated = {
    decided: record.decidedOn,
    published: publishedOn(record),
    served: servedOn(serviceOf(item, record)),
  }[law];
  return { on: stated ?? record.decidedOn, law, known: stated !== undefined };
}

/**
 * What the dates of a record make of it on a day. Records of a class that burdens nobody are `valid`
 * until the same end instead of `shown`.
 */
export function assessDates(
  edition: Edition,
  asked: {
    readonly item: ItemCard;
    readonly record: PublicCreditRecord;
    readonly term: TermRule | undefined;
    readonly adverse: boolean;
    readonly day: CivilDate;
  },
): PublicityAssessment {
  const { item, record, term, adverse, day } = asked;
  const { decidedOn, validFrom, validUntil, correctedOn } = record;
  if (item.term !== 'severity' || term?.row.max === undefined) {
    const validity = item.term === 'validity' ? validityOf({ validFrom, validUntil }) : {};
    return assessValidity({ decidedOn, ...validity }, day);
  }
  const { value, row } = term;
  const rule: PublicityRule = {
    ruleId: value.value,
    publish: true,
    ...(row.min === undefined ? {} : { min: row.min }),
    max: row.max ?? { unit: 'days', count: 0 },
    clockFrom: clockStart(item, record, term).law,
    round: edition.months.round,
    endsWhenCorrected: item.endsWhenCorrected ?? false,
  };
  const published = publishedOn(record);
  const publicity = assessPublicity(
    {
      decidedOn,
      service: serviceOf(item, record),
      ...(published === undefined ? {} : { publishedOn: published }),
      ...(correctedOn === undefined ? {} : { correctedOn }),
    },
    rule,
    day,
  );
  return publicity.kind === 'shown' && !adverse
    ? { kind: 'valid', begins: publicity.begins, ends: publicity.ends }
    : publicity;
}

function validityOf(given: {
  readonly validFrom: CivilDate | undefined;
  readonly validUntil: CivilDate | 'none' | undefined;
}): { validFrom?: CivilDate; validUntil?: CivilDate | 'none' } {
  return {
    ...(given.validFrom === undefined ? {} : { validFrom: given.validFrom }),
    ...(given.validUntil === undefined ? {} : { validUntil: given.validUntil }),
  };
}
