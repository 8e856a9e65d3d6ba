import { civilDate, instant } from '@credence/domain';
import { editionToJson } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import { fileOf, penaltyHeader, penaltyRow, type Town } from '../town.test-support.ts';
import { classLaw, createClassTown, type ClassLaw } from './class-town.test-support.ts';
import { isImpactReport } from '../entry/impact-payload.ts';
import type { ImpactOutcome, ImpactView } from './impact.ts';

const officer: KnownPrincipal = {
  kind: 'official',
  account: 'officer',
  name: '赵六',
  agency: 'town_office',
  roles: ['legal_officer'],
};

const auditor: KnownPrincipal = {
  kind: 'official',
  account: 'auditor',
  name: '孙七',
  agency: 'audit_office',
  roles: ['auditor'],
};

function hashOf(outcome: ImpactOutcome): string {
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome.problem));
  return outcome.view.hash;
}

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

  it('is kept with the draft, with who asked, and made once for one state of the register', async () => {
    const { store, casework } = await busyTown();
    const draft = classLaw({ code: 'town-2027', weight: 20 });
    const kept = () => store.entries.filter(({ kind }) => kind === 'impact-report@1');
    const first = await casework.runImpact(officer, { draft: editionToJson(draft) });
    expect(kept()).toMatchObject([{ actor: { official: '赵六' }, purpose: 'rule-change' }]);
    expect(isImpactReport(kept()[0]?.payload)).toBe(true);
    const again = await casework.runImpact(auditor, { draft: editionToJson(draft) });
    expect(kept()).toHaveLength(1);
    expect(again).toMatchObject({ kind: 'found', view: { hash: hashOf(first) } });
    // Whoever asks again has looked, too.
    expect(store.accesses.map(({ reader, purpose }) => [reader.official, purpose])).toEqual([
      ['officer', 'rule-change'],
      ['auditor', 'oversight'],
    ]);
    const found = await casework.viewImpacts(auditor, { hash: draft.hash });
    expect(found).toMatchObject({ kind: 'found', view: { reports: [{ hash: hashOf(first) }] } });
  });

  it('is made anew once something was recorded about anyone', async () => {
    const fresh = await busyTown();
    const { store, casework } = fresh;
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const first = await casework.runImpact(officer, { draft });
    store.now = instant(store.now + 1);
    await fresh.import(fileOf(penaltyHeader, [penaltyRow(900)]));
    const second = await casework.runImpact(officer, { draft });
    expect(hashOf(second)).not.toBe(hashOf(first));
    expect(store.entries.filter(({ kind }) => kind === 'impact-report@1')).toHaveLength(2);
  });

  it('is told of a proposed draft by its hash, and of no other', async () => {
    const { casework } = await busyTown();
    const draft = classLaw({ code: 'town-2027', weight: 20 });
    const query = { hash: draft.hash };
    expect(await casework.runImpact(officer, query)).toMatchObject({
      ...{ kind: 'refused', problem: { code: 'edition-step-missing' } },
    });
    expect(await casework.viewImpacts(officer, query)).toEqual({ kind: 'not-found' });
    const actor = { official: '赵六', agency: 'town_office', role: 'legal_officer' };
    await casework.proposeEdition(editionToJson(draft), actor);
    expect(await casework.runImpact(officer, query)).toMatchObject({ kind: 'found' });
  });

  it('names who moves to the legal officer alone, a page as one look', async () => {
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const { casework, store } = await busyTown();
    const query = { draft, program: 'town.inspection', asOf: civilDate('2026-05-04') };
    for (const role of ['head_of_authority', 'case_officer', 'auditor', 'registrar'] as const) {
      const other: KnownPrincipal = { ...officer, roles: [role] };
      for (const purpose of ['rule-change', 'oversight'] as const) {
        const outcome = await casework.listMovers(other, { ...query, purpose });
        expect(outcome).toMatchObject({ problem: { code: 'not-permitted' } });
      }
    }
    expect(store.accesses).toEqual([]);
    const outcome = await casework.listMovers(officer, query);
    if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome.problem));
    const { movers, next } = outcome.view;
    expect(movers).toHaveLength(5);
    expect(movers[0]).toMatchObject({ from: 'b', to: 'c', cause: 'general_penalties' });
    expect(store.accesses.map(({ home }) => home)).toEqual(movers.map(({ subject }) => subject.id));
    expect(new Set(store.accesses.map(({ purpose }) => purpose))).toEqual(new Set(['rule-change']));
    // In so small a register nobody may read more than five a day: then nothing more is read at all.
    const more = await casework.listMovers(officer, { ...query, after: next ?? '' });
    expect(more).toMatchObject({ kind: 'refused', problem: { code: 'budget-spent' } });
    expect(store.accesses).toHaveLength(5);
  });

  it('goes through all movers page by page, each once', async () => {
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const { casework } = await busyTown();
    const operator: KnownPrincipal = {
      kind: 'operator',
      name: '赵六',
      agency: 'town_office',
      role: 'legal_officer',
    };
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const place = after === undefined ? {} : { after };
      const query = { draft, program: 'town.inspection', ...place };
      const outcome = await casework.listMovers(operator, query);
      if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome.problem));
      seen.push(...outcome.view.movers.map(({ subject }) => subject.id));
      after = outcome.view.next;
      if (after === undefined) break;
    }
    expect([seen.length, new Set(seen).size, after]).toEqual([12, 12, undefined]);
  });

  it('says which programs and places there are to whoever asks for others', async () => {
    const draft = editionToJson(classLaw({ code: 'town-2027', weight: 20 }));
    const { casework } = await busyTown();
    const wrong = await casework.listMovers(officer, { draft, program: 'town.inspektion' });
    expect(wrong).toMatchObject({
      problem: { code: 'value-not-in-list', params: { accepted: 'town.inspection' } },
    });
    const nowhere = { draft, program: 'town.inspection', after: 'x' };
    expect(await casework.listMovers(officer, nowhere)).toMatchObject({
      problem: { code: 'parameter-invalid' },
    });
  });

  it('is refused to whoever has no part in rules', async () => {
    const { outcome } = await run({ weight: 20 }, { ...officer, roles: ['case_officer'] });
    expect(outcome).toMatchObject({ kind: 'refused' });
  });
});
