import type { ImpactsView } from '@credence/casework';
import { localise } from '@credence/domain';
import { ActionButton, Actions, Field, Section } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskImpactPath } from '../request/paths.ts';
import { sayOf } from './impact-frame.tsx';

/** Against which edition, and on which day, the draft is to be counted. */
export function RunForm(props: {
  readonly context: PageContext;
  readonly view: ImpactsView;
  readonly token: Child;
}) {
  const { context, view, token } = props;
  const { words, language } = context;
  const say = sayOf(context);
  return (
    <Section id="run" heading={say.runHeading}>
      <p class="prose">{say.runLead}</p>
      <form
        class="form-block"
        method="post"
        action={linkTo(context, deskImpactPath(view.draft.hash))}
      >
        {token}
        <div class="field">
          <label for="baseline">{say.baseline}</label>
          <select id="baseline" name="baseline">
            <option value="">{say.lawOfDay}</option>
            {view.editions.map(({ code, title }) => (
              <option value={code}>
                {localise(title, language).text} ({code})
              </option>
            ))}
          </select>
        </div>
        <Field words={words} id="day" name="day" type="date" label={say.day} />
        <Actions>
          <ActionButton>{say.run}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}
