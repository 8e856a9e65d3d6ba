import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { crowdPlays, demoPlays, type PlayStep } from '@credence/demo';
import { civilDate, instantOf, type CivilDate, type JsonValue } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createCasework } from '../../packages/casework/src/create-casework.ts';
import { FakeStore } from '../../packages/casework/src/fake-ports.test-support.ts';
import { fakePersonKeys } from '../../packages/casework/src/fake-person-keys.test-support.ts';
import { createRulebookLoader } from '../../packages/casework/src/promulgate/load-rulebook.ts';
import { portsOf } from '../../packages/casework/src/town.test-support.ts';
import { fillDemoCases } from '../../packages/cli/src/command/demo-cases.ts';
import { fillDemoContracts } from '../../packages/cli/src/command/demo-contracts.ts';
import { fillDemoDuties } from '../../packages/cli/src/command/demo-duties.ts';
import { fillDemoLife } from '../../packages/cli/src/command/demo-life.ts';
import { fillDemoPeople } from '../../packages/cli/src/command/demo-people.ts';
import { fillDemo } from '../../packages/cli/src/command/demo.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import { getRole } from '../../packages/demo/src/storybook/cast.ts';

const today = civilDate('2026-11-20');
/** The smallest city: whoever has a part in a story, and nobody else. */
const organisations = 1;
const root = mkdtempSync(join(tmpdir(), 'credence-plays-'));
const said: string[] = [];
const terminal: Terminal = {
  ...{ cwd: root, isTty: false, columns: 100, language: 'en' },
  out: (text) => void said.push(text),
  err: (text) => void said.push(text),
};
const store = new FakeStore();
const parts = { ...portsOf(store), personKeys: fakePersonKeys() };
const loader = createRulebookLoader(parts);
const casework = createCasework({ ...parts, today }, loader);
const caseworkOn = (day: CivilDate): typeof casework => {
  store.now = instantOf(`${day}T12:00:00+08:00`) ?? store.now;
  return createCasework({ ...parts, today: day }, loader);
};

interface Order {
  readonly folder: string;
  readonly terminal: Terminal;
  readonly today: CivilDate;
}

/** What is printed while something is played: a step that is refused, and why. */
async function told(name: string, playing: (order: Order) => Promise<void>) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  said.length = 0;
  await playing({ folder, terminal, today });
  return said.join('');
}

/** The kind of an act, by what its entry says. */
function actOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'kind' in payload
    ? payload.kind
    : undefined;
}

/** The same step under a number that no card has. */
function misnumbered(step: PlayStep): PlayStep {
  if (step.act !== 'noticed') return step;
  const say = (known: Parameters<PlayStep['say']>[0]): JsonValue => {
    const said = step.say(known);
    const parts = Object.entries(said ?? {}) as [string, JsonValue][];
    return { ...Object.fromEntries(parts), document: { number: '九号' } };
  };
  return { ...step, say };
}

describe('the demonstration', () => {
  beforeAll(async () => {
    store.project = (entries) => casework.project(entries);
    caseworkOn(today);
    const context = {
      ...{ terminal, environment: { port: 1, dataFolder: root }, today: () => today },
      withSystem: () => Promise.reject(new Error('No command opens a register here.')),
    };
    await fillDemo(context, casework, { folder: join(root, 'demo'), organisations, seed: 1 });
    await fillDemoPeople(casework, { language: 'en', today });
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('says which step was refused, and why, and goes no further in that story', async () => {
    const [first] = demoPlays;
    if (first === undefined) throw new Error('The city has procedures.');
    const steps = first.steps.map(misnumbered);
    const before = store.entries.length;
    const printed = await told('wrong', (order) =>
      fillDemoCases({ casework, caseworkOn }, { ...order, plays: [{ ...first, steps }] }),
    );
    expect(printed).toMatch(/noticed: The number "九号" is not written as the rules have it/);
    const acts = store.entries.slice(before).map(({ kind }) => kind);
    expect(acts.filter((kind) => kind.startsWith('case-'))).toEqual(['case-opened@1']);
    store.entries.length = before;
  });

  it('plays the cases of a crowd: pledges kept and broken, an objection, a repair', async () => {
    const plays = crowdPlays({
      pledging: (['noodle-shop', 'food-maker', 'guesthouse'] as const).map(getRole),
      ...{ objecting: [getRole('unregistered')], repairing: [getRole('pharmacy')] },
    });
    const before = store.entries.length;
    const system = { casework, caseworkOn };
    expect(await told('crowd', (order) => fillDemoCases(system, { ...order, plays }))).toBe('');
    const acts = store.entries.slice(before).map(({ payload }) => actOf(payload));
    for (const [act, times] of [
      ['seen-kept', 2],
      ['approved', 1],
      ['answered', 1],
      ['granted', 1],
    ] as const) {
      expect([act, acts.filter((kind) => kind === act).length]).toEqual([act, times]);
    }
    store.entries.length = before;
  });

  it('is grown without one step that is refused', async () => {
    const system = { casework, caseworkOn };
    expect(await told('city', (order) => fillDemoCases(system, order))).toBe('');
    expect(await told('city', (order) => fillDemoContracts(system, order))).toBe('');
    expect(await told('city', (order) => fillDemoDuties(system, order))).toBe('');
    expect(await told('city', (order) => fillDemoLife(system, order))).toBe('');
    const played = store.entries.filter(({ kind }) => /^case-(?!person|paper)/.test(kind)).length;
    const steps = demoPlays.flatMap((play) => play.steps).length;
    expect(played).toBeGreaterThanOrEqual(steps);
  }, 120_000);
});
