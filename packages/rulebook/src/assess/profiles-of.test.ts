import { describe, expect, it } from 'vitest';

import { shippedEdition } from '../examine/shipped-editions.test-support.ts';
import { checklistsFor, fullyCovered, profilesOf } from './profiles-of.ts';

const edition = shippedEdition('cn-2026');

function facts(sector?: string, ...certificates: readonly string[]) {
  return {
    codeOf: (fact: string) => (fact === 'sector' ? sector : undefined),
    certificates: new Set(certificates),
  };
}

const idsOf = (...given: Parameters<typeof facts>) =>
  profilesOf(edition, facts(...given)).map(({ sector }) => sector);

describe('the profiles that concern a subject', () => {
  it('are those of its line of business and of its licences in force, each once', () => {
    expect(idsOf('h62')).toEqual(['cn.food']);
    expect(idsOf('h62', '食品经营许可证')).toEqual(['cn.food']);
    expect(idsOf('c33', '食品经营许可证')).toEqual(['cn.food', 'cn.safety']);
    expect(idsOf(undefined, '排污许可证')).toEqual(['cn.environment']);
  });

  it('are the one for all others where no other is', () => {
    expect(idsOf()).toEqual(['cn.others']);
    expect(idsOf('j66', '公共场所卫生许可证')).toEqual(['cn.others']);
  });

  it('bring the checklists of all of them to one visit', () => {
    const lists = (...given: Parameters<typeof facts>) =>
      checklistsFor(edition, facts(...given)).map(({ checklist }) => checklist);
    expect(lists('e47')).toEqual(['cn.construction', 'cn.work-safety']);
    expect(lists('e47', '安全生产许可证')).toEqual(['cn.construction', 'cn.work-safety']);
    expect(lists('i64')).toEqual(['cn.e-commerce']);
    expect(lists('j66')).toEqual(['cn.publicity']);
  });

  it('name everybody of a sector only where one says so', () => {
    expect(fullyCovered(edition)).toEqual([]);
    const safety = edition.sectors.get('cn.safety');
    if (safety === undefined) throw new RangeError('The edition has the profile.');
    const fullCoverage = { basis: safety.basis, confidence: 'unverified' } as const;
    const sectors = new Map([...edition.sectors, ['cn.safety', { ...safety, fullCoverage }]]);
    expect(fullyCovered({ sectors })).toContain('d45');
    expect(fullyCovered({ sectors })).not.toContain('h62');
  });
});
