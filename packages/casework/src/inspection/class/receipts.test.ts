import { civilDate, dayNumber, instant, jsonOf, planDraw } from '@credence/domain';
import {
  compileColumns,
  createRulebook,
  programsOfEdition,
  readFacts,
  toPopulation,
} from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { SubjectState } from '../../state/subject-state.ts';
import type { ClassReceipt } from './class-receipt.ts';
import { testSigner } from '../../supply/supply.test-support.ts';
import { classLines } from './class-lines.ts';
import {
  day,
  drawPasts,
  firmOf,
  plain,
  shippedLaw,
  variants,
  withLicences,
} from './firms.test-support.ts';
import { makeReceipts, signReceipt } from './make-receipts.ts';
import { recomputeReceipt } from './recompute-receipt.ts';

const edition = shippedLaw('cn-2023', 'cn-2026');
const signer = { sign: () => ({ keyId: 'k', signature: 's' }) };
const pasts = drawPasts(20);

const made = new Map<SubjectState, readonly ClassReceipt[]>();

function receiptsOf(state: SubjectState): readonly ClassReceipt[] {
  const known = made.get(state);
  if (known !== undefined) return known;
  const identifiers = state.records[0]?.record.subject.identifiers ?? [];
  const subject = { id: state.home, identifiers };
  const found = makeReceipts(state, { subject, edition, asOf: day, knownAt: day });
  made.set(state, found);
  return found;
}

function classOf(state: SubjectState): string {
  const found = receiptsOf(state).find(({ program }) => program.kind === 'risk-class');
  return String(found?.trace.result);
}

const firms = Object.values(variants).flatMap((traits, variant) =>
  pasts.map((past, index) => firmOf(past, traits, { number: variant * 1_000 + index })),
);
const receipts = firms.flatMap(receiptsOf);

/** How many firms of each variant are in which class. */
function distribution(classify: (state: SubjectState) => string): readonly string[] {
  return Object.values(variants).map((_, variant) => {
    const classes = firms.slice(variant * pasts.length, (variant + 1) * pasts.length).map(classify);
    return ['a', 'b', 'c', 'd'].map((each) => classes.filter((one) => one === each).length).join();
  });
}

describe('the class of an organisation', () => {
  it('is of every kind among firms with every kind of past', () => {
    const results = new Set(firms.slice(0, pasts.length).map(classOf));
    expect([...results].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is the same whatever the age, sex, name, affiliates, connections or street of its owner', () => {
    expect(new Set(distribution(classOf)).size).toBe(1);
  });

  it('leaves everybody a chance of a visit, never nought and never certain, by the real plan', () => {
    const card = edition.inspectionPlans.get('cn.random');
    if (card?.draw === undefined) throw new RangeError('The edition has a plan.');
    const rules = { ...card, ...card.draw, fullCoverage: [] };
    const auc = { value: 0.7, lower: 0.6, upper: 0.8 };
    const powers = [
      { kind: 'clear', visits: 200, found: 60, auc },
      { kind: 'too-few', visits: 3, found: 1 },
    ] as const;
    const town = firms.flatMap((state) => {
      const found = classOf(state);
      // A register of a town: each of them ten times.
      return Array.from({ length: 10 }, (_, at) => ({
        ...{ home: `${state.home}/${String(at)}`, stratum: 'x', class: found },
      }));
    });
    for (const power of powers) {
      const planned = planDraw(town, rules, power);
      if (planned.kind !== 'planned') throw new Error(planned.kind);
      const [stratum] = planned.strata;
      const sum = planned.lines.reduce((total, { weight }) => total + weight, 0);
      const even = rules.randomArm / 1_000;
      const chances = planned.lines.map(({ weight }) => {
        const draws = stratum?.draws ?? 0;
        return draws * (even / planned.lines.length + ((1 - even) * weight) / sum);
      });
      expect(Math.min(...chances)).toBeGreaterThan(0);
      expect(Math.max(...chances)).toBeLessThan(1);
      const classes = new Set(planned.lines.map((line) => line.class));
      expect([...classes].sort()).toEqual(['a', 'b', 'c', 'd']);
      const perVariant = Object.keys(variants).map((_, at) => {
        const size = pasts.length * 10;
        const own = chances.slice(at * size, (at + 1) * size);
        return own.reduce((total, chance) => total + chance, 0).toFixed(9);
      });
      expect(new Set(perVariant).size).toBe(1);
    }
  });

  it.each(['owner_age', 'owner_sex', 'connected'])('would be seen to read %s', (trait) => {
    // The mistake as an implementer would make it: one more fact of the same record.
    const careless = (state: SubjectState): string => {
      const fact = state.records[0]?.record.facts[trait];
      return fact === 23 || fact === 'female' || fact === true ? 'd' : classOf(state);
    };
    expect(new Set(distribution(careless)).size).toBeGreaterThan(1);
  });

  it('is none for an individual business: a class never reaches an owner', () => {
    const [past] = pasts;
    if (past === undefined) throw new RangeError('There are pasts.');
    expect(receiptsOf(firmOf(past, plain, { number: 1, kind: 'sole_trader' }))).toEqual([]);
  });

  it('of an individual business hangs on each licence in force and ends with it', () => {
    const past = { sector: 'h62', penalties: [{ ago: 30, serious: true }], repaired: false };
    const trader = firmOf(past, plain, { number: 5, kind: 'sole_trader' });
    const licensed = withLicences(trader, ['2026-01-05', '2025-01-05']);
    const [receipt, ...others] = receiptsOf(licensed);
    expect(others).toEqual([]);
    expect(receipt?.subject.premises).toEqual({ record: 'l-0', number: '许可〔0〕号' });
    expect(receipt?.trace.result).toBe('c');
    expect(receiptsOf(withLicences(trader, ['2025-01-05']))).toEqual([]);
    if (receipt === undefined) throw new RangeError('There is a licence in force.');
    const handedOut: unknown = JSON.parse(JSON.stringify(signReceipt(receipt, signer)));
    expect(recomputeReceipt(handedOut, edition).kind).toBe('agrees');
    const rulebook = createRulebook([edition]);
    const entries = licensed.records.map(({ record, position }) => ({
      ...{ id: record.recordId, home: licensed.home, stream: record.recordId, seq: 1, position },
      ...{ kind: 'record@1', recordedAt: instant(0), purpose: '', basis: [], commitment: '' },
      ...{ actor: { official: '', agency: '', role: '' }, payload: jsonOf(record) },
    }));
    const linesOn = (on: string) =>
      classLines(licensed.home, entries, { rulebook, on: civilDate(on) }).map(
        ({ premises, class: found, nextChangeOn }) => [premises, found, nextChangeOn],
      );
    expect(linesOn('2026-11-01')).toEqual([['l-0', 'c', '2027-01-05']]);
    expect(linesOn('2027-01-05')).toEqual([]);
  });

  it('grows with the severity of the sector alone where the record is the same', () => {
    const past = { penalties: [{ ago: 30, serious: false }], repaired: false };
    const of = (sector: string) => classOf(firmOf({ ...past, sector }, plain, { number: 7 }));
    expect([of('i65'), of('h62'), of('c26')]).toEqual(['b', 'b', 'c']);
  });
});

describe('a receipt', () => {
  it('is recomputed from itself and the edition alone, for every subject', () => {
    expect(receipts).toHaveLength(firms.length * 2);
    const results = receipts.map((receipt) =>
      recomputeReceipt(JSON.parse(JSON.stringify(signReceipt(receipt, signer))), edition),
    );
    expect(results.filter(({ kind }) => kind !== 'agrees')).toEqual([]);
  });

  it('agrees with the second way of computing, in columns, for every subject', () => {
    for (const { kind, id, making } of programsOfEdition(edition)) {
      if (making.kind === 'refused') continue;
      const own = receipts.filter(({ program }) => program.kind === kind && program.id === id);
      const facts = own.map(({ inputs }) => {
        const read = readFacts(making.program.world, inputs);
        if (read.kind === 'refused') throw new Error(JSON.stringify(read.faults));
        return read.facts;
      });
      const population = toPopulation(making.program.world, facts);
      const columns = compileColumns(making.program).run(population, dayNumber(day));
      const result = columns.find(({ rule }) => rule === 'result');
      const found = own.map((_, index) => result?.at(index));
      expect(found).toEqual(own.map(({ trace }) => trace.result));
    }
  });

  const chosen = receipts.find(
    ({ program, trace }) => program.kind === 'risk-class' && trace.result === 'd',
  );
  if (chosen === undefined) throw new RangeError('Some firm is in class D.');
  const text = JSON.stringify(signReceipt(chosen, signer));

  it.each([
    ['inputs', /("severity":")serious/, '$1general'],
    ['trace.result', /("result":")d(","facts")/, '$1a$2'],
    ['sources', /市场监督管理局/, '市场监督管理处'],
    ['edition', /("edition":\{"code":"cn-2026","hash":").(?=.{63})/, '$1x'],
    ['subject', /("subject":\{"id":"0)0/, '$11'],
    ['without', /("without":\[\{"record":"p)-/, '$1_'],
  ])('with one byte changed is refused at %s', (at, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const result = recomputeReceipt(JSON.parse(changed), edition);
    if (result.kind !== 'differs') throw new Error(result.kind);
    expect(result.faults.map((fault) => fault.at)).toContain(at);
  });

  it('is refused with a key that did not sign it, and with a signature of something else', () => {
    const [register, somebody] = [testSigner(), testSigner()];
    const { keyId } = register.key;
    const own: unknown = JSON.parse(JSON.stringify(signReceipt(chosen, register)));
    expect(recomputeReceipt(own, edition, register.key)).toMatchObject({ signature: 'valid' });
    for (const [signed, key] of [
      [own, somebody.key],
      [own, { ...somebody.key, keyId }],
      [JSON.parse(JSON.stringify(signReceipt(chosen, somebody))), register.key],
    ] as const) {
      const result = recomputeReceipt(signed, edition, key);
      if (result.kind !== 'differs') throw new Error(result.kind);
      expect(result.faults.map(({ at }) => at)).toEqual(['signature']);
    }
  });

  it('says what the class would be without each record, and from when by itself', () => {
    const past = { sector: 'i65', penalties: [{ ago: 30, serious: false }], repaired: false };
    const [receipt] = receiptsOf(firmOf(past, plain, { number: 7 }));
    expect(receipt?.trace.result).toBe('b');
    expect(receipt?.without).toEqual([{ record: 'p-7-0', result: 'a', until: '2027-10-02' }]);
    expect(receipt?.trace.nextChange).toMatchObject({ on: '2027-10-02', result: 'a' });
    expect(receipt?.trace.exits?.byAction[0]).toMatchObject({ result: 'a' });
  });

  it('of the class names nothing of the evaluation, nor the other way round', () => {
    const rules = programsOfEdition(edition).map(({ id, making }) => {
      if (making.kind === 'refused') throw new Error(id);
      return { id, reads: JSON.stringify(making.program.rules) };
    });
    for (const { id, reads } of rules) {
      for (const other of rules) if (other.id !== id) expect(reads).not.toContain(other.id);
      expect(reads).not.toContain('"evaluations"');
    }
  });
});
