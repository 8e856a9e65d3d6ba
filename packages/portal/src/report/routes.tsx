import type { CheckedReport, KnownPrincipal, OwnReportsView } from '@credence/casework';
import { codeInGroups } from '@credence/casework';
import { problem, type Language, type Problem } from '@credence/domain';
import {
  ActionButton,
  Actions,
  DataTable,
  Day,
  Field,
  Name,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';
import type { Hono } from 'hono';

import { FormToken } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { refusalText } from '../case/say.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { factsOf } from '../own/home-page.tsx';
import { OwnFrame } from '../own/own-frame.tsx';
import { ownHome } from '../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { nameParts } from '../page/name-parts.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { inLanguage, paths, reportFilePath, withQuery } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { reportWords } from '../words/pledge/reports.ts';

/** Reports that there are no records: made at the organisation's desk, checked by anyone. */
export function reportRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.ownReports,
    guarded('subject.read-own', (c, principal) => own(c, principal, ownHome(principal, c))),
  );
  routes.post(
    paths.ownReports,
    guarded('subject.read-own', async (c, principal) => {
      const home = (await readForm(c)).text('subject');
      const outcome = await services.issueReport(principal, home);
      if (outcome.kind === 'refused') return own(c, principal, home, outcome.problems);
      const path = withQuery(paths.ownReports, { subject: home });
      return c.redirect(linkTo(contextFor(tools, undefined, path), path), 303);
    }),
  );
  routes.get(
    '/own/reports/:id/report.pdf',
    guarded('subject.read-own', async (c, principal) => {
      const home = ownHome(principal, c);
      const { origin } = new URL(c.req.url);
      const printed = c.req.query('in') === 'en' ? 'en' : 'zh';
      const found = await services.writeReport(principal, {
        ...{ home, reportId: c.req.param('id') ?? '', language: printed },
        verifyAt: `${origin}${inLanguage(paths.verifyReport, printed)}`,
      });
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'not-found') {
        return refuseWith(c, problem('report-not-found', { value: c.req.param('id') ?? '' }));
      }
      return c.body(new Uint8Array(found.bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${found.fileName}"`,
        'cache-control': 'private, no-store',
      });
    }),
  );
  routes.get(paths.verifyReport, async (c) => {
    const code = c.req.query('code') ?? '';
    const outcome = code === '' ? undefined : await services.verifyReport(c.get('principal'), code);
    const says = outcome?.kind === 'refused' ? sentence(outcome.problem, language) : undefined;
    if (says !== undefined) c.status(404);
    const view = outcome?.kind === 'found' ? outcome.view : undefined;
    const clock = view?.clock ?? (await services.clock({}));
    const context = contextFor(tools, clock, withQuery(paths.verifyReport, { code }));
    const page = { context, code, says, view };
    return sendPage(c, context, <VerifyPage {...page} />);
  });

  async function own(
    c: PortalContext,
    principal: KnownPrincipal,
    home: string,
    problems: readonly Problem[] = [],
  ): Promise<Response> {
    const found = await services.viewOwnReports(principal, home);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
    }
    if (problems.length > 0) c.status(409);
    const address = withQuery(paths.ownReports, { subject: home });
    const context = contextFor(tools, found.view.clock, address);
    const says = problems.map((each) => sentence(each, language));
    return sendPage(c, context, <OwnReportsPage {...{ context, view: found.view, home, says }} />);
  }
}

function sentence(each: Problem, language: Language): string {
  const { title, detail } = refusalText(each, language);
  return `${title}${language === 'zh' ? '。' : '. '}${detail}`;
}

function OwnReportsPage(props: {
  readonly context: PageContext;
  readonly view: OwnReportsView;
  readonly home: string;
  readonly says: readonly string[];
}) {
  const { context, view, home, says } = props;
  const { words, language } = context;
  const say = reportWords(language);
  const { from, standing, clock } = view;
  const desk = { label: ownWords(language).title, path: paths.deskOwn };
  return (
    <OwnFrame context={context} title={say.title} facts={factsOf(context, view)} behind={[desk]}>
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.means}</p>
      {says.map((each) => (
        <p class="due" role="alert">
          {each}
        </p>
      ))}
      <Section id="today" heading={words.date(clock.today)}>
        {from === undefined ? (
          <p>{say.notOffered}</p>
        ) : (
          <p>{say.period(words.date(from), words.date(clock.today))}</p>
        )}
        {from !== undefined && standing.length === 0 ? (
          <form class="form-block" method="post" action={linkTo(context, paths.ownReports)}>
            <FormToken />
            <input type="hidden" name="subject" value={home} />
            <p>{say.ready}</p>
            <Actions>
              <ActionButton rank="first">{say.make}</ActionButton>
            </Actions>
          </form>
        ) : null}
        {standing.length === 0 ? null : <Standing {...{ context, standing }} />}
      </Section>
      <Made {...{ context, view, home }} />
      <Sources {...{ context, view }} />
    </OwnFrame>
  );
}

interface Shown {
  readonly context: PageContext;
  readonly view: OwnReportsView;
}

function Standing(props: Pick<OwnReportsView, 'standing'> & { readonly context: PageContext }) {
  const { context, standing } = props;
  const { words } = context;
  const say = reportWords(context.language);
  return (
    <>
      <p>{say.standing}</p>
      <ul class="plain-list">
        {standing.map(({ title, number, ends }) => (
          <li>
            <TitleText words={words} text={title} />
            {number === undefined ? null : ` ${number}`}
            {ends === undefined ? null : ` · ${say.until(words.date(ends))}`}
          </li>
        ))}
      </ul>
      <p>{say.wayOut}</p>
    </>
  );
}

function Made({ context, view, home }: Shown & { readonly home: string }) {
  const { words, language } = context;
  const say = reportWords(language);
  const file = (id: string, printed: 'zh' | 'en') =>
    withQuery(linkTo(context, reportFilePath(id)), { subject: home, in: printed });
  return (
    <Section id="made" heading={say.made}>
      {view.reports.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <DataTable
          caption={say.made}
          captionHidden
          columns={[
            { key: 'on', label: say.on, heads: true },
            { key: 'code', label: say.code },
            { key: 'files', label: say.files },
          ]}
          rows={view.reports.map(({ reportId, on, code }) => ({
            on: <Day words={words} on={on} />,
            code: (
              <a href={linkTo(context, withQuery(paths.verifyReport, { code }))}>
                {codeInGroups(code)}
              </a>
            ),
            files: (
              <>
                <a href={file(reportId, 'zh')}>{say.pdf.zh}</a>{' '}
                <a href={file(reportId, 'en')}>{say.pdf.en}</a>
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function Sources({ context, view }: Shown) {
  const { words, language } = context;
  const say = reportWords(language);
  return (
    <Section id="sources" heading={say.sources}>
      <DataTable
        caption={say.sources}
        captionHidden
        columns={[
          { key: 'source', label: say.source, heads: true },
          { key: 'agency', label: say.agency },
          { key: 'lastOn', label: say.lastOn },
        ]}
        rows={view.sources.map(({ title, agency, lastOn }) => ({
          source: <TitleText words={words} text={title} />,
          agency: <TitleText words={words} text={agency} />,
          lastOn: lastOn === undefined ? '—' : <Day words={words} on={lastOn} />,
        }))}
      />
    </Section>
  );
}

function VerifyPage(props: {
  readonly context: PageContext;
  readonly code: string;
  readonly says: string | undefined;
  readonly view: CheckedReport | undefined;
}) {
  const { context, code, says, view } = props;
  const { words, language } = context;
  const say = reportWords(language);
  return (
    <Frame
      context={context}
      title={say.verifyTitle}
      robots="noindex"
      breadcrumb={[{ label: say.verifyTitle }]}
      heading={<PageHeading title={say.verifyTitle} />}
    >
      <p class="summary">{say.verifyLead}</p>
      <form class="form-block" method="get" action={linkTo(context, paths.verifyReport)}>
        <Field
          {...{ words, id: 'code', name: 'code', label: say.code, value: code }}
          {...(says === undefined ? {} : { error: says })}
          required
        />
        <Actions>
          <ActionButton rank="first">{say.verify}</ActionButton>
        </Actions>
      </form>
      {view === undefined ? null : <Verdict {...{ context, view }} />}
      <p class="prose">{say.means}</p>
      <p class="quiet">{say.logged}</p>
    </Frame>
  );
}

function Verdict(props: { readonly context: PageContext; readonly view: CheckedReport }) {
  const { context, view } = props;
  const { words, language } = context;
  const say = reportWords(language);
  const { on, from, subject, code } = view.report;
  const name = subject.name ?? subject.code;
  return (
    <Section id="result" heading={codeInGroups(code)}>
      <p>
        <strong>{say.genuine(name, words.date(on))}</strong>
      </p>
      <p>
        <Name words={words} name={nameParts(name)} /> <code>{subject.code}</code>
      </p>
      <p>{say.period(words.date(from), words.date(on))}</p>
      <p>{view.holdsToday ? say.holds : say.holdsNot}</p>
    </Section>
  );
}
