import type { DraftFiles, KnownPrincipal } from '@credence/casework';
import { problem, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { textIn } from '../desk/matters/form-text.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { formErrors } from '../page/form-errors.ts';
import { deskDraftPath, inLanguage, paths } from '../request/paths.ts';
import { DeskDraftPage, type EnteredAtDesk } from './desk-draft-page.tsx';
import { DeskListPage } from './desk-list-page.tsx';
import { sayOf } from './draft-frame.tsx';
import { FindingsPage } from './findings-page.tsx';

const notHere = problem('page-not-found', { path: '' });

/** The legal desk: drafts are checked, proposed, published, answered for and approved here. */
export function draftDeskRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskRules,
    guarded('rule-draft.read', (c, principal) => showList(c, tools, { principal })),
  );

  routes.post(
    paths.deskRulesCheck,
    guarded('rule-draft.prepare', (c, principal) => checkFiles(c, tools, principal)),
  );

  routes.get(
    `${paths.deskRules}/:hash`,
    guarded('rule-draft.read', (c, principal) => showDraft(c, tools, { principal, entered: {} })),
  );
  stepRoutes(routes, tools);
}

function stepRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  const place = `${paths.deskRules}/:hash`;

  routes.post(
    `${place}/report`,
    guarded('rule-draft.prepare', async (c, principal) => {
      const manifest = textIn(await c.req.parseBody(), 'manifest');
      const outcome = await services.attachReportAtDesk(principal, {
        hash: c.req.param('hash') ?? '',
        text: manifest,
      });
      if (outcome.kind !== 'refused') return backToDraft(c, tools);
      const entered = { manifest };
      return showDraft(c, tools, { principal, entered, ...wrong(outcome.problem, 'manifest') });
    }),
  );

  routes.post(
    `${place}/publish`,
    guarded('rule-draft.prepare', async (c, principal) => {
      const outcome = await services.publishAtDesk(principal, c.req.param('hash') ?? '');
      if (outcome.kind !== 'refused') return backToDraft(c, tools);
      return refuseWith(c, outcome.problem);
    }),
  );

  routes.post(
    `${place}/answer`,
    guarded('rule-draft.prepare', async (c, principal) => {
      const form = await c.req.parseBody({ all: true });
      const entered = {
        answer: textIn(form, 'answer'),
        numbers: textsIn(form['numbers']),
        shows: textIn(form, 'shows'),
      };
      const { answer: text, ...given } = entered;
      const hash = c.req.param('hash') ?? '';
      const outcome = await services.answerComments(principal, { hash, text, ...given });
      if (outcome.kind === 'answered') return backToDraft(c, tools);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      const field = outcome.problem.code === 'text-length' ? 'answer' : 'numbers';
      return showDraft(c, tools, { principal, entered, ...wrong(outcome.problem, field) });
    }),
  );

  routes.post(
    `${place}/approve`,
    guarded('rule-draft.approve', async (c, principal) => {
      const outcome = await services.approveDraft(principal, c.req.param('hash') ?? '');
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      return backToDraft(c, tools);
    }),
  );
}

function backToDraft(c: PortalContext, { language }: PageTools): Response {
  return c.redirect(inLanguage(deskDraftPath(c.req.param('hash') ?? ''), language), 303);
}

/** What a field of a form holds, once or several times. */
function textsIn(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string').slice(0, 500);
}

interface Wrong {
  readonly problem?: Problem;
  readonly field?: string;
}

function wrong(occurred: Problem, field: string): Wrong {
  return { problem: occurred, field };
}

async function showList(
  c: PortalContext,
  tools: PageTools,
  given: { readonly principal: KnownPrincipal; readonly error?: string },
): Promise<Response> {
  const { services } = tools;
  const { principal, error } = given;
  const found = await services.listRuleDrafts(principal);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  const context = contextFor(tools, found.view.clock, paths.deskRules);
  return sendPage(
    c,
    context,
    <DeskListPage
      context={context}
      drafts={found.view.drafts}
      token={<CsrfField c={c} />}
      prepares={services.offers(principal, 'rule-draft.prepare', 'rule-change')}
      {...(error === undefined ? {} : { error })}
    />,
  );
}

/** Cards of a draft: some hundred files of a few kilobytes. */
const filesMost = 1_000;

async function checkFiles(
  c: PortalContext,
  tools: PageTools,
  principal: KnownPrincipal,
): Promise<Response> {
  const form = await c.req.parseBody({ all: true });
  const files = await filesIn(form['files']);
  const probe = contextFor(tools, undefined, paths.deskRules);
  if (files.size === 0) {
    c.status(422);
    return showList(c, tools, { principal, error: sayOf(probe).noFiles });
  }
  const propose = form['act'] === 'propose';
  const found = await tools.services.checkDraftFiles(principal, { files, propose });
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  const context = contextFor(tools, found.view.clock, paths.deskRules);
  if (found.view.edition === undefined) c.status(422);
  return sendPage(c, context, <FindingsPage context={context} check={found.view} />);
}

/** The YAML files of a folder by their paths inside it; whatever else lies there is no card. */
async function filesIn(value: unknown): Promise<DraftFiles> {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const given = all
    .filter((each): each is File => each instanceof File && /\.ya?ml$/.test(each.name))
    .slice(0, filesMost);
  const named = await Promise.all(
    given.map(async (file): Promise<[string, string]> => [file.name, await file.text()]),
  );
  return new Map(named.map(([path, text]) => [inFolder(path), text]));
}

/** A browser names a file with the folder it was chosen in; only what stands below it counts. */
function inFolder(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.slice(-2).join('/').endsWith('edition.yaml')
    ? 'edition.yaml'
    : parts.slice(-2).join('/');
}

async function showDraft(
  c: PortalContext,
  tools: PageTools,
  given: Wrong & { readonly principal: KnownPrincipal; readonly entered: EnteredAtDesk },
): Promise<Response> {
  const hash = c.req.param('hash') ?? '';
  const found = await tools.services.viewRuleDraft(given.principal, hash);
  if (found.kind === 'refused') return refuseWith(c, found.problem);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const { problem: occurred, field = 'errors', entered } = given;
  const context = contextFor(tools, found.view.clock, deskDraftPath(hash));
  const errors = formErrors(c, tools, occurred, () => field);
  return sendPage(
    c,
    context,
    <DeskDraftPage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      errors={errors}
      entered={entered}
    />,
  );
}
