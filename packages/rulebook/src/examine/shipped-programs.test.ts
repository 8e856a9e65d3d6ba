import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { dayNumber } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import { makeSubjects } from '../evaluate/random-subjects.test-support.ts';
import { readYaml } from '../load/read-yaml.ts';
import { labelsOfEdition } from '../program-of/labels-of-edition.ts';
import { programsOfEdition } from '../program-of/programs-of-edition.ts';
import { writeTraceText } from '../words/write-trace.ts';
import { findUnforeseen } from './boundary-cases.ts';
import { findBreaches } from './metamorphic.ts';
import { runCases, writeFailure } from './run-cases.ts';
import { runMutants } from './run-mutants.ts';
import { shippedCodes, shippedEdition } from './shipped-editions.test-support.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const isLong = process.env['CREDENCE_LONG'] === '1';

const folders = { 'risk-class': 'risk-classes', evaluation: 'evaluations', scale: 'scales' };

function isFolder(name: string): boolean {
  return Object.values(folders).includes(name);
}

const codes = shippedCodes.filter((code) =>
  readdirSync(join(root, 'rulebooks', code)).some((name) => isFolder(name)),
);

const programs = codes.flatMap((code) =>
  programsOfEdition(shippedEdition(code)).map((each) => {
    const file = `rulebooks/${code}/${folders[each.kind]}/${each.id}.yaml`;
    return [
      `${code} ${each.kind}:${each.id}`,
      { ...each, file, edition: shippedEdition(code) },
    ] as const;
  }),
);

describe.each(programs)('%s', (_, { card, making, file, edition }) => {
  if (making.kind === 'refused') throw new Error(`${file}: ${JSON.stringify(making.faults)}`);
  const { program, classes } = making;
  const evaluator = createEvaluator(program);

  it('does what the cases beside it say', () => {
    const failures = runCases(evaluator, card.cases ?? []);
    const { places } = readYaml(file, readFileSync(join(root, file), 'utf8'));
    const said = failures.map((failure) => {
      const { line } = places.value(failure.path);
      return `${file}:${line} case ${String(failure.path[1])}: ${writeFailure(failure)}`;
    });
    expect(said).toEqual([]);
  });

  it('has a case against every small mistake, or says why not', () => {
    const report = runMutants(program, card.cases ?? [], card.waivers ?? []);
    expect(report.survived).toEqual([]);
    expect(report.needless).toEqual([]);
    expect(report.killed).toBeGreaterThan(0);
  });

  const from = dayNumber(card.inForce.from);
  const order = { seed: 3, count: isLong ? 1_000 : 20, from: from - 1200, until: from + 400 };
  const population = makeSubjects(program.world, { ...order, recordsMax: 3 });

  it('changes on no day that is not foreseen', () => {
    const until = from + (isLong ? 2_200 : 500);
    const found = population.flatMap((facts) => findUnforeseen(evaluator, facts, [from, until]));
    expect(found).toEqual([]);
  });

  it('explains itself in both languages, in words of the edition alone', () => {
    const labels = labelsOfEdition(edition, card);
    for (const facts of population) {
      const options = { knownAt: card.inForce.from, horizon: from + 1500 };
      const trace = evaluator.explainFully(facts, from + 90, options);
      for (const language of ['zh', 'en'] as const) {
        const text = writeTraceText(trace, { program, labels, language });
        expect(text).not.toMatch(/[{}]|undefined|null/);
        // A record is named by its document, which made-up facts have not.
        const words = text.replaceAll(/[a-z]+(?: [a-z]+)*-\d+/g, '');
        if (language === 'zh') expect(words).not.toMatch(/[a-z]_[a-z]|(?<![《\w])[a-z]{4,}/);
      }
    }
  });

  it('never does worse for a record lifted or lighter, nor minds order or others', () => {
    const lifts = [{ repaired: true }, { quashed: true }];
    const collections = [...program.world.collections.keys()].filter((name) => name !== 'listings');
    const examination = {
      closures: evaluator,
      better: { kind: 'order', best: classes } as const,
      lifted: Object.fromEntries(collections.map((name) => [name, lifts])),
      gravity: Object.fromEntries(
        collections.map((name) => [
          name,
          { field: 'severity', order: program.world.codeLists.get('severity') ?? [] },
        ]),
      ),
    };
    const found = population.flatMap((facts) => findBreaches(examination, { facts, asOf: from }));
    expect(found).toEqual([]);
  });
});
