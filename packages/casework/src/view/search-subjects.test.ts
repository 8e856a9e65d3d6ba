import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { SearchOutcome } from './answer.ts';
import {
  codeOf,
  createTown,
  fileOf,
  penaltyHeader,
  penaltyRow,
  registrationHeader,
  registrationRow,
  type Town,
} from '../town.test-support.ts';
import type { SearchView } from './view.ts';

async function townOfThirty(): Promise<Town> {
  const town = await createTown();
  const rows = Array.from({ length: 30 }, (_, index) => registrationRow(index + 1));
  const renamed = registrationRow(40, { name: '澜江机电', former: '望澜机修' });
  await town.import(fileOf(registrationHeader, [...rows, renamed]), { item: 'registration' });
  await town.import(fileOf(penaltyHeader, [penaltyRow(7)]));
  return town;
}

function viewOf(outcome: SearchOutcome): SearchView {
  if (outcome.kind === 'found') return outcome.view;
  throw new Error(outcome.kind);
}

describe('searchSubjects', () => {
  it.each([
    ['as written', codeOf(7)],
    ['in lower case', codeOf(7).toLowerCase()],
    ['with blanks', `${codeOf(7).slice(0, 2)} ${codeOf(7).slice(2, 8)} ${codeOf(7).slice(8)}`],
    ['in full width', codeOf(7).replace('9', '９')],
  ])('finds a code %s, exactly', async (_, query) => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects(query, { page: 1 }));

    expect(view).toMatchObject({
      total: 1,
      registerSize: 31,
      results: [{ name: '望澜第7商行', published: 1, match: { kind: 'code' } }],
    });
  });

  it('says why a code is none, with the character that would be right', async () => {
    const { casework } = await townOfThirty();
    const query = `${codeOf(7).slice(0, 17)}Q`;
    const view = viewOf(await casework.searchSubjects(query, { page: 1 }));

    expect(view.results).toEqual([]);
    expect(view.codeFaults).toEqual([
      {
        scheme: 'uscc',
        fault: 'outer-check',
        position: 18,
        found: 'Q',
        expected: codeOf(7).slice(17),
      },
    ]);
  });

  it('finds those whose code begins with what was typed, with blanks or hyphens', async () => {
    const { casework } = await townOfThirty();
    const code = codeOf(7);
    const typed = `${code.slice(0, 2)}-${code.slice(2, 8)} ${code.slice(8, 17).toLowerCase()}`;
    const view = viewOf(await casework.searchSubjects(typed, { page: 1 }));

    expect(view).toMatchObject({
      total: 1,
      more: false,
      results: [{ name: '望澜第7商行', match: { kind: 'code-begins' } }],
    });
    const short = viewOf(await casework.searchSubjects(code.slice(0, 7), { page: 1 }));
    expect(short.results).toEqual([]);
  });

  it('shows a page of those whose code begins so and says that there are more', async () => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects(codeOf(7).slice(0, 12), { page: 1 }));

    expect(view).toMatchObject({ total: 20, more: true });
    expect(view.results).toHaveLength(20);
  });

  it('tells a branch from the organisation whose name it bears', async () => {
    const { casework, ...town } = await townOfThirty();
    const rows = [
      registrationRow(50, { name: '望澜澜港机电有限公司' }),
      registrationRow(51, { name: '望澜澜港机电有限公司东浦分公司' }),
    ];
    await town.import(fileOf(registrationHeader, rows), { item: 'registration' });
    const view = viewOf(await casework.searchSubjects('澜港机电', { page: 1 }));

    expect(view.results.map(({ name, branchOf }) => [name, branchOf])).toEqual([
      ['望澜澜港机电有限公司', undefined],
      ['望澜澜港机电有限公司东浦分公司', '望澜澜港机电有限公司东浦'],
    ]);
  });

  it('says how long a code is, in the scheme that comes closest', async () => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects(codeOf(7).slice(0, 16), { page: 1 }));

    expect(view.codeFaults).toEqual([
      { scheme: 'uscc', fault: 'length', found: '16', expected: '18' },
    ]);
  });

  it('says nothing of faults about a right code that is not in the register', async () => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects(codeOf(999), { page: 1 }));

    expect(view).toMatchObject({ total: 0, results: [] });
    expect(view).not.toHaveProperty('codeFaults');
  });

  it('pages names in the order of the register and tells how many there are', async () => {
    const { casework } = await townOfThirty();
    const first = viewOf(await casework.searchSubjects('望澜', { page: 1 }));
    const second = viewOf(await casework.searchSubjects('望澜', { page: 2 }));

    expect(first).toMatchObject({ total: 31, page: 1, pageSize: 20 });
    expect(first.results).toHaveLength(20);
    expect(second.results).toHaveLength(11);
    const ids = new Set([...first.results, ...second.results].map(({ id }) => id));
    expect(ids.size).toBe(31);
  });

  it('names the former name that matched', async () => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects('机修', { page: 1 }));

    expect(view.results).toMatchObject([
      { name: '澜江机电', match: { kind: 'name', name: '望澜机修' } },
    ]);
  });

  it('counts for the day asked about', async () => {
    const { casework } = await townOfThirty();
    const day = civilDate('2026-03-04');
    const view = viewOf(await casework.searchSubjects(codeOf(7), { page: 1, day }));

    expect(view.results).toMatchObject([{ published: 0 }]);
  });

  it('neither looks up nor repeats the number of a person', async () => {
    const { casework } = await townOfThirty();
    const view = viewOf(await casework.searchSubjects('110101199003078515', { page: 1 }));

    expect(view).toMatchObject({ query: '', total: 0, results: [] });
    expect(view).not.toHaveProperty('codeFaults');
  });

  it.each([
    ['  ', { kind: 'query-too-short' }],
    ['长'.repeat(201), { kind: 'query-too-long', limit: 200 }],
  ])('answers the query "%s" with its fault', async (query, fault) => {
    const { casework } = await createTown();

    expect(await casework.searchSubjects(query, { page: 1 })).toEqual(fault);
  });
});
