import type { DutyForm, DutyOutcome, KnownPrincipal } from '@credence/casework';
import { problem, type JsonValue, type Problem } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { paperOf } from '../own/door-form.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo } from '../page/page-context.ts';
import { withQuery } from '../request/paths.ts';
import { DeskFilingPage, deskFilingPath, type DeskHand } from './desk-filing-page.tsx';

const hands = [
  { hand: 'statement', operation: 'duty.oversee', purpose: 'supervision' },
  { hand: 'counter', operation: 'case.counter', purpose: 'counter' },
] as const;

/** Reports that an official writes down: at a counter, and from a paper that was handed in. */
export function deskFilingRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  for (const { hand, operation, purpose } of hands) {
    const path = deskFilingPath(hand);
    routes.get(
      path,
      guarded(operation, (c, principal) => {
        const entered = services.enter(principal, operation, purpose);
        if (entered.kind === 'refused') return refuseWith(c, entered.problem);
        return answerForm(tools, c, { hand });
      }),
    );
    routes.post(
      path,
      guarded(operation, async (c, principal) => {
        const entered = services.enter(principal, operation, purpose);
        if (entered.kind === 'refused') return refuseWith(c, entered.problem);
        const form = await readForm(c);
        const outcome = await fileAtDesk(tools, { principal, hand, form });
        if (outcome.kind === 'refused') {
          return answerForm(tools, c, { hand, sent: { form, problems: outcome.problems } });
        }
        const to = withQuery(path, { duty: form.text('duty'), receipt: outcome.id });
        return c.redirect(linkTo(contextFor(tools, undefined, to), to), 303);
      }),
    );
  }
}

/** What a form says of a duty; nothing of one that today's law does not know. */
export function saidFor(form: DutyForm | undefined, sent: FormValues): JsonValue {
  return Object.fromEntries((form?.contents ?? []).map(({ field }) => [field, sent.text(field)]));
}

async function fileAtDesk(
  { services }: PageTools,
  asked: {
    readonly principal: KnownPrincipal;
    readonly hand: DeskHand;
    readonly form: FormValues;
  },
): Promise<DutyOutcome> {
  const { principal, hand, form } = asked;
  const [code, duty, key] = [form.text('code'), form.text('duty'), form.text('key')];
  const { forms } = await services.dutyForms();
  const found = forms.find((each) => each.duty === duty);
  if (found === undefined) return refused(problem('duty-unknown', { value: duty.slice(0, 40) }));
  const paper = paperOf(form.text('paper'));
  if (hand === 'counter' && paper === undefined) {
    return refused(problem('case-nothing-said', { field: 'paper', value: 0, accepted: '1' }));
  }
  const home = await services.findOwnHome(code);
  if (home === undefined)
    return refused(problem('subject-not-found', { subject: code.slice(0, 40) }));
  return services.fileReport({
    ...{ principal, home, duty, said: saidFor(found, form) },
    ...(key === '' ? {} : { key }),
    ...(hand === 'counter' && paper !== undefined
      ? { counter: { paper, reason: form.text('reason') } }
      : {}),
  });
}

function refused(found: Problem): DutyOutcome {
  return { kind: 'refused', problems: [found] };
}

async function answerForm(
  tools: PageTools,
  c: PortalContext,
  given: {
    readonly hand: DeskHand;
    readonly sent?: { readonly form: FormValues; readonly problems: readonly Problem[] };
  },
): Promise<Response> {
  const { hand, sent } = given;
  const { clock, forms } = await tools.services.dutyForms();
  const said = (name: string) => sent?.form.text(name) ?? (c.req.query(name) ?? '').trim();
  const form = forms.find(({ duty }) => duty === said('duty'));
  const address = withQuery(deskFilingPath(hand), { duty: form?.duty });
  const context = contextFor(tools, clock, address);
  const receipt = /^[0-9a-f-]{36}$/.exec(c.req.query('receipt') ?? '')?.[0];
  if (sent !== undefined) c.status(422);
  const page = {
    ...{ context, hand, forms, asked: { code: said('code'), key: said('key') } },
    ...(form === undefined ? {} : { form }),
    ...(sent === undefined ? {} : { sent }),
    ...(receipt === undefined || sent !== undefined ? {} : { receipt }),
  };
  return sendPage(c, context, <DeskFilingPage {...page} />);
}
