import { describe, expect, it } from 'vitest';

import { runClockMutants, runValueMutants } from './mutate-dated.ts';
import { runListMutants } from './mutate-list.ts';
import type { MutationReport, Waiver } from './run-mutants.ts';
import { shippedCodes, shippedEdition, shippedFiles } from './shipped-editions.test-support.ts';

/** Mistakes that no case can tell from the rule, and why. */
const equal: Readonly<Record<string, readonly (Waiver & { readonly because: string })[]>> = {
  'cn-2023 lists/mca.serious-violations.yaml': [
    {
      mutant: 'trigger: any sanction',
      because: 'Every record of the item is of the heaviest class, so each is above the floor.',
    },
  ],
};

interface Tried {
  readonly name: string;
  readonly run: (waivers: readonly Waiver[]) => MutationReport;
}

const tried = shippedCodes.flatMap((code): readonly Tried[] => {
  const edition = shippedEdition(code);
  const files = shippedFiles(code);
  const all: readonly Tried[] = [
    ...[...edition.lists].map(([id, card]) => ({
      name: `lists/${id}.yaml`,
      run: (waivers: readonly Waiver[]) => runListMutants(edition, card, waivers),
    })),
    ...[...edition.clocks].map(([id, card]) => ({
      name: `clocks/${id}.yaml`,
      run: (waivers: readonly Waiver[]) => runClockMutants(edition, card, waivers),
    })),
    ...[...edition.values].map(([id, card]) => ({
      name: `values/${id}.yaml`,
      run: (waivers: readonly Waiver[]) => runValueMutants(edition, card, waivers),
    })),
  ];
  return all
    .filter(({ name }) => files.has(name))
    .map((each) => ({ ...each, name: `${code} ${each.name}` }));
});

describe('shipped lists, clocks and periods', () => {
  it('are examined, all of them', () => {
    expect(tried.length).toBeGreaterThanOrEqual(60);
    expect(Object.keys(equal).filter((name) => !tried.some((each) => each.name === name))).toEqual(
      [],
    );
  });

  it.each(tried.map((each) => [each.name, each] as const))(
    '%s has a case against every small mistake, or says why not',
    (name, { run }) => {
      const report = run(equal[name] ?? []);
      expect(report.survived).toEqual([]);
      expect(report.needless).toEqual([]);
      // A value that is never shown and an amount have no mistake that a day could show.
      expect(report.killed + report.waived.length).toBe(report.mutants);
    },
  );
});
