import type { ConsentCommand, OwnDeskView } from '@credence/casework';
import { problem } from '@credence/domain';
import { Field, Section } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';

/** The organisation agrees to be served in its inbox, or takes that back; nobody does so for it. */
export function consentRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.post(
    paths.ownConsent,
    guarded('case.open', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const mail = form.text('mail');
      const consent: ConsentCommand['consent'] =
        form.text('consent') === 'revoked'
          ? { kind: 'revoked' }
          : { kind: 'given', ...(mail === '' ? {} : { mail }) };
      const subject = { by: 'id', id: home } as const;
      const outcome = await tools.services.setServiceConsent({ principal, subject, consent });
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
      }
      if (outcome.kind === 'refused') {
        const [first = problem('page-not-found', { path: '' })] = outcome.problems;
        return refuseWith(c, first);
      }
      const back = withQuery(paths.deskOwn, { subject: home });
      return c.redirect(`${linkTo(contextFor(tools, undefined, back), back)}#consent`, 303);
    }),
  );
}

/** Whether consent stands, until when, and the one form that gives or ends it. */
export function ConsentSection(props: {
  readonly context: PageContext;
  readonly view: OwnDeskView;
  readonly token: Child;
}) {
  const { context, view, token } = props;
  const { words } = context;
  const say = ownWords(context.language);
  const { consent } = view;
  return (
    <Section id="consent" heading={say.consent}>
      <p>
        {consent === undefined ? say.consentSays : say.consentStands(words.date(consent.until))}
      </p>
      {consent?.mail === undefined ? null : <p>{say.consentMail(consent.mail)}</p>}
      <form method="post" action={linkTo(context, paths.ownConsent)} class="form-block">
        {token}
        <input type="hidden" name="subject" value={view.subject.id} />
        {consent === undefined ? (
          <Field
            {...{ words, id: 'mail', name: 'mail' }}
            label={say.consentMailLabel}
            hint={say.consentMailHint}
          />
        ) : null}
        <p>
          <button
            class="button"
            type="submit"
            name="consent"
            value={consent === undefined ? 'given' : 'revoked'}
          >
            {consent === undefined ? say.consentGive : say.consentRevoke}
          </button>
        </p>
      </form>
    </Section>
  );
}
