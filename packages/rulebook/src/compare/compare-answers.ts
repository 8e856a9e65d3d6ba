import type { Localised } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { Confidence } from '../card/vocabulary.ts';
import type { Edition } from '../edition/edition.ts';

/** What local editions are asked beside each other. */
export type ComparedQuestion = 'retention' | 'dispute' | 'repair' | 'list-power';

/** All questions, in the order of the page. */
export const comparedQuestions: readonly ComparedQuestion[] = [
  'retention',
  'dispute',
  'repair',
  'list-power',
];

/** An article that answers a question, with its mark. */
export interface AnsweringArticle {
  readonly source: string;
  readonly title: Localised;
  readonly at: string;
  readonly says: Localised;
  readonly confidence: Confidence;
}

/** What the register itself does, as a card of the edition says it. */
export type AppliedRule =
  | {
      readonly kind: 'retention';
      readonly card: string;
      readonly retention: NonNullable<CardOf<'item'>['retention']>;
    }
  | { readonly kind: 'steps'; readonly card: string; readonly steps: CardOf<'clock'>['steps'] };

/** The answer of one edition. */
export interface ComparedAnswer {
  readonly edition: { readonly code: string; readonly title: Localised; readonly hash: string };
  /** Articles of this edition's own regulation; empty where the national rule answers alone. */
  readonly articles: readonly AnsweringArticle[];
  /** Undefined where the answer is a power and not a number. */
  readonly applied: AppliedRule | undefined;
  /** Whether the applied rule is the edition's own, or the national one it is laid over. */
  readonly own: boolean;
}

/** Cards that carry out the answer, by question. */
const carriedOutBy = {
  retention: 'administrative_penalty',
  dispute: 'dispute.credence',
  repair: 'repair',
} as const;

/**
 * One question asked of several editions: what each one's own articles say, and what its cards make
 * of it. Editions answer in the order given; nothing is ranked.
 */
export function compareAnswers(
  question: ComparedQuestion,
  editions: readonly Edition[],
): readonly ComparedAnswer[] {
  return editions.map((edition) => {
    const { code, title, hash } = edition;
    const applied = appliedBy(question, edition);
    return {
      edition: { code, title, hash },
      articles: articlesOf(question, edition),
      applied,
      own: applied !== undefined && isOwn(edition, applied.card),
    };
  });
}

function articlesOf(question: ComparedQuestion, edition: Edition): readonly AnsweringArticle[] {
  const about = question === 'list-power' ? 'list_power' : question;
  return [...edition.sources.values()]
    .filter(({ source }) => isOwn(edition, `source:${source}`))
    .flatMap((source) =>
      Object.entries(source.articles)
        .filter(([, article]) => article.about?.includes(about) === true)
        .map(([at, article]) => ({
          source: source.source,
          title: source.title,
          at,
          says: article.says,
          confidence: article.confidence ?? source.confidence,
        })),
    );
}

function appliedBy(question: ComparedQuestion, edition: Edition): AppliedRule | undefined {
  if (question === 'list-power') return undefined;
  const id = carriedOutBy[question];
  if (question === 'retention') {
    const retention = edition.items.get(id)?.retention;
    return retention === undefined
      ? undefined
      : { kind: 'retention', card: `item:${id}`, retention };
  }
  const clock = edition.clocks.get(id);
  return clock === undefined
    ? undefined
    : { kind: 'steps', card: `clock:${id}`, steps: clock.steps };
}

/** An edition without a parent owns all it says. */
function isOwn({ document }: Edition, name: string): boolean {
  const { parent, cards } = document;
  if (parent === undefined) return true;
  const colon = name.indexOf(':');
  const [kind, id] = [name.slice(0, colon), name.slice(colon + 1)];
  const own = Object.entries(cards).find(([each]) => each === kind)?.[1][id];
  const above = Object.entries(parent.cards).find(([each]) => each === kind)?.[1][id];
  return above === undefined || JSON.stringify(own) !== JSON.stringify(above);
}
