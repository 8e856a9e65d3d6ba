import { decide, measuresOf, objectsAt, type Measure, type Organisation } from './decide.ts';
import { asOf, type Register } from './generate-register.ts';
import { memberOf, type Peer, type PreparedPeer } from './peer.ts';
import { benchRules, type RecordFilter } from './rule-table.ts';

const note = 'goes through the records; points, limits and sums are left to the host';

type Evaluate = (context: Record<string, unknown>) => unknown;

/** Engines of the Common Expression Language. */
export const celPeers: readonly Peer[] = [
  {
    ...{ name: '@marcbachmann/cel-js', note, organisations: 20_000 },
    prepare: (loaded, register, organisations) => {
      const parse = functionOf(loaded, 'parse');
      return prepareCel(register, organisations, (text): Evaluate => {
        const parsed: unknown = parse(text);
        if (typeof parsed !== 'function') throw new Error('Its parse yields no function.');
        return (context) => Reflect.apply(parsed, undefined, [context]) as unknown;
      });
    },
  },
  {
    ...{ name: '@bufbuild/cel', note, organisations: 5_000 },
    prepare: (loaded, register, organisations) => {
      const [parse, plan] = [functionOf(loaded, 'parse'), functionOf(loaded, 'plan')];
      const environment = functionOf(loaded, 'celEnv')();
      return prepareCel(register, organisations, (text): Evaluate => {
        const planned: unknown = plan(environment, parse(text));
        if (typeof planned !== 'function') throw new Error('Its plan yields no function.');
        return (context) => Reflect.apply(planned, undefined, [context]) as unknown;
      });
    },
  },
];

/** A function that a package exports. */
export function functionOf(
  loaded: unknown,
  name: string,
): (...args: readonly unknown[]) => unknown {
  const found = memberOf(loaded, name);
  if (typeof found !== 'function') throw new Error(`It exports no function "${name}".`);
  return (...args) => Reflect.apply(found, undefined, args) as unknown;
}

function prepareCel(
  register: Register,
  organisations: number,
  compile: (text: string) => Evaluate,
): PreparedPeer {
  const measures = measuresOf(benchRules);
  const programs = measures.map((measure) => compile(printCel(measure)));
  const places = new Map(measures.map((measure, place) => [JSON.stringify(measure), place]));
  const placeOf = placesOf(places);
  const inputs = Array.from({ length: organisations }, (_, index) => {
    const { organisation, entries } = objectsAt(register, index);
    return { organisation, context: { asOf: BigInt(asOf), entries: entries.map(withIntegers) } };
  });
  return {
    run(results) {
      inputs.forEach(({ organisation, context }, index) => {
        const values = programs.map((evaluate) => numberOf(evaluate(context)));
        results[index] = decideFrom(organisation, (measure) => values[placeOf(measure)] ?? NaN);
      });
    },
  };
}

/** Places of measures by what they say, found by their filter, which the table has once each. */
export function placesOf(places: ReadonlyMap<string, number>): (measure: Measure) => number {
  const known = new Map<RecordFilter, Map<string, number>>();
  return (measure) => {
    const byWhat = known.get(measure.of) ?? new Map<string, number>();
    known.set(measure.of, byWhat);
    const place = byWhat.get(measure.what) ?? places.get(JSON.stringify(measure)) ?? -1;
    byWhat.set(measure.what, place);
    return place;
  };
}

function decideFrom(organisation: Organisation, measured: (measure: Measure) => number): number {
  return decide(benchRules, organisation, measured);
}

/** Integers of the language are big ones in JavaScript. */
function withIntegers(entry: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' ? BigInt(value) : value,
    ]),
  );
}

/** A count is an integer; what is to be added up is a list. */
function numberOf(value: unknown): number {
  if (typeof value === 'bigint' || typeof value === 'number') return Number(value);
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return NaN;
  let sum = 0;
  for (const each of value as Iterable<unknown>) sum += Number(each);
  return sum;
}

function printCel({ what, of }: Measure): string {
  const parts = [
    `r.kind == "${of.kind}"`,
    ...(of.severity === undefined ? [] : [`r.severity ${of.severity.how} ${of.severity.value}`]),
    ...(of.domain === undefined ? [] : [`r.domain == "${of.domain}"`]),
    ...(of.list === undefined ? [] : [`r.list == "${of.list}"`]),
    ...(of.amountMin === undefined ? [] : [`r.amount >= ${of.amountMin}`]),
    ...(of.within === undefined ? [] : [`r.day > asOf - ${of.within}`, 'r.day <= asOf']),
    ...(of.active === undefined ? [] : ['r.day <= asOf', 'r.until > asOf']),
    ...(of.state === 'open' ? ['!r.repaired'] : []),
    '!r.quashed',
  ];
  const records = `entries.filter(r, ${parts.join(' && ')})`;
  return what === 'count' ? `${records}.size()` : `${records}.map(r, r.amount)`;
}
