import { gunzipSync } from 'node:zlib';

import { parquetReadObjects } from 'hyparquet';

import type { World } from './world.ts';

interface Document {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly parameters?: readonly Parameter[] } }>
  >;
}
interface Parameter {
  readonly required?: boolean;
}

/** Reading operations that ask for nothing: a new one is compared without being listed here. */
export async function openAddresses(world: World): Promise<readonly string[]> {
  // As the world itself describes what it answers.
  const { paths } = (await (await world.get('/api/v1/openapi.json')).json()) as Document;
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const needs = (get?.parameters ?? []).some(({ required }) => required === true);
    // The document is about the program, and the day's own operations about who has signed in.
    const asks = get !== undefined && !needs && !path.includes('{') && path !== '/openapi.json';
    return asks ? [`/api/v1${path}`] : [];
  });
}

const crawls = new Map<World, Promise<ReadonlyMap<string, unknown>>>();

/**
 * Every public answer of a world, by address: those that can be reached from the seeds by links, and
 * all reading operations that ask for nothing. A world is walked through once; it does not change.
 */
export function crawled(
  world: World,
  seeds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const known = crawls.get(world) ?? crawl(world, seeds);
  crawls.set(world, known);
  return known;
}

/** Every address reachable from the seeds, with status, headers and body, ids made comparable. */
async function crawl(
  world: World,
  seeds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const names = new Map<string, string>();
  const answers = new Map<string, unknown>();
  const waiting = [...seeds, ...(await openAddresses(world))].flatMap((path) =>
    path.startsWith('/api') ? [path] : [path, path === '/' ? '/en' : `/en${path}`],
  );
  const seen = new Set<string>(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await world.get(path);
    const text = await textOf(path, answer);
    const body = canonical(text, names);
    answers.set(canonical(path, names), {
      status: answer.status,
      headers: [...answer.headers]
        .filter(([name]) => name !== 'etag' && name !== 'content-length')
        .map((header) => canonical(header.join(': '), names)),
      body,
    });
    for (const link of [...linksOf(text), answer.headers.get('location') ?? '']) {
      if (!link.startsWith('/') || isStatic(link) || seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
    if (answers.size > 2_000) throw new Error('The public pages do not end.');
  }
  return answers;
}

/** The text of an answer; of a compressed or columnar file, its rows. */
async function textOf(path: string, answer: Response): Promise<string> {
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200) return Buffer.from(bytes).toString('utf8');
  if (path.endsWith('.gz')) return gunzipSync(Buffer.from(bytes)).toString('utf8');
  if (!path.endsWith('.parquet')) return Buffer.from(bytes).toString('utf8');
  const rows = await parquetReadObjects({ file: bytes });
  return JSON.stringify(rows, (_, cell: unknown) =>
    typeof cell === 'bigint' ? String(cell) : cell,
  );
}

/** Pages of cards and problems say nothing of any organisation; those of articles count them. */
function isStatic(link: string): boolean {
  return /^(\/en)?\/(problems\/|rules\/(?!drafts|cn-2026\/articles\/))/.test(link);
}

function linksOf(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replace(/#.*$/, ''),
  );
}

/** Random ids are replaced by the order in which they appear. */
export function canonical(text: string, names: Map<string, string>): string {
  const plain = text
    // Sizes and hashes of files follow their random ids; a key of the test signs.
    .replace(/"bytes":\d+/g, '"bytes":0')
    .replace(/[（(]\d[\d.]* (B|KiB|MiB)[）)]/g, '(size)')
    .replace(/"sha256":"[0-9a-f]{64}"/g, '"sha256":""')
    .replace(/"(signature|publicKey)":"[\w-]+"/g, '"$1":""')
    .replace(/"keyId":"[0-9a-f]{16}"/g, '"keyId":""');
  // Ids are random, and fingerprints are made over them; which of them are equal is compared.
  const random =
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|(?<="fingerprint":")[0-9a-f]{64}/g;
  return plain.replace(random, (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    names.set(id, `id-${names.size + 1}`);
    return names.get(id) ?? id;
  });
}
