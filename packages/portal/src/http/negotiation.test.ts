import { describe, expect, it } from 'vitest';

import { acceptsMedia, preferredLanguage } from './negotiation.ts';

const json = ['application/json', 'application/problem+json'];

describe('media types a client takes', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['*/*', true],
    ['application/*', true],
    ['application/json;q=0.5', true],
    ['application/problem+json', true],
    ['text/html', false],
    ['text/html, */*;q=0.1', true],
    ['application/json;q=0, */*', true],
    ['application/json;q=0, application/problem+json;q=0, */*', false],
    ['*/*;q=0', false],
    [';;;,,,', false],
  ])('%s is accepted: %s', (header, accepted) => {
    expect(acceptsMedia(header, json)).toBe(accepted);
  });
});

describe('the language of a problem', () => {
  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['de, zh-Hans-CN;q=0.5, en;q=0.4', 'zh'],
    ['de, *', 'zh'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['de', 'zh'],
    ['en;q=nonsense', 'zh'],
  ] as const)('for %s is %s', (header, language) => {
    expect(preferredLanguage(header, 'zh')).toBe(language);
  });
});
