import type { Words } from '@credence/pages';

/** Han characters with the Chinese punctuation and digits among them. */
const hanRun =
  /(\p{Script=Han}(?:[\p{Script=Han}\d〔〕《》、，：（）]*[\p{Script=Han}〔〕《》）])?)/u;

/**
 * Words that may hold Chinese inside an English sentence: an example in a problem, a name in an
 * answer. The Chinese is marked, so that voice and font follow.
 */
export function MixedText({ words, text }: { readonly words: Words; readonly text: string }) {
  if (words.language === 'zh') return <>{text}</>;
  const runs = text.split(hanRun);
  return (
    <>{runs.map((run, index) => (index % 2 === 0 ? run : <span lang="zh-Hans">{run}</span>))}</>
  );
}
