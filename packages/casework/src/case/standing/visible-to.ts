import { isBefore, type CivilDate } from '@credence/domain';

import type { CaseAudience, CaseEffect, CaseFile, CasePhase, CaseWorld } from '../case.ts';
import { casesAgainst } from '../effect/listing-effect.ts';
import { effectOf } from '../effect/effect-of.ts';
import { openUrgentReview } from '../law/urgent-review.ts';

interface Asked {
  readonly file: CaseFile;
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly effect: CaseEffect;
  readonly phase: CasePhase;
}

/**
 * Who may see a case on a day. The public sees what is in effect and nothing else: neither what is
 * being thought of, nor what has ended.
 */
export function visibleTo(asked: Asked): readonly CaseAudience[] {
  const { file, world, today, phase } = asked;
  const { desks, matter } = file.opened;
  const audiences: CaseAudience[] = ['own-agency', 'oversight'];
  // Before its notice a proposal is nobody's business, and nothing adverse has happened.
  const isTold = phase !== 'proposed' && !wasDroppedUntold(file) && !isVisitAhead(file);
  if (isTold) audiences.push('subject');
  const { by } = file.opened;
  const isAsker = by.kind === 'party' && by.as !== 'subject';
  // Whoever asked for it sees what became of that, before anybody else is told.
  if ((isTold || isAsker) && hasOtherParties(file)) audiences.push('other-parties');
  if (desks.platform !== undefined) audiences.push('platform');
  if (phase === 'escalated' && desks.superior !== undefined) audiences.push('superior');
  if (desks.body !== undefined) audiences.push('body');
  const isAppealed = casesAgainst(file, world).some(
    (other) => other.opened.matter.case === 'appeal',
  );
  // What two decided about who is who, the other unit can take back without anybody's appeal.
  const mayUndo = matter.case === 'identity' && ['approved', 'undone'].includes(file.state);
  const isUrgent = openUrgentReview(file, world, today)?.part === 'review-unit';
  if (matter.case === 'appeal' || isAppealed || mayUndo || isUrgent) audiences.push('review-unit');
  if (isPublic(asked)) audiences.push('public');
  return audiences;
}

function wasDroppedUntold({ state, actions }: CaseFile): boolean {
  return state === 'closed' && actions.every(({ kind }) => kind === 'opened' || kind === 'dropped');
}

/** Whom a draw met is told by the visit itself, and nobody who was never visited is told of it. */
function isVisitAhead({ opened: { matter }, actions }: CaseFile): boolean {
  return matter.case === 'inspection' && !actions.some(({ kind }) => met.has(kind));
}

const met: ReadonlySet<string> = new Set(['visited-clear', 'visited-faults', 'visit-refused']);

/** A creditor, the people an order names, the other organisation. */
function hasOtherParties({ opened: { matter, by } }: CaseFile): boolean {
  if (matter.case === 'listing') return matter.enforcement?.creditor !== undefined;
  const ofOthers = ['spending', 'payment-complaint', 'identity'];
  return ofOthers.includes(matter.case) || (by.kind === 'party' && by.as !== 'subject');
}

function isPublic({ file, world, today, effect }: Asked): boolean {
  const { matter } = file.opened;
  switch (matter.case) {
    case 'listing':
    case 'measure':
      return effect.kind === 'in-effect' && !isBefore(today, effect.shownFrom);
    case 'reply': {
      if (file.state !== 'shown') return false;
      if (matter.target.kind === 'record') {
        const known = world.records.get(matter.target.recordId);
        // Whether the record itself is public is the register's question; its reply goes with it.
        return (
          known !== undefined && (known.endedOn === undefined || isBefore(today, known.endedOn))
        );
      }
      if (matter.target.kind !== 'case') return false;
      const against = world.docket.get(matter.target.caseId);
      return against !== undefined && effectOf(against, world, today).kind === 'in-effect';
    }
    default:
      return false;
  }
}
