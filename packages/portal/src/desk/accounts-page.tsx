import { roles, type AccountRow, type KnownPrincipal, type Role } from '@credence/casework';
import { Field, PageHeading, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { AccountTable } from './account-table.tsx';
import { dayIn, readForm } from './form-values.ts';

/** What a system may be let in for. */
const scopes = ['intake', 'export'] as const;

/** The accounts of one's own agency: who is in, letting someone in, ending it. */
export function accountRoutes(routes: Hono<PortalEnv>, tools: PageTools, issuer: string): void {
  const { services } = tools;
  const here = (context: PageContext) => linkTo(context, paths.deskAccounts);

  routes.get(
    paths.deskAccounts,
    guarded('account.manage', async (c, principal) => {
      const outcome = await services.listAccounts(principal, agencyOf(principal));
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const context = contextFor(tools, await services.clock({}), paths.deskAccounts);
      const { accounts } = outcome;
      const page = <AccountsPage c={c} context={context} accounts={accounts} issuer={issuer} />;
      return sendPage(c, context, page);
    }),
  );

  routes.post(
    paths.deskAccounts,
    guarded('account.manage', async (c, principal) => {
      const form = await readForm(c);
      const [from, until] = [dayIn(form, 'from'), dayIn(form, 'until')];
      if (from.kind === 'refused') return refuseWith(c, from.problem);
      if (until.kind === 'refused') return refuseWith(c, until.problem);
      const machine = form.text('kind') === 'machine';
      const outcome = await services.addAccount(principal, {
        kind: machine ? 'machine' : 'official',
        agency: agencyOf(principal),
        name: form.text('name'),
        issuer: form.text('issuer'),
        subject: form.text('subject'),
        roles: machine ? [] : form.all('role').filter(isRole),
        scopes: machine ? form.all('scope').filter(isScope) : [],
        ...(from.day === undefined ? {} : { from: from.day }),
        ...(until.day === undefined ? {} : { until: until.day }),
      });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      return c.redirect(here(contextFor(tools, undefined, paths.deskAccounts)), 303);
    }),
  );

  routes.post(
    `${paths.deskAccounts}/end`,
    guarded('account.manage', async (c, principal) => {
      const form = await readForm(c);
      const outcome = await services.endAccount(principal, {
        agency: agencyOf(principal),
        account: form.text('account'),
        reason: form.text('reason').slice(0, 500),
      });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      return c.redirect(here(contextFor(tools, undefined, paths.deskAccounts)), 303);
    }),
  );
}

function agencyOf(principal: KnownPrincipal): string {
  return 'agency' in principal ? principal.agency : '';
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

function isScope(text: string): boolean {
  return scopes.some((scope) => scope === text);
}

function AccountsPage(props: {
  readonly c: PortalContext;
  readonly context: PageContext;
  readonly accounts: readonly AccountRow[];
  readonly issuer: string;
}) {
  const { c, context, accounts } = props;
  const say = accessWords(context.language);
  const end = { path: `${paths.deskAccounts}/end`, label: say.end, hidden: {} };
  return (
    <Frame
      context={context}
      title={say.accountsTitle}
      heading={<PageHeading title={say.accountsTitle} />}
      breadcrumb={[
        { label: say.deskTitle, href: linkTo(context, paths.desk) },
        { label: say.accountsTitle },
      ]}
      robots="noindex"
    >
      <p class="summary">{say.accountsLead}</p>
      {accounts.length === 0 ? (
        <p>{say.accountsNone}</p>
      ) : (
        <AccountTable c={c} context={context} caption={say.accountsTitle} {...{ accounts, end }} />
      )}
      <Section id="add" heading={say.addAccount}>
        <NewAccountForm {...props} />
      </Section>
    </Frame>
  );
}

function NewAccountForm(props: {
  readonly c: PortalContext;
  readonly context: PageContext;
  readonly issuer: string;
}) {
  const { c, context, issuer } = props;
  const { words } = context;
  const say = accessWords(context.language);
  return (
    <form method="post" action={linkTo(context, paths.deskAccounts)} class="form-block">
      <CsrfField c={c} />
      <Choice name="kind" type="radio" legend={say.kind} checked="official">
        {[
          ['official', say.kinds.official],
          ['machine', say.kinds.machine],
        ]}
      </Choice>
      <Field words={words} id="name" name="name" label={say.name} required />
      <Field words={words} id="issuer" name="issuer" label={say.issuer} value={issuer} required />
      <Field
        {...{ words, id: 'subject', name: 'subject', label: say.subject, hint: say.subjectHint }}
        required
      />
      <Choice name="role" type="checkbox" legend={say.rolesLabel}>
        {roles.map((role) => [role, say.roles[role]])}
      </Choice>
      <Choice name="scope" type="checkbox" legend={say.scopesLabel}>
        {scopes.map((scope) => [scope, say.purposes[scope]])}
      </Choice>
      <Field words={words} id="from" name="from" type="date" label={say.from} />
      <Field words={words} id="until" name="until" type="date" label={say.until} />
      <p>
        <button class="button button-first" type="submit">
          {say.add}
        </button>
      </p>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly type: 'radio' | 'checkbox';
  readonly legend: string;
  readonly checked?: string;
  readonly children: readonly (readonly [value: string, label: string])[] | string[][];
}) {
  const { name, type, legend, checked, children } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="form-row">
        {children.map(([value = '', label = '']) => (
          <label>
            <input type={type} name={name} value={value} checked={value === checked} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
