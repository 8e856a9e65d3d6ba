import type { DoorChoice, DoorRoute } from '@credence/casework';
import { describeProblem, isBefore, localise } from '@credence/domain';
import { AsGiven } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { doorWords, type DoorWords } from '../words/own-door.ts';
import { doorPath } from './own-paths.ts';

/** The five choices with equal weight: what each means, what follows, and if it is closed, why. */
export function DoorChoices(props: {
  readonly context: PageContext;
  readonly routes: readonly DoorRoute[];
  readonly place: Parameters<typeof doorPath>[0];
  readonly subject: string;
  readonly counter: boolean;
  readonly chosen?: DoorChoice | undefined;
}) {
  const { context, routes, place, subject, counter, chosen } = props;
  const say = doorWords(context.language);
  return (
    <ul class="door">
      {routes.map((route) => {
        const { choice } = route;
        const words = say.choices[choice];
        const href = linkTo(context, doorPath(place, { subject, choice, counter }));
        const isOpen = route.refused.length === 0;
        return (
          <li class={choice === chosen ? 'door-chosen' : undefined}>
            <p>
              {isOpen ? (
                <a href={href} aria-current={choice === chosen ? 'true' : undefined}>
                  <b>{words.name}</b>
                </a>
              ) : (
                <b>{words.name}</b>
              )}
            </p>
            <p>{words.means}</p>
            <p class="quiet">{followsOf(say, route)}</p>
            {route.decidedBy === undefined ? null : (
              <p>
                {say.decidedBy}
                <AsGiven
                  words={context.words}
                  text={localise(route.decidedBy, context.language).text}
                />
              </p>
            )}
            <RouteState context={context} route={route} />
          </li>
        );
      })}
    </ul>
  );
}

function followsOf(say: DoorWords, { choice, leads }: DoorRoute): string {
  if (leads.kind === 'open') return say.choices[choice].follows;
  return leads.act === 'hearing-asked' ? say.hearingFollows : say.heardFollows;
}

/** From which day it is open, by when it is answered, or why it is closed. */
export function RouteState(props: { readonly context: PageContext; readonly route: DoorRoute }) {
  const { context, route } = props;
  const { words, language, clock } = context;
  const say = doorWords(language);
  const { refused, opensOn, clocks } = route;
  if (refused.length > 0) {
    return (
      <>
        <p class="door-state">{say.closed}</p>
        {refused.map((each) => {
          const { title, detail, todo } = describeProblem(each, language);
          const gap = language === 'zh' ? '' : ' ';
          return (
            <p class="quiet">
              {title}
              {language === 'zh' ? '。' : '. '}
              {detail}
              {gap}
              {todo}
            </p>
          );
        })}
      </>
    );
  }
  const isLater = opensOn !== undefined && clock !== undefined && isBefore(clock.today, opensOn);
  if (isLater) return <p class="door-state">{say.prepareNow(words.date(opensOn))}</p>;
  const last = clocks.findLast(
    ({ runsFor, dueOn }) => runsFor !== 'subject' && dueOn !== undefined,
  );
  if (last?.dueOn === undefined) return null;
  return <p class="door-state">{say.answeredBy(words.date(last.dueOn))}</p>;
}
