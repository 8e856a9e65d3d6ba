import { checkEdition, checkExpression, editionToJson, openEdition } from '@credence/rulebook';

import { readEditionFolder } from '../../rulebook-folder.ts';
import { cpuTime } from './cpu-time.ts';
import { benchWorld, printRules } from './print-language.ts';
import { benchRules, withLongerPeriods } from './rule-table.ts';

/** How long law takes to be read. */
export interface LoadingFigures {
  readonly expressions: number;
  readonly checkExpressionsMs: number;
  readonly cards: number;
  readonly fromYamlMs: number;
  readonly fromJsonMs: number;
}

const expressionCount = 5_000;
const cardCount = 300;

/** Parses and checks expressions, and reads an edition from its cards and from its canonical JSON. */
export async function measureLoading(folder: string): Promise<LoadingFigures> {
  const texts = benchExpressions();
  const checkExpressionsMs = await cpuTime(() => {
    for (const text of texts) {
      const options = { world: benchWorld, expected: { kind: 'int' }, rules: new Map() } as const;
      if (checkExpression(text, options).kind === 'refused') throw new Error(text);
    }
  });
  const files = cardsOf(folder);
  const check = checkEdition(files);
  if (check.kind === 'refused') throw new Error(JSON.stringify(check.findings.slice(0, 3)));
  const json = editionToJson(check.edition);
  return {
    expressions: texts.length,
    checkExpressionsMs,
    cards: files.size - 1,
    fromYamlMs: await cpuTime(() => void checkEdition(files)),
    fromJsonMs: await cpuTime(() => {
      if (openEdition(json).kind === 'refused') throw new Error('The edition does not open.');
    }),
  };
}

/** Rules of the benchmark with other and other periods; those that name other rules are left out. */
function benchExpressions(): readonly string[] {
  const texts: string[] = [];
  for (let days = 0; texts.length < expressionCount; days += 1) {
    const printed = printRules([withLongerPeriods(benchRules, days)], 'days');
    texts.push(...[...printed.values()].slice(0, benchRules.length));
  }
  return texts.slice(0, expressionCount);
}

/** An edition of the shipped ones, filled up with copies of its values under other names. */
function cardsOf(folder: string): ReadonlyMap<string, string> {
  const files = new Map(readEditionFolder(folder));
  const values = [...files].filter(([path]) => path.startsWith('values/'));
  for (let copy = 1; files.size <= cardCount && values.length > 0; copy += 1) {
    for (const [path, text] of values.slice(0, cardCount + 1 - files.size)) {
      const name = path.slice('values/'.length, -'.yaml'.length);
      const other = `${name}-copy-${copy}`;
      files.set(`values/${other}.yaml`, text.replace(name, other));
    }
  }
  return files;
}
