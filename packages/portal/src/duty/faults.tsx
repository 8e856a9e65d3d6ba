import type { DutyView } from '@credence/casework';
import { localise, type Problem } from '@credence/domain';
import { ErrorSummary } from '@credence/pages';

import { refusalText } from '../case/say.ts';
import type { PageContext } from '../page/page-context.ts';

/** Why nothing was taken, at the top of the page, each a link to its field, called as the form does. */
export function Faults(props: {
  readonly context: PageContext;
  readonly problems: readonly Problem[];
  /** Id of the form that it came of. */
  readonly form: string;
  readonly contents?: DutyView['contents'];
}) {
  const { context, problems, form, contents = [] } = props;
  const { language } = context;
  if (problems.length === 0) return null;
  const errors = problems.map((each) => {
    const content = contents.find(({ field }) => field === each.params['field']);
    const params =
      content === undefined
        ? each.params
        : { ...each.params, field: localise(content.title, language).text };
    const { title, detail } = refusalText({ ...each, params }, language);
    const says = `${title}${language === 'zh' ? '。' : '. '}${detail}`;
    return { fieldId: content === undefined ? form : `${form}-${content.field}`, says };
  });
  return <ErrorSummary words={context.words} errors={errors} />;
}
