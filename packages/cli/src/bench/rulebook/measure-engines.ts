import { createEvaluator, type Action, type SubjectFacts } from '@credence/rulebook';

import { celPeers } from './cel-peers.ts';
import { cpuTime } from './cpu-time.ts';
import { asOf, type Register } from './generate-register.ts';
import { runByHand } from './hand-written.ts';
import { mismatches } from './measure-columns.ts';
import { otherPeers } from './other-peers.ts';
import { loadPeer } from './peer.ts';
import { horizon, printRules, programOf } from './print-language.ts';
import { benchRules } from './rule-table.ts';
import { subjectsOf } from './to-population.ts';

/** One engine, for one organisation at a time. */
export interface EngineFigures {
  readonly engine: string;
  readonly version: string;
  readonly note: string;
  readonly organisations: number;
  readonly microsecondsEach: number;
  readonly mismatches: number;
}

/** What was measured, and which peers are not on this machine. */
export interface PeerFigures {
  readonly engines: readonly EngineFigures[];
  readonly absent: readonly string[];
}

/** Other engines over the first organisations of the register. */
export async function measurePeers(
  register: Register,
  folder: string | undefined,
): Promise<PeerFigures> {
  const engines: EngineFigures[] = [];
  const absent: string[] = [];
  for (const { name, note, organisations: most, prepare } of [...celPeers, ...otherPeers]) {
    const loaded = await loadPeer(name, folder);
    if (loaded === undefined) {
      absent.push(name);
      continue;
    }
    const organisations = Math.min(most, register.organisations);
    const results = new Int32Array(organisations).fill(-1);
    const { run, close } = prepare(loaded.exports, register, organisations);
    const milliseconds = await cpuTime(() => run(results), { warmUp: 1, measured: 3 });
    close?.();
    engines.push({
      ...{ engine: name, version: loaded.version, note, organisations },
      microsecondsEach: (milliseconds / organisations) * 1000,
      mismatches: mismatches(results, resultsByHand(register, organisations), organisations),
    });
  }
  return { engines, absent };
}

/** The closures for single subjects: the plain answer, the trace with why-not, and with exits. */
export async function measureClosures(
  register: Register,
  most: number,
): Promise<readonly EngineFigures[]> {
  const evaluator = createEvaluator(programOf(printRules([benchRules], 'days')));
  const subjects = subjectsOf(register, Math.min(most, register.organisations));
  const few = subjects.slice(0, Math.ceil(subjects.length / 10));
  const known = { knownAt: '2024-10-04T00:00:00Z' };
  const measure = async (
    engine: string,
    note: string,
    asked: readonly SubjectFacts[],
    answer: (subject: SubjectFacts) => unknown,
  ): Promise<EngineFigures> => {
    const results: unknown[] = [];
    const milliseconds = await cpuTime(() => {
      asked.forEach((subject, index) => (results[index] = answer(subject)));
    });
    const expected = resultsByHand(register, asked.length);
    return {
      ...{ engine, version: '', note, organisations: asked.length },
      microsecondsEach: (milliseconds / asked.length) * 1000,
      mismatches: asked.filter((_, index) => results[index] !== expected[index]).length,
    };
  };
  return [
    await measure('closures', 'result alone', subjects, (subject) => {
      return evaluator.evaluate(subject, asOf).result;
    }),
    await measure('closures with trace', 'counted and excluded records', subjects, (subject) => {
      return evaluator.explain(subject, asOf, known).result;
    }),
    await measure('closures with exits', 'trace, next change, every repair', few, (subject) => {
      // Repair never worsens the answer of these rules, as the examination of shipped rules proves of theirs.
      const search = { better: { kind: 'higher' }, actionsNeverWorsen: true } as const;
      const exits = { actions: repairsOf(subject), ...search };
      return evaluator.explainFully(subject, asOf, { ...known, horizon, exits }).result;
    }),
  ];
}

/** Every open penalty can be repaired. */
function repairsOf({ records }: SubjectFacts): readonly Action[] {
  return (records['entries'] ?? [])
    .filter(({ facts }) => facts['kind'] === 'penalty' && facts['repaired'] === false)
    .map(({ id }) => ({
      ...{ code: 'repair', record: { collection: 'entries', id } },
      ...{ earliest: asOf, changes: { repaired: true } },
    }));
}

function resultsByHand(register: Register, organisations: number): Int32Array {
  const results = new Int32Array(organisations);
  runByHand(register, results, { from: 0, to: organisations });
  return results;
}
