import { civilDate, jsonOf, planDraw } from '@credence/domain';
import { fullyCovered, profilesOf, type Edition } from '@credence/rulebook';
import { beforeAll, describe, expect, it } from 'vitest';

import { nation, penalty } from '../../case/case.test-support.ts';
import { FakeStore, fakeNameKeys } from '../../fake-ports.test-support.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { projectHome } from '../../project/project-home.ts';
import { codeOf, portsOf } from '../../town.test-support.ts';
import { listEligible } from './eligible.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const today = civilDate('2026-05-04');
/** Builders, kitchens and makers of drugs, as the registers of a city have them. */
const lines = [
  ['e47', 40],
  ['h62', 60],
  ['c27', 7],
] as const;

async function city() {
  const store = new FakeStore();
  const law = nation();
  store.project = (entries) => projectHome(entries, law, fakeNameKeys);
  const sectors = lines.flatMap(([sector, count]) => Array.from({ length: count }, () => sector));
  const entries = sectors.map((sector, number) => {
    const registration = penalty({
      ...{ recordId: `r${String(number)}`, item: 'registration', service: { kind: 'not-needed' } },
      subject: {
        ...{ name: `望澜第${String(number)}厂`, kind: 'organisation' },
        identifiers: [{ scheme: 'uscc', value: codeOf(number) }],
      },
      facts: { legal_form: '公司', status: 'active', sector },
    });
    const home = store.uuid();
    const place = { home, stream: registration.recordId, kind: 'record@1' };
    return newEntry(store, { ...place, payload: jsonOf(registration) }, undefined);
  });
  const actor = { official: '王一', agency: 'market', role: 'data_officer' };
  await store.journal.record({ actor, purpose: 'intake', basis: [] }, entries);
  const loader = { load: () => Promise.resolve(law), current: () => law };
  const edition = law.on(today);
  if (edition === undefined) throw new RangeError('There is a law on the day.');
  return { parts: { ...portsOf(store), loader }, rulebook: law, edition };
}

/** The law with one profile that orders that everybody of its lines of business is visited. */
function withFullCoverage(edition: Edition, id: string): Pick<Edition, 'sectors'> {
  const card = edition.sectors.get(id);
  if (card === undefined) throw new RangeError(`There is no ${id}.`);
  const fullCoverage = { basis: card.basis, confidence: 'unverified' } as const;
  return { sectors: new Map([...edition.sectors, [id, { ...card, fullCoverage }]]) };
}

describe('the strata of a plan', () => {
  it.each(['district', 'sector'] as const)(
    'follow the profiles of sectors where others are drawn by %s',
    async (strata) => {
      const { parts, rulebook, edition } = await city();
      const law = withFullCoverage(edition, 'cn.drugs');
      const shipped = edition.inspectionPlans.get('cn.random');
      if (shipped?.draw === undefined) throw new RangeError('The plan has its draw.');
      const card = { ...shipped, draw: { ...shipped.draw, strata, even: 100 } };
      const fullCoverage = fullyCovered(law);
      const found = await listEligible(
        parts,
        { rulebook, today, most: 1_000 },
        { card, fullCoverage },
      );
      const power = { kind: 'too-few', visits: 0, found: 0 } as const;
      const planned = planDraw(found, { ...card, ...card.draw, fullCoverage }, power);
      if (planned.kind !== 'planned') throw new Error(planned.kind);
      const drawn = (id: string, eligible: number, draws: number) => ({
        ...{ id, eligible, draws, coverage: 'drawn' },
      });
      expect(planned.strata).toEqual([
        ...(strata === 'district' ? [drawn('999999', 100, 10)] : []),
        { id: 'c27', eligible: 7, draws: 7, coverage: 'full' },
        ...(strata === 'sector' ? [drawn('e47', 40, 4), drawn('h62', 60, 6)] : []),
      ]);
      // Whom the profile concerns, and nobody else, is visited without a draw.
      const full = planned.lines.filter(({ stratum }) => stratum === 'c27');
      const concerned = lines.filter(([sector]) => {
        const facts = { codeOf: () => sector, certificates: new Set<string>() };
        return profilesOf(law, facts).some(({ fullCoverage: all }) => all !== 'none');
      });
      expect(concerned.map(([sector]) => sector)).toEqual(['c27']);
      expect(full).toHaveLength(7);
    },
  );

  it('are by district alone under the shipped profiles, none of which orders it', async () => {
    const { parts, rulebook, edition } = await city();
    const card = edition.inspectionPlans.get('cn.random');
    if (card === undefined) throw new RangeError('The plan is there.');
    const fullCoverage = fullyCovered(edition);
    const found = await listEligible(
      parts,
      { rulebook, today, most: 1_000 },
      { card, fullCoverage },
    );
    expect(new Set(found.map(({ stratum }) => stratum))).toEqual(new Set(['999999']));
  });
});
