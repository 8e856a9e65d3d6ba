import type { HomeRows, Register } from './port/register.ts';

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
  | 'countEffects'
  | 'countTasks'
> {
  return {
    ...fakeCases(rows),
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
  'openCases' | 'closedCases' | 'allCases' | 'findCase' | 'countEffects' | 'countTasks'
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
