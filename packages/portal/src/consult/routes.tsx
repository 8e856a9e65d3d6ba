import type { ConsultedLine, KnownPrincipal } from '@credence/casework';
import { localise, problem, type Language, type Problem } from '@credence/domain';
import { AsGiven, DataTable, Day } from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { refusalText } from '../case/say.ts';
import { MandateChooser } from '../desk/mandate-chooser.tsx';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { Article } from '../incentive/incentive-parts.tsx';
import { factsOf } from '../own/home-page.tsx';
import { OwnFrame } from '../own/own-frame.tsx';
import { ownHome } from '../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { consultationPath, paths, withQuery } from '../request/paths.ts';
import { consultWords } from '../words/pledge/consult.ts';
import { ownWords } from '../words/own.ts';
import { ConsultationPage, ConsultPage } from './consult-pages.tsx';

/** The register asked in an application, a tender or a grant, and what those asked about are told. */
export function consultRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.deskConsult,
    guarded('consult.read', (c, principal) => list(c, principal)),
  );
  routes.post(
    paths.deskConsult,
    guarded('consult.ask', async (c, principal) => {
      const form = await readForm(c);
      const outcome = await services.consultRegister({ principal, order: orderIn(form) });
      if (outcome.kind === 'refused') {
        const says = outcome.problems.map((each) => sentence(each, language));
        return list(c, principal, { says, entered: (name) => form.text(name) });
      }
      return go(c, tools, outcome.view.matter.consultationId);
    }),
  );
  routes.get(
    '/desk/consult/:id',
    guarded('consult.read', (c, principal) => show(c, principal, 'page')),
  );
  routes.get(
    '/desk/consult/:id/result.json',
    guarded('consult.read', (c, principal) => show(c, principal, 'data')),
  );
  routes.post(
    '/desk/consult/:id/routes',
    guarded('consult.ask', async (c, principal) => {
      const form = await readForm(c);
      const consultationId = c.req.param('id') ?? '';
      const chosen = { code: form.text('code'), route: form.text('route') };
      const outcome = await services.chooseRoute({ principal, consultationId, ...chosen });
      const [first] = outcome.kind === 'refused' ? outcome.problems : [];
      return first === undefined ? go(c, tools, consultationId) : refuseWith(c, first);
    }),
  );
  ownRoute(routes, tools);

  async function list(
    c: PortalContext,
    principal: KnownPrincipal,
    tried?: { readonly says: readonly string[]; readonly entered: (name: string) => string },
  ): Promise<Response> {
    const found = await services.listConsultations(principal);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    const { clock, lines, pledges } = found.view;
    if (tried !== undefined) c.status(422);
    const context = contextFor(tools, clock, paths.deskConsult);
    const page = { context, lines, pledges, ...(tried === undefined ? {} : { tried }) };
    return sendPage(c, context, <ConsultPage {...page} />);
  }

  async function show(
    c: PortalContext,
    principal: KnownPrincipal,
    as: 'page' | 'data',
  ): Promise<Response> {
    const id = c.req.param('id') ?? '';
    const found = await services.viewConsultation(principal, id);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') {
      return refuseWith(c, problem('consultation-not-found', { value: id.slice(0, 40) }));
    }
    const { view } = found;
    if (as === 'data') return c.json(view.file);
    const context = contextFor(tools, view.clock, consultationPath(id));
    return sendPage(c, context, <ConsultationPage {...{ context, view }} />);
  }
}

function sentence(each: Problem, language: Language): string {
  const { title, detail } = refusalText(each, language);
  return `${title}${language === 'zh' ? '。' : '. '}${detail}`;
}

function go(c: PortalContext, tools: PageTools, consultationId: string): Response {
  const path = consultationPath(consultationId);
  return c.redirect(linkTo(contextFor(tools, undefined, path), path), 303);
}

function ownRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.ownConsultations,
    guarded('access.read-own', async (c, principal) => {
      const home = ownHome(principal, c);
      const found = await services.listOwnConsultations(principal, home);
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
      }
      const { view } = found;
      const address = withQuery(paths.ownConsultations, { subject: c.req.query('subject') });
      const context = contextFor(tools, view.clock, address);
      const path = paths.ownConsultations;
      const chooser =
        principal.kind === 'representative' ? (
          <MandateChooser {...{ context, principal, path, shown: home }} />
        ) : null;
      const say = consultWords(language);
      const desk = { label: ownWords(language).title, path: paths.deskOwn };
      return sendPage(
        c,
        context,
        <OwnFrame
          context={context}
          title={say.ownTitle}
          facts={factsOf(context, view)}
          behind={[desk]}
        >
          <p class="summary">{say.ownLead}</p>
          {chooser}
          <Receipts {...{ context, lines: view.lines }} />
          <p class="quiet">{say.wrong}</p>
        </OwnFrame>,
      );
    }),
  );
}

function orderIn(form: FormValues) {
  const pledge = form.text('pledge');
  const announcedOn = form.text('announcedOn');
  return {
    kind: form.text('kind'),
    number: form.text('number'),
    basis: form.text('basis'),
    codes: form.text('codes').split(/\s+/).filter(Boolean),
    ...(pledge === '' ? {} : { pledge }),
    ...(announcedOn === '' ? {} : { announcedOn }),
  };
}

function Receipts(props: {
  readonly context: PageContext;
  readonly lines: readonly ConsultedLine[];
}) {
  const { context, lines } = props;
  const { words, language } = context;
  const say = consultWords(language);
  if (lines.length === 0) return <p>{say.ownNone}</p>;
  return (
    <DataTable
      caption={say.ownTitle}
      captionHidden
      columns={[
        { key: 'on', label: say.on, heads: true },
        { key: 'agency', label: say.agency },
        { key: 'matter', label: say.kind },
        { key: 'basis', label: say.basis },
        { key: 'route', label: say.route },
      ]}
      rows={lines.map((line) => ({
        on: <Day words={words} on={line.on} />,
        agency:
          line.agencyName === undefined ? line.agency : localise(line.agencyName, language).text,
        matter: (
          <>
            {say.kinds[line.kind]} <AsGiven words={words} text={line.number} />
          </>
        ),
        basis: <Article context={context} basis={line.article} />,
        route: line.route === undefined ? '—' : say.routeNames[line.route],
      }))}
    />
  );
}
