import { describe, expect, it } from 'vitest';

import { allGuards } from '../guard/all-guards.ts';
import { findingIn, sourceIn } from './finding-in.ts';
import { guardSources } from './guard-sources.ts';

/** A refinement of the guards is called by its number in every language. */
const refinement = /^N\d+(, N\d+)*$/;
const cited = allGuards.flatMap(({ source }) => source.split('; '));
const named = guardSources.filter(([en]) => !/\{\d\}|^[a-z_]+$/.test(en));

describe('where a guard comes from', () => {
  it('is said in Chinese, source by source', () => {
    const missing = cited.filter(
      (each) => !refinement.test(each) && !/\p{Script=Han}/u.test(sourceIn('zh', each)),
    );
    expect(missing).toEqual([]);
    expect(cited.length).toBeGreaterThan(60);
  });

  it('keeps no source that no guard names any more', () => {
    const known = new Set(cited);
    expect(named.filter(([en]) => !known.has(en))).toEqual([]);
    expect(named.length).toBeGreaterThan(60);
  });

  it('names the limit that is passed, who set it and how sure it is', () => {
    const source =
      'NDRC, 2019; N15; limits:guards list-term: at most P36M, operator_policy, from 2023-05-01, unverified';
    expect(sourceIn('zh', source)).toBe(
      '国家发展改革委，2019年；N15；底线数值 list-term：不超过 P36M，登记运行者的规定，自 2023-05-01 起，未经核实',
    );
    expect(sourceIn('en', source)).toBe(source);
  });

  it('is a word of the finding, and is never left out for want of Chinese', () => {
    const message = 'Nobody grades itself.';
    expect(findingIn('zh', { message, source: 'Robodebt; Nobody knows' }).source).toBe(
      '澳大利亚 Robodebt 案；Nobody knows',
    );
    expect(findingIn('zh', { message })).not.toHaveProperty('source');
  });
});
