import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { canonicalJson, keyIdOf } from '@credence/proof';

import { codeOf } from '../support/city-files.ts';
import { answerOf, granted } from './answers.ts';
import type { Attack, Prepared } from './guard.ts';
import { penalties } from './files.ts';
import { numberOf } from './papers.ts';
import type { Person } from './world.ts';

type Said = Pick<Attack, 'says' | 'refusal'> & { readonly trace?: Attack['trace'] };
type Browsing = Exclude<Person, 'machine'>;

/** A page or an answer of the API is asked for, with one thing too many. */
export function asked(wrong: string, right: string, said: Said, person?: Browsing): Attack {
  const ask = (path: string) => async (world: Prepared) => answerOf(await world.get(path, person));
  return {
    ...{ by: 'http', trace: 'request', ...said },
    attempt: ask(wrong),
    lawful: ask(right),
  };
}

interface Batch {
  readonly item?: string;
  readonly query?: string;
  readonly text: string;
}

const keys = { made: 0 };

async function supply(
  world: Prepared,
  { item = 'penalty', query = '', text }: Batch,
): Promise<string> {
  keys.made += 1;
  const answer = await world.api(`/api/v1/intake/batches?item=${item}${query}`, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'text/csv', 'idempotency-key': `guards-${String(keys.made)}` },
  });
  const body = await answer.text();
  if (answer.ok) return /"setAside":[1-9]/.test(body) ? 'set-aside' : granted;
  const said = /"code":"([a-z-]+)"/.exec(body) ?? /\/problems\/([a-z-]+)/.exec(body);
  return said?.[1] ?? String(answer.status);
}

/** A file is handed over by an agency's system. */
export function supplied(wrong: Batch, right: Batch, said: Said): Attack {
  return {
    ...{ by: 'http', trace: 'request', ...said },
    attempt: (world) => supply(world, wrong),
    lawful: (world) => supply(world, right),
  };
}

const fresh = { next: 100 };
/** A penalty that nobody has handed over yet. */
export function oneMore(change: { readonly content?: string } = {}): string {
  fresh.next += 1;
  return penalties([{ of: 40, number: numberOf(fresh.next), ...change }]);
}

/** What may not be held rides along in a file that is taken; nothing of it is found afterwards. */
function smuggledIn(text: () => string, secret: string, says: string): Attack {
  return {
    ...{ says, by: 'http', refusal: 'not-stored', trace: 'report' },
    attempt: async (world) => {
      const taken = await supply(world, { text: text() });
      if (taken !== granted) return taken;
      const rows = await world.look(
        `select 1 from credence.journal_payload where payload::text like '%${secret}%'`,
      );
      return rows.length === 0 ? 'not-stored' : granted;
    },
    lawful: (world) => supply(world, { text: oneMore() }),
  };
}

/** A column that the catalogue has not. */
export function rideAlong(column: string, value: string, says: string): Attack {
  const text = (): string => {
    const [header = '', row = ''] = oneMore().split('\n');
    return [`${header},${column}`, `${row},${value}`].join('\n');
  };
  return smuggledIn(text, value, says);
}

/** A person's number in the text of a decision. */
export function inContent(content: string, secret: string, says: string): Attack {
  return smuggledIn(() => oneMore({ content }), secret, says);
}

const replay = (of: number, purpose: string): string =>
  `/desk/replay?code=${codeOf(of)}&purpose=${purpose}`;

/** The past of an organisation is asked for under a purpose that is not the asker's. */
export function foreignPurpose(purpose: string, said: Omit<Said, 'refusal'>): Attack {
  return asked(
    replay(10, purpose),
    replay(10, 'supervision'),
    { refusal: 'not-permitted', ...said },
    'stranger',
  );
}

/** One organisation after the other, until the register says no. */
export const enumeration: Attack = {
  says: 'An official reads one organisation after the other.',
  ...{ by: 'http', refusal: 'budget-spent', trace: 'alarm' },
  attempt: async (world) => {
    for (let of = 1; of <= 20; of += 1) {
      const said = await answerOf(await world.get(replay(of, 'supervision'), 'stranger'));
      if (said !== granted) return said;
    }
    return granted;
  },
  // One that was read on the same day is no new one.
  lawful: async (world) => answerOf(await world.get(replay(10, 'supervision'), 'stranger')),
};

/** Adverse records in bulk, with no key and with one. */
export const withoutKey: Attack = {
  says: 'Somebody takes the file of all penalties without saying who he is.',
  ...{ by: 'http', refusal: 'key-needed', trace: 'request' },
  attempt: async (world) => {
    await world.system.casework.publishDownloads();
    return answerOf(await world.get(penaltiesFile));
  },
  lawful: async (world) => {
    const made = await world.system.casework.createReaderKey({
      holder: 'private',
      purpose: 'other',
    });
    if (made.kind === 'refused') return made.problem.code;
    const headers = { authorization: `Bearer ${made.key}` };
    return answerOf(await world.api(penaltiesFile, { headers }));
  },
};
const penaltiesFile = '/api/v1/downloads/administrative_penalty/administrative_penalty.csv';

/** What has ended is asked for by its own address. */
export function endedRecord(of: number, standing: number, said: Said): Attack {
  const ask = async (world: Prepared, number: number): Promise<string> => {
    const [home, record] = [await world.home(number), await world.record(number)];
    return answerOf(await world.get(`/api/v1/organisations/${home}/records/${record}`));
  };
  return {
    ...{ by: 'http', trace: 'request', ...said },
    attempt: async (world) => {
      await world.annul(of);
      return ask(world, of);
    },
    lawful: (world) => ask(world, standing),
  };
}

/** Who looked at somebody else. */
export const otherReaders: Attack = {
  says: 'A firm wants to see who looked at another.',
  ...{ by: 'http', refusal: 'not-permitted', trace: 'denied' },
  attempt: async (world) =>
    answerOf(await world.get(`/desk/who-looked?subject=${await world.home(12)}`, 'representative')),
  lawful: async (world) =>
    answerOf(await world.get(`/desk/who-looked?subject=${await world.home(1)}`, 'representative')),
};

const lab = generateKeyPairSync('ed25519');
export const labKey = lab.publicKey.export({ format: 'jwk' }).x ?? '';

/** The draft of docs/how-to/write-a-rule.md: a list that nobody has tried, published or commented on. */
function draftFiles(): ReadonlyMap<string, string> {
  const root = join(import.meta.dirname, '..', '..');
  const page = readFileSync(join(root, 'docs', 'how-to', 'write-a-rule.md'), 'utf8');
  const blocks = [...page.matchAll(/```yaml\n# wanglan-2027\/(\S+)\n([\s\S]*?)```/g)];
  return new Map(
    blocks.map(([, path = '', text = '']) => [
      path,
      text.replace('review-by: 2029-12-31', 'review-by: 2027-12-31'),
    ]),
  );
}

function signedReport(draft: string): string {
  const report = `sha256-${'0'.repeat(64)}`;
  const manifest = {
    ...{ schema: 'credence-lab-report/2', draft, report, madeOn: '2024-01-19' },
    ...{ verdict: 'promulgable', beyond: [], undecided: [] },
  };
  const bytes = new TextEncoder().encode(canonicalJson(manifest));
  const signature = sign(null, bytes, lab.privateKey).toString('base64url');
  return JSON.stringify({ manifest, keyId: keyIdOf(labKey), signature });
}

const proposed = new WeakMap<Prepared, Promise<string>>();

async function propose(world: Prepared): Promise<string> {
  const order = { files: draftFiles(), propose: true };
  const outcome = await world.system.casework.checkDraftFiles(world.who('legal'), order);
  if (outcome.kind === 'refused') throw new Error(outcome.problem.code);
  const { edition, findings } = outcome.view;
  if (edition === undefined)
    throw new Error(JSON.stringify(findings.map(({ message }) => message)));
  return edition.hash;
}

function draftOf(world: Prepared): Promise<string> {
  const hash = proposed.get(world) ?? propose(world);
  proposed.set(world, hash);
  return hash;
}

const atDesk = async (
  world: Prepared,
  step: string,
  form: Readonly<Record<string, string>>,
  person: Browsing = 'legal',
): Promise<string> =>
  answerOf(
    await world.post(
      `/desk/${step.replace(':hash', await draftOf(world))}`,
      Object.entries(form),
      person,
    ),
  );

/** A report about another text. */
export const foreignReport: Attack = {
  says: 'A Lab report about another text is attached to a draft.',
  ...{ by: 'http', refusal: '422', trace: 'request' },
  attempt: (world) =>
    atDesk(world, 'rules/:hash/report', { manifest: signedReport('0'.repeat(64)) }),
  lawful: async (world) =>
    atDesk(world, 'rules/:hash/report', { manifest: signedReport(await draftOf(world)) }),
};

/** A rule that comes into force before anybody could read it. */
export const unpublished: Attack = {
  says: 'A draft is approved that was never published nor commented on.',
  ...{ by: 'http', refusal: 'edition-step-missing', trace: 'request' },
  attempt: (world) => atDesk(world, 'rules/:hash/approve', {}),
  lawful: async (world) => {
    for (const step of ['impact/:hash', 'rules/:hash/publish']) {
      const said = await atDesk(world, step, {});
      if (said !== granted) return `${step}: ${said}`;
    }
    world.passTo('2024-02-26');
    return atDesk(world, 'rules/:hash/approve', {});
  },
};

interface Statistics {
  readonly tables: readonly {
    readonly counts: { readonly cells: readonly (readonly (number | null)[])[] };
  }[];
}

const readStatistics = async (world: Prepared): Promise<readonly (number | null)[]> => {
  const answer = await world.get('/api/v1/statistics');
  // The shape is the API's own; other tests hold it to its schema.
  const { tables } = (await answer.json()) as Statistics;
  return tables.flatMap(({ counts }) => counts.cells.flat());
};

/** Whoever stands alone in a cell is looked for in the published tables. */
export const smallCells: Attack = {
  says: 'The one firm of a kind is looked for in the published tables.',
  ...{ by: 'http', refusal: 'withheld', trace: 'answer' },
  attempt: async (world) => {
    const cells = await readStatistics(world);
    const alone = cells.some((count) => count !== null && count > 0 && count < 10);
    return !alone && cells.includes(null) ? 'withheld' : granted;
  },
  lawful: async (world) =>
    (await readStatistics(world)).some((count) => count !== null && count >= 10) ? granted : 'none',
};
