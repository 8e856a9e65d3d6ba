import { describe, expect, it } from 'vitest';

import { fixturePortal } from '../fixture-portal.test-support.ts';
import { idOf } from '../fixture-services.test-support.ts';

const portal = fixturePortal();

describe('many copies at once', () => {
  const post = (body: unknown, type = 'application/json') =>
    portal.request('/api/v1/copies/check', {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
  const copies = ['a', 'b', 'c'].map((letter) => ({
    record: idOf(1),
    fingerprint: letter.repeat(64),
  }));

  it('are answered each as alone, in their order', async () => {
    const answer = await post({ copies });
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as {
      clock: unknown;
      copies: readonly { readonly state?: string }[];
    };
    const alone = await Promise.all(
      copies.map(async ({ record, fingerprint }) => {
        const address = `/api/v1/copies/check?record=${record}&fingerprint=${fingerprint}`;
        const one: unknown = await (await portal.request(address)).json();
        return one;
      }),
    );
    expect(body.copies.map((copy) => ({ clock: body.clock, ...copy }))).toEqual(alone);
    expect(body.copies.map(({ state }) => state)).toEqual(['current', 'changed', 'not-published']);
  });

  it('are refused as a whole where one is wrong, with its place', async () => {
    const [copy] = copies;
    const wrong = [copies[0], { fingerprint: 'a'.repeat(64) }];
    const answer = await post({ copies: wrong });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('copies[1].record');
    expect((await post({ copies: [] })).status).toBe(400);
    expect((await post({ copies: Array.from({ length: 101 }, () => copy) })).status).toBe(400);
    expect((await post({ copies }, 'text/plain')).status).toBe(415);
  });
});
