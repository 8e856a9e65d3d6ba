import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { knownConducts } from './known-conducts.ts';
import { formatFault, LabFileError } from './lab-fault.ts';
import { openRegime } from './open-regime.ts';
import { practices } from './practice.ts';
import { NEVER } from './regime.ts';
import { readPreset, regimeIds, type PresetSource } from './read-preset.ts';

const conducts = await knownConducts();
const folder = new URL('../../presets/', import.meta.url);

const frame = `preset: trial
title: { zh: 试, en: Trial }
says: { zh: 试。, en: A trial. }
confidence: unverified
`;

/** The trial as it stands, over shipped presets where it names one. */
function source(text: string): PresetSource {
  return async (id) => {
    if (id === 'trial') return text;
    return readFile(new URL(`${id}.yaml`, folder), 'utf8');
  };
}

async function faultsOf(text: string): Promise<readonly string[]> {
  try {
    await openRegime('trial', { months: 2, conducts, presets: source(text) });
  } catch (error) {
    if (error instanceof LabFileError) return error.faults.map((each) => formatFault('en', each));
    throw error;
  }
  return [];
}

describe('a preset', () => {
  it('is refused for a key nobody knows, at its line and column', async () => {
    const [fault = ''] = await faultsOf(`${frame}over: none\npractise: {}\n`);
    expect(fault).toContain('trial.yaml:6:1');
    expect(fault).toContain('practise is not a key of this card. Did you mean practice?');
  });

  it('is refused for a practice and a conduct that do not exist, each with what does', async () => {
    const faults = await faultsOf(
      `${frame}over: none\npractice:\n  luck: { value: 1, confidence: unverified }\nconducts:\n  jaywalking: []\n`,
    );
    expect(faults.map((fault) => fault.split('\n')[0])).toEqual([
      'trial.yaml:9:15  The society knows no such conduct.',
      'trial.yaml:7:9  There is no such practice.',
    ]);
    expect(faults[1]).toContain('noticeServed');
  });

  it('is refused for a value outside its bounds, in Chinese too', async () => {
    const text = `${frame}over: none\npractice: { sensitivity: { value: 2, confidence: unverified } }\n`;
    const refused = await readPreset('trial', conducts, source(text)).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(LabFileError);
    const [fault] = refused instanceof LabFileError ? refused.faults : [];
    expect(fault).toMatchObject({ line: 6, found: '2', accepted: '0 – 1' });
    expect(fault?.says.zh).toBe('数值超出这项做法的范围。');
  });

  it('is refused for names that its edition does not have', async () => {
    const faults = await faultsOf(
      `${frame}over: joint-2016\nconducts:\n  traffic: [{ item: finding, facts: { event: red_light }, confidence: unverified }]\n`,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('Found: red_light');
    expect(faults[0]).toContain('Accepted: penalty_decision, other_finding');
    expect(faults[0]).toContain('trial.yaml:7:');
    const [edition = ''] = await faultsOf(
      `${frame}over: none\nedition: { code: cn-2062, realm: live }\n`,
    );
    expect(edition).toMatch(/no such edition[^]*Found: cn-2062[^]*cn-2026/);
  });

  it('is refused where it rests on nothing and leaves something out, or on itself', async () => {
    expect(await faultsOf(`${frame}edition: none\n`)).toHaveLength(3);
    const [circle = ''] = await faultsOf(`${frame}over: trial\n`);
    expect(circle).toContain('A preset cannot differ from itself.');
  });

  it('says nothing of what it takes over, and has another hash for every comma', async () => {
    const open = async (text: string): Promise<string> => {
      const regime = await openRegime('trial', { months: 2, conducts, presets: source(text) });
      expect(regime.practice['spread']).toMatchObject({ value: 0.5 });
      expect(regime.practice['floor']?.value).toBe(50_000);
      return regime.hash;
    };
    const text = `${frame}over: joint-2016\npractice: { floor: { value: 50000, confidence: unverified } }\n`;
    expect(await open(text)).toBe(await open(text));
    expect(await open(text)).not.toBe(await open(text.replace('A trial.', 'A trial!')));
  });
});

describe('the presets that are shipped', () => {
  it('stand in the table of presets, each with its mark', async () => {
    const readme = await readFile(new URL('README.md', folder), 'utf8');
    for (const id of await regimeIds()) {
      const { confidence } = await readPreset(id, conducts);
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` |`));
      expect(row?.split('|').at(4)?.trim(), id).toBe(confidence);
    }
  });

  it('keep to practices whose defaults lie inside their own bounds', () => {
    for (const { id, least, most, value } of practices) {
      expect(value >= least && value <= most, id).toBe(true);
    }
    expect(new Set(practices.map(({ id }) => id)).size).toBe(practices.length);
  });
});

describe('a reform as a difference', () => {
  const patch = `over: joint-2016
patch:
  - set: list:joint/trigger/floor
    to: { by: repetition, times: 2, basis: [{ source: memoranda, at: measures }], confidence: unverified }
`;

  it('changes what the same law decides, and only that', async () => {
    const options = { months: 2, conducts, presets: source(frame + patch) };
    const [before, after] = [
      await openRegime('joint-2016', options),
      await openRegime('trial', options),
    ];
    const times = (bits: Uint8Array): readonly number[] => {
      const first = bits.findIndex((each) => each > 0);
      const cell = Math.floor(first / 3) * 3;
      return [...bits.subarray(cell, cell + 3)];
    };
    expect(times(before.table.proposes)).toEqual([1, 1, 1]);
    expect(times(after.table.proposes)).toEqual([0, 1, 1]);
    expect(after.table.shown).toEqual(before.table.shown);
    expect(after.edition?.hash).not.toBe(before.edition?.hash);
    expect(after.edition?.realm).toBe('lab');
    const swept = await openRegime('joint-2016', {
      ...options,
      patch: [{ kind: 'set', place: 'list:joint/ends/by=time/after', to: 'P12M' }],
    });
    expect(swept.lists.map(({ termMonths }) => termMonths)).toEqual([12]);
    expect(before.lists.map(({ termMonths }) => termMonths)).toEqual([NEVER]);
  });

  it('is refused where the place does not exist, with the nearest that does', async () => {
    const [fault = ''] = await faultsOf(frame + patch.replace('list:joint/', 'list:jiont/'));
    expect(fault).toContain('Edit 1 cannot be made.');
    expect(fault).toContain('Did you mean list:joint?');
  });
});
