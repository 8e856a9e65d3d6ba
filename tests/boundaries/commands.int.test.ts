import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sharedContext } from '../../packages/cli/src/command/context.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import type { Terminal } from '../../packages/cli/src/terminal.ts';
import { penaltyFile, registrationFile } from '../support/city-files.ts';
import { day, market, openWorld, type World } from '../support/world.ts';

const today = day('2026-11-20');
const penalties = [1, 2].map((of) => ({
  of,
  number: `望市监罚〔2026〕${String(of)}号`,
  decided: '2026-10-10',
}));

/** What a command said, and how it ended. */
interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

describe('commands of an office without a desk', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-commands-'));
  let world: World;

  beforeAll(async () => {
    world = await openWorld({
      ...{ today, edition: 'cn-2026' },
      files: [
        { name: 'r.csv', item: 'registration', text: registrationFile([1, 2]) },
        { name: 'p.csv', item: 'penalty', text: penaltyFile(penalties) },
      ],
    });
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const credence = async (...args: readonly string[]): Promise<Said> => {
    const said = { out: '', err: '' };
    const terminal: Terminal = {
      ...{ cwd: folder, language: 'en', isTty: false, columns: 100 },
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
    };
    const environment = { port: 1, dataFolder: folder, today };
    const exit = await runProgram(args, sharedContext(environment, terminal, world.system));
    return { exit, ...said };
  };
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };

  describe('credence export', () => {
    const order = ['--item', 'penalty', '--to', 'credit-china', '--source', market] as const;
    const rowsOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);

    it('says what it would report and notes nothing', async () => {
      const { exit, out } = await credence('export', ...order, '--dry-run');
      expect([exit, out]).toEqual([0, expect.stringContaining('2')]);
      expect((await credence('export', ...order, '--dry-run')).out).toBe(out);
    });

    it('writes the table of the platform once, and then only what is new', async () => {
      const first = await credence('export', ...order, '--out', 'one.csv');
      expect([first.exit, first.err]).toEqual([0, '']);
      const rows = rowsOf('one.csv');
      expect(rows).toHaveLength(3);
      expect(rows[0]).toContain('行政处罚决定书文号');
      expect(rows[1]).toContain('望市监罚〔2026〕1号');
      const again = await credence('export', ...order, '--out', 'two.csv');
      expect([again.exit, again.err]).toEqual([0, '']);
      expect(existsSync(join(folder, 'two.csv'))).toBe(false);
    });

    it('notes what came back, whole or not at all, and an answer once', async () => {
      const [header = '', ...rows] = rowsOf('one.csv');
      const at = header
        .replace(/^\ufeff/, '')
        .split(',')
        .indexOf('数据记录标识');
      const ids = rows.map((row) => row.split(',')[at] ?? '');
      const answer = (name: string, ...lines: readonly string[]) =>
        credence(
          'export',
          ...order,
          'answer',
          file(name, ['数据记录标识,处理结果,退回原因', ...lines].join('\n')),
        );
      const wrong = await answer('wrong.csv', `${ids[0] ?? ''},已接收,`, 'nobody,退回,');
      expect(wrong.exit).toBe(1);
      expect(wrong.out).toContain('row 3: ');
      const right = await answer('right.csv', ...ids.map((id) => `${id},已接收,`));
      expect([right.exit, right.out]).toEqual([
        0,
        'Answer noted: 2 accepted, 0 returned, 0 taken down.\n',
      ]);
      expect((await answer('again.csv', ...ids.map((id) => `${id},已接收,`))).out).toContain(
        'before',
      );
    });

    it('refuses a platform and an encoding that there are not', async () => {
      const [, , ...rest] = ['', '', '--item', 'penalty', '--source', market];
      expect((await credence('export', ...rest, '--to', 'nowhere')).exit).toBe(1);
      expect((await credence('export', ...order, '--encoding', 'utf-7')).exit).toBe(2);
    });
  });

  describe('credence matter', () => {
    const office = (official: string, role = 'registrar') =>
      ['--agency', market, '--official', official, '--role', role] as const;
    const list = async (): Promise<readonly { readonly matterId: string }[]> => {
      const { out } = await credence('matter', 'list', ...office('闻人溪'), '--format', 'json');
      return (JSON.parse(out) as { readonly matters: readonly { readonly matterId: string }[] })
        .matters;
    };

    it('shows, proposes, declines and decides a contradiction, by two names', async () => {
      const changed = penaltyFile(penalties).replace('2.000000', '3.000000');
      const importing = ['--item', 'penalty', '--source', market, '--accept-valid'] as const;
      await credence('import', file('changed.csv', changed), ...importing);
      const [matter, ...others] = await list();
      expect(others).toEqual([]);
      const id = matter?.matterId ?? '';

      const shown = await credence('matter', 'show', id, ...office('闻人溪'));
      expect(shown.out).toContain('changed.csv:2');
      expect(shown.out).toMatch(/^\* Fine: 20000.00 \| 30000.00$/m);

      const propose = (official: string) =>
        credence(
          'matter',
          'propose',
          id,
          ...office(official),
          '--choice',
          'take',
          '--reason',
          'seen',
        );
      expect(await propose('闻人溪')).toMatchObject({ exit: 0, out: `${id}  proposed\n` });
      const alone = await credence('matter', 'decide', id, ...office('闻人溪', 'legal_officer'));
      expect(alone.exit).toBe(1);
      const declined = ['--decline', 'not legible'] as const;
      const no = await credence(
        'matter',
        'decide',
        id,
        ...office('宗政言', 'legal_officer'),
        ...declined,
      );
      expect(no).toMatchObject({ exit: 0, out: `${id}  open\n` });
      await propose('闻人溪');
      const yes = await credence('matter', 'decide', id, ...office('宗政言', 'legal_officer'));
      expect(yes).toMatchObject({ exit: 0, out: `${id}  closed  corrected\n` });
      expect(await list()).toEqual([]);
      const after = await credence('matter', 'show', id, ...office('闻人溪'));
      expect(after.out).toContain('not legible');
      expect(await (await world.get('/lists/administrative_penalty')).text()).toContain('1号');
    });

    it('says of a matter that is none how to find one', async () => {
      const none = '00000000-0000-7000-8000-00000000ffff';
      const { exit, err } = await credence('matter', 'show', none, ...office('闻人溪'));
      expect([exit, err]).toEqual([1, expect.stringContaining('credence matter list')]);
    });
  });
});
