import type { CaseAction, CaseActionOf } from '../../entry/case-payload.ts';
import { classLines } from '../../inspection/class/class-lines.ts';
import type { Entry } from '../../port/journal.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { editionOn, pledgeCardOf } from '../law/law-of-case.ts';
import { lookBy } from '../law/pledge-law.ts';

/**
 * With a decision on a pledge the day to look is set, sooner or later by the planning class of that
 * day. Only the date is kept; the class itself is read here, used, and stands nowhere (guards N13, G40).
 */
export function setLook(
  {
    home,
    action,
    entries,
  }: {
    readonly home: string;
    readonly action: CaseAction;
    readonly entries: readonly Entry[];
  },
  file: CaseFile,
  world: CaseWorld,
): CaseActionOf<'check-set'> | undefined {
  if (action.kind !== 'granted-on-pledge') return undefined;
  const { on, by, caseId } = action;
  const edition = editionOn(world, on);
  const card = pledgeCardOf(file, world, on);
  const scale = card?.approval?.postCheck.byClass?.card;
  if (edition === undefined || card === undefined || scale === undefined) return undefined;
  const { rulebook } = world;
  const line = classLines(home, entries, { rulebook, on }).find(
    // That of premises is no class of whoever pledges (guard N12).
    (each) => each.card === scale && each.premises === undefined,
  );
  if (line === undefined) return undefined;
  const dueOn = lookBy(edition, card, { granted: on, riskClass: line.class });
  return dueOn === undefined
    ? undefined
    : { kind: 'check-set', caseId, on, by, dueOn, from: 'rule' };
}
