import { addMonths, dayNumber, fromDayNumber, type CivilDate } from '@credence/domain';
import {
  askedFields,
  createEvaluator,
  programsOfEdition,
  readFacts,
  worldOf,
  type Edition,
  type Evaluator,
  type Rulebook,
  type World,
} from '@credence/rulebook';

import { gatherFacts } from '../../impact/gather-facts.ts';
import type { ClassLineRow } from '../../port/class-lines.ts';
import type { Entry } from '../../port/journal.ts';
import { foldSubject } from '../../state/subject-state.ts';
import { classedBy, premisesOn } from './premises.ts';

/** As far as the work of a day looks ahead: on that day it looks again. */
const horizonMonths = 120;

/**
 * The planning classes of a home on a day, by the law of that day: one line for each risk class that
 * is about such a subject, or for each of its licensed premises. The same entries, rules and day give the same lines.
 */
export function classLines(
  home: string,
  entries: readonly Entry[],
  { rulebook, on }: { readonly rulebook: Rulebook; readonly on: CivilDate },
): readonly ClassLineRow[] {
  const edition = rulebook.on(on);
  if (edition === undefined) return [];
  const { world, classes } = toolsOf(edition);
  if (classes.length === 0) return [];
  const state = foldSubject(home, entries);
  if (state.records.length === 0) return [];
  const facts = gatherFacts(state, { edition, world, asOf: on });
  const horizon = addMonths(on, horizonMonths, edition.months.round);
  return classes.flatMap(({ id, subjects, by, evaluator }): readonly ClassLineRow[] => {
    const classed = classedBy(subjects, facts);
    if (classed === 'nobody') return [];
    const places = classed === 'premises' ? premisesOn(state, facts, { edition, on }) : [undefined];
    if (places.length === 0) return [];
    const { program } = evaluator;
    if (readFacts(program.world, facts, askedFields(program)).kind === 'refused') return [];
    const { result, rules } = evaluator.evaluate(facts, dayNumber(on));
    if (typeof result !== 'string') return [];
    const next = evaluator.nextChange(facts, dayNumber(on), dayNumber(horizon))?.day;
    const ruleAt = (name: string): unknown =>
      rules[program.rules.findIndex((rule) => rule.name === name)];
    const sector = by === undefined ? undefined : facts.facts[by];
    return places.map((place): ClassLineRow => {
      const change = [next, place?.until].filter((day) => day !== undefined);
      return {
        ...{ home, card: id, class: result, on },
        ...(place === undefined ? {} : { premises: place.record }),
        ...textOf('likelihood', ruleAt('likelihood')),
        ...textOf('severity', ruleAt('sector_severity')),
        ...textOf('sector', sector),
        ...(change.length === 0 ? {} : { nextChangeOn: fromDayNumber(Math.min(...change)) }),
      };
    });
  });
}

function textOf<Name extends string>(
  name: Name,
  value: unknown,
): Readonly<Record<string, never>> | Readonly<Record<Name, string>> {
  if (typeof value !== 'string') return {};
  // One key of the name given, so the record is what it says.
  return { [name]: value } as Record<Name, string>;
}

interface Tools {
  readonly world: World;
  readonly classes: readonly {
    readonly id: string;
    readonly subjects: readonly string[];
    /** The fact that says the sector, where the card weighs. */
    readonly by: string | undefined;
    readonly evaluator: Evaluator;
  }[];
}

/** Compiled once for each edition: editions never change. */
function toolsOf(edition: Edition): Tools {
  const known = tools.get(edition);
  if (known !== undefined) return known;
  const classes = programsOfEdition(edition).flatMap(({ kind, id, making }) => {
    const card = edition.riskClasses.get(id);
    if (kind !== 'risk-class' || card === undefined || making.kind === 'refused') return [];
    const evaluator = createEvaluator(making.program);
    return [{ id, subjects: card.subjects, by: card.weighing?.by, evaluator }];
  });
  const made = { world: worldOf(edition), classes };
  tools.set(edition, made);
  return made;
}

const tools: WeakMap<Edition, Tools> = new WeakMap();
