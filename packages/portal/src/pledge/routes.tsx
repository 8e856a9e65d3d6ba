import { problem } from '@credence/domain';
import type { FieldError } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { fieldId } from '../case/act-form.tsx';
import { contentOf } from '../case/form-content.ts';
import { refusalText } from '../case/say.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { ownHome } from '../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { casePath, paths, withQuery } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import { fieldsOf, OwnPledgesPage, pledgeForm } from './own-pledges-page.tsx';
import { PledgesPage } from './pledges-page.tsx';

interface Tried {
  readonly entered: FormValues;
  readonly errors: readonly FieldError[];
}

/** Decisions on a pledge: what is open to one, and how an organisation asks for one. */
export function pledgeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(paths.pledges, async (c) => {
    const view = await services.listPledges();
    const context = contextFor(tools, view.clock, paths.pledges);
    return sendPage(c, context, <PledgesPage context={context} view={view} />);
  });
  routes.get(
    paths.ownPledges,
    guarded('case.open', (c, principal) => show(c, principal, ownHome(principal, c))),
  );
  routes.post(
    paths.ownPledges,
    guarded('case.open', async (c, principal) => {
      const form = await readForm(c);
      const home = form.text('subject');
      const found = await services.viewOwnPledges(principal, home);
      if (found.kind !== 'found') return show(c, principal, home);
      const say = caseWords(language);
      const read = contentOf(fieldsOf(found.view), { form, points: 0, say, language });
      const said = (name: string): string => {
        const value = read.content[name];
        return typeof value === 'string' ? value : '';
      };
      if (read.faults.length > 0) {
        c.status(422);
        const errors = read.faults.map(({ name, says }) => ({
          ...{ fieldId: fieldId(pledgeForm, name), says },
        }));
        return show(c, principal, home, { entered: form, errors });
      }
      const reuses = said('reuses');
      const outcome = await services.askOnPledge({
        ...{ principal, home, pledge: said('item'), office: said('office') },
        number: said('number'),
        ...(reuses === '' ? {} : { reuses }),
      });
      if (outcome.kind === 'lodged') {
        const path = casePath(outcome.caseId);
        return c.redirect(linkTo(contextFor(tools, undefined, path), path), 303);
      }
      const problems =
        outcome.kind === 'refused' ? outcome.problems : [problem('page-not-found', { path: '' })];
      c.status(422);
      const errors = problems.map((each) => {
        const { title, detail } = refusalText(each, language);
        const says = `${title}${language === 'zh' ? '。' : '. '}${detail}`;
        return { fieldId: fieldId(pledgeForm, 'item'), says };
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
    const found = await services.viewOwnPledges(principal, home);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: home.slice(0, 40) }));
    }
    const { view } = found;
    const context = contextFor(tools, view.clock, withQuery(paths.ownPledges, { subject: home }));
    const token = <CsrfField c={c} />;
    return sendPage(c, context, <OwnPledgesPage {...{ context, view, token, ...tried }} />);
  }
}
