import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

import { describe, expect, it } from 'vitest';

import {
  checkEdition,
  createRulebook,
  editionToJson,
  formatFinding,
  openEdition,
  openLabEdition,
  RulebookError,
  type Edition,
  runEditionCases,
  type Finding,
} from './index.ts';

const regimes = fileURLToPath(new URL('../../lab/regimes/', import.meta.url));
const rulebooks = fileURLToPath(new URL('../../../rulebooks/', import.meta.url));

function readFolder(root: string, code: string): ReadonlyMap<string, string> {
  const folder = join(root, code);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

function open(code: string): { readonly edition: Edition; readonly findings: readonly Finding[] } {
  const outcome = openLabEdition(readFolder(regimes, code));
  if (outcome.kind === 'opened') return outcome;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

/** What each regime is known to have done; `check` may find more, and must find this. */
const breaches: readonly (readonly [string, readonly string[]])[] = [
  ['rongcheng-2016', ['G01', 'G05', 'G06', 'G10']],
  [
    'wendeng-2020',
    [
      'G01',
      'G02',
      'G05',
      'G06',
      'G07',
      'G10',
      'G12',
      'G19',
      'G20',
      'G24',
      'G26',
      'G29',
      'G31',
      'G40',
    ],
  ],
  ['suining-2010', ['G01', 'G05', 'G10', 'G12', 'G20', 'G22', 'G31']],
  ['joint-punishment-2016', ['G03', 'G11', 'G12', 'G16', 'G18', 'G19', 'G31', 'G32']],
  ['network-2015', ['G01', 'G02', 'G06', 'G08', 'G39']],
  ['air-and-rail-2018', ['G06', 'G12', 'G14', 'G17', 'G20', 'G32']],
  ['covid-2020', ['G05', 'G06', 'G11', 'G12', 'G19']],
  ['speech-list', ['G05', 'G06', 'G10', 'G12', 'G19']],
  ['draft-2022', ['G39']],
  ['subway-2019', ['G05', 'G06']],
  ['bikes-2018', ['G01', 'G05', 'G06', 'G14', 'G17', 'G24', 'G26', 'G29', 'G40']],
  ['officials-2016', ['G01', 'G35']],
  ['tax-d-2014', ['G03', 'G11', 'G12', 'G13', 'G32']],
  ['rongcheng-2022', []],
];

describe.each(breaches)('the past regime %s', (code, expected) => {
  it('opens in the Lab and shows what it broke, and nothing else is wrong with it', () => {
    const { edition, findings } = open(code);
    const found = new Set(findings.map(({ guard }) => guard));
    expect(edition.realm).toBe('lab');
    expect([...found].filter((guard) => guard !== undefined)).toEqual(
      expect.arrayContaining([...expected]),
    );
    expect(findings.length === 0).toBe(expected.length === 0);
  });

  it('does what the cases beside its cards say', () => {
    const tried = runEditionCases(open(code).edition, readFolder(regimes, code));
    expect(tried.flatMap(({ file, failures }) => failures.map(({ said }) => [file, said]))).toEqual(
      [],
    );
  });

  it('never becomes law, under whatever hash', () => {
    const { edition } = open(code);
    const outcome = openEdition(editionToJson(edition));
    const codes = outcome.kind === 'refused' ? outcome.findings.map((each) => each.code) : [];
    expect(codes).toContain('realm');
  });

  it('carries a mark on every source, article and indicator', () => {
    for (const source of open(code).edition.sources.values()) {
      expect(['verified', 'secondary', 'unverified']).toContain(source.confidence);
      for (const article of Object.values(source.articles)) {
        expect(article.confidence, source.source).toBeDefined();
      }
    }
  });
});

describe('the two realms', () => {
  it('know every past regime, so that none lies about untested', () => {
    const folders = readdirSync(regimes, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual(breaches.map(([code]) => code).sort());
  });

  it('keep a live edition out of the Lab, and shipped law free of the Lab', () => {
    const live = openLabEdition(readFolder(rulebooks, 'cn-2023'));
    expect(live.kind === 'refused' && live.findings[0].code).toBe('realm');
    for (const entry of readdirSync(rulebooks, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const frame = readFolder(rulebooks, entry.name).get('edition.yaml') ?? '';
      expect(frame, entry.name).toMatch(/^realm: live$/m);
    }
  });

  it('never stand in one rulebook', () => {
    const { edition } = open('rongcheng-2022');
    const other = { ...edition, code: 'x', realm: 'live' as const, territory: edition.territory };
    expect(() => createRulebook([edition, other])).toThrow(RulebookError);
  });

  it('refuse a typo in the Lab as anywhere', () => {
    const files = new Map(readFolder(regimes, 'rongcheng-2022'));
    files.set('edition.yaml', (files.get('edition.yaml') ?? '').replace('zone:', 'zoen:'));
    expect(openLabEdition(files).kind).toBe('refused');
    expect(checkEdition(files).kind).toBe('refused');
  });
});
