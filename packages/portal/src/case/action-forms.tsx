import type { CaseForm } from '@credence/casework';
import { ActionButton, Actions, Section } from '@credence/pages';

import { linkTo } from '../page/page-context.ts';
import { FileBox, formWithFiles } from '../paper/file-box.tsx';
import { waitingIn } from '../paper/waiting-files.ts';
import { caseActPath } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { FormFields } from './act-form.tsx';
import type { CasePageProps } from './case-page.tsx';
import { isWayOff, placeOf } from './next-acts.ts';
import { refusalText, sayOf } from './say.ts';

/** What whoever looks may do, each in a form of its own, and what he may not with the reason. */
export function ActionForms(props: CasePageProps) {
  const { context, view } = props;
  const say = sayOf(context);
  const { forms } = view.dossier;
  const { phase } = view.standing;
  const open = forms
    .filter(({ refused }) => refused.length === 0)
    .sort((a, b) => placeOf(phase, a.act) - placeOf(phase, b.act));
  const refused = forms.filter((form) => form.refused.length > 0);
  if (forms.length === 0) {
    return (
      <Section heading={say.actions} id="actions">
        <p>{say.actionsNone}</p>
        <p class="quiet">{say.actionsNoneMeaning}</p>
      </Section>
    );
  }
  return (
    <Section heading={say.actions} id="actions">
      {open.length === 0 ? <p>{say.actionsNone}</p> : null}
      {open.map((form) => (
        <OneForm {...props} form={form} />
      ))}
      {refused.length === 0 ? null : <RefusedActs context={context} refused={refused} />}
    </Section>
  );
}

function OneForm(props: CasePageProps & { readonly form: CaseForm }) {
  const { context, view, token, tried, form } = props;
  const { act } = form;
  const words = actWords(context.language, act);
  const isTried = tried?.act === act;
  return (
    <details class="case-act" id={`act-${act}`} open={isTried}>
      <summary>{words.act}</summary>
      <form
        class="form-block"
        method="post"
        enctype={formWithFiles}
        action={linkTo(context, caseActPath(view.standing.caseId, act))}
      >
        {token}
        <input type="hidden" name="seen" value={String(view.dossier.acts)} />
        <FormFields
          context={context}
          prefix={act}
          points={view.dossier.points}
          fields={form.fields}
          entered={isTried ? tried.entered : undefined}
          errors={isTried ? tried.errors : []}
        />
        {form.fields.length === 0 ? null : (
          <FileBox
            {...{ context, prefix: act }}
            waiting={isTried ? waitingIn(tried.entered) : []}
            errors={isTried ? tried.errors : []}
          />
        )}
        <Actions>
          <ActionButton rank={isWayOff(act) ? 'second' : 'first'}>{words.act}</ActionButton>
        </Actions>
      </form>
    </details>
  );
}

function RefusedActs(
  props: Pick<CasePageProps, 'context'> & { readonly refused: readonly CaseForm[] },
) {
  const { context, refused } = props;
  const { words, language } = context;
  const say = sayOf(context);
  return (
    <details class="case-refused">
      <summary>{say.refusedTitle(words.number(refused.length))}</summary>
      <ul class="case-lines">
        {refused.map(({ act, refused: problems }) => (
          <li>
            <b>{actWords(language, act).act}</b>
            {problems.map((each) => {
              const { title, detail } = refusalText(each, language);
              return (
                <p>
                  {title}
                  {language === 'zh' ? '。' : '. '}
                  {detail}
                </p>
              );
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
