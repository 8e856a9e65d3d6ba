import type { OwnDeskView } from '@credence/casework';
import { AsGiven, DataTable, Day, Section } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { eventWord, lifeWords } from '../words/life.ts';
import { ownWords } from '../words/own.ts';
import { doorPath } from './own-paths.ts';

type OwnEvent = NonNullable<OwnDeskView['events']>[number];

/** What happened, on which day, and to whom where that was another. */
export function EventName(props: {
  readonly context: PageContext;
  readonly event: Omit<OwnEvent, 'id'>;
}) {
  const { context, event } = props;
  const { words, language } = context;
  return (
    <>
      {eventWord(language, event.event)} <Day words={words} on={event.effectiveOn} />
      {event.of === undefined ? null : (
        <>
          {language === 'zh' ? '，' : ', '}
          <AsGiven words={words} text={event.of} />
        </>
      )}
    </>
  );
}

/** Events that the register has written down, each with the door before it. */
export function OwnEvents(props: {
  readonly context: PageContext;
  readonly events: readonly OwnEvent[];
  readonly subject: string;
  readonly speaks: boolean;
}) {
  const { context, events, subject, speaks } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  if (events.length === 0) return null;
  return (
    <Section id="life" heading={say.heading}>
      <p class="quiet">{say.ownSays}</p>
      <DataTable
        caption={say.heading}
        captionHidden
        columns={[
          { key: 'what', label: say.event, heads: true },
          { key: 'on', label: say.effectiveOn },
          { key: 'of', label: say.happenedTo },
          { key: 'act', label: ownWords(language).act },
        ]}
        rows={events.map(({ id, event, effectiveOn, of }) => ({
          what: eventWord(language, event),
          on: <Day words={words} on={effectiveOn} />,
          of: of === undefined ? say.itself : <AsGiven words={words} text={of} />,
          act: speaks ? (
            <a href={linkTo(context, doorPath({ kind: 'event', eventId: id }, { subject }))}>
              {say.contest}
            </a>
          ) : null,
        }))}
      />
    </Section>
  );
}
