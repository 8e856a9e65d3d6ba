import { civilDate, instant, type CivilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import { codeOf, fileOf, penaltyHeader, penaltyRow, type Town } from '../town.test-support.ts';
import { createClassTown } from './class-town.test-support.ts';
import type { ExplainQuery } from './explain.ts';

const officer: KnownPrincipal = {
  kind: 'official',
  account: 'officer',
  name: '赵六',
  agency: 'town_office',
  roles: ['legal_officer'],
};

async function townWithPenalty(): Promise<Town> {
  const town = await createClassTown();
  await town.import(fileOf(penaltyHeader, [penaltyRow(1), penaltyRow(2, { CF_CFLB: '警告' })]));
  return town;
}

function ask(town: Town, rest: Partial<ExplainQuery> = {}, principal = officer) {
  const query: ExplainQuery = {
    subject: { by: 'code', code: codeOf(1) },
    times: {},
    purpose: 'supervision',
    ...rest,
  };
  return town.casework.explainSubject(principal, query);
}

async function answerOf(town: Town, rest: Partial<ExplainQuery> = {}) {
  const outcome = await ask(town, rest);
  if (outcome.kind !== 'found') throw new Error(JSON.stringify(outcome));
  const [answer] = outcome.view.answers;
  if (answer?.kind !== 'explained') throw new Error(JSON.stringify(answer));
  return { ...answer, view: outcome.view };
}

const on = (asOf: string): { times: { asOf: CivilDate } } => ({ times: { asOf: civilDate(asOf) } });

describe('explaining a result about a subject', () => {
  it('counts what has effect on the day and says when that ends', async () => {
    const { trace } = await answerOf(await townWithPenalty());
    expect(trace).toMatchObject({ result: 'b', asOf: '2026-05-04' });
    expect(trace.nextChange).toMatchObject({ on: '2027-03-02', result: 'a' });
  });

  it('counts a record until the day its publicity ends, and no longer', async () => {
    const town = await townWithPenalty();
    const results = await Promise.all(
      ['2026-05-03', '2026-05-04', '2027-03-01', '2027-03-02'].map((day) =>
        answerOf(town, { times: { asOf: civilDate(day), lawAt: civilDate('2026-05-04') } }),
      ),
    );
    expect(results.map(({ trace }) => trace.result)).toEqual(['b', 'b', 'b', 'a']);
  });

  it('counts no lighter record than its rule names', async () => {
    const town = await townWithPenalty();
    const subject = { by: 'code', code: codeOf(2) } as const;
    expect((await answerOf(town, { subject })).trace.result).toBe('a');
  });

  it('says of a record that is over when it ended, and counts it no more', async () => {
    const town = await createClassTown();
    const old = { CF_JDRQ: '2023-06-01', EXT_SDRQ: '2023-06-01' };
    await town.import(fileOf(penaltyHeader, [penaltyRow(1, old)]));
    const { trace, text } = await answerOf(town);
    expect(trace.result).toBe('a');
    expect(trace.steps[0]?.records[0]?.excluded).toMatchObject([{ because: 'no-longer-active' }]);
    expect(text.zh).toContain('2024年6月1日');
  });

  it('names repair as a way out, from the day on which the law opens it', async () => {
    const { trace } = await answerOf(await townWithPenalty());
    const [exit] = trace.exits?.byAction ?? [];
    expect(exit).toMatchObject({ result: 'a', actions: [{ action: 'repair' }] });
    expect(exit?.on).toBe('2026-06-02');
  });

  it('reads like a notice in both languages, with the paper named by its number', async () => {
    const { text } = await answerOf(await townWithPenalty());
    expect(text.zh).toContain('望市监罚〔2026〕1号');
    expect(text.en).toContain('Administrative penalty 望市监罚〔2026〕1号 of 2 Mar 2026');
    expect(text.zh).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined/u);
    expect(text.en).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined/u);
  });

  it('has the same hash whenever the same is asked, whatever was recorded since', async () => {
    const town = await townWithPenalty();
    const times = { ...on('2026-05-04').times, knownAt: town.store.now };
    const first = await answerOf(town, { times });
    town.store.now = instant(town.store.now + 60_000);
    await town.import(fileOf(penaltyHeader, [penaltyRow(1, { CF_WSH: '望市监罚〔2026〕77号' })]));
    const again = await answerOf(town, { times });
    expect(again.hash).toBe(first.hash);
    const now = await answerOf(town, { times: { ...times, knownAt: town.store.now } });
    expect(now.hash).not.toBe(first.hash);
    expect(now.trace.steps[0]?.value).toBe(20);
  });

  it('says up to which day it was known, as days are counted where the register is', async () => {
    const town = await townWithPenalty();
    // Half past two in the morning of the next day there.
    const knownAt = instant(Date.parse('2026-05-04T18:30:00Z'));
    town.store.now = instant(knownAt + 60_000);
    const { trace } = await answerOf(town, { times: { ...on('2026-05-04').times, knownAt } });
    expect(trace.knownAt).toBe('2026-05-05');
  });

  it('writes down who looked and why, before anything is told', async () => {
    const town = await townWithPenalty();
    const { view } = await answerOf(town);
    const accesses = await town.store.journal.accessesTo(view.subject.id);
    expect(accesses).toMatchObject([
      { purpose: 'supervision', fields: ['programs', 'as-of 2026-05-04', 'law-at 2026-05-04'] },
    ]);
  });

  it('is refused to whoever has no duty that asks for it, and nothing is read', async () => {
    const town = await townWithPenalty();
    const registrar = { ...officer, roles: ['registrar'] } as const;
    expect(await ask(town, {}, registrar)).toMatchObject({ kind: 'refused' });
    expect(await ask(town, { purpose: 'accounts' })).toMatchObject({ kind: 'refused' });
    expect(town.store.accesses).toEqual([]);
  });

  it('is at the terminal what an official of the office and role that are named would see', async () => {
    const town = await townWithPenalty();
    const at = (agency: string, role: string): KnownPrincipal => ({
      ...{ kind: 'operator', name: '赵六', agency, role },
    });
    for (const [agency, role] of [
      ['county_office', 'legal_officer'],
      ['town_office', 'registrar'],
      ['town_office', 'nobody'],
    ] as const) {
      expect(await ask(town, {}, at(agency, role))).toMatchObject({
        ...{ kind: 'refused', problem: { code: 'not-permitted' } },
      });
    }
    expect(town.store.accesses).toEqual([]);
    expect((await ask(town, {}, at('town_office', 'legal_officer'))).kind).toBe('found');
  });

  it('is for the office that the card names, however many have the same duty', async () => {
    const town = await townWithPenalty();
    const stranger = { ...officer, agency: 'county_office' };
    expect(await ask(town, {}, stranger)).toMatchObject({
      ...{ kind: 'refused', problem: { code: 'not-permitted' } },
    });
    expect(town.store.accesses).toEqual([]);
    const add = (acts: readonly string[]) =>
      town.casework.addAgency({
        ...{ code: 'county_office', name: { zh: '县局' }, supplies: [], acts },
        actor: { official: '钱七', agency: 'county_office', role: 'registrar' },
      });
    expect(await add(['Town Office'])).toMatchObject({
      ...{ kind: 'refused', problem: { params: { parameter: 'acts', value: 'Town Office' } } },
    });
    // What the office is in the law stands in the register, and stays when its name changes.
    await add(['town_office']);
    expect(await ask(town, {}, stranger)).toMatchObject({
      ...{ kind: 'found', view: { answers: [{ kind: 'explained' }] } },
    });
    await add([]);
    expect((await ask(town, {}, stranger)).kind).toBe('refused');
  });

  it('names the programs there are when asked for one that is not', async () => {
    const outcome = await ask(await townWithPenalty(), { program: 'town.inspektion' });
    expect(outcome).toMatchObject({
      kind: 'refused',
      problem: { code: 'value-not-in-list', params: { accepted: 'town.inspection' } },
    });
  });
});
