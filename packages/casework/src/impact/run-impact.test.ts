import { civilDate } from '@credence/domain';
import { editionToJson } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import { fileOf, penaltyHeader, penaltyRow, type Town } from '../town.test-support.ts';
import { classLaw, createClassTown, type ClassLaw } from './class-town.test-support.ts';
import type { ImpactView } from './impact.ts';

const officer: KnownPrincipal = {
  kind: 'official',
  account: 'officer',
  name: '赵六',
  agency: 'town_office',
  roles: ['legal_officer'],
};

/** Forty organisations of one penalty, twelve of two, eleven only warned; so many of four. */
async function busyTown(heavy = 0): Promise<Town> {
  const town = await createClassTown();
  const rows = Array.from({ length: 52 + heavy }, (_, index) => penaltyRow(index + 1));
  const second = Array.from({ length: 12 }, (_, index) =>
    penaltyRow(index + 1, { CF_WSH: `望市监罚〔2026〕5${String(index).padStart(3, '0')}号` }),
  );
  const more = Array.from({ length: heavy * 3 }, (_, index) =>
    penaltyRow(53 + (index % heavy), { CF_WSH: `望市监罚〔2026〕6${String(index)}号` }),
  );
  const warned = Array.from({ length: 11 }, (_, index) =>
    penaltyRow(index + 101, { CF_CFLB: '警告' }),
  );
  const outcome = await town.import(
    fileOf(penaltyHeader, [...rows, ...second, ...more, ...warned]),
  );
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return town;
}

let town: Promise<Town> | undefined;

async function run(law: ClassLaw, principal: KnownPrincipal = officer) {
  town ??= busyTown();
  const draft = editionToJson(classLaw({ code: 'town-2027', ...law }));
  return { town: await town, outcome: await (await town).casework.runImpact(principal, { draft }) };
}

async function viewOf(law: ClassLaw): Promise<ImpactView> {
  const { outcome } = await run(law);
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

describe('the impact of a draft on the register', () => {
  it('counts who moves from which class to which', async () => {
    const [program] = (await viewOf({ weight: 20 })).programs;
    expect(program?.transitions.rows.map(({ code }) => code)).toEqual(['a', 'b', 'c']);
    expect(program?.transitions.counts).toMatchObject({
      cells: [
        [11, 0, 0],
        [0, 40, 12],
        [0, 0, 0],
      ],
      total: 63,
    });
  });

  it('names the rule that makes them move, and where only limits do', async () => {
    const [program] = (await viewOf({ weight: 20 })).programs;
    const { rows = [], counts } = program?.causes ?? {};
    const at = rows.findIndex(({ code }) => code === 'general_penalties');
    expect(counts?.cells[at]?.[0]).toBe(12);
  });

  it('says how many have a way out and how long the nearest takes', async () => {
    const [program] = (await viewOf({ weight: 20 })).programs;
    expect(program?.exits.counts?.cells).toEqual([[12], [0]]);
    // Repair opens on 2 June 2026, 29 days after the day of the report.
    expect(program?.medianDaysToExit).toBe(29);
  });

  it('tells no count below ten, and of the others none that would give it away', async () => {
    const { casework } = await busyTown(3);
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const outcome = await casework.runImpact(officer, { draft });
    const [program] = outcome.kind === 'found' ? outcome.view.programs : [];
    const { transitions, causes, bySector, bySize, byRegion, exits } = program ?? {};
    // Three stay in c: the twelve who come to c are told nowhere beside the total of c.
    expect(transitions?.counts?.cells[2]?.[2]).toBeNull();
    const tables = [transitions, causes, bySector, bySize, byRegion, exits];
    for (const counts of tables.flatMap((table) => table?.counts ?? [])) {
      const told = [...counts.cells.flat(), ...counts.rowTotals, ...counts.columnTotals];
      for (const count of told) expect(count === null || count === 0 || count >= 10).toBe(true);
    }
  });

  it('has one hash for one question, and another for another draft', async () => {
    const [first, again, other] = [
      await viewOf({ weight: 20 }),
      await viewOf({ weight: 20 }),
      await viewOf({ weight: 15 }),
    ];
    expect(again.hash).toBe(first.hash);
    expect(other.hash).not.toBe(first.hash);
    expect(first.signature.signature).toMatch(/^[\w-]{86}$/u);
  });

  it('is refused for a draft whose text was changed after it was sealed', async () => {
    const { casework } = await busyTown();
    const json = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const draft = JSON.parse(JSON.stringify(json).replace('* 20', '* 30')) as typeof json;
    const outcome = await casework.runImpact(officer, { draft });
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'edition-refused' } });
  });

  it('names who moves to the legal officer alone, each look written down', async () => {
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const fresh = await busyTown();
    const query = { draft, program: 'town.inspection', page: 1, asOf: civilDate('2026-05-04') };
    const head: KnownPrincipal = { ...officer, roles: ['head_of_authority'] };
    expect(await fresh.casework.listMovers(head, query)).toMatchObject({ kind: 'refused' });
    expect(fresh.store.accesses).toEqual([]);
    const outcome = await fresh.casework.listMovers(officer, query);
    // In so small a register nobody may read more than five a day.
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'budget-spent' } });
    expect(new Set(fresh.store.accesses.map(({ purpose }) => purpose))).toEqual(
      new Set(['rule-change']),
    );
  });

  it('is refused to whoever has no part in rules', async () => {
    const { outcome } = await run({ weight: 20 }, { ...officer, roles: ['case_officer'] });
    expect(outcome).toMatchObject({ kind: 'refused' });
  });
});
