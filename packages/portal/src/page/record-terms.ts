import type { BasisView, RecordView, WayOutView } from '@credence/casework';
import { addDays, type CivilDate } from '@credence/domain';
import type { Basis, Beginning, BurdenEnd, Term, WayOut } from '@credence/pages';

import { cardPath } from '../request/paths.ts';
import { repairOf } from '../sentence/repair.ts';
import { linkTo, type PageContext } from './page-context.ts';

/** A record on whose page an end must stand: begin, end, and when repair opens. */
export interface Burden {
  readonly kind: 'burden';
  readonly begins: Beginning;
  readonly ends: BurdenEnd & { readonly kind: 'on' };
  readonly repairFrom: CivilDate | undefined;
}

/** A licence or other record that is no burden: its first and last day of validity. */
export interface Validity {
  readonly kind: 'validity';
  readonly from: CivilDate;
  /** Last day, included; `none`: without an end. */
  readonly lastDay: CivilDate | 'none';
}

/** The days of a record as a page shows them. What is not published on the day never gets here. */
export function termOf(record: RecordView): Burden | Validity {
  const { publicity } = record;
  switch (publicity.kind) {
    case 'shown': {
      const { begins, ends, clockFrom } = publicity;
      const repair = repairOf(record);
      const repairFrom = repair.kind === 'none' ? undefined : repair.from;
      const how = repairFrom === undefined ? 'by-itself' : 'at-the-latest';
      return {
        kind: 'burden',
        begins: { on: begins, from: clockFrom },
        ends: { kind: 'on', on: ends, how },
        repairFrom,
      };
    }
    case 'valid': {
      const { begins, ends } = publicity;
      return {
        kind: 'validity',
        from: begins,
        lastDay: ends === 'none' ? 'none' : addDays(ends, -1),
      };
    }
    case 'not-begun':
    case 'ended':
    case 'not-shown':
      throw new RangeError(`A record that is ${publicity.kind} was about to be shown on a page.`);
  }
}

/** The bar of a record. */
export function barOf(record: RecordView): Term {
  const term = termOf(record);
  if (term.kind === 'validity') {
    return { tone: 'licence', begins: term.from, ends: term.lastDay };
  }
  return {
    tone: 'burden',
    begins: term.begins.on,
    ends: term.ends.on,
    ...(record.disputedSince === undefined ? {} : { disputed: true as const }),
    ...(term.repairFrom === undefined ? {} : { repairFrom: term.repairFrom }),
  };
}

/** A basis with a link to its article in the edition the page is given under. */
export function toBasis(
  context: PageContext,
  basis: Pick<BasisView, 'citation' | 'sourceTitle' | 'confidence'> & Partial<BasisView>,
): Basis {
  const { citation, sourceTitle, confidence } = basis;
  const edition = context.clock?.edition.code;
  return {
    citation,
    sourceTitle,
    confidence,
    ...(basis.for === undefined ? {} : { for: basis.for }),
    ...(edition === undefined
      ? {}
      : { href: linkTo(context, cardPath(edition, 'source', citation.source, citation.at)) }),
  };
}

export function toWayOut(way: WayOutView): WayOut {
  const { kind, state, earliestOn, latestOn, answerWithin } = way;
  return {
    kind,
    state,
    ...(earliestOn === undefined ? {} : { earliestOn }),
    ...(latestOn === undefined ? {} : { latestOn }),
    ...(answerWithin === undefined ? {} : { answerWithin }),
  };
}
