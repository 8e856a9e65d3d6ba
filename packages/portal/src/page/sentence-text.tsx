import { Day, InLanguage, type Words } from '@credence/pages';

import type { Sentence } from '../sentence/sentence.ts';

/** Sentences one after the other; dates stand in bold. */
export function SentenceText(props: {
  readonly words: Words;
  readonly sentences: readonly Sentence[];
}) {
  const { words } = props;
  return (
    <>
      {props.sentences.flat().map((piece) => {
        if (typeof piece === 'string') return piece;
        if ('on' in piece) {
          return (
            <b>
              <Day words={words} on={piece.on} />
            </b>
          );
        }
        return (
          <InLanguage words={words} language={piece.language}>
            {piece.text}
          </InLanguage>
        );
      })}
    </>
  );
}
