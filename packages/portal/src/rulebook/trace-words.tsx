import type { TrialAnswer } from '@credence/casework';
import { Notice } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';

type Written = TrialAnswer['words']['zh'];

/** A derivation as sentences, in the order in which it is read; every rule with its reasons below. */
export function TraceWords(props: { readonly context: PageContext; readonly words: Written }) {
  const { answer, steps, nothing, outlook, exits, warnings } = props.words;
  return (
    <div class="prose">
      {answer.map((line) => (
        <p>{line}</p>
      ))}
      <ol class="trace-steps">
        {steps.map(({ head, lines }) => (
          <li>
            <p>{head}</p>
            {lines.length === 0 ? null : (
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {nothing === undefined ? null : <p class="quiet">{nothing}</p>}
      {outlook.map((line) => (
        <p>{line}</p>
      ))}
      {exits.length === 0 ? null : (
        <ul>
          {exits.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {warnings.length === 0 ? null : (
        <Notice>
          <ul class="plain-list">
            {warnings.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
