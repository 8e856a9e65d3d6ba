import type { CivilDate, Localised } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { TitleText } from './text.tsx';
import { Day } from './text.tsx';

/** An article that carries something on the page, and how sure the rulebook is of it. */
export interface Basis {
  readonly citation: { readonly source: string; readonly at: string };
  readonly sourceTitle: Localised;
  readonly confidence: 'verified' | 'secondary' | 'unverified';
  readonly for?: 'decision' | 'publication' | 'term' | 'severity' | 'way-out';
  /** Where the article in force on the day can be read. */
  readonly href?: string;
  /** Set when the article is no longer in force: the record resting on it is suspended. */
  readonly repealedOn?: CivilDate;
}

/** The instrument and its article, with the mark of confidence until confirmed. */
export function BasisCitation({ words, basis }: { readonly words: Words; readonly basis: Basis }) {
  const { citation, sourceTitle, confidence, href, repealedOn } = basis;
  const zh = sourceTitle.zh !== undefined && words.language === 'zh';
  // A passage without a number (`periods`, `notes`) is found by the link; its id is no word to read.
  const article = /-\d/.test(citation.at) ? words.article(citation.at) : '';
  const label = (
    <>
      {zh ? '《' : ''}
      <TitleText words={words} text={sourceTitle} />
      {zh ? `》${article}` : article === '' ? '' : `, ${article}`}
    </>
  );
  return (
    <span>
      {href === undefined ? <cite>{label}</cite> : <a href={href}>{label}</a>}
      {confidence === 'verified' ? null : (
        <>
          {' '}
          <span class="confidence">{words.t(confidenceKeys[confidence])}</span>
        </>
      )}
      {repealedOn === undefined ? null : (
        <>
          {' '}
          <span class="repealed">
            {words.rich('law.repealed', { on: <Day words={words} on={repealedOn} /> })}
          </span>
        </>
      )}
    </span>
  );
}

const confidenceKeys = {
  secondary: 'law.confidenceSecondary',
  unverified: 'law.confidenceUnverified',
} as const;

const purposeKeys = {
  decision: 'law.basisDecision',
  publication: 'law.basisPublication',
  term: 'law.basisTerm',
  severity: 'law.basisSeverity',
  'way-out': 'law.basisWayOut',
} as const;

/** "Basis" and every article a record rests on, gathered under what they carry. */
export function BasisLine(props: { readonly words: Words; readonly bases: readonly Basis[] }) {
  const { words, bases } = props;
  const zh = words.language === 'zh';
  return (
    <p class="basis-line">
      <b>{words.t('law.basis')}</b>
      {zh ? '' : ' '}
      {bases.length === 0 ? <span class="quiet">{words.t('law.noBasis')}</span> : null}
      {gather(bases).map(([purpose, carried], group) => (
        <>
          {group === 0 ? null : zh ? '；' : '; '}
          {purpose === 'decision' ? null : `${words.t(purposeKeys[purpose])}${zh ? '：' : ': '}`}
          {carried.map((basis, index) => (
            <>
              {index === 0 ? null : zh ? '、' : ', '}
              <BasisCitation words={words} basis={basis} />
            </>
          ))}
        </>
      ))}
    </p>
  );
}

type Purpose = keyof typeof purposeKeys;

/** The articles by what they carry, each once, in the order in which they first appear. */
function gather(bases: readonly Basis[]): readonly (readonly [Purpose, readonly Basis[]])[] {
  const groups = new Map<Purpose, Map<string, Basis>>();
  for (const basis of bases) {
    const purpose = basis.for ?? 'decision';
    const group = groups.get(purpose) ?? new Map<string, Basis>();
    const place = `${basis.citation.source}#${basis.citation.at}`;
    if (!group.has(place)) group.set(place, basis);
    groups.set(purpose, group);
  }
  return [...groups].map(([purpose, group]) => [purpose, [...group.values()]]);
}
