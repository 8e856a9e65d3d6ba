import type { InheritedView, LifeEventView, LifePartyView, LifeView } from '@credence/casework';
import { AsGiven, BasisLine, DataTable, Day, Section, TitleText } from '@credence/pages';

import { dayLink, type PageContext } from '../page/page-context.ts';
import { PublishedRecord } from '../page/published-record.tsx';
import { toBasis } from '../page/record-terms.ts';
import { subjectPath } from '../request/paths.ts';
import { eventWord, formWord, lifeWords, matterWord, statusWord } from '../words/life.ts';

/** What an organisation is, in one line; nothing where it simply goes on. */
export function LifeStatusLine(props: { readonly context: PageContext; readonly life: LifeView }) {
  const { context, life } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  const { status, since, until } = life;
  if (status === 'in_operation') return null;
  return (
    <p id="status">
      <b>{say.status}</b>
      {language === 'zh' ? '：' : ': '}
      {statusWord(language, status)}
      {since === undefined ? null : (
        <>
          {language === 'zh' ? '，' : ', '}
          {say.since} <Day words={words} on={since} />
        </>
      )}
      {until === undefined ? null : (
        <>
          {' '}
          {say.until} <Day words={words} on={until} />
        </>
      )}
    </p>
  );
}

/** Dated changes, with the organisations that took part and where records go. */
export function LifeSection(props: { readonly context: PageContext; readonly life: LifeView }) {
  const { context, life } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  return (
    <Section id="life" heading={say.heading}>
      <p class="quiet">{say.lead}</p>
      <DataTable
        caption={say.heading}
        captionHidden
        columns={[
          { key: 'event', label: say.event, heads: true },
          { key: 'on', label: say.effectiveOn },
          { key: 'what', label: say.what },
          { key: 'authority', label: say.authority },
        ]}
        rows={life.events.map((event) => ({
          event: <EventTitle context={context} event={event} />,
          on: <Day words={words} on={event.effectiveOn} />,
          what: <EventWhat context={context} event={event} />,
          authority: <TitleText words={words} text={event.authority} />,
        }))}
      />
    </Section>
  );
}

function EventTitle(props: { readonly context: PageContext; readonly event: LifeEventView }) {
  const { context, event } = props;
  const { language } = context;
  const gap = language === 'zh' ? '：' : ', ';
  return (
    <>
      {eventWord(language, event.event)}
      {event.form === undefined ? null : `${gap}${formWord(language, event.form)}`}
      {event.disputedSince === undefined ? null : (
        <>
          <br />
          <b class="due">{lifeWords(language).disputed}</b>
        </>
      )}
    </>
  );
}

/** What changed, who took part, and by which articles what goes where. */
export function EventWhat(props: { readonly context: PageContext; readonly event: LifeEventView }) {
  const { context, event } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  const { before, after, until, predecessor, successors, goes, basis } = event;
  const gap = language === 'zh' ? '：' : ': ';
  return (
    <div>
      {after === undefined ? null : (
        <p>
          {before === undefined ? null : (
            <>
              <AsGiven words={words} text={before} /> {say.becomes}{' '}
            </>
          )}
          <AsGiven words={words} text={after} />
        </p>
      )}
      {until === undefined ? null : (
        <p>
          {say.until} <Day words={words} on={until} />
        </p>
      )}
      {predecessor === undefined ? null : (
        <p>
          {say.predecessor}
          {gap}
          <Party context={context} party={predecessor} />
        </p>
      )}
      {successors.length === 0 ? null : (
        <p>
          {say.successor}
          {gap}
          {words.richList(successors.map((party) => <Party context={context} party={party} />))}
        </p>
      )}
      {goes.length === 0 ? null : (
        <ul>
          {goes.map((each) => (
            <li>
              {matterWord(language, each.what)}
              {gap}
              {say[each.goes]}
            </li>
          ))}
        </ul>
      )}
      {basis.length === 0 ? null : <BasisLine words={words} bases={basesOf(context, basis)} />}
    </div>
  );
}

/** The articles of an event or of what passes; none of them is that of a publication. */
function basesOf(context: PageContext, basis: LifeEventView['basis']) {
  return basis.map(({ citation, sourceTitle, confidence }) =>
    toBasis(context, { citation, sourceTitle, confidence }),
  );
}

/** An organisation with the way to its own page. */
export function Party(props: { readonly context: PageContext; readonly party: LifePartyView }) {
  const { context, party } = props;
  const name = <AsGiven words={context.words} text={party.name} />;
  if (party.id === undefined) return name;
  return <a href={dayLink(context, subjectPath(party.id))}>{name}</a>;
}

/** What stands of predecessors, apart from what is the organisation's own. */
export function InheritedSections(props: {
  readonly context: PageContext;
  readonly inherited: readonly InheritedView[];
}) {
  const { context, inherited } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  return (
    <>
      {inherited.map(({ predecessor, eventId, since, basis, records }) => (
        <Section id={`of-${eventId}`} heading={say.inherited(predecessor.name)}>
          <p>
            {say.inheritedLead(words.date(since))} <Party context={context} party={predecessor} />
          </p>
          <BasisLine words={words} bases={basesOf(context, basis)} />
          {records.map((record) => (
            <PublishedRecord context={context} subjectId={predecessor.id ?? ''} record={record} />
          ))}
        </Section>
      ))}
    </>
  );
}
