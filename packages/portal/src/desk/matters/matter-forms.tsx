import { ActionButton, Actions, ErrorSummary, Field, Section, TextArea } from '@credence/pages';

import { linkTo } from '../../page/page-context.ts';
import { matterPath } from '../../request/paths.ts';
import { sayOf } from './matter-frame.tsx';
import type { MatterPageProps } from './matter-page.tsx';

/** What was typed, kept when something had to be changed. */
export interface MatterEntered {
  readonly choice: string;
  readonly reason: string;
  readonly basis: string;
}

/** The next step of whoever may take it; otherwise why it is not his. */
export function MatterForms(props: MatterPageProps) {
  const { context, view, errors = [] } = props;
  const { words } = context;
  const say = sayOf(context);
  if (view.state === 'closed') return null;
  return (
    <Section heading={view.state === 'open' ? say.propose : say.decide} id="step">
      {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
      {view.state === 'open' ? <ProposeForm {...props} /> : <DecideForm {...props} />}
    </Section>
  );
}

function ProposeForm(props: MatterPageProps) {
  const { context, view, token, entered, errors = [] } = props;
  const { words } = context;
  const say = sayOf(context);
  if (!view.may.propose) return <p>{say.mayNot}</p>;
  const errorOf = (id: string) => {
    const found = errors.find(({ fieldId }) => fieldId === id);
    return found === undefined ? {} : { error: found.says };
  };
  return (
    <form
      class="form-block"
      method="post"
      action={`${linkTo(context, matterPath(view.matterId))}/propose`}
    >
      {token}
      <fieldset class="choices" id="choice">
        <legend>{say.choice}</legend>
        {view.choices.map((choice) => (
          <div class="choice">
            <input
              id={`choice-${choice}`}
              type="radio"
              name="choice"
              value={choice}
              required
              checked={entered?.choice === choice}
            />
            <label for={`choice-${choice}`}>
              <b>{say.choices[choice]}</b>
              <span class="hint">{say.choiceHints[choice]}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <TextArea
        words={words}
        id="reason"
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        value={entered?.reason ?? ''}
        {...errorOf('reason')}
      />
      <Field
        words={words}
        id="basis"
        name="basis"
        label={say.basis}
        hint={say.basisHint}
        value={entered?.basis ?? ''}
        {...errorOf('basis')}
      />
      <Actions>
        <ActionButton rank="first">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}

function DecideForm(props: MatterPageProps) {
  const { context, view, token, entered, errors = [] } = props;
  const { words } = context;
  const say = sayOf(context);
  if (view.ownProposal) return <p>{say.own}</p>;
  if (!view.may.decide) return <p>{say.mayNot}</p>;
  const proposal = view.steps.findLast(({ kind }) => kind === 'proposed');
  const action = `${linkTo(context, matterPath(view.matterId))}/decide`;
  const wrong = errors.find(({ fieldId }) => fieldId === 'decline-reason');
  return (
    <>
      {proposal?.kind === 'proposed' ? (
        <p>{say.decideLead(proposal.by.official, say.choices[proposal.choice])}</p>
      ) : null}
      <form class="after-block" method="post" action={action}>
        {token}
        <Actions>
          <ActionButton rank="first" name="verdict" value="agree">
            {say.agree}
          </ActionButton>
        </Actions>
      </form>
      <form class="form-block after-block" method="post" action={action}>
        {token}
        <h3>{say.declineHeading}</h3>
        <TextArea
          words={words}
          id="decline-reason"
          name="reason"
          label={say.declineReason}
          value={entered?.reason ?? ''}
          {...(wrong === undefined ? {} : { error: wrong.says })}
        />
        <Actions>
          <ActionButton name="verdict" value="decline">
            {say.decline}
          </ActionButton>
        </Actions>
      </form>
    </>
  );
}
