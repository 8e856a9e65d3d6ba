import type { AccessLine, UsageView } from '@credence/casework';
import { civilTimeAt, localise, problem, type Language } from '@credence/domain';
import { DataTable, Field, Moment, PageHeading, Pagination } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { parsePage } from '../request/page-number.ts';
import { casePath, paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { letterWord } from '../words/case-letters.ts';
import { doorWords } from '../words/own-door.ts';
import { MandateChooser } from './mandate-chooser.tsx';
import { ownHome } from '../own/own-home.ts';

const looksPerPage = 50;

/** Who looked: an organisation about itself, oversight about any. */
export function whoLookedRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskWhoLooked,
    guarded('access.read-own', async (c, principal) => {
      const own = principal.kind === 'representative';
      const code = (c.req.query('code') ?? '').trim();
      const page = parsePage(c.req.query('page'));
      if (page === undefined) return refuseWith(c, problem('page-not-found', { path: '' }));
      const held = own ? c.req.query('subject') : undefined;
      const address = withQuery(paths.deskWhoLooked, {
        ...{ code, subject: held, page: page === 1 ? undefined : page },
      });
      const context = contextFor(tools, await tools.services.clock({}), address);
      if (!own && code === '') {
        return sendPage(c, context, <WhoLookedPage context={context} own={own} page={1} />);
      }
      const subject = own
        ? ({ by: 'id', id: ownHome(principal, c) } as const)
        : ({ by: 'code', code } as const);
      const range = { offset: (page - 1) * looksPerPage, limit: looksPerPage };
      const outcome = await tools.services.findUsage(principal, subject, range);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: code.slice(0, 40) }));
      }
      const { view } = outcome;
      const shown = ownHome(principal, c);
      const chooser = (
        <MandateChooser {...{ context, principal, path: paths.deskWhoLooked, shown }} />
      );
      return sendPage(
        c,
        context,
        <WhoLookedPage {...{ context, own, page, code, view, chooser, subject: held }} />,
      );
    }),
  );
}

function WhoLookedPage(props: {
  readonly context: PageContext;
  readonly own: boolean;
  readonly page: number;
  readonly code?: string;
  readonly view?: UsageView;
  /** The organisation asked for, where someone acts for several. */
  readonly subject?: string | undefined;
  readonly chooser?: Child;
}) {
  const { context, own, page, code = '', view, subject, chooser } = props;
  const { words } = context;
  const say = accessWords(context.language);
  return (
    <Frame
      context={context}
      title={say.lookedTitle}
      heading={<PageHeading title={say.lookedTitle} />}
      breadcrumb={[
        { label: say.deskTitle, href: linkTo(context, paths.desk) },
        { label: say.lookedTitle },
      ]}
      robots="noindex"
    >
      <p class="summary">{say.lookedLead}</p>
      {chooser}
      {own ? null : (
        <form method="get" action={linkTo(context, paths.deskWhoLooked)} class="form-block">
          <Field words={words} id="code" name="code" label={say.chooseCode} value={code} required />
          <p>
            <button class="button" type="submit">
              {say.show}
            </button>
          </p>
        </form>
      )}
      {view === undefined ? null : (
        <>
          <Looks context={context} view={view} own={own} />
          <Pagination
            words={words}
            page={page}
            pageSize={looksPerPage}
            total={view.total}
            hrefOf={(number: number) =>
              withQuery(linkTo(context, paths.deskWhoLooked), { code, subject, page: number })
            }
          />
        </>
      )}
    </Frame>
  );
}

function Looks(props: {
  readonly context: PageContext;
  readonly view: UsageView;
  readonly own: boolean;
}) {
  const { context, view, own } = props;
  const say = accessWords(context.language);
  if (view.total === 0) return <p>{say.lookedNone}</p>;
  const zone = context.clock?.zone ?? 'UTC';
  return (
    <DataTable
      caption={`${view.subject.name ?? ''} ${say.lookedCount(view.total)}`.trim()}
      columns={[
        { key: 'when', label: say.when, heads: true },
        { key: 'who', label: say.who },
        { key: 'purpose', label: say.purpose },
        { key: 'fields', label: say.fields },
        ...(own ? [] : [{ key: 'account', label: say.account }]),
      ]}
      rows={view.accesses.map((line) => ({
        when: <Moment words={context.words} at={civilTimeAt(line.at, zone)} />,
        who: whoOf(context, line, own),
        purpose: wordOf(say.purposes, line.purpose),
        fields: <Seen context={context} line={line} />,
        ...(own ? {} : { account: line.account ?? '' }),
      }))}
    />
  );
}

/** What was seen; a case that whoever asks may open leads there. */
function Seen({ context, line }: { readonly context: PageContext; readonly line: AccessLine }) {
  const { caseId } = line;
  const fields = line.fields.map((field) => {
    const word = fieldWord(context.language, field);
    if (field !== 'case' || caseId === undefined) return word;
    return <a href={linkTo(context, casePath(caseId))}>{word}</a>;
  });
  return <>{fields.map((field, at) => (at === 0 ? field : <>, {field}</>))}</>;
}

/** The office that looked, in words; who sat there is for oversight. */
export function whoOf({ language }: PageContext, line: AccessLine, own: boolean): string {
  const say = accessWords(language);
  if (line.role === 'representative') return own ? say.itself : say.itselfOversight;
  const role = wordOf(say.roles, line.role);
  const office =
    line.agencyName === undefined ? line.agency : localise(line.agencyName, language).text;
  return office === '' ? role : language === 'zh' ? `${office}，${role}` : `${office}, ${role}`;
}

/** What was seen; at a counter also the paper that was shown there, and the reason as it was given. */
function fieldWord(language: Language, field: string): string {
  const [kind = '', ...rest] = field.split('/');
  const said = rest.join('/');
  const { papers, paper, counterReason } = doorWords(language);
  const colon = language === 'zh' ? '：' : ': ';
  if (kind === 'paper') return `${paper}${colon}${wordOf(papers, said)}`;
  if (kind === 'matter' && said !== '') return said;
  if (kind === 'reason') return `${counterReason}${colon}${said}`;
  if (field.startsWith(letterPrefix)) return letterWord(language, field.slice(letterPrefix.length));
  return wordOf(accessWords(language).seen, field);
}

const letterPrefix = 'letter:';

/** A code in words; what has none is shown as it is, never left out. */
function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
