import type { TrialAnswer } from '@credence/casework';
import { Notice } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { rulebookWords } from '../words/rulebook.ts';

type Written = TrialAnswer['words']['zh'];

/**
 * A derivation as sentences: the answer and what it comes from, every rule with its reasons, then
 * what comes next, what can be done, and how sure the law is.
 */
export function TraceWords(props: {
  readonly context: PageContext;
  readonly words: Written;
  /** The page says in its own way when the result changes. */
  readonly outlookElsewhere?: true;
}) {
  const { answer, steps, nothing, outlook, exits, warnings } = props.words;
  const say = rulebookWords(props.context.language);
  return (
    <>
      <Answer words={props.words} />
      {steps.length + nothing.length === 0 ? null : (
        <ul class="why-list">
          {steps.map(({ title, value, lines }) => (
            <li>
              <p class="why-pair">
                <span>{title}</span>
                <span class="why-answer">{value}</span>
              </p>
              {lines.map((line) => (
                <p class="why-foot">{line}</p>
              ))}
            </li>
          ))}
          {nothing.map((line) => (
            <li class="why-not-counted">
              <p class="why-foot">{line}</p>
            </li>
          ))}
        </ul>
      )}
      {props.outlookElsewhere === true || answer.length === 0 ? null : (
        <Sentences heading={say.nextTitle} lines={outlook} />
      )}
      <Sentences heading={say.exitsTitle} lines={exits} />
      {warnings.length === 0 ? null : (
        <div class="after-block">
          <Notice heading={say.warningsTitle}>
            <ul class="plain-list">
              {warnings.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}

/** The first sentence, and the result as large as any other on these pages. */
function Answer({ words }: { readonly words: Written }) {
  const [first = '', ...rest] = words.answer;
  if (words.result === undefined) return <p class="prose">{first}</p>;
  return (
    <div class="why-root">
      <p class="why-pair">
        <span>{first}</span>
        <span class="why-answer">{words.result}</span>
      </p>
      {rest.map((line) => (
        <p class="why-foot">{line}</p>
      ))}
    </div>
  );
}

function Sentences(props: { readonly heading: string; readonly lines: readonly string[] }) {
  const { heading, lines } = props;
  if (lines.length === 0) return null;
  return (
    <div class="after-block prose">
      <h3>{heading}</h3>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}
