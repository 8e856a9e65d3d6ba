import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { goodEdition, goodSuccessor } from '../good-edition.test-support.ts';
import type { Edition } from '../edition/edition.ts';
import { checkEdition } from './check-edition.ts';
import { formatFinding, type Finding } from './finding.ts';

function load(files: ReadonlyMap<string, string>, predecessor?: Edition): Edition {
  const outcome = checkEdition(files, predecessor === undefined ? {} : { predecessor });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

function refuse(
  files: ReadonlyMap<string, string>,
  predecessor = load(goodEdition()),
): readonly Finding[] {
  const outcome = checkEdition(files, { predecessor });
  return outcome.kind === 'refused' ? outcome.findings : [];
}

function edit(files: Map<string, string>, file: string, change: (text: string) => string) {
  return new Map(files).set(file, change(files.get(file) ?? ''));
}

describe('succession', () => {
  it('takes over every card that is not restated', () => {
    const before = load(goodEdition());
    const after = load(goodSuccessor(), before);

    expect([...after.items.keys()].sort()).toEqual([...before.items.keys()].sort());
    expect(after.values.get('publicity.serious')).toEqual(before.values.get('publicity.serious'));
    expect(after.values.get('publicity.general')?.values[0]?.max).toEqual({
      unit: 'months',
      count: 12,
    });
  });

  it('gives a whole that needs no predecessor to be read', () => {
    const after = load(goodSuccessor(), load(goodEdition()));
    expect(Object.keys(after.document.cards.item)).toContain('administrative_penalty');
  });

  it('ends what it withdraws', () => {
    const files = edit(goodSuccessor(), 'edition.yaml', (text) =>
      text.replace('withdraws: []', 'withdraws: ["mapping:foreign-penalties"]'),
    );
    expect(load(files, load(goodEdition())).mappings.size).toBe(0);
  });

  it('points at the line that takes over when a card taken over no longer holds', () => {
    const files = edit(goodSuccessor(), 'edition.yaml', (text) =>
      text.replace('withdraws: []', 'withdraws: ["clock:court"]'),
    );
    const [finding] = refuse(files);
    expect(finding).toMatchObject({
      file: 'edition.yaml',
      line: 5,
      column: 11,
      code: 'card-unknown',
    });
    expect(finding?.message).toContain('items/administrative_penalty.yaml');
  });

  it.each([
    ['a predecessor of another code', 'succeeds: demo-2023', 'succeeds: demo-2022', 'succession'],
    ['another territory', 'territory: demo', 'territory: elsewhere', 'succession'],
    ['another currency', 'currency: CNY', 'currency: USD', 'succession'],
    ['a change of realm', 'realm: live', 'realm: lab', 'realm'],
    ['a day that both claim', 'from: 2026-04-01', 'from: 2026-03-31', 'succession'],
    ['a withdrawal of nothing', 'withdraws: []', 'withdraws: ["item:tax"]', 'card-unknown'],
    [
      'a card withdrawn and restated',
      'withdraws: []',
      'withdraws: ["value:publicity.general"]',
      'succession',
    ],
  ])('refuses %s', (_, find, replace, code) => {
    const files = edit(goodSuccessor(), 'edition.yaml', (text) => text.replace(find, replace));
    expect(refuse(files).map((finding) => finding.code)).toContain(code);
  });

  it('reports only the missing predecessor, not everything that might stand there', () => {
    const outcome = checkEdition(goodSuccessor());
    const codes = outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : [];
    expect(codes).toEqual(['succession']);
  });
});

describe('the frame of an edition', () => {
  it('is missed when there is none', () => {
    const files = goodEdition();
    files.delete('edition.yaml');
    const outcome = checkEdition(files);
    expect(outcome.kind === 'refused' && outcome.findings[0]).toMatchObject({
      file: 'edition.yaml',
      line: 1,
      column: 1,
      code: 'edition-missing',
    });
  });

  it('bears the name of its folder, and findings bear the paths that were given', () => {
    const inFolder = (name: string) =>
      new Map([...goodEdition()].map(([file, text]) => [`rulebooks/${name}/${file}`, text]));

    expect(checkEdition(inFolder('demo-2023')).kind).toBe('loaded');
    const outcome = checkEdition(inFolder('demo-2032'));
    expect(outcome.kind === 'refused' && outcome.findings).toMatchObject([
      { file: 'rulebooks/demo-2032/edition.yaml', line: 1, column: 10, code: 'edition-folder' },
    ]);
  });

  it('is judged for overdue reviews only when the day is given', () => {
    const options = (day: string) => ({ today: civilDate(day) });
    expect(checkEdition(goodEdition(), options('2027-12-31')).kind).toBe('loaded');

    const outcome = checkEdition(goodEdition(), options('2028-01-01'));
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['review-overdue']));
    expect(findings).toContainEqual(
      expect.objectContaining({ file: 'edition.yaml', line: 14, column: 12 }),
    );
  });

  it('refuses a file too large to be a card', () => {
    const files = goodEdition().set('clocks/court.yaml', `# ${'x'.repeat(100_000)}`);
    const outcome = checkEdition(files);
    expect(outcome.kind === 'refused' && outcome.findings[0].code).toBe('file-too-large');
  });

  it('refuses nesting without end, and files that are no YAML, in a few words', () => {
    for (const text of ['['.repeat(50_000), '"x" '.repeat(20_000)]) {
      const outcome = checkEdition(goodEdition().set('clocks/court.yaml', text));
      const findings = outcome.kind === 'refused' ? outcome.findings : [];
      expect(findings.every(({ file }) => file === 'clocks/court.yaml')).toBe(true);
      expect(findings.map(({ code }) => code)).toContain('yaml-syntax');
      expect(findings.length).toBeLessThanOrEqual(11);
    }
  }, 60_000);
});
