import type { CaseForm, KnownPrincipal } from '@credence/casework';
import { localise, problem, type JsonValue } from '@credence/domain';
import type { FieldError } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../../access/csrf.tsx';
import { guarded, refuseWith } from '../../access/guarded.ts';
import { refuseFirst } from '../../case/refuse-first.ts';
import { refusalText } from '../../case/say.ts';
import type { FormValues } from '../../desk/form-values.ts';
import { statusOf } from '../../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { fileErrors, filesId } from '../../paper/file-box.tsx';
import { readPaperForm } from '../../paper/read-paper-form.ts';
import { givenIn } from '../../paper/waiting-files.ts';
import { parsePage, resultsPerPage, sliceOf } from '../../request/page-number.ts';
import { inLanguage, paths, visitPath, withQuery } from '../../request/paths.ts';
import { visitWords } from '../../words/inspection/visits.ts';
import { VisitResultsPage } from './results-page.tsx';
import { answers, choicesOf, openForm, visitForm, VisitPage } from './visit-page.tsx';
import { VisitsPage } from './visits-page.tsx';

const notHere = problem('page-not-found', { path: '' });

/** Results of visits before the public; an inspector's list, and the page he fills in on the spot. */
export function visitRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(paths.inspectionResults, async (c) => {
    const page = parsePage(c.req.query('page'));
    if (page === undefined) return refuseWith(c, notHere);
    const view = await services.listVisitResults();
    const slice = sliceOf(view.results, page, resultsPerPage);
    if (page > 1 && slice.items.length === 0) return refuseWith(c, notHere);
    const turned = page === 1 ? undefined : page;
    const address = withQuery(paths.inspectionResults, { page: turned });
    const context = contextFor(tools, view.clock, address);
    const { agencies } = await services.listAgencies();
    const names = new Map(agencies.map(({ code, name }) => [code, localise(name, language).text]));
    return sendPage(
      c,
      context,
      <VisitResultsPage {...{ context, view, slice, agencies: names }} />,
    );
  });
  routes.get(
    paths.deskVisits,
    guarded('case.read', async (c, principal) => {
      const found = await services.viewCaseDesk(principal);
      if (found.kind === 'refused') return refuseFirst(c, found.problems);
      const { mine, waiting, clock } = found.view;
      const lines = [...mine, ...waiting].filter(({ kind }) => kind === 'inspection');
      const context = contextFor(tools, clock, paths.deskVisits);
      return sendPage(c, context, <VisitsPage context={context} lines={lines} />);
    }),
  );
  routes.get(
    `${paths.deskVisits}/:id`,
    guarded('case.read', (c, principal) => showVisit(c, tools, { principal })),
  );
  routes.post(
    `${paths.deskVisits}/:id`,
    guarded('case.act', async (c, principal) => {
      const caseId = c.req.param('id') ?? '';
      const read = await readPaperForm(c, {
        ...{ services, principal },
        about: () => ({ about: { kind: 'case', caseId } }),
      });
      if (read.kind === 'refused') return refuseWith(c, read.problem);
      const { form, refused } = read;
      if (refused.length === 0) return recordVisit(c, tools, { principal, form });
      c.status(422);
      const errors = fileErrors(refused, { fieldId: filesId(visitForm), language });
      return showVisit(c, tools, { principal, tried: { entered: form, errors } });
    }),
  );
}

interface Tried {
  readonly entered: FormValues;
  readonly errors: readonly FieldError[];
}

async function showVisit(
  c: PortalContext,
  tools: PageTools,
  given: { readonly principal: KnownPrincipal; readonly tried?: Tried },
): Promise<Response> {
  const { principal, tried } = given;
  const caseId = c.req.param('id') ?? '';
  const found = await tools.services.viewCase(principal, caseId);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found' || found.view.standing.kind !== 'inspection') {
    return refuseWith(c, notHere);
  }
  const context = contextFor(tools, found.view.clock, visitPath(caseId));
  return sendPage(
    c,
    context,
    <VisitPage
      {...{ context, view: found.view, account: 'account' in principal ? principal.account : '' }}
      token={<CsrfField c={c} />}
      {...(tried === undefined ? {} : { tried })}
    />,
  );
}

async function recordVisit(
  c: PortalContext,
  tools: PageTools,
  { principal, form }: { readonly principal: KnownPrincipal; readonly form: FormValues },
): Promise<Response> {
  const { services, language } = tools;
  const caseId = c.req.param('id') ?? '';
  const found = await services.viewCase(principal, caseId);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const { errors, act, content } = visitIn(form, openForm(found.view), visitWords(language));
  if (errors.length > 0) {
    c.status(422);
    return showVisit(c, tools, { principal, tried: { entered: form, errors } });
  }
  const sent = Number.parseInt(form.text('seen'), 10);
  const seen = Number.isSafeInteger(sent) ? { seen: sent } : {};
  const papers = givenIn(form);
  const outcome = await services.actInCase({ principal, caseId, act, content, papers, ...seen });
  if (outcome.kind === 'not-found') return refuseWith(c, notHere);
  if (outcome.kind === 'recorded') {
    return c.redirect(inLanguage(visitPath(caseId), language), 303);
  }
  const [first] = outcome.problems;
  if (first === undefined || outcome.problems.some(({ code }) => code === 'not-permitted')) {
    return refuseFirst(c, outcome.problems);
  }
  c.status(statusOf(first));
  const refusals = outcome.problems.map((each) => {
    const { title, detail } = refusalText(each, language);
    const place = places[each.code] ?? 'visitedOn';
    const says = `${title}${language === 'zh' ? '。' : '. '}${detail}`;
    return { fieldId: `${visitForm}-${place}`, says };
  });
  return showVisit(c, tools, { principal, tried: { entered: form, errors: refusals } });
}

/** The field at which a refusal is shown. */
const places: Readonly<Record<string, string>> = { 'visit-inspectors': 'inspectors' };

/** What the form says: the act follows from the answers, and no answer is guessed. */
export function visitIn(
  form: FormValues,
  asked: CaseForm | undefined,
  say: ReturnType<typeof visitWords>,
): {
  readonly act: 'visited-clear' | 'visited-faults';
  readonly content: JsonValue;
  readonly errors: readonly FieldError[];
} {
  const questions = choicesOf(asked, 'unmet').map(({ code }) => code);
  const answered = new Map(questions.map((code) => [code, form.text(`q-${code}`)]));
  const said = (answer: (typeof answers)[number]) =>
    questions.filter((code) => answered.get(code) === answer);
  const [unmet, skipped] = [said('unmet'), said('skip')];
  const seen = form.text('seenText');
  const visitedOn = form.text('visitedOn');
  const errors: FieldError[] = questions
    .filter((code) => !answers.some((answer) => answer === answered.get(code)))
    .map((code) => ({ fieldId: `${visitForm}-${code}`, says: say.unanswered }));
  if (visitedOn === '') errors.push({ fieldId: `${visitForm}-visitedOn`, says: say.noDay });
  if (unmet.length > 0 && seen === '') {
    errors.push({ fieldId: `${visitForm}-seen`, says: say.noSeen });
  }
  const visit = { visitedOn, inspectors: [...form.all('inspectors')], skipped };
  return unmet.length === 0
    ? {
        ...{ act: 'visited-clear', errors },
        content: { ...visit, ...(seen === '' ? {} : { seen }) },
      }
    : { act: 'visited-faults', content: { ...visit, unmet, seen }, errors };
}
