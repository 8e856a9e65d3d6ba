import { Summary } from '@credence/pages';

import type { JudgedLimit } from '../experiment/comparison.ts';
import { closeGaps } from './close-gaps.ts';
import { titleOf, type StatementContext } from './statement.ts';
import { figureWriter } from './write-figure.ts';

/** Whether the rule may become law at all: it breaks no guard and is shown to keep every limit. */
type Fate = 'may' | 'may-not' | 'not-tried' | 'not-decided';

function fateOf({ about }: Pick<StatementContext, 'about'>): Fate {
  const { beyond, undecided, untried = [] } = about.outcome.verdict;
  if (about.regime.breaches.length > 0 || beyond.length > 0) return 'may-not';
  if (untried.length > 0) return 'not-tried';
  return undecided.length > 0 ? 'not-decided' : 'may';
}

/** The first sentences of a statement: may this become law, and if not, why not. */
export function Verdict({ context }: { readonly context: StatementContext }) {
  const { first, reasons } = verdictTexts(context);
  return (
    <>
      <Summary note={scaleText(context)}>
        <b>{first}</b>
      </Summary>
      {reasons.length === 0 ? null : (
        <ul class="prose lab-reasons">
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How much was run, and what the brackets are. */
export function scaleText(context: StatementContext): string {
  const { say, words, parts } = context;
  const { agents, months, replicates, until } = parts.comparison.plan;
  const scale = say.scale(words.number(agents), words.number(months), words.number(replicates));
  return [scale, ...untilText(context, until)].join(words.language === 'zh' ? '' : ' ');
}

/** The verdict on the regime that is looked at, and every reason for it. */
export function verdictTexts(context: StatementContext): {
  readonly first: string;
  readonly reasons: readonly string[];
} {
  const { say, words, parts, about } = context;
  const { beyond, undecided, inherited = [], untried = [] } = about.outcome.verdict;
  const guards = new Set(about.regime.breaches.map(({ guard }) => guard)).size;
  const reasons = [
    ...(guards > 0 ? [say.breaks(words.number(guards))] : []),
    ...beyond.map((limit) => limitText(context, limit, 'beyond')),
    ...(beyond.length > 0 ? [say.noBenefitHelps] : []),
    ...untried.map((title) => say.untried(context.text(title))),
    ...undecided.map((limit) => limitText(context, limit, 'undecided')),
    ...inherited.map((limit) => limitText(context, limit, 'inherited')),
  ];
  const adds = inherited.every(addsNothing) ? say.addsNothing : say.addsWithin;
  const within = inherited.length > 0 ? adds : say.withinLimits;
  const first: Readonly<Record<Fate, string>> = {
    may: parts.comparison.limits.length === 0 ? say.noLimits : within,
    'may-not': say.cannot,
    'not-tried': say.notTried,
    'not-decided': say.notDecided,
  };
  return { first: first[fateOf(context)], reasons: reasons.map(closeGaps) };
}

/** A limit in a sentence: judged by the rule's own harm, or by what it adds to the rule above it. */
function limitText(
  context: StatementContext,
  limit: JudgedLimit,
  as: 'beyond' | 'undecided' | 'inherited',
): string {
  const { say, words, parts, told } = context;
  const { measure, found, against } = limit;
  const unit = parts.comparison.measures.find(({ id }) => id === measure)?.unit ?? 'index';
  const figures = figureWriter(unit, words);
  const [title, atMost] = [titleOf(context, measure), figures.value(limit.atMost)];
  if (against === undefined) {
    const write = as === 'beyond' ? say.beyond : say.undecided;
    return write(title, figures.estimate(found), atMost);
  }
  const above = told.find(({ regime }) => regime.id === against.from);
  const isPassed = above?.outcome.verdict.beyond.some((each) => each.measure === measure) === true;
  const held = say.aboveHas(above?.name ?? against.from, figures.estimate(against.above), atMost);
  const by = isPassed ? say.abovePasses : say.aboveMayPass;
  const judgedBy = parts.comparison.measures.find(({ id }) => id === against.by);
  const writer = figureWriter(judgedBy?.unit ?? unit, words);
  const added = writer.difference(against.difference);
  const counted = against.by === measure ? added : say.counted(titleOf(context, against.by), added);
  const { margin } = against;
  if (margin === undefined || addsNothing(limit)) {
    const write = { beyond: say.addsHarm, undecided: say.mayAddHarm, inherited: say.addsNoHarm };
    return write[as](title, by(held), counted);
  }
  const most = say.marked(writer.value(margin.value), say.marks[margin.confidence]);
  const write = {
    ...{ beyond: say.addsOverMargin, undecided: say.mayBeOverMargin },
    inherited: say.addsWithinMargin,
  };
  return write[as](title, by(held), counted, most);
}

/** Whether a draft was shown to add nothing at all, and not only no more than the margin. */
export function addsNothing({ against }: JudgedLimit): boolean {
  return against !== undefined && against.difference.high <= 0;
}

function untilText(
  context: StatementContext,
  until: StatementContext['parts']['comparison']['plan']['until'],
): readonly string[] {
  if (until === undefined) return [];
  const { say, words, parts } = context;
  const unit = parts.comparison.measures.find(({ id }) => id === until.measure)?.unit ?? 'index';
  const width = figureWriter(unit, words).value(until.width);
  const write = until.reached ? say.untilReached : say.untilNotReached;
  return [write(titleOf(context, until.measure), width)];
}
