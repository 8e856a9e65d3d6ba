import { expect, it } from 'vitest';

import { closeGaps } from './close-gaps.ts';

it('closes a gap between Chinese characters, and none beside a number or a word', () => {
  expect(closeGaps('为 每万个主体 12，超过 上限')).toBe('为每万个主体 12，超过上限');
  expect(closeGaps('a b 上 c')).toBe('a b 上 c');
});
