import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { skipsPostgres } from '../support/postgres.ts';
import { labKey } from './attacks-at-doors.ts';
import { guardFiles } from './files.ts';
import { granted } from './answers.ts';
import type { Attack, Guard, Prepared, Waiting } from './guard.ts';
import { guards } from './guards.ts';
import { guardsPage } from './page.ts';
import { prepare, represented } from './stages.ts';
import { tricks } from './tricks.ts';
import { expectClosed } from './waiting.ts';
import { openGuardWorld } from './world.ts';

const ids = Array.from({ length: 46 }, (_, at) => `G${String(at + 1).padStart(2, '0')}`);
const all: readonly (readonly [id: string, guard: Guard])[] = Object.entries(guards);

describe('the table of guards', () => {
  it('has all forty-six, each with an attack or with one that waits', () => {
    expect(all.map(([id]) => id)).toEqual(ids);
    const idle = all.filter(([, { attacks, waits }]) => attacks.length === 0 && !waits);
    expect(idle.map(([id]) => id)).toEqual([]);
  });
});

describe('docs/guards.md', () => {
  // `vitest -u` writes it.
  it('says what this suite tries, guard by guard', async () => {
    await expect(guardsPage(guards)).toMatchFileSnapshot('../../docs/guards.md');
  });
});

describe.skipIf(skipsPostgres())('the guards at run time', () => {
  let world: Prepared;
  beforeAll(async () => {
    world = await prepare(await openGuardWorld({ represented, files: guardFiles(), labKey }));
  });
  afterAll(() => world.close());

  const tried = all.flatMap(([id, { attacks }]) =>
    attacks.map((attack): [string, string, Attack] => [id, attack.says, attack]),
  );
  it.each(tried)('%s: %s Refused and written down.', async (_, __, attack) => {
    const before = world.logged();
    const from = { process: before.process.length, server: before.server.length };
    expect(await attack.attempt(world)).toBe(attack.refusal);
    const { process, server } = world.logged();
    const lines = process.slice(from.process).map((line) => JSON.parse(line) as LogLine);
    await expectTrace(world, attack, { lines, server: server.slice(from.server) });
    expect(await attack.lawful(world)).toBe(granted);
  });

  const waiting = all.flatMap(([id, { waits }]): [string, string, Waiting][] =>
    waits === undefined ? [] : [[id, waits.says, waits]],
  );
  it.each(waiting)('%s waits: %s Nothing leads there yet.', (_, __, waits) =>
    expectClosed(world, waits),
  );

  it.each(tricks)('by SQL: %s', (_, run) => run(world));
});

interface LogLine {
  readonly msg: string;
  readonly why?: string;
  readonly problems?: string;
  readonly status?: number;
}

/** A row that was set aside, a cell that was dropped or not understood, a number that was masked. */
const leftAtTheBorder = /"(?:setAside|cells)":[1-9]|"notUnderstood":\[\{|person-data-masked/;

/** The denial is found where the table says that it is. */
async function expectTrace(
  world: Prepared,
  { trace, refusal }: Attack,
  written: { readonly lines: readonly LogLine[]; readonly server: string },
): Promise<void> {
  const { lines, server } = written;
  const denied = lines.filter(({ msg }) => msg === 'denied');
  switch (trace) {
    case 'denied':
      expect(denied.map(({ why }) => why)).toContain('policy');
      return;
    case 'conditions':
      expect(denied.map(({ problems }) => problems?.split(' '))).toContainEqual(
        expect.arrayContaining([refusal]),
      );
      return;
    case 'request': {
      const requests = lines.filter(({ msg }) => msg === 'request');
      expect(requests.at(-1)?.status).toBeGreaterThanOrEqual(400);
      return;
    }
    case 'alarm':
      expect(lines.map(({ msg }) => msg)).toContain('read budget spent');
      return;
    case 'report': {
      const [kept] = await world.look(
        `select payload::text from credence.journal_payload join credence.journal_entry
          on id = entry_id where payload::text like '%"notUnderstood"%'
          order by position desc limit 1`,
      );
      expect(String(kept?.['payload'])).toMatch(leftAtTheBorder);
      return;
    }
    case 'answer':
      expect(lines.findLast(({ msg }) => msg === 'request')?.status).toBe(200);
      return;
    case 'server':
      expect(server).toMatch(/ERROR: {2}(?:permission denied|must be)[^]*STATEMENT:/);
  }
}
