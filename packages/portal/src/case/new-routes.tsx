import { identityPapers, type Behalf, type KnownPrincipal } from '@credence/casework';
import { problem, type JsonValue } from '@credence/domain';
import type { FieldError } from '@credence/pages';
import type { Hono } from 'hono';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import type { FormValues } from '../desk/form-values.ts';
import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { fileErrors, filesId } from '../paper/file-box.tsx';
import { readPaperForm } from '../paper/read-paper-form.ts';
import { givenIn } from '../paper/waiting-files.ts';
import { casePath, inLanguage, paths, withQuery } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import { fieldId } from './act-form.tsx';
import { contentOf, fieldOfProblem } from './form-content.ts';
import { desksOf, readDesks } from './new-desks.tsx';
import { counterFields, formPrefix, NewCasePage } from './new-page.tsx';
import { refuseFirst } from './refuse-first.ts';
import { refusalText } from './say.ts';

const notHere = problem('page-not-found', { path: '' });

/** Opening a case: whose, about what, and then what it says. */
export function newCaseRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskCasesNew,
    guarded('case.open', (c, principal) => showNew(c, tools, { principal })),
  );
  routes.post(
    paths.deskCasesNew,
    guarded('case.open', async (c, principal) => {
      const { services, language } = tools;
      const read = await readPaperForm(c, {
        ...{ services, principal },
        about: (form) => ({ about: { kind: 'subject', home: form.text('subject') } }),
      });
      if (read.kind === 'refused') return refuseWith(c, read.problem);
      const { form, refused } = read;
      if (refused.length === 0) return openOne(c, tools, { principal, form });
      c.status(422);
      const errors = fileErrors(refused, { fieldId: filesId(formPrefix), language });
      return showNew(c, tools, { principal, form, errors });
    }),
  );
}

interface Given {
  readonly principal: KnownPrincipal;
  readonly form?: FormValues;
  readonly errors?: readonly FieldError[];
}

async function showNew(c: PortalContext, tools: PageTools, given: Given): Promise<Response> {
  const { services } = tools;
  const { principal, form, errors = [] } = given;
  const subject = form?.text('subject') ?? c.req.query('subject') ?? '';
  const key = form?.text('open') ?? c.req.query('open') ?? '';
  const about = form?.text('about') ?? c.req.query('record') ?? c.req.query('about') ?? '';
  const code = (c.req.query('code') ?? '').trim();
  if (subject === '' && code !== '') {
    const known = await services.viewSubject({ by: 'code', code });
    if (known.kind === 'found') {
      const place = inLanguage(paths.deskCasesNew, tools.language);
      return c.redirect(withQuery(place, { subject: known.view.subject.id }), 303);
    }
  }
  const token = <CsrfField c={c} />;
  if (subject === '') {
    const context = contextFor(tools, await services.clock({}), paths.deskCasesNew);
    const unknown = code === '' ? {} : { unknown: code };
    return sendPage(c, context, <NewCasePage {...{ context, token, errors, ...unknown }} />);
  }
  const found = await services.listOpenings(principal, subject);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const address = withQuery(paths.deskCasesNew, { subject, about, open: key });
  const context = contextFor(tools, found.view.clock, address);
  const { view } = found;
  const entered = form === undefined ? {} : { entered: form };
  return sendPage(
    c,
    context,
    <NewCasePage {...{ context, token, errors, view, about, open: key, ...entered }} />,
  );
}

/** The other organisation by its code or its id: a case about who is who names both. */
async function findOther(
  { services }: PageTools,
  given: JsonValue | undefined,
): Promise<
  | { readonly kind: 'unknown'; readonly content: object }
  | { readonly kind: 'settled'; readonly content: { readonly other?: string } }
> {
  if (typeof given !== 'string') return { kind: 'settled', content: {} };
  const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given);
  const found = await services.viewSubject(
    isId ? { by: 'id', id: given } : { by: 'code', code: given },
  );
  return found.kind === 'found'
    ? { kind: 'settled', content: { other: found.view.subject.id } }
    : { kind: 'unknown', content: {} };
}

/** The creditor who is present, and by what he showed who he is. */
function behalfOf(
  name: JsonValue | undefined,
  { identityPaper, counterReason }: { readonly [name: string]: JsonValue },
): Behalf | undefined {
  const paper = identityPapers.find((each) => each === identityPaper);
  if (typeof name !== 'string' || paper === undefined || typeof counterReason !== 'string') {
    return undefined;
  }
  return { kind: 'party', as: 'creditor', name, counter: { paper, reason: counterReason } };
}

async function openOne(
  c: PortalContext,
  tools: PageTools,
  given: { readonly principal: KnownPrincipal; readonly form: FormValues },
): Promise<Response> {
  const { services, language } = tools;
  const { principal, form } = given;
  const subject = form.text('subject');
  const found = await services.listOpenings(principal, subject);
  if (found.kind === 'refused') return refuseFirst(c, found.problems);
  if (found.kind === 'not-found') return refuseWith(c, notHere);
  const opening = found.view.about
    .flatMap(({ openings }) => openings)
    .find(({ key }) => key === form.text('open'));
  if (opening === undefined) return refuseWith(c, notHere);
  const asked = { form, points: 0, say: caseWords(language), language };
  const { content, faults } = contentOf(opening.fields, asked);
  const desks = readDesks(desksOf(opening.kind, found.view), { form, language });
  const present = contentOf(opening.counter === undefined ? [] : counterFields(language), asked);
  const other = await findOther(tools, content['other']);
  const wrong = [
    ...[...faults, ...present.faults, ...desks.faults],
    ...(other.kind === 'unknown' ? [{ name: 'other', says: caseWords(language).newNotFound }] : []),
  ];
  if (wrong.length > 0) {
    c.status(422);
    const errors = wrong.map(({ name, says }) => ({ fieldId: fieldId(formPrefix, name), says }));
    return showNew(c, tools, { principal, form, errors });
  }
  const own = found.view.own ?? '';
  const behalf = behalfOf(content['creditor'], present.content);
  const outcome = await services.openCase({
    principal,
    ...(behalf === undefined ? {} : { behalf }),
    subject: { by: 'id', id: subject },
    papers: givenIn(form),
    content: {
      desks: { own, ...desks.content },
      // What is settled is plain JSON of the matter's own payload.
      matter: {
        ...(opening.fixed as { readonly [name: string]: JsonValue }),
        ...content,
        ...other.content,
      },
    },
  });
  if (outcome.kind === 'not-found') return refuseWith(c, notHere);
  if (outcome.kind === 'recorded') {
    return c.redirect(inLanguage(casePath(outcome.caseId), language), 303);
  }
  const [first] = outcome.problems;
  if (first === undefined || outcome.problems.some(({ code }) => code === 'not-permitted')) {
    return refuseFirst(c, outcome.problems);
  }
  c.status(statusOf(first));
  const errors = outcome.problems.map((each) => {
    const name = fieldOfProblem(each, opening.fields);
    const { title, detail } = refusalText(each, language);
    const place = name === undefined ? 'new-case' : fieldId(formPrefix, name);
    return { fieldId: place, says: `${title}${language === 'zh' ? '。' : '. '}${detail}` };
  });
  return showNew(c, tools, { principal, form, errors });
}
