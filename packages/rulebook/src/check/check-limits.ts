import { isBefore, type Period } from '@credence/domain';

import type { LimitName, Limits } from '../card/limits-card.ts';
import { boundOf, keyOfLimit, writeLimit } from '../guard/limits.ts';
import { shippedLimits } from '../guard/proposed-limits.ts';
import { isLonger } from './compare-periods.ts';
import type { Check, Report } from './draft.ts';

/**
 * The limits by which guards judge are declared by the edition itself: none is taken for granted, each
 * holds from the first day of the edition, and none is laxer than what the program proposes or than
 * the edition above says (guard N3): an edition makes a limit stricter, and nothing else.
 */
export const checkLimits: Check = (draft, report) => {
  const { edition, cards, layer } = draft;
  const limits = cards.limits.get('guards');
  if (limits === undefined) {
    if (draft.has('limits', 'guards')) return;
    report(
      { kind: 'edition', id: edition.edition, path: [] },
      {
        code: 'card-unknown',
        message: 'The edition does not say by what limits its rules are judged.',
        accepted: 'limits/guards.yaml',
        repair: 'Copy the card of limits from docs/how-to/write-a-rule.md and name who set each.',
      },
    );
    return;
  }
  const above = layer?.parent.limits.get('guards');
  for (const name of namesOf(limits)) {
    checkStart(name, limits, edition.inForce.from, report);
    checkStricter(
      name,
      limits,
      { above: above ?? shippedLimits(), isParent: above !== undefined },
      report,
    );
  }
};

/** The head of the card says nothing about guards; what is left are the limits. */
const headKeys: readonly string[] = ['limits', 'title', 'reviewBy'];

function namesOf(limits: Limits): readonly LimitName[] {
  return Object.keys(limits).filter((key): key is LimitName => !headKeys.includes(key));
}

function checkStart(
  name: LimitName,
  limits: Limits,
  begins: Limits[LimitName]['from'],
  report: Report,
): void {
  const { from } = limits[name];
  if (!isBefore(begins, from)) return;
  report(
    { kind: 'limits', id: 'guards', path: [keyOfLimit(name), 'from'] },
    {
      code: 'value-gap',
      message: `The edition begins on ${begins}, and this limit does not hold then.`,
      found: from,
      accepted: `${begins} or earlier`,
      repair: 'A limit that changes later stands in the edition that follows.',
    },
  );
}

interface Above {
  readonly above: Limits;
  /** Whether it is the edition above, or what the program itself proposes. */
  readonly isParent: boolean;
}

function checkStricter(
  name: LimitName,
  limits: Limits,
  { above, isParent }: Above,
  report: Report,
): void {
  const [own, other] = [limits[name], above[name]];
  const most = 'atMost' in own;
  const [higher, lower] = most ? [own, other] : [other, own];
  if (!exceeds(boundOf(higher), boundOf(lower))) return;
  report(
    { kind: 'limits', id: 'guards', path: [keyOfLimit(name), most ? 'at-most' : 'at-least'] },
    {
      code: isParent ? 'layering' : 'limit-laxer',
      message: isParent
        ? 'A local edition makes a limit stricter, never looser (N3).'
        : 'An edition makes a limit stricter, never looser than the guards propose.',
      found: writeLimit(own),
      accepted: `${most ? 'at most' : 'at least'} ${writeLimit(other)}`,
      repair: isParent
        ? 'Leave the limit of the whole above, or write a stricter one.'
        : 'Write the limit of docs/how-to/write-a-rule.md, section 9, or a stricter one.',
    },
  );
}

function exceeds(first: number | Period, second: number | Period): boolean {
  if (typeof first === 'number' || typeof second === 'number') return first > second;
  return isLonger(first, second);
}
