import type { CaseFile, CasePart, CasePhase, CaseQueue, CaseStanding } from '../case.ts';
import type { CaseDesks } from '../../entry/case-payload.ts';

/** Whose turn it is in each phase; nobody's where only time has to pass. */
const turns: Readonly<Record<CasePhase, CasePart | 'nobody'>> = {
  proposed: 'officer',
  'awaiting-service': 'officer',
  'statement-open': 'subject',
  'hearing-pending': 'officer',
  'ready-to-decide': 'officer',
  'awaiting-review': 'reviewer',
  'awaiting-approval': 'approver',
  'awaiting-service-of-decision': 'officer',
  'not-begun': 'nobody',
  'in-effect': 'nobody',
  suspended: 'nobody',
  ended: 'nobody',
  preparing: 'subject',
  lodged: 'officer',
  'being-checked': 'platform',
  'being-decided': 'officer',
  escalated: 'superior',
  answered: 'nobody',
  granted: 'nobody',
  refused: 'nobody',
  assigned: 'body',
  'to-be-lifted': 'body',
  'choice-open': 'subject',
  'look-due': 'officer',
  'cure-open': 'subject',
  kept: 'nobody',
  broken: 'nobody',
  'visit-due': 'officer',
  'faults-found': 'officer',
  'not-corrected': 'officer',
  'correction-open': 'subject',
  clear: 'nobody',
  corrected: 'nobody',
  'passed-on': 'nobody',
  shown: 'nobody',
  closed: 'nobody',
};

/** In whose queue a case lies; a late case without a superior stays where it is. */
export function queueOf(file: CaseFile, phase: CasePhase, because?: string): CaseQueue | undefined {
  const turn = because === 'not-confirmed' ? 'officer' : turns[phase];
  if (turn === 'nobody') return undefined;
  const isAppeal = file.opened.matter.case === 'appeal';
  const part = isAppeal && turn === 'officer' ? 'review-unit' : turn;
  const agency = agencyOf(part, file.opened.desks, isAppeal);
  return { part, ...(agency === undefined ? {} : { agency }) };
}

/** As an agency sees it: where it has the urgent review, that comes first. */
export function turnFor(
  { queue, urgent }: Pick<CaseStanding, 'queue' | 'urgent'>,
  agency: string | undefined,
): CaseQueue | undefined {
  return urgent?.agency !== undefined && urgent.agency === agency ? urgent : queue;
}

function agencyOf(part: CasePart, desks: CaseDesks, isAppeal: boolean): string | undefined {
  switch (part) {
    case 'subject':
    case 'creditor':
    case 'third-party':
    case 'named-person':
    case 'other-subject':
      return undefined;
    case 'platform':
      return desks.platform ?? desks.own;
    case 'superior':
      return desks.superior ?? desks.own;
    case 'review-unit':
      return isAppeal ? desks.own : desks.review;
    case 'body':
      return desks.body;
    case 'officer':
    case 'reviewer':
    case 'approver':
      return desks.own;
  }
}
