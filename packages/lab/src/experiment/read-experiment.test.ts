import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { regimeIds } from '../regime/read-preset.ts';
import { readStudies } from '../study/all-studies.ts';
import { experimentIn } from './read-experiment.ts';

const folder = fileURLToPath(new URL('../../experiments', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const known = { presets: await regimeIds(), studies: await readStudies() };
const sample = readFileSync(`${folder}/E01.yaml`, 'utf8');

describe('experiments', () => {
  it.each(files)('%s asks of presets and measures that exist', (name) => {
    const file = experimentIn(name, readFileSync(`${folder}/${name}`, 'utf8'), known);
    expect(file.experiment).toBe(name.replace('.yaml', ''));
    for (const said of [file.question, ...file['cannot-tell']]) {
      expect(said.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it.each([
    ['regimes: [cn-2026,', 'regimes: [cn-2062,', /E01\.yaml:5:11 .*Did you mean cn-2026\?/],
    ['matchingError, levels', 'matchingErrors, levels', /Did you mean matchingError\?/],
    ['[0, 0.005, 0.01, 0.02]', '[0, 2]', /Beyond what this practice may be[^]*Accepted: 0 - 1/],
    ['levels: [0, 0.5]', 'from: 0, to: 0.5', /is not written as its design wants it/],
    ['kind: grid', 'kind: grids', /grids/],
    ['experiment: E01', 'experiment: E02', /E01\.yaml:1:13 {2}There is no such name/],
    ['sign: more', 'sgin: more', /sgin is not a key.*Did you mean sign\?/],
    ['    wrongful-entries,', '    wrongful-entry,', /Did you mean wrongful-entries\?/],
  ])('with %s as %s are refused at their place', (right, wrong, message) => {
    expect(sample).toContain(right);
    expect(() => experimentIn('E01.yaml', sample.replace(right, wrong), known)).toThrow(message);
  });
});
