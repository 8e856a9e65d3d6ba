import type { Purpose } from '@credence/casework';
import { problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { formOf, purposeIn, readTimes } from '../desk/replay/replay-route.tsx';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { WhyPage } from './why-page.tsx';

/** Purposes a result about a subject may be asked for; a policy says by whom. */
const whyPurposes: readonly Purpose[] = ['own', 'supervision', 'review', 'oversight'];

/** Results of programs about one subject, as a page and as data; never public (guards N13, G40). */
export function whyRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(paths.deskWhy, whyAnswer(tools, 'page'));
  routes.get(`${paths.deskWhy}.json`, whyAnswer(tools, 'data'));
}

/** Without a code the page is its form alone, and nobody looks. */
function whyAnswer(tools: PageTools, as: 'page' | 'data') {
  const { services } = tools;
  return guarded('subject.explain', async (c, principal) => {
    const purposes = whyPurposes.filter((purpose) =>
      services.offers(principal, 'subject.explain', purpose),
    );
    const form = formOf(c.req.query());
    const purpose = purposeIn(form, whyPurposes, purposes);
    if (purpose === undefined) {
      // None of its purposes is open: asked for any of them, the refusal is noted.
      services.enter(principal, 'subject.explain', 'own');
      const params = { operation: 'subject.explain', purpose: form.purpose };
      return refuseWith(c, problem('not-permitted', params));
    }
    if (form.code === '') {
      const context = contextFor(tools, await services.clock({}), paths.deskWhy);
      return sendPage(c, context, <WhyPage {...{ context, form, purposes }} />);
    }
    const times = readTimes(form);
    if (times.kind === 'refused') return refuseWith(c, times.problem);
    const subject = { by: 'code', code: form.code } as const;
    const query = { subject, times: times.times, purpose };
    const outcome = await services.explainSubject(principal, query);
    if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
    if (outcome.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: '' }));
    }
    const { view } = outcome;
    if (as === 'data') {
      const { asOf, knownAt, lawAt, law, answers } = view;
      return c.json({ asOf, knownAt, lawAt, law, answers });
    }
    const context = contextFor(tools, view.clock, paths.deskWhy);
    return sendPage(c, context, <WhyPage {...{ context, form, purposes, view }} />);
  });
}
