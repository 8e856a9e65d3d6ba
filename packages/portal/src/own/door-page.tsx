import type { DoorRoute, DoorView, KnownPrincipal, ReceivePaperCommand } from '@credence/casework';
import { describeProblem, problem, type Problem } from '@credence/domain';
import { Day, Refusal, Section, TitleText, type FieldError } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { FormValues } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { fileErrors, filesId } from '../paper/file-box.tsx';
import { readPaperForm } from '../paper/read-paper-form.ts';
import { paths } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { doorWords, type DoorWords } from '../words/own-door.ts';
import { DoorBoxes } from './door-boxes.tsx';
import { DoorChoices } from './door-choices.tsx';
import {
  boxOf,
  choiceOf,
  emptyDraft,
  faultsOf,
  orderOf,
  readDraft,
  targetOf,
  withAnotherPoint,
  type DoorDraft,
} from './door-form.ts';
import { DoorPreview } from './door-preview.tsx';
import { EventName } from './own-events.tsx';
import { CaseName } from './held-section.tsx';
import { factsOf } from './home-page.tsx';
import { OwnFrame } from './own-frame.tsx';
import { ownHome } from './own-home.ts';
import { doorPath, idOf, receiptPath } from './own-paths.ts';
import { RecordName } from './record-line.tsx';

/** The one door: five choices before a record or a case, boxes, a check, and the receipt. */
export function doorRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.ownDoor,
    guarded('case.open', async (c, principal) => {
      const asked = {
        ...{ record: c.req.query('record'), case: c.req.query('case') },
        ...{ evaluation: c.req.query('evaluation'), event: c.req.query('event') },
      };
      const home = ownHome(principal, c);
      const opened = await openDoor(c, tools, principal, { ...asked, home });
      if ('answer' in opened) return opened.answer;
      const { view } = opened;
      const choice = choiceOf(c.req.query('choice'));
      const route = view.routes.find((each) => each.choice === choice);
      const counter = principal.kind === 'official';
      const draft = choice === undefined ? undefined : emptyDraft(choice, counter);
      return sendDoor(c, tools, { view, route, draft, counter });
    }),
  );

  routes.post(
    paths.ownDoor,
    guarded('case.open', async (c, principal) => {
      const read = await readPaperForm(c, {
        ...{ services: tools.services, principal },
        about: (sent) => ({
          about: aboutOf(sent),
          ...(principal.kind === 'official' ? { counter: true as const } : {}),
        }),
      });
      if (read.kind === 'refused') return refuseWith(c, read.problem);
      const { form, refused } = read;
      const asked = {
        ...{ record: form.text('record'), case: form.text('case') },
        ...{ evaluation: form.text('evaluation'), event: form.text('event') },
      };
      const home = form.text('subject');
      const opened = await openDoor(c, tools, principal, { ...asked, home });
      if ('answer' in opened) return opened.answer;
      return takeStep(c, tools, { principal, form, refused, view: opened.view });
    }),
  );
}

async function takeStep(
  c: PortalContext,
  tools: PageTools,
  given: {
    readonly principal: KnownPrincipal;
    readonly form: FormValues;
    /** Files that were not taken. */
    readonly refused: readonly Problem[];
    readonly view: DoorView;
  },
): Promise<Response> {
  const { principal, form, view } = given;
  const route = view.routes.find(({ choice }) => choice === choiceOf(form.text('choice')));
  const draft = readDraft(form, route?.toShow ?? []);
  if (route === undefined || draft === undefined) {
    const params = { parameter: 'choice', value: form.text('choice').slice(0, 40), accepted: '—' };
    return refuseWith(c, problem('parameter-invalid', params));
  }
  const counter = principal.kind === 'official';
  // Whoever is at a counter says so even where the form was made by hand.
  const whole = counter && draft.counter === undefined ? withCounter(draft) : draft;
  const step = form.text('step');
  if (step === 'more' || step === 'edit') {
    const next = step === 'more' ? withAnotherPoint(whole) : whole;
    return sendDoor(c, tools, { view, route, draft: next, counter });
  }
  const files = fileErrors(given.refused, { fieldId: filesBox(whole), language: tools.language });
  const errors = [...errorsOf(tools, whole), ...files];
  if (errors.length > 0 || step !== 'send') {
    const preview = errors.length === 0;
    return sendDoor(c, tools, { view, route, draft: whole, counter, errors, preview });
  }
  const say = doorWords(tools.language);
  const { target, subject } = view;
  const order = orderOf(whole, say.pledgeText);
  const outcome = await tools.services.lodge({ principal, home: subject.id, target, ...order });
  if (outcome.kind === 'not-found') return refuseWith(c, notHere(view));
  if (outcome.kind === 'refused') {
    return sendDoor(c, tools, {
      ...{ view, route, draft: whole, counter },
      errors: outcome.problems.map((each) => errorFor(tools, each, { draft: whole, route })),
    });
  }
  const path = receiptPath(outcome.caseId, { subject: subject.id, counter });
  return c.redirect(linkTo(contextFor(tools, undefined, path), path), 303);
}

/** A case that runs, where the door stands before one; else whose record it is. */
function aboutOf(form: FormValues): ReceivePaperCommand['about'] {
  const caseId = form.text('case');
  if (caseId !== '') return { kind: 'case', caseId };
  return { kind: 'subject', home: form.text('subject') };
}

/** Where something about files is said: at their first box. */
function filesBox({ choice }: DoorDraft): string {
  return choice === 'put-right' ? filesId('') : filesId('', 1);
}

function withCounter(draft: DoorDraft): DoorDraft {
  return { ...draft, counter: { present: '', paper: '', reason: '' } };
}

function errorsOf(tools: PageTools, draft: DoorDraft): readonly FieldError[] {
  const say = doorWords(tools.language);
  return faultsOf(draft).map((fieldId) => ({ fieldId, says: say.needed(labelOf(say, fieldId)) }));
}

/** What a box is called, as its form has it. */
function labelOf(say: DoorWords, fieldId: string): string {
  const point = /^point-([0-9]+)$/.exec(fieldId)?.[1];
  if (point !== undefined) return say.point(Number(point));
  if (fieldId === 'present') return say.present;
  return fieldId === 'paper' ? say.paper : say.counterReason;
}

/** A refusal of the use case at the box it is about, else at the first. */
function errorFor(
  tools: PageTools,
  found: Problem,
  { draft, route }: { readonly draft: DoorDraft; readonly route: DoorRoute },
): FieldError {
  const { title, detail, todo } = describeProblem(found, tools.language);
  const { field } = found.params;
  const gap = tools.language === 'zh' ? '。' : '. ';
  const end = tools.language === 'zh' ? '' : ' ';
  const fieldId = boxOf(typeof field === 'string' ? field : '', draft, route.toShow);
  return { fieldId, says: `${title}${gap}${detail}${end}${todo}` };
}

function notHere(view: DoorView): Problem {
  const { target } = view;
  const value = idOf(target);
  return problem('case-target-missing', { value });
}

async function openDoor(
  c: PortalContext,
  tools: PageTools,
  principal: KnownPrincipal,
  asked: {
    readonly record: string | undefined;
    readonly case: string | undefined;
    readonly evaluation: string | undefined;
    readonly event: string | undefined;
    readonly home: string;
  },
): Promise<{ readonly view: DoorView } | { readonly answer: Response }> {
  const target = targetOf(asked);
  if (target === undefined) {
    return { answer: await refuseWith(c, problem('case-target-missing', { value: '—' })) };
  }
  const outcome = await tools.services.viewDoor(principal, { home: asked.home, target });
  if (outcome.kind === 'refused') return { answer: await refuseWith(c, outcome.problem) };
  if (outcome.kind === 'found') return { view: outcome.view };
  const value = idOf(target);
  return { answer: await refuseWith(c, problem('case-target-missing', { value })) };
}

interface DoorState {
  readonly view: DoorView;
  readonly route: DoorRoute | undefined;
  readonly draft: DoorDraft | undefined;
  readonly counter: boolean;
  readonly errors?: readonly FieldError[];
  readonly preview?: boolean;
}

function sendDoor(c: PortalContext, tools: PageTools, state: DoorState): Response {
  const { view, route, counter } = state;
  const path = doorPath(view.target, {
    ...{ subject: view.subject.id, counter },
    ...(route === undefined ? {} : { choice: route.choice }),
  });
  const context = contextFor(tools, view.clock, path);
  return sendPage(c, context, <DoorPage context={context} state={state} />);
}

function DoorPage(props: { readonly context: PageContext; readonly state: DoorState }) {
  const { context, state } = props;
  const { view, route, counter, preview = false } = state;
  const { language } = context;
  const say = doorWords(language);
  const behind = counter
    ? { label: say.counterTitle, path: paths.deskCounter }
    : { label: ownWords(language).title, path: paths.deskOwn };
  return (
    <OwnFrame
      context={context}
      title={say.title}
      facts={[...factsOf(context, view), <TargetName context={context} view={view} />]}
      behind={[behind]}
    >
      <p class="summary">{say.lead}</p>
      {preview ? null : (
        <DoorChoices
          {...{ context, counter, routes: view.routes, place: view.target }}
          subject={view.subject.id}
          chosen={route?.choice}
        />
      )}
      {route === undefined ? null : <Chosen context={context} state={state} route={route} />}
    </OwnFrame>
  );
}

function TargetName(props: { readonly context: PageContext; readonly view: DoorView }): Child {
  const { context, view } = props;
  if (view.record !== undefined) return <RecordName context={context} record={view.record} />;
  if (view.evaluation !== undefined) {
    const { title, on } = view.evaluation;
    return (
      <>
        <TitleText words={context.words} text={title} /> <Day words={context.words} on={on} />
      </>
    );
  }
  if (view.event !== undefined) return <EventName {...{ context }} event={view.event} />;
  return view.case === undefined ? null : <CaseName context={context} line={view.case} />;
}

function Chosen(props: {
  readonly context: PageContext;
  readonly state: DoorState;
  readonly route: DoorRoute;
}) {
  const { context, state, route } = props;
  const { view, draft, errors = [], preview = false } = state;
  const { words, language } = context;
  const say = doorWords(language);
  const [refused] = route.refused;
  if (refused !== undefined) {
    const { title, detail, todo } = describeProblem(refused, language);
    const gap = language === 'zh' ? '' : ' ';
    return <Refusal words={words} heading={title} rule={`${detail}${gap}${todo}`} />;
  }
  if (draft === undefined) return null;
  if (preview) return <DoorPreview {...{ context, view, route, draft }} />;
  return (
    <Section id="say" heading={say.choices[route.choice].name}>
      <DoorBoxes {...{ context, view, route, draft, errors }} />
    </Section>
  );
}
