import type { Child } from 'hono/jsx';
import type { CivilDate } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { BasisCitation, type Basis } from './basis.tsx';
import { Day } from './text.tsx';

/** One question of the reasoning, its answer and the articles it rests on. */
export interface WhyNode {
  readonly question: Child;
  readonly answer: { readonly on: CivilDate } | { readonly text: Child };
  readonly note?: Child;
  readonly bases: readonly Basis[];
  /** A fact that was left out, with the reason in `note`. */
  readonly notCounted?: true;
  readonly children: readonly WhyNode[];
}

/**
 * Why a record is shown until its day: the result in a box, then question by question. Levels below
 * the second fold; on paper they are open. The last leaf says that ended records are never used.
 */
export function WhyTree(props: { readonly words: Words; readonly root: WhyNode }) {
  const { words, root } = props;
  return (
    <div class="why">
      <div class="why-root">
        <p class="why-pair">
          <span>{root.question}</span>
          <Answer words={words} answer={root.answer} />
        </p>
        <NodeFoot words={words} node={root} />
      </div>
      <ul class="why-list">
        {root.children.map((node) => renderNode(words, node, 1))}
        {renderNode(words, endedRecordsLeaf(words), 1)}
      </ul>
    </div>
  );
}

function renderNode(words: Words, node: WhyNode, level: number) {
  const children =
    node.children.length === 0 ? null : (
      <ul class="why-list">{node.children.map((child) => renderNode(words, child, level + 1))}</ul>
    );
  return (
    <li class={node.notCounted ? 'why-not-counted' : undefined}>
      <p class="why-pair">
        <span>
          {node.notCounted ? <span class="quiet">{words.t('law.notCounted')} </span> : null}
          {node.question}
        </span>
        <Answer words={words} answer={node.answer} />
      </p>
      <NodeFoot words={words} node={node} />
      {children === null || level < 2 ? (
        children
      ) : (
        <details>
          <summary>{words.t('law.furtherSteps', { count: node.children.length })}</summary>
          {children}
        </details>
      )}
    </li>
  );
}

function Answer(props: { readonly words: Words; readonly answer: WhyNode['answer'] }) {
  const { answer } = props;
  return (
    <span class="why-answer">
      {'on' in answer ? <Day words={props.words} on={answer.on} /> : answer.text}
    </span>
  );
}

function NodeFoot({ words, node }: { readonly words: Words; readonly node: WhyNode }) {
  return (
    <>
      {node.note === undefined ? null : <p class="why-foot">{node.note}</p>}
      {node.bases.length === 0 ? null : (
        <p class="why-foot">
          {words.t('law.basis')}{' '}
          {node.bases.map((basis, index) => (
            <>
              {index === 0 ? null : words.language === 'zh' ? '；' : '; '}
              <BasisCitation words={words} basis={basis} />
            </>
          ))}
        </p>
      )}
    </>
  );
}

/** Which records have ended is for the subject alone; the public tree says that none is used. */
function endedRecordsLeaf(words: Words): WhyNode {
  return {
    question: words.t('law.notCountedEnded'),
    answer: { text: words.t('law.notCountedEndedAnswer') },
    note: words.t('law.notCountedEndedNote'),
    bases: [],
    notCounted: true,
    children: [],
  };
}
