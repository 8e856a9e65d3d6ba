import { functionOf, placesOf } from './cel-peers.ts';
import {
  decide,
  measureEntries,
  measuresOf,
  objectsAt,
  type Measure,
  type Organisation,
} from './decide.ts';
import { asOf, type Register } from './generate-register.ts';
import { gradeOf } from './hand-written.ts';
import { memberOf, type Peer, type PreparedPeer } from './peer.ts';
import { benchRules, decisiveRule, type BenchRule, type Test } from './rule-table.ts';

/** Rule engines for JavaScript that are no engines of an expression language. */
export const otherPeers: readonly Peer[] = [
  {
    name: 'json-rules-engine',
    note: 'is handed ready-made counts by the host, which also adds up points and limits',
    organisations: 2_000,
    prepare: prepareJsonRules,
  },
  {
    name: '@gorules/zen-engine',
    note: 'one graph of all counts and sums; points and limits are left to the host',
    organisations: 1_000,
    prepare: prepareZen,
  },
];

const measures = measuresOf(benchRules);
const placeOf = placesOf(
  new Map(measures.map((measure, place) => [JSON.stringify(measure), place])),
);

function prepareJsonRules(
  loaded: unknown,
  register: Register,
  organisations: number,
): PreparedPeer {
  const engine = construct(loaded, 'Engine', [[], { allowUndefinedFacts: false }]);
  for (const rule of benchRules) {
    call(engine, 'addRule', {
      conditions: { all: conditionsOf(rule) },
      event: { type: rule.id },
    });
  }
  const inputs = Array.from({ length: organisations }, (_, index) => objectsAt(register, index));
  return {
    async run(results) {
      for (const [index, { organisation, entries }] of inputs.entries()) {
        const values = measures.map((measure) => measureEntries(measure, entries));
        const facts = {
          ...organisation,
          age: asOf - organisation.since,
          ...Object.fromEntries(values.map((value, place) => [`m${place}`, value])),
        };
        const events = memberOf(await call(engine, 'run', facts), 'events');
        const fired = new Set(
          Array.isArray(events) ? events.map((event: unknown) => memberOf(event, 'type')) : [],
        );
        results[index] = resultOf(fired, (measure) => values[placeOf(measure)] ?? NaN);
      }
    },
  };
}

function resultOf(fired: ReadonlySet<unknown>, measured: (measure: Measure) => number): number {
  let sum = 0;
  for (const { id, points, each } of benchRules) {
    if (!fired.has(id)) continue;
    const size = each === undefined ? 1 : measured({ what: 'count', of: each.of });
    const value = Math.min(Math.abs(points) * size, each?.cap ?? Infinity);
    sum += points < 0 ? -value : value;
  }
  return gradeOf(sum, fired.has(benchRules[decisiveRule]?.id));
}

function conditionsOf({ each, tests }: BenchRule): readonly object[] {
  const counted =
    each === undefined ? [] : [conditionOf({ is: 'count', of: each.of, how: '>=', value: 1 })];
  return [...counted, ...tests.map(conditionOf)];
}

function conditionOf(test: Test): object {
  const fact = (measure: Measure): string => `m${placeOf(measure)}`;
  const least = { '==': 'equal', '>=': 'greaterThanInclusive', '>': 'greaterThan' };
  switch (test.is) {
    case 'count': {
      const { of, how, value } = test;
      return { fact: fact({ what: 'count', of }), operator: least[how], value };
    }
    case 'sum-above':
      return { fact: fact({ what: 'sum', of: test.of }), operator: least['>'], value: test.value };
    case 'size-not':
      return { fact: 'size', operator: 'notEqual', value: test.size };
    case 'sector':
      return { fact: 'sector', operator: least['=='], value: test.sector };
    case 'no-report':
      return { fact: 'report', operator: least['=='], value: false };
    case 'registered':
      return { fact: 'age', operator: least[test.how], value: test.days };
    case 'arrears-above':
      return { fact: 'arrears', operator: least['>'], value: test.value };
  }
}

function prepareZen(loaded: unknown, register: Register, organisations: number): PreparedPeer {
  const engine = construct(loaded, 'ZenEngine', []);
  const decision = call(engine, 'createDecision', {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      {
        ...{ id: 'count', name: 'count', type: 'expressionNode', position: { x: 1, y: 0 } },
        content: {
          expressions: measures.map((measure, place) => ({
            ...{ id: `m${place}`, key: `m${place}`, value: printZen(measure) },
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'count' },
      { id: 'b', type: 'edge', sourceId: 'count', targetId: 'out' },
    ],
  });
  const inputs = Array.from({ length: organisations }, (_, index) => {
    const { organisation, entries } = objectsAt(register, index);
    return { organisation, context: { asOf, entries } };
  });
  return {
    async run(results) {
      for (const [index, { organisation, context }] of inputs.entries()) {
        const answer = memberOf(await call(decision, 'evaluate', context), 'result');
        const values = measures.map((_, place) => Number(memberOf(answer, `m${place}`)));
        results[index] = decideFor(organisation, values);
      }
    },
    close: () => void call(engine, 'dispose'),
  };
}

function decideFor(organisation: Organisation, values: readonly number[]): number {
  return decide(benchRules, organisation, (measure) => values[placeOf(measure)] ?? NaN);
}

function printZen({ what, of }: Measure): string {
  const parts = [
    `#.kind == '${of.kind}'`,
    ...(of.severity === undefined ? [] : [`#.severity ${of.severity.how} ${of.severity.value}`]),
    ...(of.domain === undefined ? [] : [`#.domain == '${of.domain}'`]),
    ...(of.list === undefined ? [] : [`#.list == '${of.list}'`]),
    ...(of.amountMin === undefined ? [] : [`#.amount >= ${of.amountMin}`]),
    ...(of.within === undefined ? [] : [`#.day > asOf - ${of.within}`, '#.day <= asOf']),
    ...(of.active === undefined ? [] : ['#.day <= asOf', '#.until > asOf']),
    ...(of.state === 'open' ? ['not #.repaired'] : []),
    'not #.quashed',
  ];
  const filter = parts.join(' and ');
  return what === 'count'
    ? `count(entries, ${filter})`
    : `sum(map(filter(entries, ${filter}), #.amount))`;
}

function construct(loaded: unknown, name: string, args: readonly unknown[]): unknown {
  const found = memberOf(loaded, name);
  if (typeof found !== 'function') throw new Error(`It exports no class "${name}".`);
  return Reflect.construct(found, [...args]) as unknown;
}

/** Calls a method of something that came from outside; its answer is looked at, not believed. */
function call(target: unknown, method: string, ...args: readonly unknown[]): unknown {
  if (typeof target !== 'object' || target === null) throw new Error('No object to ask.');
  return functionOf(bound(target, method), method)(...args);
}

function bound(target: object, method: string): Record<string, unknown> {
  const found: unknown = Reflect.get(target, method);
  if (typeof found !== 'function') throw new Error(`It has no method "${method}".`);
  return {
    [method]: (...args: readonly unknown[]) => Reflect.apply(found, target, args) as unknown,
  };
}
