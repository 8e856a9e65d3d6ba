import type { ImportReport, UploadView } from '@credence/casework';
import { ActionButton, ActionLink, Actions, Field, Section } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths, uploadPath } from '../../request/paths.ts';
import { wordsOf } from './desk-page.tsx';

/** The explicit second step: nothing enters the register by any other press. */
export function DecideForm(props: {
  readonly context: PageContext;
  readonly view: UploadView;
  readonly report: ImportReport;
  readonly token: Child;
  readonly statement?: { readonly first: string; readonly second: string };
  readonly error?: string;
}) {
  const { context, view, report } = props;
  const { words } = context;
  const say = wordsOf(context);
  const path = linkTo(context, uploadPath(view.id));
  const whole = report.problemsTotal === 0;
  const taking = report.fresh + report.changed;
  const fresh = words.number(taking);
  const review = taking === 0 && report.toReview > 0;
  const faulty = report.refused > report.toReview;
  return (
    <Section heading={say.decideTitle} id="decide">
      {taking > 0 || review ? (
        <form method="post" action={`${path}/accept`} class="decide">
          {props.token}
          {review ? null : <Statement {...props} />}
          {faulty ? <p>{say.takeValidMeaning}</p> : null}
          <Actions>
            <ActionButton rank="first" name="take" value={whole ? 'all' : 'valid'}>
              {review
                ? say.sendToReview(words.number(report.toReview))
                : whole
                  ? say.takeAll(fresh)
                  : say.takeValid(fresh)}
            </ActionButton>
            {whole ? null : (
              <ActionLink href={linkTo(context, `${paths.deskIntake}?item=${view.item.importAs}`)}>
                {say.mendAndReturn}
              </ActionLink>
            )}
          </Actions>
        </form>
      ) : (
        <p>{say.nothingToTake}</p>
      )}
      <form method="post" action={`${path}/discard`} class="after-block">
        {props.token}
        <ActionButton>{say.discard}</ActionButton>
      </form>
    </Section>
  );
}

/** Two officials may state service, where rows say nothing about it. */
function Statement(props: {
  readonly context: PageContext;
  readonly report: ImportReport;
  readonly statement?: { readonly first: string; readonly second: string };
  readonly error?: string;
}) {
  const { context, report, statement, error } = props;
  const { words } = context;
  const say = wordsOf(context);
  const unserved = report.warnings.find(({ code }) => code === 'service-not-shown')?.rows ?? 0;
  if (unserved === 0) return null;
  return (
    <fieldset class="statement-of-service">
      <legend>{say.serviceTitle}</legend>
      <p>{say.serviceMeaning(words.number(unserved))}</p>
      <Field
        words={words}
        id="first-official"
        name="first-official"
        label={say.serviceFirst}
        hint={say.serviceOptional}
        value={statement?.first ?? ''}
        {...(error === undefined ? {} : { error })}
      />
      <Field
        words={words}
        id="second-official"
        name="second-official"
        label={say.serviceSecond}
        value={statement?.second ?? ''}
      />
    </fieldset>
  );
}
