import type { Principal } from '@credence/casework';
import { civilDate } from '@credence/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { csrf, officer, openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';
import { day } from '../support/world.ts';

describe('pages of the desk', { timeout: 120_000 }, () => {
  let desk: DeskWorld;
  let homes: readonly string[] = [];

  beforeAll(async () => {
    const penalties = [1, 2].map((of) => ({
      ...{ of, number: `望市监罚〔2026〕${String(of)}号`, decided: '2026-10-10' },
    }));
    desk = await openDeskWorld({
      ...{ today: day('2026-11-20'), edition: 'cn-2026' },
      files: [
        { name: 'r.csv', item: 'registration', text: registrationFile([1, 2]) },
        { name: 'p.csv', item: 'penalty', text: penaltyFile(penalties) },
      ],
    });
    const codes = [1, 2].map((number) => ({ scheme: 'uscc', value: codeOf(number) }));
    const found = await desk.world.system.store.register.findByIdentifiers(codes);
    homes = codes.map(({ scheme, value }) => found.get(`${scheme}:${value}`) ?? '');
  });
  afterAll(() => desk.close());

  const textOf = async (path: string): Promise<string> => (await desk.get(path)).text();

  describe('for what a platform sent back', () => {
    const answer = async (lines: readonly string[]) => {
      const form = new FormData();
      form.set('csrf', csrf);
      form.set('item', 'penalty');
      form.set('to', 'credit-china');
      const text = ['数据记录标识,处理结果,退回原因', ...lines].join('\n');
      form.set('file', new File([text], 'answer.csv', { type: 'text/csv' }));
      const response = await desk.post('/en/desk/export/answer', form);
      return { status: response.status, page: await response.text() };
    };

    it('takes the file whole or not at all, and once', async () => {
      desk.signIn(officer);
      const order = new URLSearchParams({ csrf, item: 'penalty', to: 'credit-china' });
      const file = await (await desk.post('/en/desk/export/file', order)).text();
      const ids = file
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[0] ?? '');
      expect(ids).toHaveLength(2);

      const wrong = await answer([`${ids[0] ?? ''},已接收,`, 'nobody,退回,']);
      expect(wrong.status).toBe(422);
      expect(wrong.page).toContain('The answer was not noted.');
      const told = ids.map((id) => `${id},已接收,`);
      const right = await answer(told);
      expect([right.status, right.page.includes('class="notice')]).toEqual([200, true]);
      expect(right.page).not.toContain('The answer was not noted.');
      expect((await answer(told)).page).toContain('This answer was noted before.');
    });
  });

  describe('for whoever oversees readers', () => {
    it('lists those who owe a confirmation to an auditor, and to nobody else', async () => {
      desk.signIn({ ...officer, roles: ['auditor'] } as Principal);
      expect(await textOf('/desk')).toContain('/desk/readers');
      const page = await textOf('/en/desk/readers');
      expect(page).toContain('No reader owes a confirmation');
      desk.signIn(officer);
      expect((await desk.get('/en/desk/readers')).status).toBe(403);
      expect(await textOf('/desk')).not.toContain('/desk/readers');
    });
  });

  describe('for whoever acts for an organisation', () => {
    const acting = (numbers: readonly number[]): Principal => ({
      ...{ kind: 'representative', account: 'demo:representative', name: '公孙雨' },
      mandates: numbers.map((number) => ({
        mandateId: `m${String(number)}`,
        subject: homes[number - 1] ?? '',
        identifier: { scheme: 'uscc', value: codeOf(number) },
        from: civilDate('2026-01-01'),
      })),
    });

    it('lets one who acts for several choose, on each page about one of them', async () => {
      desk.signIn(acting([1, 2]));
      for (const path of ['/desk/own', '/desk/who-looked']) {
        const first = await textOf(path);
        expect(first).toContain(`<b aria-current="true">${codeOf(1)}</b>`);
        expect(first).toContain(`${path}?subject=${homes[1] ?? ''}`);
        const second = await textOf(`${path}?subject=${homes[1] ?? ''}`);
        expect(second).toContain(`<b aria-current="true">${codeOf(2)}</b>`);
        // The other language shows the same organisation.
        expect(second).toContain(`/en${path}?subject=${homes[1] ?? ''}`);
      }
      expect(await textOf(`/desk/own?subject=${homes[1] ?? ''}`)).toContain('望市监罚〔2026〕2号');
    });

    it('has nothing to choose for one, who is refused what he does not act for', async () => {
      desk.signIn(acting([1]));
      expect(await textOf('/desk/own')).not.toContain('aria-current="true">9');
      expect((await desk.get(`/desk/own?subject=${homes[1] ?? ''}`)).status).toBe(403);
    });
  });
});
