import { at } from './ordering.ts';
import type { Feature, FeatureGroup, FeatureTable } from './feature.ts';
import { isOpenBefore, evesOf, type Eve, type PastVisit } from './past.ts';
import type { Visit } from './visit.ts';

/** Half-lives of the past that are offered, in days; which one is taken is chosen on the history. */
export const HALF_LIVES = [365, 730] as const;

/** A kind, tier, licence or kind of finding with fewer visits than this says nothing of its own. */
const LEVEL_VISITS_MIN = 100;
const YEAR = 365.25;
const TIME_BOUNDS = [0, 30, 60, 120, 180, 270, 365, 540] as const;
const AGE_BOUNDS = [0, 0.5, 1, 2, 3, 5, 8, 12] as const;
/** A visit that lists a dozen findings is not twelve visits. */
const FINDINGS_MAX = 6;

/** A feature with how it is worked out. */
interface Recipe extends Feature {
  readonly of: (eve: Eve) => number;
}

/**
 * The features of visits, each from what was known on the eve of its day. Which kinds, tiers,
 * licences and findings have a feature of their own depends on the history alone.
 */
export function featuresOf(
  visits: readonly Visit[],
  history: readonly Visit[] = visits,
): FeatureTable {
  const known = history.filter(({ result }) => result !== undefined);
  const recipes = [
    ...placeRecipes(known),
    ...seasonRecipes,
    ...ageRecipes,
    ...timeRecipes,
    ...lastRecipes,
    ...HALF_LIVES.flatMap((halfLife) => pastRecipes(halfLife, known)),
    ...surroundingRecipes,
  ];
  const rows = evesOf(visits).map((eve) => ({
    id: eve.visit.id,
    values: Float64Array.from(recipes, ({ of }) => of(eve)),
  }));
  return { features: recipes.map(featureOf), rows };
}

function placeRecipes(known: readonly Visit[]): readonly Recipe[] {
  const levels = (of: (visit: Visit) => readonly string[]): readonly string[] => {
    const counts = new Map<string, number>();
    for (const visit of known) {
      for (const level of of(visit)) counts.set(level, (counts.get(level) ?? 0) + 1);
    }
    return [...counts].flatMap(([level, n]) => (n < LEVEL_VISITS_MIN ? [] : level)).sort();
  };
  const kindOf = ({ place: { kind } }: Visit) => (kind === undefined ? [] : [`kind ${kind}`]);
  const tierOf = ({ place: { tier } }: Visit) => (tier === undefined ? [] : [`tier ${tier}`]);
  const bothOf = (visit: Visit) =>
    kindOf(visit).flatMap((kind) => tierOf(visit).map((tier) => `${kind}, ${tier}`));
  const licencesOf = ({ place: { licences = [] } }: Visit) => licences.map((of) => `licence ${of}`);
  const flags = (group: FeatureGroup, of: (visit: Visit) => readonly string[]) =>
    levels(of).map((name) => recipe(group, name, ({ visit }) => flag(of(visit).includes(name))));
  return [
    ...flags('kind', kindOf),
    ...flags('kind', tierOf),
    ...flags('kind', bothOf),
    ...flags('licences', licencesOf),
    recipe('licences', 'licences unknown', ({ visit }) => flag(!visit.place.licences)),
  ];
}

const seasonRecipes: readonly Recipe[] = [
  recipe('season', 'season, sine', ({ day }) => Math.sin((2 * Math.PI * (day % YEAR)) / YEAR)),
  recipe('season', 'season, cosine', ({ day }) => Math.cos((2 * Math.PI * (day % YEAR)) / YEAR)),
];

const ageOf = ({ visit }: Eve): number | undefined => visit.place.licenceYears;
const ageRecipes: readonly Recipe[] = [
  recipe('age', 'licence age unknown', (eve) => flag(ageOf(eve) === undefined)),
  recipe('age', 'licence age, log', (eve) => Math.log1p(Math.max(ageOf(eve) ?? NaN, 0))),
  ...AGE_BOUNDS.slice(0, -1).map((from, index) => {
    const until = AGE_BOUNDS[index + 1] ?? Infinity;
    return recipe('age', `licence age ${from} to ${until} years`, (eve) => {
      const age = ageOf(eve);
      return flag(age !== undefined && age >= from && age < until);
    });
  }),
];

const sinceLast = ({ day, past }: Eve): number | undefined => {
  const last = past.at(-1);
  return last === undefined ? undefined : day - last.day;
};
const timeRecipes: readonly Recipe[] = [
  recipe('time', 'no earlier visit', ({ past }) => flag(past.length === 0)),
  recipe('time', 'years since last visit', (eve) => Math.min(sinceLast(eve) ?? 730, 730) / YEAR),
  recipe('time', 'earlier visits, log', ({ past }) => Math.log1p(past.length)),
  ...TIME_BOUNDS.slice(0, -1).map((from, index) => {
    const until = TIME_BOUNDS[index + 1] ?? Infinity;
    return recipe('time', `last visit ${from} to ${until} days ago`, (eve) => {
      const days = sinceLast(eve);
      return flag(days !== undefined && days >= from && days < until);
    });
  }),
];

/** What is counted about one visit of the past. */
const traits: readonly (readonly [string, (past: PastVisit) => number])[] = [
  ['critical', ({ critical = 0 }) => critical],
  ['serious', ({ serious = 0 }) => serious],
  ['minor', ({ minor = 0 }) => minor],
];
const outcomes: readonly (readonly [string, (past: PastVisit) => number])[] = [
  ['failed', ({ outcome }) => flag(outcome === 'failed')],
  ['passed with conditions', ({ outcome }) => flag(outcome === 'with-conditions')],
];

const lastRecipes: readonly Recipe[] = [
  ...traits.flatMap(([name, of]) => {
    const last = ({ past }: Eve): number => past.slice(-1).reduce((_, each) => of(each), 0);
    return [
      recipe('last', `${name} findings last time, log`, (eve) => Math.log1p(last(eve)), 'up'),
      recipe('last', `any ${name} finding last time`, (eve) => flag(last(eve) > 0), 'up'),
    ];
  }),
  ...outcomes.map(([name, of]) =>
    recipe('last', `${name} last time`, ({ past }) => past.slice(-1).reduce((_, e) => of(e), 0)),
  ),
  recipe('marks', 'points last time', ({ past }) => past.at(-1)?.mark ?? NaN, 'down'),
  recipe(
    'marks',
    'lowest points',
    ({ past }) => lowest(past.flatMap(({ mark = [] }) => mark)),
    'down',
  ),
];

function pastRecipes(halfLife: number, known: readonly Visit[]): readonly Recipe[] {
  const weigh = ({ day, past }: Eve, of: (each: PastVisit) => number): number =>
    past.reduce((sum, each) => sum + of(each) * 0.5 ** ((day - each.day) / halfLife), 0);
  const name = (of: string): string => `${of}, half-life ${halfLife} days`;
  const decayed = (group: FeatureGroup, of: string, work: (eve: Eve) => number, up = true) => ({
    ...recipe(group, name(of), work, up ? 'up' : undefined),
    halfLife,
  });
  const share = (eve: Eve, of: (each: PastVisit) => boolean): number =>
    weigh(eve, (each) => flag(of(each))) / (1 + weigh(eve, () => 1));
  return [
    ...traits.flatMap(([trait, of]) => [
      decayed('past', `${trait} findings`, (eve) =>
        weigh(eve, (each) => Math.min(of(each), FINDINGS_MAX)),
      ),
      decayed('past', `share of visits with ${trait} findings`, (eve) =>
        share(eve, (each) => of(each) > 0),
      ),
    ]),
    ...outcomes.map(([outcome, of]) =>
      decayed('past', outcome, (eve) => weigh(eve, of), outcome === 'failed'),
    ),
    decayed('past', 'share of visits that found', (eve) => share(eve, ({ found }) => found)),
    {
      ...recipe(
        'marks',
        name('mean of points'),
        (eve) => {
          const marked = weigh(eve, ({ mark }) => flag(mark !== undefined));
          return marked === 0 ? NaN : weigh(eve, ({ mark = 0 }) => mark) / marked;
        },
        'down',
      ),
      halfLife,
    },
    decayed('corrections', 'number of findings', (eve) =>
      weigh(eve, ({ findings = [] }) => findings.length),
    ),
    ...kindsOfFinding(known).map((kind) =>
      decayed('findings', `finding ${kind}`, (eve) =>
        weigh(eve, ({ findings = [] }) => flag(findings.some((each) => each.kind === kind))),
      ),
    ),
  ];
}

function kindsOfFinding(known: readonly Visit[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { result } of known) {
    for (const kind of new Set(result?.findings?.map((finding) => finding.kind))) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([kind, n]) => (n < LEVEL_VISITS_MIN ? [] : kind)).sort();
}

/** Where the district has few visits, its share is drawn to nothing by this many others. */
const DISTRICT_PRIOR = 20;

const surroundingRecipes: readonly Recipe[] = [
  recipe('corrections', 'findings still open', ({ day, past }) =>
    (past.at(-1)?.findings ?? []).reduce(
      (open, { correctedOn }) => open + flag(isOpenBefore(correctedOn, day)),
      0,
    ),
  ),
  recipe('district', 'share of visits that found in the district, last year', ({ district }) =>
    district === undefined ? NaN : district.found / (district.visits + DISTRICT_PRIOR),
  ),
  recipe(
    'complaints',
    'confirmed complaints, log',
    ({ visit }) => Math.log1p(visit.place.confirmedComplaints ?? NaN),
    'up',
  ),
];

function recipe(
  group: FeatureGroup,
  name: string,
  of: (eve: Eve) => number,
  direction?: 'up' | 'down',
): Recipe {
  return { name, group, of, ...(direction && { direction }) };
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

function lowest(values: readonly number[]): number {
  return values.length === 0
    ? NaN
    : values.reduce((least, each) => Math.min(least, each), at(values, 0));
}

/** What is told of a recipe: everything but how it is worked out. */
function featureOf({ name, group, halfLife, direction }: Recipe): Feature {
  return { name, group, ...(halfLife && { halfLife }), ...(direction && { direction }) };
}
