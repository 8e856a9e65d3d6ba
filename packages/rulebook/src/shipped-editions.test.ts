import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkEdition, formatFinding, type EditionCheck } from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rulebooks = join(root, 'rulebooks');

function readFolder(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path), readFileSync(path, 'utf8'));
  }
  return files;
}

const checked = new Map<string, EditionCheck>();

/** An edition is checked after the one it succeeds. */
function check(code: string): EditionCheck {
  const known = checked.get(code);
  if (known !== undefined) return known;
  const files = readFolder(join(rulebooks, code));
  const frame = files.get(`rulebooks/${code}/edition.yaml`) ?? '';
  const succeeds = /^succeeds: *([a-z0-9.-]+)/m.exec(frame)?.[1] ?? 'none';
  const before = succeeds === 'none' ? undefined : check(succeeds);
  const outcome = checkEdition(
    files,
    before?.kind === 'loaded' ? { predecessor: before.edition } : {},
  );
  checked.set(code, outcome);
  return outcome;
}

const codes = readdirSync(rulebooks, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('the shipped editions', () => {
  it.each(codes)('%s loads without a finding', (code) => {
    const outcome = check(code);
    const findings = outcome.kind === 'refused' ? outcome.findings : [];
    expect(findings.map(formatFinding).join('\n'), `findings of ${code}`).toBe('');
  });
});
