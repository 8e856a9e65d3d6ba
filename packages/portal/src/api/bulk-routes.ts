import type { BulkChange, BulkColumn, BulkRow, DownloadManifest } from '@credence/casework';
import { formatAmount } from '@credence/domain';

import { declareOperation } from '../access/guarded.ts';
import { fileAnswer } from '../http/file-response.ts';
import { downloadPath, manifestPath } from '../request/paths.ts';
import * as operation from './bulk-operations.ts';
import { refusal } from './problem.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { toClock } from './to-answer.ts';

/** Data in bulk: files, changes, withdrawals. */
export function bulkRoutes(tools: ApiTools): void {
  const { api } = tools;
  api.openAPIRegistry.registerComponent('securitySchemes', operation.readerKeyScheme, {
    type: 'http',
    scheme: 'bearer',
    description: 'A free key from /data/key, sent as `Authorization: Bearer ck_...`.',
  });
  downloadRoutes(tools);
  fileRoute(tools);
  changesRoute(tools);
  withdrawalRoutes(tools);
}

function downloadRoutes({ api, services, language }: ApiTools): void {
  api.openapi(
    operation.downloads,
    async (c) => {
      const { clock, manifests, waiting } = await services.listDownloads();
      c.set('zone', clock.zone);
      const downloads = manifests.map(toDownload);
      return c.json({ clock: toClock(clock), downloads, waiting: [...waiting] }, 200);
    },
    strict(operation.downloads, language),
  );

  const refuse = { declared: [404], otherwise: language } as const;
  api.openapi(
    operation.manifest,
    async (c) => {
      const { dataset } = c.req.valid('param');
      const { clock, manifests } = await services.listDownloads();
      const manifest = manifests.find((each) => each.dataset === dataset);
      if (manifest === undefined) return refusal(c, notHere, refuse);
      c.set('zone', clock.zone);
      return c.json(toManifest(manifest), 200);
    },
    strict(operation.manifest, language),
  );
}

const notHere = { code: 'download-not-here', params: {} } as const;

function fileRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [401, 404, 409, 503], otherwise: language } as const;
  api.openapi(
    operation.download,
    async (c) => {
      const { dataset, file } = c.req.valid('param');
      const outcome = await services.openDownload(c.get('principal'), { dataset, file });
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      return fileAnswer(c, outcome);
    },
    strict(operation.download, language),
  );
}

function changesRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 401, 409, 410, 503], otherwise: language } as const;
  api.openapi(
    operation.changes,
    async (c) => {
      const { after, next, dataset } = c.req.valid('query');
      const outcome = await services.listChanges(c.get('principal'), {
        after,
        ...(next === undefined ? {} : { next }),
        ...(dataset === undefined ? {} : { dataset }),
      });
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      const { view } = outcome;
      c.set('zone', view.clock.zone);
      const changes = view.changes.map((change) => toChange(change, view.columns));
      const more = view.next === undefined ? {} : { next: view.next };
      const { timepoint, day, clock } = view;
      return c.json({ clock: toClock(clock), changes, timepoint, day, ...more }, 200);
    },
    strict(operation.changes, language),
  );
}

function withdrawalRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 401, 409, 410, 503], otherwise: language } as const;
  api.openapi(
    operation.withdrawals,
    declareOperation('bulk.acknowledge', async (c) => {
      const { after, next } = c.req.valid('query');
      const outcome = await services.listWithdrawals(c.get('principal'), {
        ...(after === undefined ? {} : { after }),
        ...(next === undefined ? {} : { next }),
      });
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      const { clock, changes, timepoint, next: more } = outcome.view;
      const withdrawals = changes.map(({ dataset, record }) => ({ dataset, record }));
      const body = { clock: toClock(clock), withdrawals, timepoint };
      return c.json(more === undefined ? body : { ...body, next: more }, 200);
    }),
    strict(operation.withdrawals, language),
  );

  const refuseSaying = { declared: [400, 401, 409, 503], otherwise: language } as const;
  api.openapi(
    operation.acknowledge,
    declareOperation('bulk.acknowledge', async (c) => {
      const { timepoint } = c.req.valid('json');
      const outcome = await services.acknowledgeWithdrawals(c.get('principal'), { timepoint });
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuseSaying);
      return c.json({ timepoint: outcome.timepoint, on: outcome.on }, 200);
    }),
    strict(operation.acknowledge, language),
  );

  const refuseList = { declared: [401, 403, 503], otherwise: language } as const;
  api.openapi(
    operation.unacknowledged,
    declareOperation('access.read-any', async (c) => {
      const outcome = await services.listUnacknowledged(c.get('principal'));
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuseList);
      const readers = outcome.readers.map(({ account, since, open, overdue }) => ({
        reader: account,
        ...(since === undefined ? {} : { since }),
        open,
        overdue,
      }));
      return c.json({ readers }, 200);
    }),
    strict(operation.unacknowledged, language),
  );
}

function toDownload(manifest: DownloadManifest) {
  const { dataset, title, access, timepoint, after, day, validUntil, rows, files } = manifest;
  return {
    ...{ dataset, title, access, timepoint, after, day, validUntil, rows },
    manifest: manifestPath(dataset),
    files: files.map((file) => ({ ...file, url: downloadPath(dataset, file.name) })),
  };
}

function toManifest({ columns, files, ...manifest }: DownloadManifest) {
  return {
    ...manifest,
    columns: columns.map(({ codes, ...column }) => ({
      ...column,
      ...(codes === undefined ? {} : { codes: codes.map((code) => ({ ...code })) }),
    })),
    files: files.map((file) => ({ ...file })),
  };
}

/** A row reads here as in the full file: money as a decimal text. */
function toChange(
  { op, dataset, record, cause, row }: BulkChange,
  columns: ReadonlyMap<string, readonly BulkColumn[]>,
) {
  const change = { op, dataset, record, cause };
  return row === undefined ? change : { ...change, row: toRow(row, columns.get(dataset) ?? []) };
}

function toRow(row: BulkRow, columns: readonly BulkColumn[]): Record<string, unknown> {
  const cells = Object.entries(row).map(([name, cell]): [string, unknown] => {
    const currency = columns.find((each) => each.name === name && each.type === 'money')?.currency;
    if (currency === undefined || typeof cell !== 'number') return [name, cell];
    return [name, formatAmount({ amount: cell, currency })];
  });
  return Object.fromEntries(cells);
}
