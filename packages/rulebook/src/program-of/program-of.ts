import type { Localised, MonthRounding } from '@credence/domain';

import type { Weighing } from '../card/risk-class-card.ts';
import type { Citation, Confidence } from '../card/vocabulary.ts';
import type { Program, Rule } from '../language/program.ts';
import type { World } from '../language/world.ts';
import { LIKELIHOOD, SEVERITY, weighedLines } from '../world/weigh.ts';
import {
  readProgram,
  RESULT,
  TOTAL,
  type PlacedFault,
  type ProgramSource,
  type ReadRule,
} from '../world/read-program.ts';

/** What a card is made a program with. */
export interface ProgramFrame {
  /** Kind and id, `risk-class:cn.inspection`. */
  readonly card: string;
  /** Hash of the edition. */
  readonly edition: string;
  /** The world of the edition, see `worldOf`. */
  readonly world: World;
  readonly round: MonthRounding;
}

/** A program with the order of its classes, or everything wrong with the card's expressions. */
export type ProgramMaking =
  | {
      readonly kind: 'made';
      readonly program: Program;
      /** Codes of the classes, best first. */
      readonly classes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly faults: readonly PlacedFault[] };

/** The program of a card: its indicators in their order, their total, and the class that follows. */
export function programOf(card: ProgramSource, frame: ProgramFrame): ProgramMaking {
  const { world, rules, faults } = readProgram(card, frame.world);
  if (faults.length > 0) return { kind: 'refused', faults };
  const program: Program = {
    card: frame.card,
    edition: frame.edition,
    world,
    round: frame.round,
    rules: rules.map((rule) => ruleOf(card, rule, frame)),
    result: RESULT,
  };
  return { kind: 'made', program, classes: card.classes.map((each) => each.class) };
}

const titles: Readonly<Record<string, Localised>> = {
  [TOTAL]: { zh: '合计', en: 'Total' },
  [LIKELIHOOD]: { zh: '违法可能性', en: 'Likelihood of a breach' },
  [SEVERITY]: { zh: '行业危害程度', en: 'Severity in the sector' },
};

/** A rule with its law: the indicator's, or that of the card for what is made of the indicators. */
function ruleOf(card: ProgramSource, read: ReadRule, frame: ProgramFrame): Rule {
  const { name, text, value } = read;
  const own = { name, text, value, reviewBy: card.reviewBy };
  const indicator = card.indicators.find((each) => each.indicator === name);
  if (indicator === undefined) {
    const { basis, confidence, inForce } = card;
    const title = titles[name] ?? card.title;
    if (name === SEVERITY && card.weighing !== undefined) {
      return {
        ...own,
        title,
        ...lawOfSectors(card.weighing, frame.world),
        inForce,
        exceptions: [],
      };
    }
    return { ...own, title, basis: citations(basis), confidence, inForce, exceptions: [] };
  }
  const { title, basis, confidence, inForce = card.inForce, exceptions = [] } = indicator;
  return {
    ...own,
    title,
    basis: citations(basis),
    confidence,
    inForce,
    exceptions: exceptions.flatMap((exception) => {
      const expressions = read.exceptions.find((each) => each.name === exception.name);
      if (expressions === undefined) return [];
      const { when, value: instead } = expressions;
      const cited = { title: exception.title, confidence: exception.confidence };
      const law = { ...cited, basis: citations(exception.basis) };
      return [{ ...law, name: exception.name, when, value: instead }];
    }),
  };
}

/** The articles of all lines of the profiles, and how sure the least sure of them is. */
function lawOfSectors(
  weighing: Weighing,
  world: World,
): { readonly basis: readonly Citation[]; readonly confidence: Confidence } {
  const rows = [...weighedLines(weighing, world), weighing.others];
  const all = rows.flatMap((row) => citations(row.basis));
  const basis = [...new Map(all.map((each) => [`${each.source} ${each.at}`, each])).values()];
  const surest: readonly Confidence[] = ['unverified', 'secondary', 'verified'];
  const confidence = surest.find((mark) => rows.some((row) => row.confidence === mark));
  return { basis, confidence: confidence ?? 'unverified' };
}

/** Articles alone: what they empower is no part of a trace. */
function citations(basis: readonly Citation[]): readonly Citation[] {
  return basis.map(({ source, at }) => ({ source, at }));
}
