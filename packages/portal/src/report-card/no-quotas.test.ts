import { serviceFigures } from '@credence/domain';
import { countFigures, dayFigures, shareFigures } from '@credence/casework';
import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';

import { cardAnswer, cardsAnswer, districtsAnswer } from '../api/report-card-schema.ts';
import { figureSections } from './figure-table.tsx';
import { figureWords } from '../words/report-card/figures.ts';

/** Whoever decides, and everything adverse of which an office could be told to bring more. */
const officers = /officer|official|inspector|decider|handler|clerk|person|account/;
const adverse = /penalt|listing|listed|denunciation|fines?_|_fines|sanction|records_of|tip_?offs?/;

/** What a report must not have: a count by officer, a count of adverse acts, an open bag of fields. */
function faultsIn(schema: z.ZodType): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown, at: string): void => {
    if (Array.isArray(node)) {
      for (const [index, each] of node.entries()) walk(each, `${at}/${String(index)}`);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      const names = key === 'properties' && isObject(value) ? Object.keys(value) : [];
      const words = key === 'enum' && Array.isArray(value) ? value.map(String) : [];
      for (const word of [...names, ...words]) {
        if (officers.test(word) || adverse.test(word)) found.push(`${at}/${key}: ${word}`);
      }
      walk(value, `${at}/${key}`);
    }
  };
  walk(z.toJSONSchema(schema, { unrepresentable: 'any' }), '');
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('the form of a report card (G44)', () => {
  it('has no field for an officer and none that counts adverse acts', () => {
    for (const form of [cardAnswer, cardsAnswer, districtsAnswer]) {
      expect(faultsIn(form)).toEqual([]);
    }
  });

  it('is refused with penalties_per_officer in it, wherever it is planted', () => {
    const planted = { penalties_per_officer: z.number() };
    expect(faultsIn(cardAnswer.extend(planted))).toEqual(['/properties: penalties_per_officer']);
    const line = cardsAnswer.shape.cards.element.extend({ listings: z.number() });
    expect(faultsIn(cardsAnswer.extend({ cards: z.array(line) }))).toHaveLength(1);
    const figure = z.enum([...countFigures, 'penalties_per_officer']);
    expect(faultsIn(z.object({ figure }))).toEqual([
      '/properties/figure/enum: penalties_per_officer',
    ]);
  });

  it('takes no field that the form does not name, and no other order', () => {
    const { places } = cardsAnswer.shape.cards.element.shape;
    expect(places.safeParse({ penalties_per_officer: 1 }).success).toBe(false);
    expect(cardsAnswer.shape.by.safeParse('decisions_changed').success).toBe(false);
    expect(Object.keys(places.shape)).toEqual([...serviceFigures]);
  });

  it('has every figure once on its page, each with words in both languages', () => {
    const all = [...shareFigures, ...dayFigures, ...countFigures];
    const onPage = figureSections.flatMap(({ ids }): readonly string[] => ids);
    expect(onPage.toSorted()).toEqual(all.toSorted());
    for (const id of all) {
      const [zh, en] = [figureWords('zh', id), figureWords('en', id)];
      expect(
        [zh.title, zh.counts, zh.leavesOut].every((text) => /[\u4e00-\u9fff]/.test(text)),
      ).toBe(true);
      expect([en.title, en.counts, en.leavesOut].some((text) => /[\u4e00-\u9fff]/.test(text))).toBe(
        false,
      );
    }
  });
});
