import { partsOf, type CivilDate, type Random } from '@credence/domain';

/** A decision that waits for its number: `word` and the year of the decision make the series. */
export interface Unnumbered {
  readonly word: string;
  readonly decidedOn: CivilDate;
}

/**
 * Gives decisions their numbers as offices do: by the day within a year and a word, with gaps for
 * the decisions about others. Numbers that a hand-written decision bears are passed over.
 */
export function numberDocuments<T extends Unnumbered>(
  decisions: readonly T[],
  random: Random,
  taken: ReadonlySet<string>,
): readonly (T & { readonly documentNumber: string })[] {
  const inOrder = decisions
    .map((decision, index) => ({ decision, index }))
    .sort((a, b) => compareText(a.decision.decidedOn, b.decision.decidedOn) || a.index - b.index);
  const last = new Map<string, number>();
  return inOrder.map(({ decision }) => {
    const series = `${decision.word}〔${partsOf(decision.decidedOn).year}〕`;
    let serial = last.get(series) ?? 0;
    do serial += random.between(1, 3);
    while (taken.has(`${series}${serial}号`));
    last.set(series, serial);
    return { ...decision, documentNumber: `${series}${serial}号` };
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
