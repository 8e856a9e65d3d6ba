import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  codeOf,
  licenceFile,
  nameOf,
  penaltyFile,
  registrationFile,
} from '../support/city-files.ts';
import {
  createJudge,
  operationsOf,
  type Judge,
  type Operation,
  type Parameter,
  type Schema,
} from '../../packages/portal/src/api/http-judge.test-support.ts';
import { openDeskWorld, type DeskWorld } from '../support/intake-desk.ts';
import { day, market } from '../support/world.ts';

const long = process.env['CREDENCE_LONG'] === '1';
const requests = long ? 50_000 : 3_000;
const seed = Number(process.env['CREDENCE_SEED'] ?? '20261122');

/** How the values of one request are chosen. */
const modes = ['valid', 'boundary', 'invalid'] as const;
type Mode = (typeof modes)[number];

interface Draw {
  readonly mode: Mode;
  /** One number for each choice on the way; taken in turn. */
  readonly choices: readonly number[];
  readonly text: string;
  readonly signed: boolean;
}

const draws: fc.Arbitrary<Omit<Draw, 'mode'>> = fc.record({
  choices: fc.array(fc.nat(1_000_000), { minLength: 24, maxLength: 24 }),
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('\u0000', "' or 1=1 --", '../../etc/passwd', '%00', '\u202e', '{{7*7}}', '澜'),
    fc.string({ minLength: 200, maxLength: 300 }),
  ),
  signed: fc.boolean(),
});

/** Values seen in answers, by the name a parameter may have: what a client would ask about next. */
function createPool(first: Readonly<Record<string, readonly string[]>>) {
  const pool = new Map(Object.entries(first).map(([name, values]) => [name, new Set(values)]));
  const most = 200;
  const add = (name: string, value: string): void => {
    const known = pool.get(name) ?? new Set();
    if (known.size < most && value.length < 200) known.add(value);
    pool.set(name, known);
  };
  const addresses = new Set<string>();
  const harvest = (value: unknown, under: string): void => {
    if (Array.isArray(value)) for (const one of value.slice(0, 5)) harvest(one, under);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        add(name === 'timepoint' ? 'after' : name, inner);
        // Addresses of pages have the form of those of the API, the rules apart.
        const address = inner.replace(/^\/rules\//, '/rulebook/editions/').replace(/#.*$/, '');
        if (address.startsWith('/') && addresses.size < 500) addresses.add(address);
        if (name === 'id') add(`${under.replace(/s$/, '')}Id`, inner);
      } else harvest(inner, /^\d+$/.test(name) || name === 'items' ? under : name);
    }
  };
  return {
    harvest,
    valuesOf: (name: string) => [...(pool.get(name) ?? [])],
    /** Addresses seen in answers that are of this form. */
    addressesOf(path: string): readonly string[] {
      const form = new RegExp(`^(?:/api/v1)?(${path.replace(/\{\w+\}/g, '[^/?]+')})$`);
      return [...addresses].flatMap((address) => form.exec(address)?.[1] ?? []);
    },
  };
}

type Pool = ReturnType<typeof createPool>;

function createChooser(draw: Draw) {
  let at = 0;
  const number = (): number => draw.choices[at++ % draw.choices.length] ?? 0;
  return {
    number,
    of: <T>(values: readonly [T, ...T[]]): T => values[number() % values.length] ?? values[0],
  };
}

type Chooser = ReturnType<typeof createChooser>;

function valueOf(
  parameter: Pick<Parameter, 'name' | 'schema'>,
  draw: Draw,
  parts: { readonly choose: Chooser; readonly pool: Pool },
): string {
  const { choose, pool } = parts;
  const schema = parameter.schema ?? {};
  if (draw.mode === 'invalid' && choose.number() % 2 === 0) return draw.text;
  const [known, ...others] = pool.valuesOf(parameter.name);
  if (known !== undefined && choose.number() % 4 !== 0) return choose.of([known, ...others]);
  return schemaValue(schema, draw, choose);
}

function schemaValue(schema: Schema, draw: Draw, choose: Chooser): string {
  const [first, ...rest] = schema.enum ?? [];
  if (first !== undefined) return String(choose.of([first, ...rest]));
  const type: unknown = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (schema.format === 'uuid') return '00000000-0000-7000-8000-00000000ffff';
  if (schema.pattern?.includes('{64}') === true) return 'a'.repeat(64);
  if (schema.format === 'date') return choose.of(['2026-03-03', '2026-11-20', '1999-02-29', '']);
  if (schema.format === 'date-time') {
    return choose.of(['2026-03-03T00:00:00Z', '2026-11-20T00:00:00+08:00', '1', '']);
  }
  if (type === 'integer' || type === 'number' || schema.pattern?.startsWith('^[1-9]') === true) {
    const { minimum = 1, maximum = 1_000 } = schema;
    return draw.mode === 'boundary'
      ? String(choose.of([minimum, maximum, minimum - 1, maximum + 1, 1e21, -1]))
      : String(choose.of([1, 2, 3]));
  }
  if (type === 'boolean') return choose.of(['true', 'false', '1', '']);
  const { minLength = 1, maxLength = 120 } = schema;
  if (draw.mode === 'boundary') {
    const length = choose.of([minLength, maxLength, minLength - 1, maxLength + 1]);
    return '澜'.repeat(Math.max(0, Math.min(length, 4_000)));
  }
  const { example } = schema;
  return typeof example === 'string' ? example : choose.of(['a', 'lanjiang', '望澜', draw.text]);
}

function requestOf(operation: Operation, draw: Draw, pool: Pool): Request {
  const choose = createChooser(draw);
  const parts = { choose, pool };
  const headers = new Headers();
  const query = new URLSearchParams();
  const seen = pool.addressesOf(operation.path);
  const follow = draw.mode !== 'invalid' && choose.number() % 4 !== 0;
  let path = (follow ? seen[choose.number() % seen.length] : undefined) ?? operation.path;
  for (const parameter of operation.parameters) {
    const wanted = parameter.required === true || choose.number() % 3 === 0;
    const left = draw.mode === 'invalid' && choose.number() % 8 === 0;
    if (parameter.in !== 'path' && (!wanted || left)) continue;
    const value = valueOf(parameter, draw, parts);
    if (parameter.in === 'path') {
      path = path.replace(`{${parameter.name}}`, pathPart(value));
    } else if (parameter.in === 'query') query.append(parameter.name, value);
    else if (parameter.in === 'header') headers.set(parameter.name, headerText(value));
  }
  if (draw.mode === 'invalid' && choose.number() % 4 === 0) query.append(draw.text, draw.text);
  if (choose.number() % 5 === 0) headers.set('accept-language', choose.of(['zh', 'en', '*', 'xx']));
  if (draw.signed) headers.set('authorization', 'Bearer a.b.c');
  const body = bodyOf(operation, draw, { choose, headers });
  const asked = query.size === 0 ? '' : `?${query.toString()}`;
  return new Request(`http://127.0.0.1/api/v1${path}${asked}`, {
    method: operation.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

/** An empty part, or one of dots, would be the address of another operation. */
function pathPart(value: string): string {
  return /^\.{0,2}$/.test(value) ? 'x' : encodeURIComponent(wellFormed(value));
}

/** Half a surrogate cannot be written in an address at all. */
function wellFormed(value: string): string {
  return value.replace(/[\ud800-\udfff]/gu, '?');
}

function headerText(value: string): string {
  return value.replace(/[^\x21-\x7e]/g, 'x').slice(0, 200) || 'x';
}

function bodyOf(
  operation: Operation,
  draw: Draw,
  parts: { readonly choose: Chooser; readonly headers: Headers },
): string | undefined {
  const { choose, headers } = parts;
  const [first, ...rest] = Object.entries(operation.body?.content ?? {});
  if (first === undefined) return undefined;
  const [type, { schema = {} }] = choose.of([first, ...rest]);
  headers.set('content-type', draw.mode === 'invalid' && choose.number() % 4 === 0 ? 'x/y' : type);
  if (type === 'application/json') {
    return draw.mode === 'invalid'
      ? choose.of(['{', '[]', 'null', '['.repeat(10_000), '{"a":1}', JSON.stringify(draw.text)])
      : JSON.stringify(jsonOf(schema, draw, choose));
  }
  const number = 900 + (choose.number() % 50);
  return choose.of([
    registrationFile([number]),
    penaltyFile([{ of: number, number: `望市监罚〔2026〕${number}号`, decided: '2026-10-10' }]),
    draw.text,
    '',
    '{"a":1}\n{"a":',
  ]);
}

function jsonOf(schema: Schema, draw: Draw, choose: Chooser): unknown {
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, jsonOf(inner, draw, choose)]),
    );
  }
  if (schema.items !== undefined) return [jsonOf(schema.items, draw, choose)];
  const text = schemaValue(schema, draw, choose);
  return schema.type === 'integer' ? Number(text) : text;
}

/** How often an operation was asked, and what it answered. */
interface Count {
  valid: number;
  invalid: number;
  readonly answers: Map<number, number>;
}

describe(
  'requests generated from the document of the API',
  { timeout: long ? 3_600_000 : 300_000 },
  () => {
    let world: DeskWorld;
    let operations: readonly Operation[];
    let judge: Judge;

    beforeAll(async () => {
      world = await openDeskWorld({
        today: day('2026-11-20'),
        edition: 'cn-2026',
        files: [
          { name: 'r.csv', item: 'registration', text: registrationFile([1, 2, 3, 4]) },
          {
            name: 'p.csv',
            item: 'penalty',
            text: penaltyFile([
              { of: 1, number: '望市监罚〔2026〕1号', decided: '2026-10-10' },
              { of: 2, number: '望市监罚〔2026〕2号', decided: '2026-09-10' },
            ]),
          },
          {
            name: 'l.csv',
            item: 'licence',
            text: licenceFile([
              { of: 3, number: 'L-1', decided: '2026-01-10', until: '2028-01-10' },
            ]),
          },
        ],
      });
      const document: unknown = await (await world.portal.request('/api/v1/openapi.json')).json();
      operations = operationsOf(document);
      judge = createJudge(document);
    });
    afterAll(() => world.close());

    it(`are answered as declared, ${String(requests)} of them (seed ${String(seed)})`, async () => {
      const pool = createPool({
        q: [nameOf(1), 'wanglan', codeOf(1)],
        code: [codeOf(1), 'cn-2026', market],
        scheme: ['uscc'],
        item: ['penalty', 'registration'],
      });
      const counts = new Map<string, Count>();
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(draws, async (drawn) => {
          // In turn, so that each has its share, and of each mode.
          asked += 1;
          const operation = operations[asked % operations.length];
          const mode = modes[Math.floor(asked / operations.length) % modes.length];
          if (operation === undefined || mode === undefined) {
            throw new Error('The document describes no operation.');
          }
          const draw: Draw = { ...drawn, mode };
          const request = requestOf(operation, draw, pool);
          const answer = await world.portal.fetch(request);
          const text = await answer.text();
          const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? '';
          const { status } = answer;
          const wrong = judge(operation, { status, type, text });
          if (wrong !== undefined) {
            const said = `${request.url.slice(0, 300)} ${text.slice(0, 300)}`;
            throw new Error(`${operation.method} ${operation.path}: ${wrong}. ${said}`);
          }
          if ((status === 429 || status === 503) && !answer.headers.has('retry-after')) {
            throw new Error(`${operation.path} answers ${status} without Retry-After.`);
          }
          const key = `${operation.method} ${operation.path}`;
          const none: Count = { valid: 0, invalid: 0, answers: new Map() };
          const count = counts.get(key) ?? none;
          count[draw.mode === 'valid' ? 'valid' : 'invalid'] += 1;
          count.answers.set(status, (count.answers.get(status) ?? 0) + 1);
          counts.set(key, count);
          if (status === 200 && type === 'application/json') pool.harvest(JSON.parse(text), '');
        }),
        { numRuns: requests, seed, endOnFailure: true },
      );
      // Every operation has its share, however many there are.
      const share = requests / operations.length;
      for (const { method, path } of operations) {
        const count = counts.get(`${method} ${path}`);
        expect(count?.valid ?? 0, `valid requests to ${path}`).toBeGreaterThan(share / 6);
        expect(count?.invalid ?? 0, `invalid requests to ${path}`).toBeGreaterThan(share / 3);
      }
      const lines = [...counts].map(([key, { answers }]) => {
        const kinds = [...answers]
          .sort(([a], [b]) => a - b)
          .map(([status, times]) => `${status}x${times}`);
        return `${key}: ${kinds.join(' ')}`;
      });
      console.log(lines.sort().join('\n'));
    });

    it('reach every route of the API there is', () => {
      const described = new Set(
        operations.map(
          ({ method, path }) => `${method} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
        ),
      );
      const served = world.portal.routes
        .filter(
          ({ method, path }) =>
            method !== 'ALL' && path.startsWith('/api/v1') && !path.includes('*'),
        )
        .map(({ method, path }) => `${method} ${path.replace(/\{[^}]*\}/g, '')}`);
      expect(served.length).toBeGreaterThan(0);
      expect(served.filter((route) => !described.has(route))).toEqual([]);
    });
  },
);
