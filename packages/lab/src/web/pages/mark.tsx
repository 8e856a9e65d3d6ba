import type { Confidence } from '../../regime/regime.ts';
import type { SiteContext } from '../site.ts';

/** How sure a figure or a regime is; what is not confirmed says so wherever it stands. */
export function Mark(props: {
  readonly context: SiteContext;
  readonly confidence: Confidence;
  readonly source?: string | undefined;
}) {
  const { context, confidence, source } = props;
  const { say } = context;
  return (
    <span class="quiet">
      {confidence === 'verified' ? (
        say.marks.verified
      ) : (
        <span class="confidence">{say.marks[confidence]}</span>
      )}
      {source === undefined ? null : (
        <span>
          {context.language === 'zh' ? '；' : '; '}
          {say.source} <span lang="en">{source}</span>
        </span>
      )}
    </span>
  );
}
