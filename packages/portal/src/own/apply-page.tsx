import type { CaseField } from '@credence/casework';
import { problem } from '@credence/domain';
import { ActionButton, Actions, ErrorSummary, type FieldError } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { FormFields, fieldId } from '../case/act-form.tsx';
import { contentOf, fieldOfProblem } from '../case/form-content.ts';
import { refusalText } from '../case/say.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import { ownWords } from '../words/own.ts';
import { factsOf } from './home-page.tsx';
import { OwnFrame } from './own-frame.tsx';
import { ownHome } from './own-home.ts';
import { receiptPath } from './own-paths.ts';

const prefix = 'apply';

interface Tried {
  readonly entered: FormValues;
  readonly errors: readonly FieldError[];
}

/** A creditor asks a court to list a debtor that does not obey its judgment, from its own desk. */
export function applyRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(
    paths.ownApply,
    guarded('case.open', (c, principal) => show(c, principal, ownHome(principal, c))),
  );
  routes.post(
    paths.ownApply,
    guarded('case.open', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const found = await services.viewListingForm(principal, home);
      if (found.kind !== 'found') return show(c, principal, home);
      const { fields } = found.view;
      const say = caseWords(language);
      const { content, faults } = contentOf(fields, { form, points: 0, say, language });
      if (faults.length > 0) {
        c.status(422);
        const errors = faults.map(({ name, says }) => ({ fieldId: fieldId(prefix, name), says }));
        return show(c, principal, home, { entered: form, errors });
      }
      const outcome = await services.applyForListing({ principal, home, said: content });
      if (outcome.kind === 'lodged') {
        const path = receiptPath(outcome.caseId, { subject: home, counter: false });
        return c.redirect(linkTo(contextFor(tools, undefined, path), path), 303);
      }
      const problems =
        outcome.kind === 'refused' ? outcome.problems : [problem('page-not-found', { path: '' })];
      c.status(422);
      const errors = problems.map((each) => {
        const { title, detail } = refusalText(each, language);
        const name = fieldOfProblem(each, fields) ?? fieldFor(each.code);
        const says = `${title}${language === 'zh' ? '。' : '. '}${detail}`;
        return { fieldId: fieldId(prefix, name), says };
      });
      return show(c, principal, home, { entered: form, errors });
    }),
  );

  async function show(
    c: PortalContext,
    principal: Parameters<typeof ownHome>[0],
    home: string,
    tried?: Tried,
  ): Promise<Response> {
    const found = await services.viewListingForm(principal, home);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
    }
    const { view } = found;
    const context = contextFor(tools, view.clock, withQuery(paths.ownApply, { subject: home }));
    const token = <CsrfField c={c} />;
    return sendPage(c, context, <ApplyPage {...{ context, view, token, tried }} />);
  }
}

/** Where a refusal is said that names no field of the form. */
function fieldFor(code: string): string {
  if (code === 'case-exemption-open') return 'notTheCase';
  return code === 'case-superior-missing' ? 'superior' : 'judgment';
}

function ApplyPage(props: {
  readonly context: PageContext;
  readonly view: { readonly subject: Parameters<typeof factsOf>[1]['subject'] } & {
    readonly fields: readonly CaseField[];
  };
  readonly token: Child;
  readonly tried: Tried | undefined;
}) {
  const { context, view, token, tried } = props;
  const say = ownWords(context.language);
  const { errors = [], entered } = tried ?? {};
  return (
    <OwnFrame
      context={context}
      title={say.applyTitle}
      facts={factsOf(context, view)}
      behind={[{ label: say.title, path: paths.deskOwn }]}
    >
      {errors.length === 0 ? null : <ErrorSummary words={context.words} errors={errors} />}
      <p class="summary">{say.applyLead}</p>
      <form class="form-block" method="post" action={linkTo(context, paths.ownApply)}>
        {token}
        <input type="hidden" name="subject" value={view.subject.id} />
        <FormFields {...{ context, prefix, points: [], entered, errors }} fields={view.fields} />
        <Actions>
          <ActionButton rank="first">{say.applySend}</ActionButton>
        </Actions>
      </form>
    </OwnFrame>
  );
}
