import { describe, expect, it } from 'vitest';

import { findingsOf, type CardData } from '../guard/corpus.test-support.ts';
import { article, laid } from '../guard/faulty-cards.test-support.ts';

const says = { zh: '示例', en: 'Example' };
const grounds = { basis: [article], confidence: 'verified' } as const;
const passes = (what: string) => ({ what, goes: 'passes', ...grounds });

const card = (id: string, more: CardData = {}): CardData => ({
  succession: id,
  title: says,
  basis: [article],
  'in-force': { from: '2026-04-01', until: 'none' },
  'review-by': '2027-04-01',
  confidence: 'verified',
  event: 'merger',
  says,
  'confirmed-by': 2,
  goes: [passes('records')],
  ...more,
});

function messagesOf(
  more: CardData,
  beside: ReadonlyMap<string, CardData> = new Map(),
): readonly string[] {
  const files = new Map<string, CardData>([
    ['national/successions/national.tried.yaml', card('national.tried', more)],
    ...beside,
  ]);
  return findingsOf(files)
    .filter(({ severity }) => severity !== 'warning')
    .map(({ message }) => message);
}

const onlyParting =
  'Records pass only where organisations merge or divide and two officials say so.';
const bindsOne = 'A listing or a measure binds only whom it was decided about.';

describe('a rule on an event in the life of an organisation', () => {
  it('that lets records pass where two merge and two officials say so loads', () => {
    expect(messagesOf({})).toEqual([]);
    expect(messagesOf({ event: 'division', goes: [passes('contracts')] })).toEqual([]);
    expect(messagesOf({ event: 'dormancy', goes: [], 'confirmed-by': 1 })).toEqual([]);
  });

  it.each<readonly [string, CardData, string]>([
    ['lets a list pass', { goes: [passes('listings')] }, bindsOne],
    ['lets a measure pass', { goes: [passes('measures')] }, bindsOne],
    ['lets records pass by one name', { 'confirmed-by': 1 }, onlyParting],
    ['lets records pass without a merger', { event: 'address' }, onlyParting],
    [
      'sends the same thing two ways',
      { goes: [passes('records'), { ...passes('records'), goes: 'stays' }] },
      'The same thing goes two ways.',
    ],
  ])('is refused where it %s', (_, more, message) => {
    expect(messagesOf(more)).toEqual([message]);
  });

  it('stands alone for its event', () => {
    const twin = ['national/successions/national.twin.yaml', card('national.twin')] as const;
    expect(messagesOf({}, new Map([twin]))).toEqual(['Two cards speak of the same event.']);
  });

  it('leaves a neutral state that no other card may rest on', () => {
    const neutral = { event: 'dormancy', goes: [], 'neutral-codes': ['dormant'] };
    expect(messagesOf(neutral)).toEqual([]);
    const program = { value: 'cap(records.filter(r, r.status == dormant).size() * 40, 120)' };
    const list = laid('list', { trigger: { item: 'administrative_penalty', ...program } });
    expect(messagesOf(neutral, list)).toContain(
      'The card rests on a state that is neutral by law.',
    );
  });
});
