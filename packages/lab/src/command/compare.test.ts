import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { runLabProgram } from '../program.ts';

const folder = mkdtempSync(join(tmpdir(), 'credence-lab-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function say(args: readonly string[], interrupt?: (stop: () => void) => void) {
  const said = { out: '', err: '' };
  const exit = await runLabProgram(args, {
    language: 'en',
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    onInterrupt: (stop) => {
      interrupt?.(stop);
      return () => undefined;
    },
  });
  return { exit, ...said };
}

describe('credence-lab compare', () => {
  it.each([
    [['compare', 'nonne'], 'There is no preset "nonne". Did you mean none? Accepted: '],
    [['compare', 'none', '--agents', 'many'], '"many" is not a whole number above 0'],
    [['compare', 'none', '--until', 'losss=3'], '"losss" is no measure. Did you mean loss?'],
    [['compare', 'none', '--until', 'loss'], '"" is no width; write loss=WIDTH'],
    [['run', 'none', '--set', 'flor=3'], '"flor" is no practice. Did you mean floor?'],
    [
      ['run', 'none', '--set', 'heardWell=3'],
      'heardWell: "3" was given; accepted is a number from 0 to 1',
    ],
    [['run', 'none', '--format', 'xml'], 'text, json, csv'],
    [['run', 'none', 'random'], 'too many arguments'],
  ])('%j is wrong use: what was given, what is accepted', async (args, message) => {
    const { exit, err, out } = await say(args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('says in words which file or folder cannot be used, and why', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const small = ['run', 'none', '--agents', '60', '--months', '1', '--replicates', '1'];
    for (const out of [file, join(file, 'below')]) {
      const { exit, out: told, err } = await say([...small, '--out', out]);
      expect([exit, told]).toEqual([1, '']);
      expect(err).toContain(file);
      expect(err).toMatch(/: (a file of that name is there already|a part of the path is a file)/);
    }
    const { exit, err } = await say(['sweep', folder]);
    expect([exit, err.includes('it is a folder, not a file')]).toEqual([1, true]);
    rmSync(file);
  });

  it('takes two files of one name for a mistake, not for one regime', async () => {
    const [one, other] = ['one', 'other'].map((name) => join(folder, name, 'mine.yaml'));
    for (const path of [one, other]) {
      mkdirSync(dirname(path ?? ''));
      writeFileSync(path ?? '', `# ${path ?? ''}`);
    }
    const { exit, err } = await say(['compare', one ?? '', other ?? '']);
    expect([exit, err.includes('Two different presets are called "mine"')]).toEqual([1, true]);
    for (const name of ['one', 'other']) rmSync(join(folder, name), { recursive: true });
  });

  it('keeps what is done when interrupted, says how to go on, and goes on', async () => {
    const args = [
      ...['run', 'none', '--agents', '60', '--months', '2', '--replicates', '2'],
      ...['--set', 'complaints=0.1', '--format', 'csv', '--out', folder],
    ];
    const cut = await say(args, (stop) => stop());
    expect([cut.exit, cut.out]).toEqual([1, '']);
    expect(cut.err).toContain(
      `Interrupted: 0 of 2 runs are finished. They are kept in ${folder}: give the same command with --resume to go on.`,
    );
    const again = await say(args);
    expect(again).toMatchObject({ exit: 1 });
    expect(again.err).toContain('Go on from it with --resume');
    const whole = await say([...args, '--resume']);
    expect(whole.exit).toBe(0);
    expect(whole.out).toMatch(
      /^row,from,regime,side,measure,unit,value,low,high\r\nverdict,,none,/,
    );
    expect(readdirSync(folder).sort()).toEqual([
      'comparison.csv',
      'comparison.json',
      'comparison.txt',
    ]);
  });
});
