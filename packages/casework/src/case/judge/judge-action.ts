import { isBefore, problem, type CivilDate, type Problem } from '@credence/domain';

import type { CaseAction, CaseActionKind, CaseOpened, Hand } from '../../entry/case-payload.ts';
import type { CaseFile, CaseOffer, CaseState, CaseWorld } from '../case.ts';
import { listed, type Attempt } from '../condition/attempt.ts';
import { foldCase } from '../fold-case.ts';
import { isKnownToLaw } from '../law/is-known-to-law.ts';
import { partsOf } from '../law/parts-of.ts';
import { cellOf, rowOf } from '../table/cell-of.ts';
import type { Step } from '../table/table.ts';
import { caseRules, type CaseRules } from './rules.ts';

export type Judgement =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Whether an action may be added to a case: it has a place in the table, whoever acts holds one of
 * its seats, and every condition is met. All that stands against it is said at once.
 */
export function judgeAction(
  file: CaseFile,
  world: CaseWorld,
  action: CaseAction,
  rules: CaseRules = caseRules,
): Judgement {
  const { kind: act, by, on: today } = action;
  const place = { kind: file.opened.matter.case, state: file.state, act };
  const cell = cellOf(rules.tables, place);
  if (cell.kind === 'never') return refuse([neverHere(file, act, rules)]);
  const last = file.actions.at(-1)?.on ?? today;
  if (isBefore(today, last)) {
    const days = { field: 'on', value: today, from: last, until: today };
    return refuse([problem('case-order-of-days', days)]);
  }
  const held = partsOf(by, file, world, today);
  const parts = cell.by.filter((part) => held.has(part));
  if (parts.length === 0) {
    const who = { act, accepted: listed(cell.by), held: listed(held) };
    return refuse([problem('case-not-yours', who)]);
  }
  // Whoever holds several seats acts in the one that lets him.
  const verdicts = parts.map((part) =>
    standAgainst(cell, { file, world, today, part, act, action, by }, rules),
  );
  const best = verdicts.reduce((a, b) => (b.length < a.length ? b : a));
  return best.length === 0 ? { kind: 'allowed' } : refuse(best);
}

/** Whether a case may be opened; it is judged as it would stand. */
export function judgeOpening(
  opened: CaseOpened,
  world: CaseWorld,
  rules: CaseRules = caseRules,
): Judgement {
  const { opening } = rules.tables[opened.matter.case];
  const file = foldCase([opened], rules.tables);
  const { by, on: today } = opened;
  const held = partsOf(by, file, world, today);
  const part = opening.by.find((each) => held.has(each));
  if (part === undefined) {
    const who = { act: 'opened', accepted: listed(opening.by), held: listed(held) };
    return refuse([problem('case-not-yours', who)]);
  }
  const attempt: Attempt = { file, world, today, part, act: 'opened', action: opened, by };
  const against = standAgainst(opening, attempt, rules);
  return against.length === 0 ? { kind: 'allowed' } : refuse(against);
}

/** Every action that has a place in a case on a day, for each seat, with all that stands against it. */
export function listOffers(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
  rules: CaseRules = caseRules,
): readonly CaseOffer[] {
  const row = rowOf(rules.tables, file.opened.matter.case, file.state);
  return Object.entries(row).flatMap(([name, cell]) => {
    if (cell.kind === 'never') return [];
    // The keys of a row are acts: its type says so, `Object.entries` forgets it.
    const act = name as CaseActionKind;
    if (!isKnownToLaw(act, file, world, today)) return [];
    return cell.by.map((part): CaseOffer => {
      const refused = standAgainst(cell, { file, world, today, part, act }, rules);
      return { act, part, refused };
    });
  });
}

/** The same for one person: what has a place for him, and whether it is him it is closed to. */
export function offersTo(
  by: Hand,
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseOffer[] {
  const held = partsOf(by, file, world, today);
  return Object.entries(rowOf(caseRules.tables, file.opened.matter.case, file.state)).flatMap(
    ([name, cell]) => {
      if (cell.kind === 'never') return [];
      // The keys of a row are acts: its type says so, `Object.entries` forgets it.
      const act = name as CaseActionKind;
      if (!isKnownToLaw(act, file, world, today)) return [];
      return cell.by
        .filter((part) => held.has(part))
        .map((part): CaseOffer => {
          const attempt = { file, world, today, part, act, by };
          return { act, part, refused: standAgainst(cell, attempt, caseRules) };
        });
    },
  );
}

function standAgainst(
  { needs }: Step<CaseState>,
  attempt: Attempt,
  { conditions }: CaseRules,
): readonly Problem[] {
  return needs.flatMap((need) => conditions[need](attempt) ?? []);
}

function neverHere(file: CaseFile, act: CaseActionKind, { tables }: CaseRules): Problem {
  const row = rowOf(tables, file.opened.matter.case, file.state);
  const possible = Object.entries(row).flatMap(([name, { kind }]) =>
    kind === 'never' ? [] : [name],
  );
  return problem('case-step-never', { state: file.state, act, accepted: listed(possible) });
}

function refuse(problems: readonly Problem[]): Judgement {
  return { kind: 'refused', problems };
}
