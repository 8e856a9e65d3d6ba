import type { CaseActionKind, CasePhase } from '@credence/casework';

/** What takes a case on from where it stands, the usual step first. */
const nextIn: Readonly<Partial<Record<CasePhase, readonly CaseActionKind[]>>> = {
  proposed: ['noticed'],
  'awaiting-service': ['served', 'service-failed'],
  'statement-open': ['stated', 'hearing-asked', 'waived'],
  'hearing-pending': ['hearing-held', 'hearing-set'],
  'ready-to-decide': ['drafted'],
  'awaiting-review': ['reviewed', 'returned'],
  'awaiting-approval': ['approved', 'returned'],
  'awaiting-service-of-decision': ['served', 'service-failed'],
  suspended: ['duty-open', 'stay-lifted'],
  'in-effect': ['duty-open', 'duty-performed'],
  preparing: ['condition-shown', 'pledged'],
  'being-checked': ['checked', 'completion-asked'],
  // Whoever may not grant yet checks what was shown; a refusal is never the usual step.
  'being-decided': [
    'answered',
    'granted',
    'granted-on-pledge',
    'allowed',
    'found',
    'condition-shown',
    'refused',
    'dismissed',
  ],
  escalated: ['answered', 'granted', 'allowed', 'urgently-reviewed', 'refused', 'dismissed'],
  assigned: ['accepted', 'executed', 'declined'],
  'to-be-lifted': ['lifted'],
  lodged: ['noticed', 'granted-on-pledge'],
  'choice-open': ['pledged', 'ordinary-chosen'],
  'look-due': ['seen-kept', 'seen-unkept', 'check-set', 'seen-right', 'seen-faulty'],
  'cure-open': ['put-right', 'seen-kept'],
  broken: ['put-right', 'mended'],
  'visit-due': ['visited-clear', 'visited-faults'],
  'faults-found': ['noticed', 'referred'],
  'correction-open': ['put-right', 'seen-right'],
  'not-corrected': ['referred', 'seen-right'],
};

/** The usual next step among those that are open; undefined where none of them takes it on. */
export function nextAct(
  phase: CasePhase,
  open: readonly CaseActionKind[],
): CaseActionKind | undefined {
  return nextIn[phase]?.find((act) => open.includes(act));
}

/** Where an action stands among those offered: what takes the case on, then the rest, then ways off it. */
export function placeOf(phase: CasePhase, act: CaseActionKind): number {
  const first = nextIn[phase]?.indexOf(act) ?? -1;
  if (first >= 0) return first;
  return waysOff.includes(act) ? 200 + waysOff.indexOf(act) : 100;
}

/** Always possible, and never the point of a case. */
const waysOff: readonly CaseActionKind[] = ['dropped', 'withdrawn', 'conflict-declared'];

export function isWayOff(act: CaseActionKind): boolean {
  return waysOff.includes(act);
}
