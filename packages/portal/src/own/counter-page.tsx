import { identityPapers, type IdentityPaper, type OwnDeskView } from '@credence/casework';
import { problem } from '@credence/domain';
import {
  ActionButton,
  Actions,
  ErrorSummary,
  Field,
  FieldFault,
  Section,
  type FieldError,
} from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { CsrfField } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { dutyWords } from '../words/duties.ts';
import { ownWords } from '../words/own.ts';
import { doorWords, type DoorWords } from '../words/own-door.ts';
import { paperOf } from './door-form.ts';
import { HeldCases, HeldEffects, HeldRecords } from './held-section.tsx';
import { factsOf } from './home-page.tsx';
import { OwnFrame } from './own-frame.tsx';

/**
 * For whoever has no account: an official says why and which paper he was shown, and then sees what
 * is held, which leads to the same door. Nothing of an organisation is shown by an address alone.
 */
export function counterRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskCounter,
    guarded('case.counter', async (c, principal) => {
      const entered = services.enter(principal, 'case.counter', 'counter');
      if (entered.kind === 'refused') return refuseWith(c, entered.problem);
      const code = (c.req.query('code') ?? '').trim();
      const context = contextFor(tools, await services.clock({}), paths.deskCounter);
      const asked = { ...nothingAsked, code };
      const token = <CsrfField c={c} />;
      return sendPage(c, context, <CounterPage {...{ context, asked, token }} errors={[]} />);
    }),
  );
  routes.post(
    paths.deskCounter,
    guarded('case.counter', async (c, principal) => {
      const entered = services.enter(principal, 'case.counter', 'counter');
      if (entered.kind === 'refused') return refuseWith(c, entered.problem);
      const form = await readForm(c);
      const asked = {
        code: form.text('code').trim(),
        paper: form.text('paper'),
        reason: form.text('reason'),
      };
      const token = <CsrfField c={c} />;
      const paper = paperOf(asked.paper);
      const errors = faultsIn(asked, paper, doorWords(tools.language));
      if (errors.length > 0 || paper === undefined) {
        const context = contextFor(tools, await services.clock({}), paths.deskCounter);
        const page = <CounterPage {...{ context, asked, token, errors }} />;
        c.status(422);
        return sendPage(c, context, page);
      }
      const missing = problem('subject-not-found', { subject: asked.code.slice(0, 40) });
      const home = await services.findOwnHome(asked.code);
      if (home === undefined) return refuseWith(c, missing);
      const look = { paper, reason: asked.reason };
      const outcome = await services.viewOwnDesk(principal, home, look);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') return refuseWith(c, missing);
      const { view } = outcome;
      const context = contextFor(tools, view.clock, paths.deskCounter);
      const page = <CounterPage {...{ context, asked, token, view }} errors={[]} />;
      return sendPage(c, context, page);
    }),
  );
}

interface Asked {
  readonly code: string;
  readonly paper: string;
  readonly reason: string;
}

const nothingAsked: Asked = { code: '', paper: '', reason: '' };

function faultsIn(
  { code, reason }: Asked,
  paper: IdentityPaper | undefined,
  say: DoorWords,
): readonly FieldError[] {
  return [
    ...(code === '' ? [{ fieldId: 'code', says: say.needed(say.code) }] : []),
    ...(paper === undefined ? [{ fieldId: 'paper', says: say.needed(say.paper) }] : []),
    ...(reason.trim() === '' ? [{ fieldId: 'reason', says: say.needed(say.counterReason) }] : []),
  ];
}

function CounterPage(props: {
  readonly context: PageContext;
  readonly asked: Asked;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  readonly view?: OwnDeskView;
}) {
  const { context, asked, errors, view } = props;
  const { words, language } = context;
  const say = doorWords(language);
  const errorOf = (id: string) => {
    const found = errors.find(({ fieldId }) => fieldId === id);
    return found === undefined ? {} : { error: found.says };
  };
  return (
    <OwnFrame
      context={context}
      title={say.counterTitle}
      facts={view === undefined ? [] : factsOf(context, view)}
    >
      {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
      <p class="summary">{say.counterPageLead}</p>
      {view === undefined ? (
        <form method="post" action={linkTo(context, paths.deskCounter)} class="form-block">
          {props.token}
          <Field
            {...{ words, id: 'code', name: 'code', label: say.code, value: asked.code }}
            {...errorOf('code')}
            required
          />
          <PaperChoice {...{ words, say }} chosen={asked.paper} {...errorOf('paper')} />
          <Field
            {...{ words, id: 'reason', name: 'reason', label: say.counterReason }}
            {...errorOf('reason')}
            value={asked.reason}
            hint={say.counterReasonHint}
            required
          />
          <Actions>
            <ActionButton rank="first">{say.open}</ActionButton>
          </Actions>
        </form>
      ) : (
        <>
          <p>
            <a href={linkTo(context, paths.deskCounter)}>{say.counterNext}</a>
          </p>
          <Choosing context={context} view={view} />
        </>
      )}
    </OwnFrame>
  );
}

export function PaperChoice(props: {
  readonly words: PageContext['words'];
  readonly say: DoorWords;
  readonly chosen: string;
  readonly error?: string;
}) {
  const { words, say, chosen, error } = props;
  return (
    <div class="field">
      <label for="paper">{say.paper}</label>
      <FieldFault words={words} id="paper" error={error} />
      <select
        id="paper"
        name="paper"
        required
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : 'paper-error'}
      >
        <option value="">{say.paperChoose}</option>
        {identityPapers.map((each) => (
          <option value={each} selected={each === chosen}>
            {say.papers[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Choosing({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: OwnDeskView;
}) {
  const own = ownWords(context.language);
  const held = { context, subject: view.subject.id, counter: true };
  const stands = view.cases.filter(
    ({ kind, effect }) => kind === 'listing' && !['none', 'ended'].includes(effect.kind),
  );
  return (
    <>
      <p>
        <a href={linkTo(context, withQuery(paths.counterDuty, { code: codeIn(view) }))}>
          {dutyWords(context.language).counterTitle}
        </a>
      </p>
      <Section id="held" heading={own.held}>
        <HeldRecords {...held} records={view.records} />
      </Section>
      <Section id="effects" heading={own.effects}>
        <HeldEffects {...held} cases={stands} />
      </Section>
      <Section id="cases" heading={own.cases}>
        <HeldCases {...held} cases={view.cases} />
      </Section>
    </>
  );
}

function codeIn({ subject }: OwnDeskView): string | undefined {
  return subject.identifiers[0]?.value;
}
