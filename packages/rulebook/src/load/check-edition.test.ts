import { describe, expect, it } from 'vitest';

import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from './check-edition.ts';
import { faults } from './faults/all-faults.test-support.ts';
import type { Fault } from './faults/fault.test-support.ts';
import { formatFinding } from './finding.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The good edition with one edit, and the place the finding has to name. */
function edited(fault: Fault): { files: Map<string, string>; place: Place } {
  const files = goodEdition();
  const { file, replace, by = '', at, inFile = file } = fault;
  const before = files.get(file);
  if (replace !== undefined && before?.includes(replace) !== true) {
    throw new RangeError(`${fault.name}: ${file} does not contain ${replace}.`);
  }
  const marked = replace === undefined ? by : (before ?? '').replace(replace, by);
  files.set(file, marked.replace('⟦', ''));
  const offset = at === undefined ? marked.indexOf('⟦') : (files.get(inFile) ?? '').indexOf(at);
  if (at !== undefined && offset < 0) throw new RangeError(`${fault.name}: ${at} is nowhere.`);
  const lines = (files.get(inFile) ?? '').slice(0, Math.max(0, offset)).split('\n');
  return {
    files,
    place: { file: inFile, line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
  };
}

describe('checkEdition', () => {
  it('loads an edition without a fault', () => {
    const outcome = checkEdition(goodEdition());
    expect(outcome.kind === 'refused' ? outcome.findings.map(formatFinding) : []).toEqual([]);
  });

  it.each(faults)('refuses $name', (fault) => {
    const { files, place } = edited(fault);
    const outcome = checkEdition(files);
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    const found = findings.map(({ code, file, line, column }) => ({ code, file, line, column }));
    expect(found).toContainEqual({ code: fault.code, ...place });
    const meant = findings.find(
      ({ code, file, line }) => code === fault.code && file === place.file && line === place.line,
    );
    expect(meant?.message).toMatch(fault.message ?? /.+/);
  });

  it('knows at least forty faults, of every kind of check', () => {
    expect(faults.length).toBeGreaterThanOrEqual(40);
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  });
});
