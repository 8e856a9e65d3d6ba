import { addMonths, civilDate, isBefore } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import { growCity, type City } from './grow-city.ts';

const today = civilDate('2026-11-20');
const SIZE = 6_000;
let city: City;

beforeAll(async () => {
  city = await growCity({ organisations: SIZE, seed: 11, today });
}, 60_000);

function countsByParty(records: readonly { readonly party: { readonly code: string } }[]) {
  const counts = new Map<string, number>();
  for (const { party } of records) counts.set(party.code, (counts.get(party.code) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

describe('growCity', () => {
  it('penalises about one organisation in twenty, mostly once, a few again and again', () => {
    const counts = countsByParty(city.penalties);
    const once = counts.filter((count) => count === 1).length;

    expect(counts.length / SIZE).toBeGreaterThan(0.035);
    expect(counts.length / SIZE).toBeLessThan(0.055);
    expect(once / counts.length).toBeGreaterThan(0.7);
    expect(counts[0]).toBeGreaterThan(4);
  });

  it('licenses a minority, mostly once, large employers several times', () => {
    const counts = countsByParty(city.licences);

    expect(counts.length / SIZE).toBeGreaterThan(0.25);
    expect(counts.length / SIZE).toBeLessThan(0.6);
    expect(counts[0]).toBeGreaterThan(4);
    expect(counts[0]).toBeLessThanOrEqual(10);
  });

  it('decides under every kind of penalty, by both procedures, served and not', () => {
    const kinds = new Set(city.penalties.flatMap((penalty) => penalty.kinds));
    expect([...kinds].sort()).toEqual(
      [
        '其他行政处罚',
        '吊销营业执照',
        '吊销许可证件',
        '暂扣许可证件',
        '没收违法所得',
        '没收非法财物',
        '罚款',
        '警告',
        '责令停产停业',
        '责令关闭',
        '通报批评',
        '降低资质等级',
        '限制从业',
        '限制开展生产经营活动',
      ].sort(),
    );
    expect(new Set(city.penalties.map(({ procedure }) => procedure)).size).toBe(2);
    expect(city.penalties.some(({ service }) => service === undefined)).toBe(true);
  });

  it('spreads decisions over four years, none in the future or before its party existed', () => {
    const founded = new Map(
      city.organisations.map(({ code, establishedOn }) => [code, establishedOn]),
    );
    const oldest = addMonths(today, -48, 'down');
    for (const { decidedOn, service, party } of city.penalties) {
      expect(isBefore(decidedOn, today) && !isBefore(decidedOn, oldest)).toBe(true);
      expect(isBefore(decidedOn, founded.get(party.code) ?? decidedOn)).toBe(false);
      if (service)
        expect(isBefore(service.on, decidedOn) || isBefore(today, service.on)).toBe(false);
    }
    const years = new Set(city.penalties.map(({ decidedOn }) => decidedOn.slice(0, 4)));
    expect(years.size).toBeGreaterThanOrEqual(4);
  });

  it('repeats no name, no code, and no number of a decision on one party', () => {
    const { organisations, penalties, licences } = city;
    const documents = [...penalties, ...licences].map(
      ({ party, documentNumber }) => party.code + documentNumber,
    );
    for (const values of [
      organisations.map(({ name }) => name),
      organisations.map(({ code }) => code),
      documents,
    ]) {
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('has what makes a register hard to search', () => {
    const { organisations } = city;
    const names = new Set(organisations.map(({ name }) => name));
    const parents = organisations.filter(
      ({ name, form }) =>
        form === 'branch' && names.has(name.replace(/(?:..(?:维修)?)?(?:第.)?分公司$/, '')),
    );

    expect(Math.max(...organisations.map(({ name }) => name.length))).toBeGreaterThan(50);
    expect(parents.length).toBeGreaterThan(50);
    expect(
      organisations.filter(({ formerNames }) => formerNames.length > 0).length,
    ).toBeGreaterThan(40);
    expect(organisations.filter(({ status }) => status === '歇业').length).toBeGreaterThan(10);
    expect(names).toContain('望澜市蓝疆机电工程有限公司');
    expect(new Set(organisations.map(({ form }) => form)).size).toBe(9);
  });
});
