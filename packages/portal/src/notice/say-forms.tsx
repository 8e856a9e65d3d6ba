import { ActionButton, Actions } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { FormFields } from '../case/act-form.tsx';
import { linkTo } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { noticeWords } from '../words/notice.ts';
import { KeyFields, type NoticePageProps } from './notice-fields.tsx';

const points = { name: 'points', kind: 'points', required: true } as const;

/** What may be said against what stands: each leads to a case of its own. */
export function SayForms(props: NoticePageProps) {
  const { context, held, view, tried } = props;
  const say = noticeWords(context.language);
  return (
    <>
      {view.choices.map((choice) => {
        const isTried = tried?.form === choice;
        return (
          <details class="case-act" id={`act-${choice}`} open={isTried}>
            <summary>{say.choices[choice]}</summary>
            <form class="form-block" method="post" action={linkTo(context, paths.noticeSay)}>
              <FormToken />
              <KeyFields {...held} />
              <input type="hidden" name="choice" value={choice} />
              <p>{say.choicesSay[choice]}</p>
              <p class="quiet">{say.pointsHint}</p>
              <FormFields
                context={context}
                prefix={choice}
                points={[]}
                fields={[points]}
                entered={isTried ? tried.entered : undefined}
                errors={isTried ? tried.errors : []}
              />
              <Actions>
                <ActionButton rank="first">{say.send}</ActionButton>
              </Actions>
            </form>
          </details>
        );
      })}
    </>
  );
}
