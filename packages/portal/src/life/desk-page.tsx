import type { LifeDeskSubject, LifeDeskView, WaitingEvent } from '@credence/casework';
import { ActionButton, Actions, AsGiven, Day, Field, Section } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { Faults, type Refused } from '../contract/said-form.tsx';
import { DeskFrame } from '../desk/desk-frame.tsx';
import type { FormValues } from '../desk/form-values.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { kindWord } from '../words/case-codes.ts';
import { eventWord, lifeWords } from '../words/life.ts';
import { EventForm } from './event-form.tsx';
import { EventWhat, LifeSection, LifeStatusLine, Party } from './life-section.tsx';

export interface LifeDeskProps {
  readonly context: PageContext;
  readonly view: LifeDeskView;
  readonly code: string;
  readonly done?: 'stands' | 'waiting' | 'refused';
  readonly refused?: Refused;
  /** What was entered about an event, where it was refused. */
  readonly entered?: FormValues;
}

/** The desk of a registering authority: what waits for a second name, and what is entered. */
export function LifeDeskPage(props: LifeDeskProps) {
  const { context, view, code, done, refused, entered } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  return (
    <DeskFrame context={context} title={say.deskTitle}>
      <Faults refused={refused} />
      {done === undefined ? null : (
        <p class="summary" role="status">
          {say.done[done]}
        </p>
      )}
      <p>{say.deskLead}</p>
      <Section id="waiting" heading={say.waiting}>
        {view.waiting.length === 0 ? <p>{say.waitingNone}</p> : null}
        {view.waiting.map((line) => (
          <Waiting context={context} line={line} />
        ))}
      </Section>
      <Section id="enter" heading={say.find}>
        <p class="quiet">{say.findSays}</p>
        <form class="form-block" method="get" action={linkTo(context, paths.deskLife)}>
          <Field {...{ words, id: 'code', name: 'code', label: say.code, value: code }} />
          <Actions>
            <ActionButton rank="second">{say.look}</ActionButton>
          </Actions>
        </form>
        {view.asked === undefined ? null : (
          <>
            <div class="form-block">
              <Known context={context} known={view.asked} />
            </div>
            <EventForm {...{ context, code, entered }} />
          </>
        )}
      </Section>
    </DeskFrame>
  );
}

/** Who it is, what runs about it and where it stands: told, and deciding nothing. */
function Known(props: {
  readonly context: PageContext;
  readonly known: LifeDeskSubject;
  /** Its name stands above already. */
  readonly named?: true;
}) {
  const { context, known, named } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  const { subject, running, lists, life } = known;
  const gap = language === 'zh' ? '：' : ': ';
  return (
    <>
      {named === true ? null : (
        <h3>
          <AsGiven words={words} text={subject.name ?? subject.id} />
        </h3>
      )}
      <LifeStatusLine context={context} life={life} />
      <p>
        <b>{say.lists}</b>
        {gap}
        {lists.length === 0 ? say.listsNone : lists.join(language === 'zh' ? '、' : ', ')}
      </p>
      <p>
        <b>{say.running}</b>
        {gap}
        {running.length === 0 ? say.runningNone : say.runningSays}
      </p>
      {running.length === 0 ? null : (
        <ul>
          {running.map(({ kind, openedOn }) => (
            <li>
              {kindWord(language, kind)} <Day words={words} on={openedOn} />
            </li>
          ))}
        </ul>
      )}
      {life.events.length === 0 ? null : <LifeSection context={context} life={life} />}
    </>
  );
}

function Waiting(props: { readonly context: PageContext; readonly line: WaitingEvent }) {
  const { context, line } = props;
  const { words, language } = context;
  const say = lifeWords(language);
  const { event, creditors, own, enteredBy, enteredOn, life, ...known } = line;
  const reasonId = `reason-${event.id}`;
  return (
    <div class="form-block" id={`event-${event.id}`}>
      <h3>
        <AsGiven words={words} text={known.subject.name ?? known.subject.id} />
        {language === 'zh' ? '：' : ': '}
        {eventWord(language, event.event)} <Day words={words} on={event.effectiveOn} />
      </h3>
      <p class="quiet">
        {say.enteredBy} <AsGiven words={words} text={enteredBy} />{' '}
        <Day words={words} on={enteredOn} />
      </p>
      <EventWhat context={context} event={event} />
      {creditors.length === 0 ? null : (
        <p>
          {say.creditors}
          {language === 'zh' ? '：' : ': '}
          {words.richList(creditors.map((party) => <Party context={context} party={party} />))}
        </p>
      )}
      <Known context={context} known={{ ...known, life: { ...life, events: [] } }} named />
      <form class="form-block" method="post" action={linkTo(context, paths.deskLifeSettled)}>
        <FormToken />
        <input type="hidden" name="event" value={event.id} />
        {own ? <p class="due">{say.own}</p> : null}
        <Field {...{ words, id: reasonId, name: 'reason', label: say.reason }} />
        <Actions>
          {own ? null : (
            <ActionButton rank="first" name="act" value="confirm">
              {say.confirm}
            </ActionButton>
          )}
          <ActionButton rank="second" name="act" value="refuse">
            {say.refuse}
          </ActionButton>
        </Actions>
      </form>
    </div>
  );
}
