import { createEvaluator } from '../evaluate/explain-fully.ts';
import { cardFolders, type CardKind } from '../card/card-kinds.ts';
import type { Edition } from '../edition/edition.ts';
import type { Program } from '../language/program.ts';
import { readYaml } from '../load/read-yaml.ts';
import { incentivesOfEdition } from '../program-of/incentives-of-edition.ts';
import { programsOfEdition } from '../program-of/programs-of-edition.ts';
import {
  runClockCases,
  runPledgeCases,
  runItemCases,
  runListCases,
  runValueCases,
  type CaseFault,
} from './card-cases.ts';
import { runCases, writeFailure } from './run-cases.ts';

/** The cases beside one card, and what does not come out. */
export interface CardCases {
  readonly kind: CardKind;
  readonly id: string;
  /** File inside the folder of the edition. */
  readonly file: string;
  readonly cases: number;
  readonly failures: readonly CaseFailureAt[];
}

/** A case that does not come out, with its line. */
export interface CaseFailureAt {
  readonly line: number;
  /** Number of the case in its card, from 1. */
  readonly place: number;
  readonly said: string;
}

/**
 * Runs every case beside the cards of an edition's own files; cards that it took over are run where
 * they are written.
 */
export function runEditionCases(
  edition: Edition,
  files: ReadonlyMap<string, string>,
): readonly CardCases[] {
  return allOf(edition).flatMap(({ kind, id, cases, run }): CardCases[] => {
    const file = `${cardFolders[kind]}/${id}.yaml`;
    const text = files.get(file);
    if (text === undefined || cases === 0) return [];
    const { places } = readYaml(file, text);
    const failures = run().map(({ path, said }) => ({
      line: places.value(path).line,
      place: Number(path[1]) + 1,
      said,
    }));
    return [{ kind, id, file, cases, failures }];
  });
}

interface Tried {
  readonly kind: CardKind;
  readonly id: string;
  readonly cases: number;
  readonly run: () => readonly CaseFault[];
}

function allOf(edition: Edition): readonly Tried[] {
  return [
    ...cardsOf('item', edition.items, (card) => runItemCases(edition, card)),
    ...cardsOf('list', edition.lists, (card) => runListCases(edition, card)),
    ...cardsOf('value', edition.values, (card) => runValueCases(edition, card)),
    ...cardsOf('clock', edition.clocks, (card) => runClockCases(edition, card)),
    ...cardsOf('pledge', edition.pledges, (card) => runPledgeCases(edition, card)),
    ...programsOfEdition(edition).map(({ kind, id, card, making }): Tried => {
      const cases = card.cases ?? [];
      const run = (): readonly CaseFault[] =>
        making.kind === 'refused' ? [] : runOf(making.program, cases);
      return { kind, id, cases: cases.length, run };
    }),
    ...incentivesOfEdition(edition).map(({ id, card, program }): Tried => {
      const cases = card.cases ?? [];
      return { kind: 'incentive', id, cases: cases.length, run: () => runOf(program, cases) };
    }),
  ];
}

function runOf(program: Program, cases: Parameters<typeof runCases>[1]): readonly CaseFault[] {
  return runCases(createEvaluator(program), cases).map((failure) => ({
    path: failure.path,
    said: writeFailure(failure),
  }));
}

function cardsOf<Card extends { readonly cases?: readonly unknown[] }>(
  kind: CardKind,
  cards: ReadonlyMap<string, Card>,
  run: (card: Card) => readonly CaseFault[],
): readonly Tried[] {
  return [...cards].map(([id, card]) => ({
    kind,
    id,
    cases: card.cases?.length ?? 0,
    run: () => run(card),
  }));
}
