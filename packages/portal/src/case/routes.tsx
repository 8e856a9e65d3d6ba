import { caseDocuments, type KnownPrincipal } from '@credence/casework';
import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import type { FormValues } from '../desk/form-values.ts';
import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { caseNoticeRoutes } from '../notice/routes.tsx';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { fileErrors, filesId } from '../paper/file-box.tsx';
import { paperRoute } from '../paper/paper-route.ts';
import { readPaperForm } from '../paper/read-paper-form.ts';
import { givenIn } from '../paper/waiting-files.ts';
import { casePath, inLanguage, paths } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import { isCaseKind } from '../words/case-codes.ts';
import { fieldId } from './act-form.tsx';
import { CasePage, type CasePageProps } from './case-page.tsx';
import { CasesPage } from './cases-page.tsx';
import { contentOf, fieldOfProblem } from './form-content.ts';
import { newCaseRoutes } from './new-routes.tsx';
import { OversightPage } from './oversight-page.tsx';
import { refuseFirst } from './refuse-first.ts';
import { refusalText } from './say.ts';

const notHere = problem('page-not-found', { path: '' });

/** The desk of cases: the queue, each case with what may be done in it, and the oversight board. */
export function caseRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  listRoute(routes, tools);
  oversightRoute(routes, tools);
  // Before the cases, of which none may be called `new`.
  newCaseRoutes(routes, tools);
  caseRoute(routes, tools);
  letterRoute(routes, tools);
  paperRoute(routes, tools);
  // Before the acts, of which none may be called `notices`.
  caseNoticeRoutes(routes, tools);
  actRoute(routes, tools);
}

function listRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskCases,
    guarded('case.read', async (c, principal) => {
      const chooses = isOverseer(principal);
      const asked = chooses ? await agencyAsked(c, tools) : undefined;
      const found = await services.viewCaseDesk(principal, asked);
      if (found.kind === 'refused') return refuseFirst(c, found.problems);
      const kind = c.req.query('kind') ?? '';
      const filter = {
        ...(isCaseKind(kind) ? { kind } : {}),
        text: (c.req.query('q') ?? '').slice(0, 100),
      };
      const context = contextFor(tools, found.view.clock, paths.deskCases);
      const opens = services.offers(principal, 'case.open', 'supervision');
      return sendPage(
        c,
        context,
        <CasesPage {...{ context, filter, opens, chooses }} view={found.view} />,
      );
    }),
  );
}

function isOverseer(principal: KnownPrincipal): boolean {
  return principal.kind === 'official' && principal.roles.includes('auditor');
}

/** Whoever oversees sits at no desk: he names one, or begins with the first. */
async function agencyAsked(c: PortalContext, tools: PageTools): Promise<string | undefined> {
  const asked = c.req.query('agency');
  if (asked !== undefined && asked !== '') return asked;
  const { agencies } = await tools.services.listAgencies();
  return agencies[0]?.code;
}

function oversightRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskOversight,
    guarded('case.read', async (c, principal) => {
      const found = await tools.services.viewOversight(principal);
      if (found.kind === 'refused') return refuseFirst(c, found.problems);
      const context = contextFor(tools, found.view.clock, paths.deskOversight);
      return sendPage(c, context, <OversightPage context={context} view={found.view} />);
    }),
  );
}

function caseRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    `${paths.deskCases}/:id`,
    guarded('case.read', (c, principal) => showCase(c, tools, { principal })),
  );
}

type Tried = NonNullable<CasePageProps['tried']>;

async function showCase(
  c: PortalContext,
  tools: PageTools,
  given: { readonly principal: KnownPrincipal; readonly tried?: Tried },
): Promise<Response> {
  const { principal, tried } = given;
  const caseId = c.req.param('id') ?? '';
  const found = await tools.services.viewCase(principal, caseId);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const context = contextFor(tools, found.view.clock, casePath(caseId));
  return sendPage(
    c,
    context,
    <CasePage
      context={context}
      view={found.view}
      token={<CsrfField c={c} />}
      {...(tried === undefined ? {} : { tried })}
    />,
  );
}

function letterRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    `${paths.deskCases}/:id/letters/:document`,
    guarded('case.read', async (c, principal) => {
      const document = caseDocuments.find((each) => each === c.req.param('document'));
      if (document === undefined) return refuseWith(c, notHere);
      const asked = c.req.query('language');
      const language = asked === 'zh' || asked === 'en' ? asked : 'both';
      const caseId = c.req.param('id') ?? '';
      const other = c.req.query('to') === 'other-subject' ? ({ to: 'other-subject' } as const) : {};
      const order = { caseId, document, language, ...other } as const;
      const outcome = await tools.services.writeLetter(principal, order);
      if (outcome.kind === 'refused') return refuseFirst(c, outcome.problems);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      const name = encodeURIComponent(outcome.fileName);
      return c.body(new Uint8Array(outcome.bytes), 200, {
        'content-type': outcome.mediaType,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      });
    }),
  );
}

function actRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.post(
    `${paths.deskCases}/:id/:act`,
    guarded('case.act', async (c, principal) => {
      const { services, language } = tools;
      const act = c.req.param('act') ?? '';
      const caseId = c.req.param('id') ?? '';
      const read = await readPaperForm(c, {
        ...{ services, principal },
        about: () => ({ about: { kind: 'case', caseId } }),
      });
      if (read.kind === 'refused') return refuseWith(c, read.problem);
      const { form, refused } = read;
      if (refused.length === 0) return takeStep(c, tools, { principal, form, act });
      c.status(422);
      const errors = fileErrors(refused, { fieldId: filesId(act), language });
      return showCase(c, tools, { principal, tried: { act, entered: form, errors } });
    }),
  );
}

async function takeStep(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly principal: KnownPrincipal;
    readonly form: FormValues;
    readonly act: string;
  },
): Promise<Response> {
  const { services, language } = tools;
  const { principal, form, act } = given;
  const caseId = c.req.param('id') ?? '';
  const found = await services.viewCase(principal, caseId);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const { dossier } = found.view;
  const fields = dossier.forms.find((each) => each.act === act)?.fields ?? [];
  const points = dossier.points.length;
  const say = caseWords(language);
  const { content, faults } = contentOf(fields, { form, points, say, language });
  if (faults.length > 0) {
    c.status(422);
    const errors = faults.map(({ name, says }) => ({ fieldId: fieldId(act, name), says }));
    return showCase(c, tools, { principal, tried: { act, entered: form, errors } });
  }
  const sent = Number.parseInt(form.text('seen'), 10);
  const seen = Number.isSafeInteger(sent) ? { seen: sent } : {};
  const papers = givenIn(form);
  const outcome = await services.actInCase({ principal, caseId, act, content, papers, ...seen });
  if (outcome.kind === 'not-found') return refuseWith(c, notHere);
  if (outcome.kind === 'recorded') {
    return c.redirect(`${inLanguage(casePath(caseId), language)}#timeline`, 303);
  }
  const { problems } = outcome;
  const [first] = problems;
  if (first === undefined || problems.some(({ code }) => code === 'not-permitted')) {
    return refuseFirst(c, problems);
  }
  c.status(statusOf(first));
  const changed = problems.some(({ code }) => code === 'changed-meanwhile');
  const errors = problems.map((each) => {
    const name = fieldOfProblem(each, fields);
    const { title, detail } = refusalText(each, language);
    const place = name === undefined ? `act-${act}` : fieldId(act, name);
    return { fieldId: place, says: `${title}${language === 'zh' ? '。' : '. '}${detail}` };
  });
  const since = changed && seen.seen !== undefined ? { seen: seen.seen } : {};
  return showCase(c, tools, { principal, tried: { act, entered: form, errors, ...since } });
}
