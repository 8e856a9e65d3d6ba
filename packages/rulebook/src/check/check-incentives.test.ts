import { describe, expect, it } from 'vitest';

import { goodEdition } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import type { Finding } from '../load/finding.ts';

const terms = `terms:
  provider: {body: market_supervision, level: county}
  place: {zh: 大厅, en: The hall}
  everyone: {says: {zh: 照常, en: As before}, by: {source: demo-act, at: art-1}}
  granted: without_application
  ended-records: excluded
  eligibility:
    - condition: not_listed
      title: {zh: 不在名单上, en: On no list}
      when: "!listings.exists(r, activeAt(r))"
      basis: [{source: demo-act, at: art-1}]
      confidence: verified
  ends: [condition_lost, rule_ended]
  refused: {reason: each_condition, correction: repair}
  uptake: public
`;

const card = `incentive: lane
title: {zh: 绿色通道, en: A lane}
basis: [{source: demo-act, at: art-1}]
in-force: {from: 2023-05-01, until: none}
review-by: 2027-12-31
confidence: verified
subjects: [organisation]
for: not_listed
category: list_entry
gives: {zh: 先办, en: Sooner}
touches: [procedure]
for-others: unchanged
takes: []
${terms}`;

function findings(text: string): readonly (Finding | undefined)[] {
  const outcome = checkEdition(goodEdition().set('incentives/lane.yaml', text));
  return outcome.kind === 'loaded' ? [] : outcome.findings;
}

describe('an incentive of a live edition', () => {
  it('that says to whom, where, by whom and until when it is given loads', () => {
    expect(findings(card)).toEqual([]);
  });

  it('without terms does not load', () => {
    expect(findings(card.replace(terms, '')).map((each) => each?.code)).toEqual(['key-missing']);
  });

  it.each([
    ['without_application', 'on_application', 'A benefit that has to be asked for'],
    ['reason: each_condition', 'reason: none', 'would not be told why'],
    ['uptake: public', 'uptake: none', 'Nobody could see'],
    ['correction: repair', 'correction: repare', 'names the clock repare'],
    ['ended-records: excluded', 'ended-records: included', 'would still count'],
  ])('is refused where %s becomes %s', (from, to, says) => {
    const found = findings(card.replace(from, to));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(says);
    expect(found[0]?.repair).toBeDefined();
  });

  it('names the very place of a condition that cannot be read', () => {
    const [found] = findings(card.replace('listings.exists', 'listing.exists'));
    expect(found).toMatchObject({ file: 'incentives/lane.yaml' });
    const line = card.split('\n').findIndex((text) => text.includes('when:')) + 1;
    expect(found?.line).toBe(line);
  });

  it('has conditions that say yes or no, not a number', () => {
    const number = card.replace('"!listings.exists(r, activeAt(r))"', '"listings.size()"');
    expect(findings(number).length).toBeGreaterThan(0);
  });
});
