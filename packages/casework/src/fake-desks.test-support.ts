import type { CivilDate } from '@credence/domain';

import type { EffectDays, HomeRows, Register } from './port/register.ts';

/** What waits at desks, in memory. */
export function fakeDesks(
  rows: ReadonlyMap<string, HomeRows>,
): Pick<
  Register,
  | 'openMatters'
  | 'findMatter'
  | 'errorReports'
  | 'findErrorReport'
  | 'openCases'
  | 'closedCases'
  | 'allCases'
  | 'findCase'
  | 'casesNamingPeople'
  | 'countEffects'
  | 'countListed'
  | 'crossCountListed'
  | 'listListed'
  | 'countTasks'
> {
  return {
    ...fakeCases(rows),
    ...fakeListed(rows),
    openMatters: (agency, { limit, offset }) => {
      const found = [...rows.values()]
        .flatMap(({ matters = [] }) => matters)
        .filter((matter) => matter.agency === agency && matter.state !== 'closed')
        .sort((a, b) => (`${a.openedOn}${a.matterId}` < `${b.openedOn}${b.matterId}` ? -1 : 1));
      const matters = found.slice(offset, offset + limit);
      return Promise.resolve({ matters, total: found.length });
    },
    findMatter: (matterId) =>
      Promise.resolve(
        [...rows.values()]
          .flatMap(({ matters = [] }) => matters)
          .find((matter) => matter.matterId === matterId),
      ),
    errorReports: (agency, limit) =>
      Promise.resolve(
        [...rows.values()]
          .flatMap(({ errorReports = [] }) => errorReports)
          .filter((report) => report.agency === agency)
          .slice(0, limit),
      ),
    findErrorReport: (number) =>
      Promise.resolve(
        [...rows.values()]
          .flatMap(({ errorReports = [] }) => errorReports)
          .find((report) => report.number === number),
      ),
  };
}

function fakeCases(
  rows: ReadonlyMap<string, HomeRows>,
): Pick<
  Register,
  | 'openCases'
  | 'closedCases'
  | 'allCases'
  | 'findCase'
  | 'casesNamingPeople'
  | 'countEffects'
  | 'countTasks'
> {
  const all = () => [...rows.values()].flatMap(({ cases = [] }) => cases);
  const lying = (agency: string, isOver: boolean, limit: number) =>
    Promise.resolve(
      all()
        .filter((row) => row.over === isOver && row.agency.includes(agency))
        .slice(0, limit),
    );
  return {
    openCases: (agency, limit) => lying(agency, false, limit),
    closedCases: (agency, limit) => lying(agency, true, limit),
    allCases: (limit) => Promise.resolve(all().slice(0, limit)),
    findCase: (caseId) => Promise.resolve(all().find((row) => row.caseId === caseId)),
    casesNamingPeople: () =>
      Promise.resolve(all().filter(({ personKeys }) => personKeys !== undefined)),
    countTasks: () => Promise.resolve(0),
    countEffects: (day) => {
      const homes = new Map<string, Set<string>>();
      for (const { home, kind, effect } of all()) {
        if (effect === undefined || effect.from > day || (effect.until ?? '9999-12-31') <= day) {
          continue;
        }
        const name = `${kind === 'listing' ? 'list' : 'measure'} ${effect.card}`;
        homes.set(name, (homes.get(name) ?? new Set()).add(home));
      }
      return Promise.resolve(
        [...homes].map(([name, of]) => {
          const [kind, card = ''] = name.split(' ');
          return { kind: kind === 'list' ? ('list' as const) : 'measure', card, subjects: of.size };
        }),
      );
    },
  };
}

/** Who stands in the lists; told in the order of the homes, whichever order is asked for. */
function fakeListed(
  rows: ReadonlyMap<string, HomeRows>,
): Pick<Register, 'countListed' | 'crossCountListed' | 'listListed'> {
  const standing = (days: { readonly day: CivilDate; readonly today: CivilDate }) =>
    [...rows.values()]
      .flatMap(({ cases = [] }) => cases)
      .filter(({ kind, effect }) => kind === 'listing' && stands(effect, days));
  return {
    countListed: (days) => {
      const found = standing(days);
      const cards = [...new Set(found.flatMap(({ effect }) => effect?.card ?? []))].sort();
      return Promise.resolve(
        cards.map((card) => {
          const own = found.filter(({ effect }) => effect?.card === card);
          const homes = new Set(own.map(({ home }) => home));
          return { card, entries: own.length, subjects: homes.size };
        }),
      );
    },
    crossCountListed: (days, trait) => {
      const found = standing(days).flatMap(({ home, agency, effect }) => {
        const [source] = agency;
        const region = rows
          .get(home)
          ?.recordLines?.find((line) => line.region !== undefined)?.region;
        const row = { source, region, month: effect?.from.slice(0, 7) }[trait];
        return effect === undefined || row === undefined ? [] : [{ row, column: effect.card }];
      });
      const keys = [...new Set(found.map(({ row, column }) => `${row} ${column}`))].sort();
      return Promise.resolve(
        keys.map((key) => {
          const [row = '', column = ''] = key.split(' ');
          const own = found.filter((each) => each.row === row && each.column === column);
          return { row, column, records: own.length };
        }),
      );
    },
    listListed: (query, { limit, offset }) => {
      const found = standing(query).filter(({ effect }) => effect?.card === query.card);
      const entries = found.slice(offset, offset + limit);
      return Promise.resolve({ entries, total: found.length });
    },
  };
}

function stands(
  effect: EffectDays | undefined,
  { day, today }: { readonly day: CivilDate; readonly today: CivilDate },
): boolean {
  if (effect === undefined || effect.from > day) return false;
  const { until } = effect;
  return until === undefined || (day < until && today < until);
}
