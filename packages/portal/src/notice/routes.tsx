import { noticeChoices, noticeSeats, type NoticeKey } from '@credence/casework';
import { problem, type Language, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { fieldId } from '../case/act-form.tsx';
import { contentOf, fieldOfProblem } from '../case/form-content.ts';
import { refuseFirst } from '../case/refuse-first.ts';
import { refusalText } from '../case/say.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import { statusOf } from '../http/answer-problem.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { caseNoticesPath, casePath, inLanguage, noticeActPath, paths } from '../request/paths.ts';
import { caseWords } from '../words/case.ts';
import type { NoticePageProps } from './notice-fields.tsx';
import { NoticeDoor, NoticePage } from './notice-page.tsx';

const notHere = problem('page-not-found', { path: '' });

/**
 * The door for whoever was served a notice with a code. Number and code come in the body of each
 * request, never in an address, and no session is opened: what was shown is nobody's to come back to.
 */
export function noticeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.get(paths.notice, (c) => showDoor(c, tools));
  routes.post(paths.notice, async (c) => show(c, tools, keyIn(await readForm(c))));
  routes.post(noticeActPath(':act'), async (c) => takeStep(c, tools, await readForm(c)));
  routes.post(paths.noticeSay, async (c) => {
    const form = await readForm(c);
    const key = keyIn(form);
    const choice = noticeChoices.find((each) => each === form.text('choice'));
    if (choice === undefined) return refuseWith(c, notHere);
    const points = form
      .all('points')
      .filter((text) => text !== '')
      .map((text) => ({ text, evidence: [] }));
    const outcome = await services.lodgeByNotice(key, { choice, points });
    if (outcome.kind === 'not-found') return refuseWith(c, notHere);
    if (outcome.kind === 'lodged') {
      return show(c, tools, key, { receipt: String(outcome.receipt.position) });
    }
    const errors = outcome.problems.map((each) => ({
      fieldId: fieldId(choice, 'points'),
      says: sentence(each, language),
    }));
    return showAgain(c, tools, key, {
      problems: outcome.problems,
      form: choice,
      entered: form,
      errors,
    });
  });
}

function keyIn(form: FormValues): NoticeKey {
  return { number: form.text('number').slice(0, 60), code: form.text('code').slice(0, 60) };
}

async function showDoor(
  c: PortalContext,
  tools: PageTools,
  refused?: { readonly number: string; readonly problem: Problem },
): Promise<Response> {
  const context = contextFor(tools, await tools.services.clock({}), paths.notice);
  const said = refused === undefined ? undefined : refusalText(refused.problem, tools.language);
  const joint = tools.language === 'zh' ? '' : ' ';
  const why =
    said === undefined
      ? undefined
      : { title: said.title, more: `${said.detail}${joint}${said.todo}` };
  if (refused !== undefined) c.status(404);
  return sendPage(
    c,
    context,
    <NoticeDoor {...{ context, number: refused?.number ?? '', refused: why }} />,
  );
}

async function show(
  c: PortalContext,
  tools: PageTools,
  key: NoticeKey,
  more: Pick<NoticePageProps, 'tried' | 'receipt'> = {},
): Promise<Response> {
  const found = await tools.services.viewByNotice(key);
  if (found.kind === 'refused') {
    return showDoor(c, tools, { number: key.number, problem: found.problem });
  }
  const context = contextFor(tools, found.view.clock, paths.notice);
  return sendPage(
    c,
    context,
    <NoticePage {...{ context, held: key, view: found.view, ...more }} />,
  );
}

async function showAgain(
  c: PortalContext,
  tools: PageTools,
  key: NoticeKey,
  given: NonNullable<NoticePageProps['tried']> & { readonly problems: readonly Problem[] },
): Promise<Response> {
  const { problems, ...tried } = given;
  const [first] = problems;
  c.status(first === undefined ? 422 : statusOf(first));
  return show(c, tools, key, { tried });
}

async function takeStep(c: PortalContext, tools: PageTools, form: FormValues): Promise<Response> {
  const { services, language } = tools;
  const key = keyIn(form);
  const act = c.req.param('act') ?? '';
  const caseId = form.text('case');
  const found = await services.viewByNotice(key);
  if (found.kind === 'refused') {
    return showDoor(c, tools, { number: key.number, problem: found.problem });
  }
  const { view } = found;
  const lodged = view.lodged.find((each) => each.caseId === caseId);
  const fields = (lodged ?? view).forms.find((each) => each.act === act)?.fields ?? [];
  const name = lodged === undefined ? act : `${act}-${caseId}`;
  const asked = { form, points: 0, say: caseWords(language), language };
  const { content, faults } = contentOf(fields, asked);
  if (faults.length > 0) {
    const errors = faults.map(({ name: field, says }) => ({ fieldId: fieldId(name, field), says }));
    return showAgain(c, tools, key, { problems: [], form: name, entered: form, errors });
  }
  const sent = Number.parseInt(form.text('seen'), 10);
  const outcome = await services.actByNotice(key, {
    ...{ act, content },
    ...(Number.isSafeInteger(sent) ? { seen: sent } : {}),
    ...(caseId === '' ? {} : { caseId }),
  });
  if (outcome.kind === 'not-found') return refuseWith(c, notHere);
  if (outcome.kind === 'recorded') {
    return show(c, tools, key, { receipt: String(outcome.receipt.position) });
  }
  const { problems } = outcome;
  const errors = problems.map((each) => {
    const field = fieldOfProblem(each, fields);
    const place = field === undefined ? `act-${name}` : fieldId(name, field);
    return { fieldId: place, says: sentence(each, language) };
  });
  return showAgain(c, tools, key, { problems, form: name, entered: form, errors });
}

function sentence(each: Problem, language: Language): string {
  const { title, detail, todo } = refusalText(each, language);
  return [`${title}${language === 'zh' ? '。' : '. '}`, detail, todo].join(
    language === 'zh' ? '' : ' ',
  );
}

/** The desk of the case gives a notice, as a file that is made once, or takes one back. */
export function caseNoticeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services, language } = tools;
  routes.post(
    caseNoticesPath(':id'),
    guarded('notice.give', async (c, principal) => {
      const form = await readForm(c);
      const as = noticeSeats.find((each) => each === form.text('as'));
      const caseId = c.req.param('id') ?? '';
      const addressee = form.text('addressee').slice(0, 100);
      if (as === undefined) return refuseWith(c, notHere);
      if (addressee === '') return refuseWith(c, problem('case-form', { act: 'noticed' }));
      const outcome = await services.giveNotice(principal, {
        ...{ caseId, as, addressee, language: 'both' },
        enterAt: `${new URL(c.req.url).origin}${paths.notice}`,
      });
      if (outcome.kind === 'refused') return refuseFirst(c, outcome.problems);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      return c.body(new Uint8Array(outcome.bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${outcome.fileName}"`,
      });
    }),
  );
  routes.post(
    `${caseNoticesPath(':id')}/close`,
    guarded('notice.give', async (c, principal) => {
      const caseId = c.req.param('id') ?? '';
      const noticeId = (await readForm(c)).text('notice');
      const outcome = await services.closeNotice(principal, { caseId, noticeId });
      if (outcome.kind === 'refused') return refuseFirst(c, outcome.problems);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      return c.redirect(`${inLanguage(casePath(caseId), language)}#notices`, 303);
    }),
  );
}
