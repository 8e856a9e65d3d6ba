import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { cardFolders } from './card/card-kinds.ts';
import { fileSchemas, type FileSchema } from './card/file-schemas.ts';
import { draftLimits } from './draft/draft-limits.ts';
import type { Edition } from './edition/edition.ts';
import { compileClosures } from './evaluate/compile-closures.ts';
import { runEditionCases } from './examine/edition-cases.ts';
import { runCases } from './examine/run-cases.ts';
import { goodEdition } from './good-edition.test-support.ts';
import { checkEdition, type EditionCheck } from './load/check-edition.ts';
import { formatFinding } from './load/finding.ts';
import { programsOfEdition } from './program-of/programs-of-edition.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs/how-to/write-a-rule.md'), 'utf8');

/** The cards of the page: every block of YAML that begins with the name of its file. */
function filesOfPage(): Map<string, string> {
  const blocks = page.matchAll(/```yaml\n# (wanglan-2027\/\S+)\n([\s\S]*?)```/g);
  return new Map([...blocks].map(([, file = '', text = '']) => [file, text]));
}

function shipped(code: string, predecessor?: Edition): Edition {
  const folder = join(root, 'rulebooks', code);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const cards = names.filter((name) => name.endsWith('.yaml'));
  const files = new Map(cards.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return loaded(checkEdition(files, predecessor === undefined ? {} : { predecessor }));
}

function loaded(outcome: EditionCheck): Edition {
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map((finding) => formatFinding(finding)).join('\n'));
}

/** The head of the card on the page. */
const proposed = { language: 'en', from: '2023-05-01', reviewBy: '2029-12-31' } as const;

const parent = shipped('cn-2026', shipped('cn-2023'));

describe('the page on how to write a rule', () => {
  it('shows an edition that loads over the national one', () => {
    const files = filesOfPage();
    expect([...files.keys()]).toHaveLength(13);
    const { lists, measures, repairs, points, items, incentives } = loaded(
      checkEdition(files, { parent }),
    );
    expect(lists.has('wanglan.unsafe-scaffolds')).toBe(true);
    expect(measures.has('site_fast_track_excluded')).toBe(true);
    expect(repairs.has('wanglan.scaffold-repaired')).toBe(true);
    expect(points.has('wanglan.site-watch')).toBe(true);
    expect(items.has('site_check')).toBe(true);
    expect(incentives.has('wanglan.free-course')).toBe(true);
  });

  it('shows cases that come out as they say', () => {
    const edition = loaded(checkEdition(filesOfPage(), { parent }));
    const card = edition.riskClasses.get('wanglan.sites');
    const made = programsOfEdition(edition).find(({ id }) => id === 'wanglan.sites');
    if (made?.making.kind !== 'made') throw new RangeError('The class of the page is not sound.');
    expect(card?.cases?.length).toBe(3);
    expect(runCases(compileClosures(made.making.program), card?.cases ?? [])).toEqual([]);
    const own = [...filesOfPage()].map(
      ([file, text]) => [file.slice('wanglan-2027/'.length), text] as const,
    );
    const ran = runEditionCases(edition, new Map(own));
    expect(ran.map(({ id, cases }) => [id, cases])).toEqual([
      ['site_check', 3],
      ['wanglan.unsafe-scaffolds', 3],
      ['wanglan.sites', 3],
      ['wanglan.free-course', 2],
    ]);
    expect(ran.flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('refuses a list of a field of supervision that no record can state', () => {
    const files = filesOfPage();
    const file = 'wanglan-2027/lists/wanglan.unsafe-scaffolds.yaml';
    const text = files.get(file) ?? '';
    files.set(file, text.replace('domains: [construction]', 'domains: [building_safety]'));
    const outcome = checkEdition(files, { parent });
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    expect(findings.map(({ message }) => message)).toContain(
      'building_safety is not a code of domain.',
    );
  });

  it('shows the card of limits that an edition without a parent copies', () => {
    const [, card = ''] = /```yaml\n# (limits\/guards\.yaml\n[\s\S]*?)```/.exec(page) ?? [];
    const copied = card.slice(card.indexOf('\n') + 1);
    const frame = goodEdition().set('limits/guards.yaml', copied);
    expect(loaded(checkEdition(frame)).limits.get('guards')?.listTerm.atMost.count).toBe(36);
    const drafted = parse(
      draftLimits(proposed)[1]
        .filter((line) => typeof line === 'string')
        .join('\n'),
    ) as unknown;
    const { title, ...rest } = parse(copied) as Readonly<Record<string, unknown>>;
    expect(title).toBeDefined();
    expect(drafted).toEqual(rest);
  });

  it('tells the newcomer of the mistyped field what it promises', () => {
    const files = filesOfPage();
    const file = 'wanglan-2027/lists/wanglan.unsafe-scaffolds.yaml';
    files.set(file, (files.get(file) ?? '').replace('&& r.fine', '&& r.fien'));
    const outcome = checkEdition(files, { parent });
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    const [typo] = findings.filter(({ severity }) => severity !== 'warning');
    expect(typo?.message).toMatch(/Did you mean r?\.?fine/);
    expect([typo?.file, typo?.line]).toEqual([file, 14]);
  });

  it('names, for everything a guard asks, a place that a card has', () => {
    const table = page.slice(page.indexOf('## Where each protection stands'));
    const rows = [...table.matchAll(/^\| (\w+) \| (.*) \|$/gm)];
    expect(rows.map(([, asked]) => asked)).toEqual([
      'kind',
      'subjectKind',
      'effect',
      'inputs',
      'measures',
      'basis',
      'issuer',
      'conduct',
      'threshold',
      'procedure',
      'term',
      'repair',
      'remedy',
      'publicity',
      'spread',
      'use',
      'impact',
    ]);
    const paths = rows.flatMap(([, , where = '']) => [...where.matchAll(/`([^`]+)`/g)]);
    const missing = paths.map(([, path = '']) => path).filter((path) => !exists(path));
    expect(missing).toEqual([]);
    expect(paths.length).toBeGreaterThan(50);
  });

  it('speaks of no kind of card that is not', () => {
    for (const folder of new Set([...filesOfPage().keys()].map((file) => file.split('/')[1]))) {
      if (folder === 'edition.yaml') continue;
      expect(Object.values(cardFolders)).toContain(folder);
    }
  });
});

/** Whether the schema of a kind has a key, somewhere among its forms. */
function exists(path: string): boolean {
  const [kind = '', ...keys] = path.split('.');
  const schema = Object.entries(fileSchemas()).find(([name]) => name === kind)?.[1];
  return schema !== undefined && has(schema, keys);
}

function has(schema: FileSchema, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return true;
  if ((schema.anyOf ?? []).some((branch) => has(branch, [key, ...rest]))) return true;
  if (schema.items !== undefined && has(schema.items, [key, ...rest])) return true;
  const table = schema.additionalProperties;
  const next =
    key === '*' ? (typeof table === 'object' ? table : undefined) : schema.properties?.[key];
  return next !== undefined && has(next, rest);
}
