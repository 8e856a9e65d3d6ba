import type { AccountRow, KnownPrincipal, OwnDeskView, UsageView } from '@credence/casework';
import { civilTimeAt, localise, problem } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  IdentifierText,
  LinkRow,
  Name,
  Section,
  SideBlock,
} from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { MandateChooser } from '../desk/mandate-chooser.tsx';
import type { PortalEnv } from '../http/environment.ts';
import { OwnIncentives } from './own-incentives.tsx';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { receiptWords } from '../words/class/receipt.ts';
import { ownDrawWords } from '../words/inspection/own-draws.ts';
import { correctionWords } from '../words/corrections.ts';
import { incentiveWords } from '../words/incentives.ts';
import { ownWords } from '../words/own.ts';
import { consultWords } from '../words/pledge/consult.ts';
import { reportWords } from '../words/pledge/reports.ts';
import { wordOf } from '../words/own-door.ts';
import { ConsentSection } from './consent-section.tsx';
import { HeldCases, HeldEffects, HeldRecords } from './held-section.tsx';
import { InboxList } from './inbox-list.tsx';
import { OwnFrame } from './own-frame.tsx';
import { ownHome } from './own-home.ts';
import { OwnEvents } from './own-events.tsx';
import { PartyCases } from './party-cases.tsx';

/** How many of those who looked last stand on the page; the rest is a page of its own. */
const readersShown = 5;

/** The organisation's desk: its inbox, and everything held about it with its end and its way out. */
export function ownHomeRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskOwn,
    guarded('subject.read-own', async (c, principal) => {
      const home = ownHome(principal, c);
      const { services } = tools;
      // An official sees it at the counter, under the reason that is given there.
      if (principal.kind !== 'representative') {
        const params = { operation: 'subject.read-own', purpose: 'own' };
        return refuseWith(c, problem('not-permitted', params));
      }
      const outcome = await services.viewOwnDesk(principal, home);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: '' }));
      }
      const { view } = outcome;
      const page = { offset: 0, limit: readersShown };
      const usage = await services.findUsage(principal, { by: 'id', id: home }, page);
      const mandates = await mandatesOf(tools, principal, home);
      const address = withQuery(paths.deskOwn, { subject: c.req.query('subject') });
      const context = contextFor(tools, view.clock, address);
      const chooser = (
        <MandateChooser {...{ context, principal, path: paths.deskOwn, shown: home }} />
      );
      const usageView = usage.kind === 'found' ? usage.view : undefined;
      const side = <Side {...{ context, home, view, usage: usageView, mandates }} />;
      const told = view.parties.length === 0 ? 0 : await countNotices(tools, principal);
      const mandate = principal.mandates.find(({ subject }) => subject === home);
      // To agree is to speak for the organisation, which a mandate to read does not cover.
      const speaks = mandate?.scopes?.includes('speak') !== false;
      const consent = speaks ? (
        <ConsentSection {...{ context, view }} token={<CsrfField c={c} />} />
      ) : null;
      const parts = { context, chooser, view, home, side, consent, speaks, told };
      return sendPage(c, context, <OwnHomePage {...parts} />);
    }),
  );
}

/** Notices of changes in cases of others that the organisation has not confirmed. */
async function countNotices({ services }: PageTools, principal: KnownPrincipal): Promise<number> {
  const outcome = await services.listReaderChanges(principal);
  if (outcome.kind === 'refused') return 0;
  return outcome.view.changes.filter(({ acknowledgedOn }) => acknowledgedOn === undefined).length;
}

/** Who may act for the organisation; nothing where the mandate does not cover to know that. */
async function mandatesOf(
  { services }: PageTools,
  principal: Extract<KnownPrincipal, { readonly kind: 'representative' }>,
  home: string,
): Promise<readonly AccountRow[] | undefined> {
  const mandate = principal.mandates.find(({ subject }) => subject === home);
  const { identifier, scopes } = mandate ?? {};
  if (identifier === undefined || scopes?.includes('mandates') === false) return undefined;
  const outcome = await services.listMandates(principal, identifier.value);
  return outcome.kind === 'found' ? outcome.accounts : undefined;
}

function OwnHomePage(props: {
  readonly context: PageContext;
  readonly view: OwnDeskView;
  readonly home: string;
  readonly chooser: Child;
  readonly side: Child;
  readonly consent: Child;
  readonly speaks: boolean;
  readonly told: number;
}) {
  const { context, view, home, chooser, side, consent, speaks, told } = props;
  const say = ownWords(context.language);
  const documents = view.inbox.filter(({ asks }) => asks !== 'nothing').length;
  const waiting = documents + (view.reports ?? []).length;
  const held = { context, subject: home, counter: false };
  const isEffect = ({ kind }: OwnDeskView['cases'][number]) =>
    kind === 'listing' || kind === 'measure';
  const stands = view.cases.filter(
    (each) => isEffect(each) && !['none', 'ended'].includes(each.effect.kind),
  );
  return (
    <OwnFrame context={context} title={say.title} facts={factsOf(context, view)} side={side} queue>
      <p class="summary">{say.lead(waiting, view.inbox.length - documents)}</p>
      {chooser}
      <Section id="inbox" heading={say.inbox}>
        <InboxList {...{ context, lines: view.inbox, reports: view.reports, subject: home }} />
        {(view.consulted ?? 0) === 0 ? null : (
          <p>
            <a href={withQuery(linkTo(context, paths.ownConsultations), { subject: home })}>
              {consultWords(context.language).ownLink(context.words.number(view.consulted ?? 0))}
            </a>
          </p>
        )}
        {told === 0 ? null : (
          <p>
            <a href={linkTo(context, paths.deskCorrections)}>
              {correctionWords(context.language).inboxLink(told)}
            </a>
          </p>
        )}
      </Section>
      <Section id="held" heading={say.held}>
        <HeldRecords {...held} records={view.records} />
      </Section>
      <Section id="effects" heading={say.effects}>
        <HeldEffects {...held} cases={stands} />
      </Section>
      <Section id="incentives" heading={incentiveWords(context.language).ownTitle}>
        <OwnIncentives context={context} view={view} />
      </Section>
      <Section id="cases" heading={say.cases}>
        <HeldCases {...held} cases={view.cases} />
      </Section>
      <OwnEvents {...{ context, speaks }} events={view.events ?? []} subject={home} />
      <PartyCases {...{ context, speaks }} lines={view.parties} subject={home} />
      {consent}
    </OwnFrame>
  );
}

/** Name and codes, under the title of a page about an organisation. */
export function factsOf(
  { words }: PageContext,
  { subject }: Pick<OwnDeskView, 'subject'>,
): Child[] {
  return [
    ...(subject.name === undefined ? [] : [<Name words={words} name={subject.name} />]),
    ...subject.identifiers.slice(0, 2).map((each) => <IdentifierText identifier={each} />),
  ];
}

function Side(props: {
  readonly context: PageContext;
  readonly home: string;
  readonly usage: UsageView | undefined;
  readonly mandates: readonly AccountRow[] | undefined;
}) {
  const { context, home, usage, mandates } = props;
  const { words, language } = context;
  const say = ownWords(language);
  const link = (path: string, label: string) => (
    <LinkRow links={[{ href: withQuery(linkTo(context, path), { subject: home }), label }]} />
  );
  return (
    <>
      <SideBlock heading={say.readers}>
        {usage === undefined || usage.accesses.length === 0 ? (
          <p>{say.noReaders}</p>
        ) : (
          <LastReaders context={context} usage={usage} />
        )}
        {link(paths.deskWhoLooked, say.readersAll)}
      </SideBlock>
      <SideBlock heading={reportWords(language).title}>
        <p>{reportWords(language).lead}</p>
        {link(paths.ownReports, reportWords(language).title)}
      </SideBlock>
      <SideBlock heading={ownDrawWords(language).title}>
        {link(paths.ownDraws, ownDrawWords(language).title)}
      </SideBlock>
      <SideBlock heading={receiptWords(language).title}>
        <p>{receiptWords(language).lead}</p>
        {link(paths.ownClasses, receiptWords(language).title)}
      </SideBlock>
      {mandates === undefined ? null : (
        <SideBlock heading={say.mandates}>
          <ul class="plain-list">
            {mandates
              .filter(({ until }) => until === undefined || until > (context.clock?.today ?? ''))
              .map(({ name, until }) => (
                <li>
                  <AsGiven words={words} text={name} />
                  {until === undefined ? null : (
                    <>
                      {' '}
                      <Day words={words} on={until} />
                    </>
                  )}
                </li>
              ))}
          </ul>
          {link(paths.deskMandates, say.mandatesAll)}
        </SideBlock>
      )}
    </>
  );
}

function LastReaders(props: { readonly context: PageContext; readonly usage: UsageView }) {
  const { context, usage } = props;
  const { words, language, clock } = context;
  const say = ownWords(language);
  const old = accessWords(language);
  const office = (line: UsageView['accesses'][number]) =>
    line.role === 'representative'
      ? old.itself
      : line.agencyName === undefined
        ? line.agency === ''
          ? wordOf(old.roles, line.role)
          : line.agency
        : localise(line.agencyName, language).text;
  return (
    <DataTable
      caption={say.readers}
      captionHidden
      narrow
      columns={[
        { key: 'day', label: say.day, heads: true },
        { key: 'who', label: say.who },
        { key: 'why', label: say.why },
      ]}
      rows={usage.accesses.map((line) => ({
        day: <Day words={words} on={civilTimeAt(line.at, clock?.zone ?? 'UTC').date} />,
        who: office(line),
        why: wordOf(old.purposes, line.purpose),
      }))}
    />
  );
}
