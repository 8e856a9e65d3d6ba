import type { ChangedCard, ImpactTable, RuleDraftLine, RuleDraftView } from '@credence/casework';
import { createRoute, z } from '@hono/zod-openapi';

import { draftPath } from '../request/paths.ts';
import { strict, type ApiTools } from './api-tools.ts';
import * as schema from './draft-schema.ts';
import { always, answered, notFound, refused } from './operation.ts';
import { refusal } from './problem.ts';
import { toClock } from './to-answer.ts';

const drafts = createRoute({
  method: 'get',
  path: '/rulebook/drafts',
  operationId: 'listRuleDrafts',
  summary: 'Drafts of rules that were published, the latest first',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The drafts.', schema.draftsAnswer), ...refused, ...always },
});

const draft = createRoute({
  method: 'get',
  path: '/rulebook/drafts/{hash}',
  operationId: 'getRuleDraft',
  summary: 'One draft: what would change, its reports, comments with their answers',
  request: {
    params: z.object({ hash: z.string().min(1).max(120) }),
    query: z.strictObject({}),
  },
  responses: {
    ...answered('The draft.', schema.draftAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

/** Drafts of rules as data: the same as their pages. */
export function draftRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    drafts,
    async (c) => {
      const found = await services.listPublicDrafts();
      c.set('zone', found.clock.zone);
      return c.json({ clock: toClock(found.clock), drafts: found.drafts.map(toLine) }, 200);
    },
    strict(drafts, language),
  );

  api.openapi(
    draft,
    async (c) => {
      const found = await services.viewPublicDraft(c.req.valid('param').hash);
      if (found.kind === 'not-found') {
        return refusal(c, { code: 'page-not-found', params: {} }, refuse);
      }
      c.set('zone', found.view.clock.zone);
      return c.json(toDraft(found.view), 200);
    },
    strict(draft, language),
  );
}

function toLine({ published, ...line }: RuleDraftLine) {
  return {
    ...line,
    ...(published === undefined
      ? {}
      : { publishedOn: published.on, commentUntil: published.commentUntil }),
    url: draftPath(line.hash),
  };
}

function toDraft(view: RuleDraftView) {
  const { clock, draft: line, changes, reports, impact, comments } = view;
  return {
    clock: toClock(clock),
    draft: toLine(line),
    changes: toChanges(changes),
    labReports: reports.map(({ inherited, ...report }) => ({
      ...report,
      ...(inherited !== undefined && { inherited: [...inherited] }),
    })),
    ...(impact === undefined
      ? {}
      : {
          impact: {
            ...{ hash: impact.hash, keyId: impact.keyId, asOf: impact.asOf },
            baseline: impact.baseline.code,
            programs: impact.programs.map((program) => ({
              ...program,
              transitions: toTable(program.transitions),
              exits: toTable(program.exits),
            })),
          },
        }),
    comments: comments.map(({ answer, ...comment }) => ({ ...comment, answer: { ...answer } })),
  };
}

function toChanges({ against, diff, titles }: RuleDraftView['changes']) {
  const named = ({ kind, id }: Pick<ChangedCard, 'kind' | 'id'>) => ({
    ...{ kind, id },
    title: titles.find((each) => each.kind === kind && each.id === id)?.title ?? {},
  });
  return {
    ...(against === undefined ? {} : { against: against.code }),
    added: (diff?.added ?? []).map(named),
    withdrawn: (diff?.withdrawn ?? []).map(named),
    changed: (diff?.changed ?? []).map((card) => ({
      ...named(card),
      fields: card.fields.map((field) => ({ ...field })),
    })),
  };
}

function toTable({ rows, columns, counts }: ImpactTable) {
  return {
    rows: [...rows],
    columns: [...columns],
    ...(counts === undefined
      ? {}
      : {
          counts: {
            cells: counts.cells.map((row) => [...row]),
            rowTotals: [...counts.rowTotals],
            columnTotals: [...counts.columnTotals],
            total: counts.total,
          },
        }),
  };
}
