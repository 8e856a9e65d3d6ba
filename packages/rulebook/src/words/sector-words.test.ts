import { describe, expect, it } from 'vitest';

import { shippedEdition } from '../examine/shipped-editions.test-support.ts';
import { sectorInWords } from './sector-words.ts';

const edition = shippedEdition('cn-2026');

function said(id: string, language: 'zh' | 'en', rest: object = {}): string {
  const card = edition.sectors.get(id);
  if (card === undefined) throw new RangeError(`The edition has no ${id}.`);
  return sectorInWords(edition, { ...card, ...rest }, language).join('\n');
}

describe('a profile of a sector in plain words', () => {
  it('names lines of business with their severity, licences, items and checklists', () => {
    const zh = said('cn.construction', 'zh');
    expect(zh).toContain('房屋建筑业 E47，违法后果：');
    expect(zh).toContain('持有《建筑业企业资质证书》');
    expect(zh).toContain('art-44 [unverified]');
    expect(zh).toContain('不实行全覆盖检查');
    const en = said('cn.construction', 'en');
    expect(en).toContain('Building E47, a breach would be: ');
    expect(en).toContain('a draw decides');
  });

  it('says of every shipped profile what its card chooses, in both languages', () => {
    for (const [id, card] of edition.sectors) {
      const [zh, en] = [said(id, 'zh'), said(id, 'en')];
      for (const { checklist } of card.checklists) {
        const title = edition.checklists.get(checklist)?.title;
        expect(zh).toContain(title?.zh);
        expect(en).toContain(title?.en);
      }
      expect(zh.split('\n')).toHaveLength(en.split('\n').length);
      expect(en).toContain(card.subjects === 'others' ? 'no other profile' : 'concerns whoever is');
    }
  });

  it('says so where everybody is visited, or nothing is chosen', () => {
    const fullCoverage = edition.sectors.get('cn.drugs')?.items[0];
    const everybody = said('cn.drugs', 'en', { fullCoverage });
    expect(everybody).toContain('nobody is drawn (');
    const nothing = said('cn.drugs', 'zh', { items: [], checklists: [] });
    expect(nothing).toContain('没有选定检查表');
  });
});
