import type { TrialAnswer, TrialField, TrialView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  ActionButton,
  ActionLink,
  Actions,
  DataTable,
  DatedTimeline,
  Day,
  ErrorSummary,
  FactList,
  Notice,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, editionPath, paths, tryPath } from '../request/paths.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { TraceWords } from './trace-words.tsx';
import { factParameter, trialQuery } from './trial-query.ts';

interface Given {
  readonly context: PageContext;
  readonly view: TrialView;
}

/** A rule tried with invented facts: all of it in the address, none of it about anyone. */
export function TryPage({ context, view }: Given) {
  const { words } = context;
  const say = rulebookWords(context.language);
  const { card, edition, answer, trial } = view;
  const title = `${say.tryTitle} - ${localise(card.title, context.language).text}`;
  const errors = view.groups.flatMap(({ fields }) =>
    fields.flatMap((field) => errorOf(context, field)),
  );
  return (
    <Frame
      context={context}
      title={title}
      area="rules"
      robots="noindex"
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: edition.code, href: linkTo(context, editionPath(edition.code)) },
        {
          label: <TitleText words={words} text={card.title} />,
          href: linkTo(context, cardPath(edition.code, card.kind, card.id)),
        },
        { label: say.tryTitle },
      ]}
      heading={
        <PageHeading
          above={say.tryTitle}
          title={<TitleText words={words} text={card.title} />}
          facts={[<code>{card.id}</code>]}
        />
      }
    >
      <p class="summary">{say.tryLead}</p>
      {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
      <Samples context={context} view={view} />
      {answer === undefined ? null : <Result context={context} view={view} answer={answer} />}
      <Facts context={context} view={view} />
      {answer === undefined ? null : (
        <>
          <Section heading={say.whyTitle}>
            <TraceWords context={context} words={answer.words[context.language]} outlookElsewhere />
          </Section>
          <Changes context={context} view={view} answer={answer} />
          <Section heading={say.traceTitle}>
            <p>
              <code class="hash">{answer.hash}</code>
            </p>
            <p class="quiet">{say.traceNote}</p>
            <p>
              <a href={linkTo(context, trialQuery(`${tryPath(edition.code, card)}.json`, trial))}>
                {say.asData}
              </a>
            </p>
          </Section>
        </>
      )}
    </Frame>
  );
}

function errorOf(context: PageContext, field: TrialField) {
  if (field.fault === undefined) return [];
  const title = localise(field.title, context.language).text;
  const say = rulebookWords(context.language);
  const says = say.wrongFact(title, field.value, say.accepted[field.type]);
  return [{ fieldId: factParameter(field.name), says }];
}

function Samples({ context, view }: Given) {
  const say = rulebookWords(context.language);
  const action = linkTo(context, tryPath(view.edition.code, view.card));
  return (
    <form class="filter" method="get" action={action} aria-label={say.sample}>
      <div class="field">
        <label for="sample">{say.sample}</label>
        <select id="sample" name="sample">
          {view.samples.map(({ place, says }) => (
            <option value={String(place)} selected={place === view.trial.sample}>
              {`${String(place)}. ${localise(says, context.language).text}`}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {say.chooseSample}
      </button>
    </form>
  );
}

function Result(props: Given & { readonly answer: TrialAnswer }) {
  const { context, view, answer } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  const { clock } = view;
  return (
    <Section id="result" heading={say.resultTitle}>
      <FactList
        facts={[
          { label: say.tryOn, value: <Day words={words} on={view.trial.on} /> },
          {
            label: say.resultOn,
            value: (
              <b>
                <TitleText words={words} text={answer.result} />
              </b>
            ),
          },
          ...(answer.unchanged === undefined
            ? []
            : [
                {
                  label: say.resultUnchanged,
                  value: <TitleText words={words} text={answer.unchanged} />,
                },
              ]),
        ]}
      />
      <h3>{say.stripTitle}</h3>
      <p class="quiet">{say.stripNote}</p>
      <DatedTimeline
        words={words}
        day={view.trial.on}
        today={clock.today}
        legend={false}
        rows={answer.stretches.map(({ begins, ends, result }) => ({
          label: <TitleText words={words} text={result} />,
          note: <Day words={words} on={begins} />,
          term: { tone: ends === 'none' ? 'licence' : 'burden', begins, ends },
        }))}
      />
    </Section>
  );
}

function Facts({ context, view }: Given) {
  const { words } = context;
  const say = rulebookWords(context.language);
  const path = tryPath(view.edition.code, view.card);
  const startOver = trialQuery(path, { ...view.trial, facts: {} });
  return (
    <Section id="facts" heading={say.factsTitle}>
      <form method="get" action={linkTo(context, path)} class="trial">
        <input type="hidden" name="sample" value={String(view.trial.sample)} />
        <div class="field">
          <label for="on">{say.tryOn}</label>
          <input id="on" name="on" type="date" value={view.trial.on} required />
        </div>
        {view.groups.length === 0 ? <Notice>{say.noFacts}</Notice> : null}
        {view.groups.map(({ title, fields }) => (
          <fieldset>
            <legend>
              <TitleText words={words} text={title} />
            </legend>
            <div class="trial-fields">
              {fields.map((field) => (
                <FactField context={context} field={field} />
              ))}
            </div>
          </fieldset>
        ))}
        <Actions>
          <ActionButton rank="first">{say.compute}</ActionButton>
          {view.groups.length === 0 ? null : (
            <ActionLink href={linkTo(context, startOver)}>{say.startOver}</ActionLink>
          )}
        </Actions>
      </form>
    </Section>
  );
}

function FactField({
  context,
  field,
}: {
  readonly context: PageContext;
  readonly field: TrialField;
}) {
  const say = rulebookWords(context.language);
  const id = factParameter(field.name);
  const [error] = errorOf(context, field);
  const wrong = error === undefined ? {} : { 'aria-invalid': 'true' as const };
  const options =
    field.type === 'yes-no'
      ? [
          { code: 'yes', title: { zh: say.yes, en: say.yes } },
          { code: 'no', title: { zh: say.no, en: say.no } },
        ]
      : field.choices;
  const isChoice = field.type === 'yes-no' || field.type === 'code';
  const strange =
    field.value !== '' && isChoice && !options.some(({ code }) => code === field.value);
  return (
    <div class="field">
      <label for={id}>
        <TitleText words={context.words} text={field.title} />
      </label>
      {error === undefined ? null : <p class="field-error">{error.says}</p>}
      {isChoice ? (
        <select id={id} name={id} {...wrong}>
          {field.optional || strange || field.value === '' ? (
            <option value="" selected={field.value === '' || strange}>
              {say.unset}
            </option>
          ) : null}
          {options.map(({ code, title }) => (
            <option value={code} selected={code === field.value}>
              {localise(title, context.language).text}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          name={id}
          type={field.type === 'date' ? 'date' : field.type === 'number' ? 'number' : 'text'}
          value={field.value}
          {...wrong}
        />
      )}
    </div>
  );
}

function Changes(props: Given & { readonly answer: TrialAnswer }) {
  const { context, view, answer } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  const none = say.nextNone(words.date(view.horizon));
  return (
    <Section heading={say.nextTitle}>
      {answer.changes.length === 0 ? (
        <p>{none}</p>
      ) : (
        <DataTable
          caption={say.nextTitle}
          captionHidden
          columns={[
            { key: 'on', label: say.nextDay, heads: true },
            { key: 'result', label: say.nextResult },
            { key: 'because', label: say.nextCause },
          ]}
          rows={answer.changes.map(({ on, result, because }) => ({
            on: <Day words={words} on={on} />,
            result: <TitleText words={words} text={result} />,
            because: (
              <ul class="plain-list">
                {because.map(({ title, from, to }) => (
                  <li>
                    {say.fromTo(
                      localise(title, context.language).text,
                      localise(from, context.language).text,
                      localise(to, context.language).text,
                    )}
                  </li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
    </Section>
  );
}
