import type { NoticeDesk } from '@credence/casework';
import { civilTimeAt, instant } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  Field,
  Moment,
  Section,
} from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { caseNoticesPath } from '../request/paths.ts';
import { noticeWords } from '../words/notice.ts';

interface SectionProps {
  readonly context: PageContext;
  readonly caseId: string;
  readonly notices: NoticeDesk;
}

/** Notices with a code, at the desk of the case: given, taken back, and how often each was used. */
export function NoticesSection(props: SectionProps) {
  const { context, notices, caseId } = props;
  const say = noticeWords(context.language);
  return (
    <Section heading={say.section} id="notices">
      <p>{say.sectionLead}</p>
      {notices.lines.length === 0 ? <p class="quiet">{say.none}</p> : <Lines {...props} />}
      {notices.seats.map((seat) => (
        <details class="case-act">
          <summary>
            {say.give} · {say.seats[seat]}
          </summary>
          <form class="form-block" method="post" action={linkTo(context, caseNoticesPath(caseId))}>
            <FormToken />
            <input type="hidden" name="as" value={seat} />
            <Field
              {...{ words: context.words, id: `addressee-${seat}`, name: 'addressee' }}
              label={say.addressee}
              hint={say.giveHint}
              required
            />
            <Actions>
              <ActionButton rank="first">{say.give}</ActionButton>
            </Actions>
          </form>
        </details>
      ))}
    </Section>
  );
}

function Lines({ context, caseId, notices }: SectionProps) {
  const { words, language } = context;
  const say = noticeWords(language);
  const zone = context.clock?.zone ?? 'UTC';
  return (
    <DataTable
      caption={say.section}
      captionHidden
      columns={[
        { key: 'place', label: say.place, heads: true },
        { key: 'seat', label: say.seat },
        { key: 'on', label: say.givenOn },
        { key: 'official', label: say.official },
        { key: 'until', label: say.lastOn },
        { key: 'used', label: say.used },
        { key: 'state', label: say.state },
      ]}
      rows={notices.lines.map(
        ({ noticeId, as, place, on, official, state, lastOn, uses, usedAt }) => ({
          place: words.number(place),
          seat: say.seats[as],
          on: <Day words={words} on={on} />,
          official: <AsGiven words={words} text={official} />,
          until: lastOn === undefined ? '—' : <Day words={words} on={lastOn} />,
          used:
            usedAt === undefined ? (
              say.usedNever
            ) : (
              <>
                {say.usedTimes(words.number(uses))}{' '}
                <Moment words={words} at={civilTimeAt(instant(Date.parse(usedAt)), zone)} />
              </>
            ),
          state: (
            <>
              {say.states[state]}
              {state === 'open' ? (
                <form method="post" action={linkTo(context, `${caseNoticesPath(caseId)}/close`)}>
                  <FormToken />
                  <input type="hidden" name="notice" value={noticeId} />
                  <ActionButton rank="second">{say.close}</ActionButton>
                </form>
              ) : null}
            </>
          ),
        }),
      )}
    />
  );
}
