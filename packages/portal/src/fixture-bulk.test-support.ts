import type { AnswerClock, DownloadManifest } from '@credence/casework';
import { civilDate, problem } from '@credence/domain';

import type { PortalServices } from './services.ts';

type Bulk = Pick<
  PortalServices,
  | 'listDownloads'
  | 'openDownload'
  | 'listChanges'
  | 'createReaderKey'
  | 'readerOfKey'
  | 'listWithdrawals'
  | 'acknowledgeWithdrawals'
  | 'listUnacknowledged'
>;

const day = civilDate('2026-11-20');
export const fixtureKey = `ck_${'k'.repeat(44)}`;
const licence = { zh: '可以自由使用，须注明来源。', en: 'Free to use, with the source named.' };

const common = {
  form: 'credence-download@1',
  timepoint: '2026-11-20T02:00:00.000Z',
  after: 't1-mi7a0000-fum',
  day,
  zone: 'Asia/Shanghai',
  edition: { code: 'cn-2026', hash: 'f'.repeat(64) },
  licence,
} as const;

function filesOf(dataset: string, bytes: number) {
  const file = (name: string, format: 'jsonl' | 'csv' | 'parquet', share: number) => ({
    name: `${dataset}.${name}`,
    format,
    bytes: Math.round(bytes * share),
    sha256: 'a'.repeat(64),
  });
  return [file('jsonl.gz', 'jsonl', 0.2), file('csv', 'csv', 1), file('parquet', 'parquet', 0.3)];
}

const column = { name: 'name', type: 'text', title: { zh: '名称', en: 'Name' } } as const;

const manifests: readonly DownloadManifest[] = [
  {
    ...common,
    dataset: 'registration',
    title: { zh: '登记注册基本信息', en: 'Registration' },
    access: 'open' as const,
    validUntil: civilDate('2026-12-21'),
    servedUntil: civilDate('2026-12-21'),
    rows: 12_480,
    columns: [column],
    files: filesOf('registration', 4_200_000),
  },
  {
    ...common,
    dataset: 'administrative_penalty',
    title: { zh: '行政处罚信息', en: 'Administrative penalty' },
    access: 'key' as const,
    validUntil: civilDate('2026-11-27'),
    servedUntil: civilDate('2026-11-21'),
    rows: 1_204,
    columns: [column],
    files: filesOf('administrative_penalty', 812_000),
  },
];

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield new TextEncoder().encode(text);
}

/** Files of a day: one open, one with a key, one not ready yet. */
export const fixtureBulk = (clockAt: () => AnswerClock): Bulk => ({
  listDownloads: () =>
    Promise.resolve({
      clock: clockAt(),
      manifests,
      waiting: [{ dataset: 'administrative_licence', access: 'open' }],
    }),
  openDownload: (principal, { dataset, file }) => {
    const manifest = manifests.find((each) => each.dataset === dataset);
    if (manifest?.access === 'key' && principal.kind !== 'reader') {
      return Promise.resolve({ kind: 'refused', problem: problem('key-needed', {}) });
    }
    const found = manifest?.files.find(({ name }) => name === file);
    if (manifest === undefined || found === undefined) {
      return Promise.resolve({ kind: 'refused', problem: problem('download-not-here', {}) });
    }
    return Promise.resolve({ kind: 'opened', manifest, file: found, bytes: pieces(file) });
  },
  listChanges: (_, { after }) => {
    const accepted = 'manifest.after, timepoint';
    const wrong = { parameter: 'after', value: after, accepted };
    if (after !== common.after) {
      return Promise.resolve({ kind: 'refused', problem: problem('parameter-invalid', wrong) });
    }
    return Promise.resolve({
      kind: 'found',
      view: {
        clock: clockAt(),
        changes: [],
        timepoint: common.after,
        day,
        columns: new Map(),
        keyed: new Set<string>(),
      },
    });
  },
  createReaderKey: ({ holder }) =>
    Promise.resolve(
      holder.trim().length < 2
        ? {
            kind: 'refused',
            problem: problem('holder-unusable', {
              field: 'holder',
              value: holder,
              accepted: 'private, 2-100',
            }),
          }
        : { kind: 'created', key: fixtureKey, account: 'reader-1' },
    ),
  readerOfKey: (key) =>
    Promise.resolve(
      key === fixtureKey ? { kind: 'reader', account: 'reader-1', name: 'private' } : undefined,
    ),
  listWithdrawals: () => Promise.resolve({ kind: 'refused', problem: problem('key-needed', {}) }),
  acknowledgeWithdrawals: () =>
    Promise.resolve({ kind: 'refused', problem: problem('key-needed', {}) }),
  listUnacknowledged: () =>
    Promise.resolve({ kind: 'refused', problem: problem('sign-in-required', {}) }),
});
