import { jsonOf, type JsonValue } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../../access/principal.ts';
import {
  listFirm,
  officer,
  official,
  openOffice,
  type OwnOffice,
} from '../../own/own-office.test-support.ts';
import { desks } from '../case.test-support.ts';

const system: KnownPrincipal = {
  ...{ kind: 'machine', account: 'account of the system', name: '招标监督系统' },
  ...{ agency: 'tender_office', scopes: ['tasks'] },
};
const document = { number: '望招措〔2024〕1号' };

/** The firm is listed and a measure is given to the tender office. */
async function assigned(): Promise<{ office: OwnOffice; listing: string; task: string }> {
  const office = await openOffice();
  const listing = await listFirm(office, 'served');
  const matter = { case: 'measure', measure: 'key_supervision', cause: listing };
  const outcome = await office.at('2024-03-01').openCase({
    ...{ principal: officer, subject: { by: 'id', id: office.home } },
    content: jsonOf({
      desks: { ...desks, body: 'tender_office' },
      matter: { ...matter, capacity: 'market_supervision' },
    }),
  });
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return { office, listing, task: outcome.caseId };
}

async function tasksOf(office: OwnOffice, day: string, principal: KnownPrincipal = system) {
  const found = await office.at(day).listTasks(principal);
  return found.kind === 'found' ? found.view.tasks : found.problems.map(({ code }) => code);
}

function act(
  { office, task }: { readonly office: OwnOffice; readonly task: string },
  day: string,
  said: { readonly act: string; readonly content?: JsonValue; readonly seen?: number },
  principal: KnownPrincipal = system,
) {
  return office.at(day).actInCase({ content: {}, ...said, principal, caseId: task });
}

describe('the feed of a body', () => {
  it('tells its system all of a task, which it takes, carries out and lifts, each with proof', async () => {
    const given = await assigned();
    const { office, listing, task } = given;
    expect(await tasksOf(office, '2024-03-01')).toEqual([
      expect.objectContaining({
        ...{ caseId: task, asks: 'answer', since: '2024-03-01', until: '2027-01-24', seen: 1 },
        subject: expect.objectContaining({ name: '示例公司' }) as object,
        decision: '望市监列〔2024〕1号',
        acts: expect.arrayContaining(['accepted', 'declined']) as object,
      }),
    ]);
    expect(await act(given, '2024-03-04', { act: 'accepted', seen: 1 })).toMatchObject({
      kind: 'recorded',
    });
    const executed = { document, executedOn: '2024-03-05' };
    await act(given, '2024-03-05', { act: 'executed', content: executed });
    expect(await tasksOf(office, '2024-03-06')).toEqual([]);
    const number = '望招移〔2024〕1号';
    const removed = { ground: 'own_motion', document: { number }, reason: '更正' };
    const gone = { principal: officer, caseId: listing, act: 'removed', content: removed };
    expect((await office.at('2024-06-03').actInCase(gone)).kind).toBe('recorded');
    expect(await tasksOf(office, '2024-06-03')).toMatchObject([{ asks: 'lift', acts: ['lifted'] }]);
    const lifted = { act: 'lifted', content: { document, liftedOn: '2024-06-03' } };
    expect(await act(given, '2024-06-04', lifted)).toMatchObject({ kind: 'recorded' });
    expect(await tasksOf(office, '2024-06-04')).toEqual([]);
    const found = await office.at('2024-06-04').viewCase(system, task);
    if (found.kind !== 'found') throw new Error(found.kind);
    expect(found.view.actions.at(-1)?.by).toMatchObject({
      official: '招标监督系统',
      role: 'machine',
    });
  });

  it('needs the article by which a task is declined, and a step seen before as it stands', async () => {
    const given = await assigned();
    const bare = await act(given, '2024-03-04', { act: 'declined', content: { reason: '无权' } });
    expect(bare).toMatchObject({ kind: 'refused', problems: [{ code: 'case-form' }] });
    const late = await act(given, '2024-03-04', { act: 'accepted', seen: 0 });
    expect(late).toMatchObject({ problems: [{ code: 'changed-meanwhile' }] });
    const said = { article: 'go-2020-49#item-7', reason: '无权' };
    const declined = await act(given, '2024-03-04', { act: 'declined', content: said });
    expect(declined.kind).toBe('recorded');
    expect(await tasksOf(given.office, '2024-03-04')).toEqual([]);
  });

  it('is closed to systems of others and without the scope, and shows no other case', async () => {
    const given = await assigned();
    const { office, listing, task } = given;
    const other = { ...system, agency: 'tax' };
    const own = { ...system, agency: 'market' };
    expect(await tasksOf(office, '2024-03-01', other)).toEqual([]);
    expect(await tasksOf(office, '2024-03-01', own)).toEqual([]);
    expect(await tasksOf(office, '2024-03-01', { ...system, scopes: ['intake'] })).toEqual([
      'not-permitted',
    ]);
    for (const principal of [other, { ...system, scopes: [] }]) {
      const refused = await act(given, '2024-03-04', { act: 'accepted' }, principal);
      expect(refused).toMatchObject({ problems: [{ code: 'not-permitted' }] });
    }
    // The agency that decides has a desk in the case, its systems have none.
    expect((await act(given, '2024-03-04', { act: 'withdrawn' }, own)).kind).toBe('not-found');
    const at = office.at('2024-03-04');
    expect((await at.viewCase(own, task)).kind).toBe('not-found');
    expect((await at.viewCase(own, listing)).kind).toBe('not-found');
    const stay = { from: 'court', document, reason: '…' };
    const step = { principal: own, caseId: listing, act: 'stayed', content: stay };
    expect((await at.actInCase(step)).kind).toBe('not-found');
    expect((await at.viewCaseDesk(own)).kind).toBe('refused');
    const opening = {
      principal: own,
      subject: { by: 'id', id: office.home },
      content: {},
    } as const;
    expect((await at.openCase(opening)).kind).toBe('refused');
  });

  it('writes down who looked, and looks at nobody for a measure that only runs', async () => {
    const given = await assigned();
    const { office } = given;
    await act(given, '2024-03-04', { act: 'accepted' });
    const executed = { document, executedOn: '2024-03-05' };
    await act(given, '2024-03-05', { act: 'executed', content: executed });
    const looks = async () => (await office.store.journal.accessesTo(office.home)).length;
    const before = await looks();
    await tasksOf(office, '2024-03-06');
    expect(await looks()).toBe(before);
    await tasksOf(office, '2027-01-24');
    expect(await looks()).toBe(before + 1);
  });
});

describe('what may be opened about a firm', () => {
  it('names the whole catalogue under a listing: what was ordered, and why not the rest', async () => {
    const office = await openOffice();
    const listing = await listFirm(office, 'served');
    const found = await office.at('2024-03-01').listOpenings(officer, office.home);
    if (found.kind !== 'found') throw new Error(found.kind);
    const openings = found.view.about.find(({ id }) => id === listing)?.openings ?? [];
    const open = openings.filter(({ refused }) => refused.length === 0);
    expect(open.map(({ fixed }) => fixed['measure'])).toEqual(['key_supervision']);
    expect(open).toMatchObject([{ until: '2027-01-24', burden: { value: 72 } }]);
    // Its body carries it out in a capacity of the card, which is asked for.
    const capacity = open[0]?.fields.find(({ name }) => name === 'capacity');
    expect(capacity?.options).toEqual([{ code: 'market_supervision' }]);
    const rest = openings.filter(({ refused }) => refused.length > 0);
    expect(rest.length).toBeGreaterThan(10);
    for (const { refused } of rest) {
      expect(refused.map(({ code }) => code)).toContain('case-measure-not-announced');
    }
    expect(openings.map(({ fixed }) => fixed['measure'])).not.toContain('spending_restriction');
  });

  it('counts as a look around, and says nothing once the reads of the day are spent', async () => {
    const office = await openOffice();
    const at = office.at('2024-03-01');
    const looks = async () =>
      (await office.store.journal.accessesTo(office.home)).map(({ fields }) => fields);
    const before = await looks();
    expect((await at.listOpenings(officer, office.home)).kind).toBe('found');
    expect((await looks()).slice(before.length)).toEqual([['records']]);
    const others = Array.from({ length: 6 }, () => office.store.uuid());
    const kinds: string[] = [];
    for (const home of others) kinds.push((await at.listOpenings(officer, home)).kind);
    // Five a day in a register as small as this one.
    expect(kinds.slice(0, 4)).toEqual(kinds.slice(0, 4).map(() => 'not-found'));
    expect(await at.listOpenings(officer, others[5] ?? '')).toMatchObject({
      ...{ kind: 'refused', problems: [{ code: 'budget-spent' }] },
    });
    expect((await at.listOpenings(officer, office.home)).kind).toBe('found');
  });

  it('has who it is, and what it owes to whoever is present, but no order about spending', async () => {
    const office = await openOffice();
    const found = await office.at('2026-03-02').listOpenings(officer, office.home);
    if (found.kind !== 'found') throw new Error(found.kind);
    const whole = found.view.about.find(({ kind }) => kind === 'subject');
    expect(whole?.openings.map(({ key, refused }) => [key, refused])).toEqual([
      ['split', []],
      ['merge', []],
      ['payment-complaint', []],
    ]);
    const kinds = found.view.about.flatMap(({ openings }) => openings.map(({ kind }) => kind));
    expect(kinds).not.toContain('spending');
    const judge = official('钱八', 'enforcement_judge');
    const other = await office.at('2026-03-02').listOpenings(judge, office.home);
    if (other.kind !== 'found') throw new Error(other.kind);
    const keys = other.view.about.flatMap(({ openings }) => openings.map(({ key }) => key));
    expect(keys).not.toContain('payment-complaint');
  });
});
