import {
  mandateScopes,
  type AccountRow,
  type KnownPrincipal,
  type MandateScope,
} from '@credence/casework';
import { Field, PageHeading, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { doorWords } from '../words/own-door.ts';
import { AccountTable } from './account-table.tsx';
import { dayIn, readForm } from './form-values.ts';
import { MandateChooser } from './mandate-chooser.tsx';

/** Who may act for an organisation: by the register's registrar, or by whoever may already. */
export function mandateRoutes(routes: Hono<PortalEnv>, tools: PageTools, issuer: string): void {
  const { services } = tools;
  const back = (code: string) =>
    withQuery(linkTo(contextFor(tools, undefined, paths.desk), paths.deskMandates), { code });

  routes.get(
    paths.deskMandates,
    guarded('mandate.grant', async (c, principal) => {
      const code = (c.req.query('code') ?? '').trim() || ownCode(principal);
      const address = withQuery(paths.deskMandates, { code });
      const context = contextFor(tools, await services.clock({}), address);
      if (code === '') {
        // Whoever may grant none is refused here, before a form is shown.
        const entered = services.enter(principal, 'mandate.grant', 'accounts');
        if (entered.kind === 'refused') return refuseWith(c, entered.problem);
        return sendPage(c, context, <MandatesPage {...{ c, context, principal, code, issuer }} />);
      }
      const outcome = await services.listMandates(principal, code);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const { accounts } = outcome;
      return sendPage(
        c,
        context,
        <MandatesPage {...{ c, context, principal, code, issuer, accounts }} />,
      );
    }),
  );

  routes.post(
    paths.deskMandates,
    guarded('mandate.grant', async (c, principal) => {
      const form = await readForm(c);
      const [from, until] = [dayIn(form, 'from'), dayIn(form, 'until')];
      if (from.kind === 'refused') return refuseWith(c, from.problem);
      if (until.kind === 'refused') return refuseWith(c, until.problem);
      const code = form.text('code');
      const outcome = await services.grantMandate(principal, {
        code,
        name: form.text('name'),
        issuer: form.text('issuer'),
        subject: form.text('subject'),
        ...(from.day === undefined ? {} : { from: from.day }),
        ...(until.day === undefined ? {} : { until: until.day }),
        ...(form.text('limited') === '1' ? { scopes: scopesIn(form.all('scope')) } : {}),
      });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      return c.redirect(back(code), 303);
    }),
  );

  routes.post(
    `${paths.deskMandates}/end`,
    guarded('mandate.revoke', async (c, principal) => {
      const form = await readForm(c);
      const code = form.text('code');
      const mandate = form.text('account');
      const reason = form.text('reason').slice(0, 500);
      const outcome = await services.revokeMandate(principal, { code, mandate, reason });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      // Whoever withdrew his own mandate has no desk to go back to.
      const own = principal.kind === 'representative' && principal.account === mandate;
      return c.redirect(own ? linkTo(contextFor(tools, undefined, '/'), '/') : back(code), 303);
    }),
  );
}

function ownCode(principal: KnownPrincipal): string {
  if (principal.kind !== 'representative') return '';
  return principal.mandates[0]?.identifier?.value ?? '';
}

function MandatesPage(props: {
  readonly c: PortalContext;
  readonly context: PageContext;
  readonly principal: KnownPrincipal;
  readonly code: string;
  readonly issuer: string;
  readonly accounts?: readonly AccountRow[];
}) {
  const { c, context, principal, code, issuer, accounts } = props;
  const { words } = context;
  const say = accessWords(context.language);
  const end = { path: `${paths.deskMandates}/end`, label: say.revoke, hidden: { code } };
  return (
    <Frame
      context={context}
      title={say.mandatesTitle}
      heading={<PageHeading title={say.mandatesTitle} />}
      breadcrumb={[
        { label: say.deskTitle, href: linkTo(context, paths.desk) },
        { label: say.mandatesTitle },
      ]}
      robots="noindex"
    >
      <p class="summary">{say.mandatesLead}</p>
      <MandateChooser
        context={context}
        principal={principal}
        path={paths.deskMandates}
        shown={code}
        by="code"
      />
      <form method="get" action={linkTo(context, paths.deskMandates)} class="form-block">
        <Field words={words} id="code" name="code" label={say.chooseCode} value={code} required />
        <p>
          <button class="button" type="submit">
            {say.show}
          </button>
        </p>
      </form>
      {accounts === undefined ? null : accounts.length === 0 ? (
        <p>{say.mandatesNone}</p>
      ) : (
        <AccountTable c={c} context={context} caption={say.mandatesTitle} {...{ accounts, end }} />
      )}
      {accounts === undefined ? null : (
        <Section id="add" heading={say.addMandate}>
          <form method="post" action={linkTo(context, paths.deskMandates)} class="form-block">
            <CsrfField c={c} />
            <input type="hidden" name="code" value={code} />
            <Field words={words} id="name" name="name" label={say.name} required />
            <Field {...{ words, id: 'issuer', name: 'issuer', label: say.issuer, value: issuer }} />
            <Field words={words} id="subject" name="subject" label={say.subject} required />
            <Field words={words} id="from" name="from" type="date" label={say.from} />
            <Field words={words} id="until" name="until" type="date" label={say.until} />
            <ScopeBoxes context={context} />
            <p>
              <button class="button button-first" type="submit">
                {say.add}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Frame>
  );
}

/** What a mandate covers unless more is ticked; a special power is never given unawares. */
const ordinary: ReadonlySet<MandateScope> = new Set(['read', 'speak']);

/** What the mandate covers. */
function ScopeBoxes({ context }: { readonly context: PageContext }) {
  const say = doorWords(context.language);
  return (
    <fieldset>
      <legend>{say.scopeLabel}</legend>
      <p class="hint">{say.scopeHint}</p>
      <input type="hidden" name="limited" value="1" />
      {mandateScopes.map((scope) => (
        <label class="choice-line">
          <input type="checkbox" name="scope" value={scope} checked={ordinary.has(scope)} />
          <span>{say.scopes[scope]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function scopesIn(given: readonly string[]): readonly MandateScope[] {
  return mandateScopes.filter((scope) => given.includes(scope));
}
