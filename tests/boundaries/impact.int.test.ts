import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { civilDate, daysBetween } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { shippedRulebooks } from '../../packages/cli/src/rulebook-folder.ts';
import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { openMovingWorld, type MovingWorld } from '../support/moving-world.ts';
import { openTerminal } from '../support/shared-terminal.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const today = civilDate('2026-06-01');
const organisations = Array.from({ length: 36 }, (_, at) => at + 1);
/** Twelve with one penalty on display, eleven with two, thirteen with none. */
const penalties = organisations.slice(0, 23).flatMap((of) =>
  (of <= 12 ? [1] : [1, 2]).map((each) => ({
    of,
    number: `望市监罚〔2026〕${String(of)}-${String(each)}号`,
    decided: '2026-04-10',
  })),
);
const office = ['--agency', market, '--official', '赵六'] as const;

/** The shipped edition with one thing said otherwise, in a folder of its own. */
function draftIn(folder: string, card: string, change: (text: string) => string): string {
  const path = join(folder, 'cn-2026');
  cpSync(join(shippedRulebooks, 'cn-2026'), path, { recursive: true });
  const file = join(path, card);
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${card} is as it was.`);
  writeFileSync(file, changed);
  return path;
}

const classCard = 'risk-classes/cn.inspection.yaml';

describe.each(testEngines())('rules asked about on %s', { timeout: 240_000 }, (_, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-impact-'));
  let engine: TestEngine;
  let world: MovingWorld;
  let credence: ReturnType<typeof openTerminal>;

  beforeAll(async () => {
    engine = await start();
    const recordedOn = civilDate('2026-05-20');
    world = await openMovingWorld(await engine.newPlace(), recordedOn);
    // Classes are shown at the terminal to the office that the card names.
    await world.system.casework.addAgency({
      ...{ code: market, name: { zh: '望澜市市场监督管理局' }, acts: ['market_supervision'] },
      supplies: ['registration', 'administrative_penalty', 'administrative_licence'],
      actor: { official: 'data officer', agency: market, role: 'data_officer' },
    });
    await world.import('registration', registrationFile(organisations));
    await world.import('penalty', penaltyFile(penalties));
    world.pass(daysBetween(recordedOn, today));
    credence = openTerminal(world.system, folder, { CREDENCE_CLOCK: today });
  }, 240_000);
  afterAll(async () => {
    await world.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const profile = (id: string, language: string) =>
    credence('rulebook', 'explain', id, '--lang', language);

  describe('credence rulebook explain', () => {
    const explain = (code: string, ...rest: readonly string[]) =>
      credence('rulebook', 'explain', code, ...office, ...rest);

    it('says the same in both languages, under the same hash', async () => {
      const times = ['--as-of', '2026-05-25', '--known-at', '2026-05-26', '--law-at', '2026-05-25'];
      const zh = await explain(codeOf(1), ...times, '--lang', 'zh');
      const en = await explain(codeOf(1), ...times, '--lang', 'en');
      expect([zh.exit, zh.err, en.exit, en.err]).toEqual([0, '', 0, '']);
      expect(zh.out).toContain('2026年5月25日');
      expect(en.out).toContain('25 May 2026');
      const hashes = [zh, en].map(({ out }) => out.match(/\b[0-9a-f]{64}\b/g)?.slice(1));
      expect(hashes[0]?.length).toBeGreaterThan(0);
      expect(hashes[1]).toEqual(hashes[0]);
    });

    it('says what is wrong with a code that nobody has, and with a day that is none', async () => {
      const nobody = await explain('91999999MA3K7T2X0J');
      expect([nobody.exit, nobody.out]).toEqual([1, '']);
      expect(nobody.err).toContain('91999999MA3K7T2X0J');
      const noDay = await explain(codeOf(1), '--as-of', '2026-02-30');
      expect([noDay.exit, noDay.out]).toEqual([2, '']);
      expect(noDay.err).toContain('--as-of 2026-02-30');
    });

    it('says in both languages what the profile of a sector chooses, without asking who looks', async () => {
      const [zh, en] = [await profile('cn.food', 'zh'), await profile('cn.food', 'en')];
      expect([zh.exit, zh.err, en.exit, en.err]).toEqual([0, '', 0, '']);
      expect(zh.out).toContain('食品（cn.food）');
      expect(en.out).toContain('Checklists of its inspections, in this order:');
      const unknown = await profile('cn.weather', 'en');
      expect([unknown.exit, unknown.out]).toEqual([1, '']);
      expect(unknown.err).toContain('cn.food');
      const unasked = await credence('rulebook', 'explain', codeOf(1));
      expect(unasked.exit).toBe(2);
      expect(unasked.err).toContain('--agency');
    });
  });

  describe('credence class', () => {
    it('hands out receipts that are recomputed offline, and says where one was changed', async () => {
      const file = join(folder, 'receipts.json');
      const given = await credence('class', 'receipt', codeOf(20), ...office, '--output', file);
      expect([given.exit, given.err]).toEqual([0, '']);
      const again = await credence('class', 'recompute', file);
      expect([again.exit, again.err]).toEqual([0, '']);
      expect(again.out).toContain('risk-class:cn.inspection');
      // The evaluation is its grader's and the firm's own.
      expect(again.out).not.toContain('evaluation:');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace('"severity": "general"', '"severity": "serious"'));
      const changed = await credence('class', 'recompute', file, '--format', 'json');
      expect(changed.exit).toBe(1);
      const [first, ...others] = JSON.parse(changed.out) as {
        kind: string;
        faults?: { at: string }[];
      }[];
      expect(first?.faults?.map(({ at }) => at)).toEqual(
        expect.arrayContaining(['inputs', 'trace.result']),
      );
      expect(others).toEqual([]);
    });
  });

  describe('credence rulebook affected', () => {
    const affected = (source: string, ...rest: readonly string[]) =>
      credence('rulebook', 'affected', '--source', source, ...rest);

    it('names the rules of an article in every edition, and counts whom they touch', async () => {
      const at = ['--at', 'category-3'];
      const { exit, out, err } = await affected('ndrc-catalogue-2021', ...at, '--lang', 'en');
      expect([exit, err]).toEqual([0, '']);
      const rule = out.split('\n').find((each) => each.includes('item:administrative_penalty'));
      expect(rule).toContain('goes on, other articles carry it too');
      expect(rule).toContain('23 subjects');
      expect(out).toMatch(/list:samr\.serious-violations .* through item:administrative_penalty/);
      expect(out.match(/^cn-20\d\d /gm)).toEqual(['cn-2026 ', 'cn-2023 ']);
    });

    it('says of a replaced source when it ended and what followed', async () => {
      const { out } = await affected('ndrc-order-58-2023', '--format', 'json');
      const said: unknown = JSON.parse(out);
      expect(said).toMatchObject({
        editions: [
          { edition: { code: 'cn-2023' }, ends: [{ end: { on: '2026-04-01', kind: 'replaced' } }] },
        ],
      });
      expect(out).not.toContain(codeOf(1));
    });

    it('says of a source that no edition has where sources are named', async () => {
      const { exit, out, err } = await affected('no-such-act');
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain('sources/');
    });
  });

  describe('credence rulebook impact', () => {
    const ask = (what: 'impact' | 'movers', draft: string, ...rest: readonly string[]) =>
      credence('rulebook', what, '--draft', draft, ...office, ...rest);

    it('counts whom a draft would move, the same twice, and names them to its officer', async () => {
      const heavier = draftIn(folder, classCard, (text) => text.replace('* 10, 30)', '* 20, 60)'));
      const first = await ask('impact', heavier, '--format', 'json');
      expect([first.exit, first.err]).toEqual([0, '']);
      const report = JSON.parse(first.out) as {
        readonly hash: string;
        readonly figures: Record<string, unknown>;
      };
      expect(report.figures['cn.inspection']).toMatchObject({ all: 36, worse: 11, better: 0 });
      const text = await ask('impact', heavier);
      expect(text.out).toContain(report.hash);
      expect(text.out).toContain('Worse: 11; better: 0');
      const movers = await ask('movers', heavier, '--program', 'cn.inspection', '--lang', 'zh');
      expect(movers.exit).toBe(0);
      expect(movers.out.match(/贸易有限公司/g)).toHaveLength(5);
      expect(movers.out).toContain('--after');
    });

    it('is refused for a draft that fails a check, with what is wrong', async () => {
      const broken = draftIn(join(folder, 'broken'), classCard, (text) =>
        text.replace('review-by: 2029-12-31\n', ''),
      );
      const { exit, out, err } = await ask('impact', broken);
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain('does not pass the check');
      expect(err).toContain('cn.inspection.yaml');
    });
  });
});
