import {
  addDays,
  addMonths,
  dayNumber,
  type CivilDate,
  type PublicCreditRecord,
} from '@credence/domain';
import {
  askedFields,
  assessRecord,
  compileClosures,
  entryDates,
  findTrigger,
  type Edition,
  type Fact,
  type RecordFacts,
} from '@credence/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createGrader } from './create-grader.ts';
import { openRegime } from './open-regime.ts';
import { readPreset, regimeIds } from './read-preset.ts';
import { knownConducts } from './known-conducts.ts';
import { NEVER, type Regime } from './regime.ts';
import { NO_FORM, NOT_GRADED, SLOTS, slotBits } from './slot-columns.ts';
import { TIMES } from './tabulate.ts';

const MONTHS = 36;
const ids = await regimeIds();
const conducts = await knownConducts();
const regimes = new Map(
  await Promise.all(ids.map(async (id) => [id, await openRegime(id, { months: MONTHS })] as const)),
);

function regimeOf(id: string): Regime {
  const regime = regimes.get(id);
  if (regime === undefined) throw new RangeError(id);
  return regime;
}

function editionOf({ law }: Regime): Edition {
  if (law.edition === undefined) throw new RangeError('no edition');
  return law.edition;
}

const withEdition = ids.filter((id) => regimeOf(id).edition !== undefined);
/** Presets that differ in practice alone share one table, which is asked about once. */
const recorded = withEdition
  .filter((id) => regimeOf(id).law.rows.some(({ row }) => row.item))
  .filter((id, at, all) => {
    const { table } = regimeOf(id);
    return all.findIndex((other) => regimeOf(other).table === table) === at;
  });

/** A record written out from the preset, on a day of its own: another way than that of the table. */
function recordOf(regime: Regime, form: number, day: CivilDate): PublicCreditRecord | undefined {
  const { law, table } = regime;
  const [conduct, level] = [Math.floor(form / table.levels), form % table.levels];
  const amount = law.amounts[level] ?? 0;
  const row = law.rows
    .filter((each) => each.conduct === conduct && amount >= (each.row['at-least'] ?? 0))
    .at(-1);
  const edition = editionOf(regime);
  if (row?.row.item === undefined) return undefined;
  const { item, facts, amount: field } = row.row;
  const schema = edition.schemas.get(edition.items.get(item)?.fields ?? '');
  const dated = schema?.columns.some((column) => column.field === 'conduct_ended') === true;
  return {
    recordId: `${String(form)}@${day}`,
    item,
    edition: edition.code,
    takenInOn: day,
    batchId: 'society',
    row: 1,
    // The live register has no word for a person; past regimes had.
    subject: {
      kind: row.subjects as PublicCreditRecord['subject']['kind'],
      identifiers: [{ scheme: 'synthetic_subject', value: '7' }],
    },
    provider: { code: 'society', name: 'society' },
    decidedOn: day,
    service: { kind: 'shown', on: day, mode: 'posted' },
    facts: {
      ...facts,
      decided: day,
      ...(dated ? { conduct_ended: day } : {}),
      ...(field === undefined ? {} : { [field]: { amount: amount * 100, currency: 'CNY' } }),
    },
  };
}

function recordedForms({ law }: Regime): number[] {
  return [...law.rowOfForm.keys()].filter((form) => (law.rowOfForm[form] ?? -1) >= 0);
}

function sampleCells(regime: Regime, numRuns: number): [number, number, number][] {
  const cell = fc.tuple(
    fc.constantFrom(...recordedForms(regime)),
    fc.nat(MONTHS - 1),
    fc.integer({ min: 1, max: TIMES }),
  );
  return fc.sample(cell, { numRuns, seed: 7 });
}

function firstOf(regime: Regime, month: number): CivilDate {
  return addMonths(regime.law.starts, month, 'down');
}

function isShown(edition: Edition, record: PublicCreditRecord, day: CivilDate): boolean {
  const { kind } = assessRecord(edition, record, day).publicity;
  return kind === 'shown' || kind === 'valid';
}

describe.each(recorded)('the table of %s', (id) => {
  const regime = regimeOf(id);
  const edition = editionOf(regime);

  it('shows a record on the first days of the months on which the live register would', () => {
    for (const [form, month] of sampleCells(regime, 60)) {
      const record = recordOf(regime, form, firstOf(regime, month));
      const shown = regime.table.shown[form * MONTHS + month] ?? 0;
      if (record === undefined) {
        expect(shown).toBe(0);
        continue;
      }
      const seen = [0, 1, shown - 1, shown, shown + 1].filter((each) => each >= 0 && each < 600);
      for (const later of seen) {
        const day = firstOf(regime, month + later);
        expect([record.recordId, day, isShown(edition, record, day)]).toEqual([
          record.recordId,
          day,
          later < shown,
        ]);
      }
    }
  });

  it('is a month off at most for a record decided later in its month', () => {
    for (const [form, month, late] of sampleCells(regime, 30)) {
      const decided = addDays(firstOf(regime, month), late * 9);
      const record = recordOf(regime, form, decided);
      const shown = regime.table.shown[form * MONTHS + month] ?? 0;
      if (record === undefined || shown === 0 || shown === NEVER) continue;
      expect(isShown(edition, record, firstOf(regime, month + shown - 1))).toBe(true);
      expect(isShown(edition, record, firstOf(regime, month + shown + 1))).toBe(false);
    }
  });

  it('proposes the lists that the live register would, where officials leave it to the law', async () => {
    const { weighs = [], lists: only } = await readPreset(id, conducts);
    for (const [form, month, times] of sampleCells(regime, 80)) {
      const record = recordOf(regime, form, firstOf(regime, month));
      const bits = regime.table.proposes[(form * MONTHS + month) * TIMES + times - 1] ?? 0;
      const amount = regime.law.amounts[form % regime.table.levels] ?? 0;
      const expected = [...edition.lists.values()]
        .filter(({ list }) => only?.includes(list) !== false)
        .filter((list) => {
          const least = weighs.find((each) => each.list === list.list)?.['at-least'] ?? 0;
          if (record === undefined || amount < least) return false;
          return findTrigger(edition, list, record, times).kind === 'proposes';
        })
        .map(({ list }) => list);
      const found = regime.lists
        .filter((_, bit) => (bits & (1 << bit)) !== 0)
        .map((list) => list.id);
      expect([form, month, times, found.toSorted()]).toEqual([
        form,
        month,
        times,
        expected.toSorted(),
      ]);
    }
  });

  it('ends entries in the month in which the live register ends them', () => {
    for (const { id: list, termMonths, repairAfterMonths } of regime.lists) {
      const card = edition.lists.get(list);
      if (card === undefined) throw new RangeError(list);
      for (const month of [0, 1, 7, 25]) {
        const served = firstOf(regime, month);
        const dates = entryDates(edition, card, { decided: served, served });
        const ends = dates.ends ?? dates.decideAgainBy;
        // A term in days reaches the first of another month now and then.
        const slack = card.ends.some(
          (end) => end.by === 'time' && typeof end.after === 'object' && end.after.unit === 'days',
        )
          ? 1
          : 0;
        if (ends === undefined) expect(termMonths).toBe(NEVER);
        else {
          expect(firstOf(regime, month + termMonths - 1 - slack) < ends).toBe(true);
          expect(firstOf(regime, month + termMonths + slack) >= ends).toBe(true);
        }
        const isDuty = card.ends.some(({ by }) => by === 'status');
        if (isDuty) expect(repairAfterMonths).toBe(0);
        else if (dates.repairFrom === undefined) expect(repairAfterMonths).toBe(NEVER);
        else expect(firstOf(regime, month + repairAfterMonths)).toBe(dates.repairFrom);
      }
    }
  });
});

const graded = recorded.filter((id) => regimeOf(id).law.grading?.kind === 'program');

describe.each(graded)('the grades of %s', (id) => {
  const regime = regimeOf(id);
  const { law } = regime;
  const edition = editionOf(regime);
  if (law.grading?.kind !== 'program' || law.grading.program.making.kind !== 'made') {
    throw new RangeError(id);
  }
  const { program, classes } = law.grading.program.making;
  const closures = compileClosures(program);
  const asked = askedFields(program);
  const AGENTS = 120;

  /** What a single subject's answer is made of, read from its records one by one. */
  function factsOf(record: PublicCreditRecord, state: number, today: CivilDate): RecordFacts {
    const { publicity, severity, item } = assessRecord(edition, record, record.decidedOn);
    const [begins, ends] =
      publicity.kind === 'shown' || publicity.kind === 'valid'
        ? [publicity.begins, publicity.ends]
        : [undefined, undefined];
    const repaired = (state & slotBits.repaired) !== 0;
    const all: Record<string, Fact> = {
      decided: dayNumber(record.decidedOn),
      taken_in: dayNumber(record.decidedOn),
      served: dayNumber(record.decidedOn),
      begins: begins === undefined ? undefined : dayNumber(begins),
      ends: ends === undefined || ends === 'none' ? undefined : dayNumber(ends),
      severity: severity?.code,
      repaired,
      quashed: false,
      disputed: (state & slotBits.disputed) !== 0,
      corrected: repaired ? dayNumber(today) : undefined,
      event: typeof record.facts['event'] === 'string' ? record.facts['event'] : undefined,
    };
    const facts = Object.fromEntries(
      Object.entries(all).filter(([name, value]) => {
        return value !== undefined && asked.has(`${item?.collection ?? ''}.${name}`);
      }),
    );
    return { id: record.recordId, facts };
  }

  /** An entry that is in effect on the day of the question, and nothing is wrong with. */
  function entryOf(collection: string, list: string, today: CivilDate): RecordFacts {
    const day = dayNumber(today);
    const since = { decided: day, taken_in: day, served: day, begins: day };
    const all = { ...since, repaired: false, quashed: false, disputed: false };
    const facts = Object.entries(all).filter(([name]) => asked.has(`${collection}.${name}`));
    return { id: list, facts: Object.fromEntries(facts) };
  }

  it('are those that the live evaluation gives each subject by itself', () => {
    const grader = createGrader(regime, { months: MONTHS });
    if (grader === undefined) throw new RangeError(id);
    const today = MONTHS - 1;
    const forms = recordedForms(regime);
    const slot = fc.record({
      form: fc.oneof({ arbitrary: fc.constantFrom(...forms), weight: 3 }, fc.constant(NO_FORM)),
      month: fc.nat(today),
      state: fc.constantFrom(0, slotBits.repaired, slotBits.disputed),
    });
    const subject = fc.record({
      kind: fc.constantFrom(0, 1),
      slots: fc.array(slot, { minLength: SLOTS, maxLength: SLOTS }),
      listed: fc.nat(2 ** regime.lists.length - 1),
    });
    const society = fc.sample(subject, { numRuns: AGENTS, seed: 11 });
    const slots = society.flatMap((each) => each.slots);
    const out = new Uint8Array(AGENTS);
    grader(
      today,
      {
        count: AGENTS,
        kind: society.map(({ kind }) => kind),
        slotForm: slots.map(({ form }) => form),
        slotMonth: slots.map(({ month }) => month),
        slotState: slots.map(({ state }) => state),
        listed: society.map(({ listed }) => listed),
      },
      out,
    );
    const day = firstOf(regime, today);
    const expected = society.map(({ kind, slots: own, listed }) => {
      const word = kind === 0 ? 'organisation' : 'natural_person';
      if (!law.graded.includes(word)) return NOT_GRADED;
      const records = new Map<string, RecordFacts[]>();
      own.forEach(({ form, month, state }, place) => {
        if (form === NO_FORM) return;
        const made = recordOf(regime, form, firstOf(regime, month));
        const collection = edition.items.get(made?.item ?? '')?.collection;
        if (made === undefined || collection === undefined) return;
        const record = { ...made, recordId: String(place) };
        records.set(collection, [...(records.get(collection) ?? []), factsOf(record, state, day)]);
      });
      regime.lists.forEach(({ id: list }, bit) => {
        const item = [...edition.items.values()].find((each) => each.entriesOf?.includes(list));
        if (item?.collection === undefined || (listed & (1 << bit)) === 0) return;
        const before = records.get(item.collection) ?? [];
        records.set(item.collection, [...before, entryOf(item.collection, list, day)]);
      });
      const given = { id: 'one', facts: {}, records: Object.fromEntries(records) };
      return classes.indexOf(String(closures.evaluate(given, dayNumber(day)).result));
    });
    expect([...out]).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(1);
  });
});

describe('the presets with an edition', () => {
  it('are all held against the register above, by their own table and grades or by those they share', () => {
    const gradesOf = (id: string): unknown => [
      editionOf(regimeOf(id)).hash,
      regimeOf(id).grades?.card,
    ];
    for (const id of withEdition) {
      const { law, table } = regimeOf(id);
      // Points that only rise lead to no record: what they give is tested with their grader.
      if (law.grading?.kind === 'points') continue;
      expect(
        recorded.some((other) => regimeOf(other).table === table),
        id,
      ).toBe(true);
      if (law.grading?.kind !== 'program') continue;
      expect(graded.map(gradesOf), id).toContainEqual(gradesOf(id));
    }
  });
});

describe('a draft in place of an edition', () => {
  it('is tried with the lists that it adds, also where they begin in the middle of the run', async () => {
    const own = editionOf(regimeOf('cn-2026'));
    const list = own.lists.get('mem.work-safety');
    if (list === undefined) throw new RangeError('no list');
    const conduct = { ...list.trigger.conduct, from: firstOf(regimeOf('cn-2026'), MONTHS - 6) };
    const later = { ...list, list: 'town.work-safety', trigger: { ...list.trigger, conduct } };
    const edition = { ...own, lists: new Map([...own.lists, [later.list, later]]), hash: 'draft' };
    const draft = await openRegime('cn-2026', {
      months: MONTHS,
      edition: { edition, findings: [] },
    });
    const bit = draft.lists.findIndex(({ id }) => id === 'town.work-safety');
    const months = new Set<number>();
    draft.table.proposes.forEach((set, cell) => {
      if ((set & (1 << bit)) !== 0) months.add(Math.floor(cell / TIMES) % MONTHS);
    });
    expect([...months].sort((a, b) => a - b)).toEqual([30, 31, 32, 33, 34, 35]);
    expect(draft.lists).toHaveLength(regimeOf('cn-2026').lists.length + 1);
  });
});
