import type { OwnDeskView } from '@credence/casework';
import { problem } from '@credence/domain';
import { Field, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { doorWords } from '../words/own-door.ts';
import { HeldCases, HeldEffects, HeldRecords } from './held-section.tsx';
import { factsOf } from './home-page.tsx';
import { OwnFrame } from './own-frame.tsx';

/** For whoever has no account: an official shows what is held, and leads to the same door. */
export function counterRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskCounter,
    guarded('case.counter', async (c, principal) => {
      const code = (c.req.query('code') ?? '').trim();
      const address = withQuery(paths.deskCounter, { code });
      const isOffered = services.offers(principal, 'case.counter', 'counter');
      if (principal.kind !== 'official' || !isOffered) {
        const params = { operation: 'case.counter', purpose: 'counter' };
        return refuseWith(c, problem('not-permitted', params));
      }
      if (code === '') {
        const context = contextFor(tools, await services.clock({}), address);
        return sendPage(c, context, <CounterPage context={context} code={code} />);
      }
      const home = await services.findOwnHome(code);
      if (home === undefined) {
        return refuseWith(c, problem('subject-not-found', { subject: code.slice(0, 40) }));
      }
      const outcome = await services.viewOwnDesk(principal, home);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: code.slice(0, 40) }));
      }
      const { view } = outcome;
      const context = contextFor(tools, view.clock, address);
      return sendPage(c, context, <CounterPage context={context} code={code} view={view} />);
    }),
  );
}

function CounterPage(props: {
  readonly context: PageContext;
  readonly code: string;
  readonly view?: OwnDeskView;
}) {
  const { context, code, view } = props;
  const { words, language } = context;
  const say = doorWords(language);
  return (
    <OwnFrame
      context={context}
      title={say.counterTitle}
      facts={view === undefined ? [] : factsOf(context, view)}
    >
      <p class="summary">{say.counterPageLead}</p>
      <form method="get" action={linkTo(context, paths.deskCounter)} class="form-block">
        <Field words={words} id="code" name="code" label={say.code} value={code} required />
        <p>
          <button class="button" type="submit">
            {say.open}
          </button>
        </p>
      </form>
      {view === undefined ? null : <Choosing context={context} view={view} />}
    </OwnFrame>
  );
}

function Choosing({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: OwnDeskView;
}) {
  const own = ownWords(context.language);
  const held = { context, subject: view.subject.id, counter: true };
  const stands = view.cases.filter(
    ({ kind, effect }) => kind === 'listing' && !['none', 'ended'].includes(effect.kind),
  );
  return (
    <>
      <Section id="held" heading={own.held}>
        <HeldRecords {...held} records={view.records} />
      </Section>
      <Section id="effects" heading={own.effects}>
        <HeldEffects {...held} cases={stands} />
      </Section>
      <Section id="cases" heading={own.cases}>
        <HeldCases {...held} cases={view.cases} />
      </Section>
    </>
  );
}
