import type { Program, Rule } from '../language/program.ts';
import type { Expression } from '../language/tree.ts';
import { write } from '../language/write.ts';
import { mutateNode } from './mutate-expression.ts';
import { rebuild } from './rebuild.ts';

/** A program with one small mistake in it. */
export interface Mutant {
  /** Says what was changed: `heavy: P24M becomes P25M`; waivers name it so. */
  readonly name: string;
  readonly program: Program;
}

/** Every program that differs from this one in one small mistake. */
export function mutateProgram(program: Program): readonly Mutant[] {
  const seen = new Map<string, number>();
  return program.rules.flatMap((rule, place) =>
    mutateRule(program, rule).map(({ what, rule: changed }) => {
      const name = `${rule.name}: ${what}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return {
        name: times === 1 ? name : `${name} (${times})`,
        program: { ...program, rules: program.rules.with(place, changed) },
      };
    }),
  );
}

interface ChangedRule {
  readonly what: string;
  readonly rule: Rule;
}

function mutateRule(program: Program, rule: Rule): readonly ChangedRule[] {
  const { exceptions } = rule;
  return [
    ...mutate(program, rule.value).map(({ what, changed }) => ({
      what,
      rule: { ...rule, value: changed },
    })),
    ...exceptions.flatMap((exception, place) => {
      const others = exceptions.toSpliced(place, 1);
      const replaced = (changed: Partial<typeof exception>): Rule => ({
        ...rule,
        exceptions: exceptions.with(place, { ...exception, ...changed }),
      });
      return [
        { what: `without exception ${exception.name}`, rule: { ...rule, exceptions: others } },
        ...mutate(program, exception.when).map(({ what, changed }) => ({
          what: `exception ${exception.name}: ${what}`,
          rule: replaced({ when: changed }),
        })),
        ...mutate(program, exception.value).map(({ what, changed }) => ({
          what: `exception ${exception.name}: ${what}`,
          rule: replaced({ value: changed }),
        })),
      ];
    }),
  ];
}

function mutate(
  { world }: Program,
  expression: Expression,
): readonly { readonly what: string; readonly changed: Expression }[] {
  const notes: string[] = [];
  const changed = rebuild(expression, (node) => {
    const mutants = mutateNode(world, node);
    for (const mutant of mutants)
      notes.push(`${write(node, world)} becomes ${write(mutant, world)}`);
    return mutants;
  });
  // `rebuild` asks each node once and keeps the order of what it is told.
  return changed.map((each, place) => ({ what: notes[place] ?? '', changed: each }));
}
