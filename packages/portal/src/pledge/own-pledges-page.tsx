import type { CaseField, OwnPledgesView } from '@credence/casework';
import { localise } from '@credence/domain';
import { ActionButton, Actions, ErrorSummary, Section, type FieldError } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FormFields } from '../case/act-form.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { OwnFrame } from '../own/own-frame.tsx';
import { factsOf } from '../own/home-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath, paths } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { pledgeWords } from '../words/pledge/pledges.ts';
import { Parts } from './pledges-page.tsx';

/** Names the fields of the form on the page. */
export const pledgeForm = 'pledge';

/** What is asked for: the item, the office, and the number it gave. */
export function fieldsOf({ pledges, offices }: OwnPledgesView): readonly CaseField[] {
  const open = pledges.filter(({ excluded }) => excluded.length === 0);
  return [
    {
      ...{ name: 'item', kind: 'choice', required: true },
      options: open.map(({ pledge }) => ({ code: pledge.id, title: pledge.title })),
    },
    {
      ...{ name: 'office', kind: 'choice', required: true },
      options: offices.map(({ code, name }) => ({ code, title: name })),
    },
    { name: 'number', kind: 'text', required: true },
    { name: 'reuses', kind: 'text', required: false },
  ];
}

/** Which items an organisation may ask for, why not the others, and the form to ask. */
export function OwnPledgesPage(props: {
  readonly context: PageContext;
  readonly view: OwnPledgesView;
  readonly token: Child;
  readonly entered?: FormValues;
  readonly errors?: readonly FieldError[];
}) {
  const { context, view, token, entered, errors = [] } = props;
  const { language } = context;
  const say = pledgeWords(language);
  const fields = fieldsOf(view);
  const mayAsk = view.pledges.some(({ excluded }) => excluded.length === 0);
  return (
    <OwnFrame
      context={context}
      title={say.ownTitle}
      facts={factsOf(context, view)}
      behind={[{ label: ownWords(language).title, path: paths.deskOwn }]}
    >
      {errors.length === 0 ? null : <ErrorSummary words={context.words} errors={errors} />}
      <p class="summary">{say.ownLead}</p>
      <p>{say.free}</p>
      {view.pledges.length === 0 ? <p>{say.ownNone}</p> : null}
      {view.pledges.map((each) => (
        <Item context={context} item={each} />
      ))}
      {mayAsk ? (
        <Section id="ask" heading={say.askTitle}>
          <form class="form-block" method="post" action={linkTo(context, paths.ownPledges)}>
            {token}
            <input type="hidden" name="subject" value={view.subject.id} />
            <FormFields {...{ context, prefix: pledgeForm, points: [], entered, errors, fields }} />
            <Actions>
              <ActionButton rank="first">{say.ask}</ActionButton>
            </Actions>
          </form>
        </Section>
      ) : null}
    </OwnFrame>
  );
}

function Item(props: {
  readonly context: PageContext;
  readonly item: OwnPledgesView['pledges'][number];
}) {
  const { context, item } = props;
  const { language } = context;
  const say = pledgeWords(language);
  const { pledge, excluded, cases } = item;
  return (
    <Section
      id={pledge.id}
      heading={localise(pledge.title, language).text}
      aside={<a href={`${linkTo(context, paths.pledges)}#${pledge.id}`}>{say.conditions}</a>}
    >
      <p>{excluded.length === 0 ? say.open : say.shut}</p>
      {excluded.length === 0 ? null : (
        <>
          <p>{say.because}</p>
          <Parts context={context} parts={excluded} />
        </>
      )}
      {cases.length === 0 ? null : (
        <>
          <p>{say.yourCases}</p>
          <ul class="plain-list">
            {cases.map(({ caseId, number, openedOn }) => (
              <li>
                <a href={linkTo(context, casePath(caseId))}>{number}</a>{' '}
                {context.words.date(openedOn)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
