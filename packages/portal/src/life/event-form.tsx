import { lifeEventKinds, lifeForms, type JsonValue } from '@credence/domain';
import { ActionButton, Actions, Field } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { eventWord, formWord, lifeWords } from '../words/life.ts';

/**
 * One form for every event; what an event does not need stays empty, and a refusal says so and keeps
 * what was entered.
 */
export function EventForm(props: {
  readonly context: PageContext;
  readonly code: string;
  readonly entered?: FormValues | undefined;
}) {
  const { context, code, entered } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  const said = (name: string): string => entered?.text(name) ?? '';
  const field = (name: string, label: string, rest: { hint?: string; type?: 'date' } = {}) => (
    <Field {...{ words, id: `life-${name}`, name, label, value: said(name), ...rest }} />
  );
  return (
    <form class="form-block" method="post" action={linkTo(context, paths.deskLife)}>
      <FormToken />
      <input type="hidden" name="code" value={code} />
      <div class="field">
        <label for="life-event">{say.event}</label>
        <select id="life-event" name="event">
          {lifeEventKinds.map((each) => (
            <option value={each} selected={each === said('event')}>
              {eventWord(language, each)}
            </option>
          ))}
        </select>
      </div>
      {field('effectiveOn', say.effectiveOn, { type: 'date' })}
      {field('document', say.document)}
      {field('after', say.after, { hint: say.afterHint })}
      {field('until', say.until, { hint: say.untilHint, type: 'date' })}
      {field('announcedOn', say.announcedOn, { hint: say.announcedHint, type: 'date' })}
      <div class="field">
        <label for="life-form">{say.form}</label>
        <select id="life-form" name="form">
          <option value="">{say.noForm}</option>
          {lifeForms.map((each) => (
            <option value={each} selected={each === said('form')}>
              {formWord(language, each)}
            </option>
          ))}
        </select>
      </div>
      {field('successors', say.successorCodes, { hint: say.successorHint })}
      {field('creditors', say.creditorCodes, { hint: say.creditorHint })}
      <Actions>
        <ActionButton rank="first">{say.enter}</ActionButton>
      </Actions>
    </form>
  );
}

const single = [
  'event',
  'effectiveOn',
  'document',
  'after',
  'until',
  'announcedOn',
  'form',
] as const;

/** What the form says; an empty field is not said at all. */
export function saidInForm(form: FormValues): JsonValue {
  const texts = single.flatMap((name) => {
    const text = form.text(name);
    return text === '' ? [] : [[name, text] as const];
  });
  const codes = (['successors', 'creditors'] as const).flatMap((name) => {
    const given = form.text(name).split(/[\s,，、;；]+/u);
    const all = given.filter((each) => each !== '');
    return all.length === 0 ? [] : [[name, all] as const];
  });
  const said: readonly (readonly [string, string | readonly string[]])[] = [...texts, ...codes];
  return Object.fromEntries<string | readonly string[]>(said);
}
