import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { openPersonKeys } from './open-person-keys.ts';

const number = '98010118850101001X';
const place = { agency: 'court', caseId: 'c1' };

describe('keys of people in a process of their own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-keys-'));
  const keyFile = join(folder, 'keys', 'person.key');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same after the process was started again; a pass is gone with it', async () => {
    const before = openPersonKeys(keyFile);
    const blinded = await before.blind(number, place);
    if (blinded.kind === 'refused') throw new Error(blinded.problem.code);
    const admitted = await before.admit(number.toLowerCase());
    if (admitted.kind === 'refused') throw new Error(admitted.problem.code);
    const named = { ...place, key: blinded.key };
    expect(await before.match(admitted.pass, [named])).toEqual({ kind: 'matched', own: [true] });
    expect(await before.admit('980101188501010019')).toMatchObject({
      problem: { code: 'person-number-invalid' },
    });
    before.close();
    const after = openPersonKeys(keyFile);
    expect(await after.blind(number, place)).toEqual(blinded);
    expect(await after.knows(admitted.pass)).toBe(false);
    expect(await after.match(admitted.pass, [named])).toMatchObject({
      problem: { code: 'person-pass-over' },
    });
    after.close();
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const kept = readdirSync(join(folder, 'keys')).map((file) =>
      readFileSync(join(folder, 'keys', file), 'utf8'),
    );
    expect(kept.join()).not.toContain(number);
  });
});
