import { describe, expect, it } from 'vitest';

import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';

const parts = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const textOf = (part: string): string =>
  part === 'facts' ? '{reason}' : `{${part === 'article' ? 'basis' : part}}`;
const partLine = (part: string): string =>
  `  - {part: ${part}, heading: {zh: 甲, en: A}, text: {zh: "${textOf(part)}", en: "${textOf(part)}"}}`;

const card = `document: listing-decision
title: {zh: 决定书, en: Decision}
basis: [{source: demo-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2027-12-31
confidence: verified
burdens: true
number: "{authority}列〔{year}〕{sequence}号"
seal: authority
opening: {zh: 决定如下。, en: It is decided.}
parts:
${[...parts, 'answers'].map(partLine).join('\n')}
`;

const modes = `modes:
  in_person:
    title: {zh: 直接送达, en: Handed over}
    proof: {zh: 签收, en: Signature}
    counts: {from: receipt}
    basis: [{source: demo-act, at: art-1}]
    confidence: verified
`;
const proof = card
  .replace('listing-decision', 'proof-of-service')
  .replace('burdens: true', 'burdens: false')
  .replace(partLine('facts'), partLine('service'));

function messages(text: string, file = 'documents/listing-decision.yaml'): readonly string[] {
  const outcome = checkEdition(goodEdition().set(file, text));
  return outcome.kind === 'loaded' ? [] : outcome.findings.map(({ message }) => message);
}

describe('a document of an edition', () => {
  it('that states all it has to is accepted', () => {
    expect(messages(card)).toEqual([]);
    expect(messages(proof + modes, 'documents/proof-of-service.yaml')).toEqual([]);
  });

  it.each([...parts, 'answers'])('that burdens states %s', (part) => {
    expect(messages(card.replace(`${partLine(part)}\n`, ''))).toEqual([
      `The paper does not state ${part}.`,
    ]);
  });

  it.each([
    ['burdens: true', 'burdens: false', 'This paper says something adverse'],
    ['{zh: 决定如下。', '{zh: "{reasen}"', 'reasen is not a word of this field.'],
    [
      '"{remedies}", en: "{remedies}"',
      '"无", en: "{remedies}"',
      'remedies is always the same text',
    ],
    ['〔{year}〕', '', 'The number does not have year exactly once.'],
    ['{sequence}号', '{sequence}{sequence}号', 'The number does not have sequence exactly once.'],
  ])('is refused where %s becomes %s', (find, replace, message) => {
    expect(card).toContain(find);
    expect(messages(card.replace(find, replace))[0]).toContain(message);
  });

  it('about service says which ways count, each by a known word', () => {
    const file = 'documents/proof-of-service.yaml';
    expect(messages(proof, file)).toEqual([
      'The proof of service does not say which ways of service count.',
    ]);
    expect(messages(proof + modes.replace('in_person', 'in_persom'), file)).toEqual([
      'in_persom is not a word of this field. Did you mean in_person?',
    ]);
  });
});
