import {
  ActionButton,
  Actions,
  ErrorSummary,
  FactList,
  Field,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import { replayEvents, type ReplayEvent } from '../replay-events.ts';
import type { LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { syntheticCode } from '../synthetic-code.ts';
import type { Replay, ReplayFile } from '../work/job.ts';
import { EarlierCode } from './earlier-code.tsx';
import { labPage } from './lab-page.tsx';
import { runName } from './run-page.tsx';

/** What was asked for, and what is wrong with it. */
export interface ReplayAsked {
  readonly agent: string;
  readonly regimes: readonly string[];
  readonly error?: string;
}

/** One subject, month by month, under two regimes with the same luck. */
export function replayPage(
  context: SiteContext,
  run: LabRun,
  given: { readonly asked: ReplayAsked; readonly replay?: Replay },
): string {
  const { say, link, words } = context;
  const { asked, replay } = given;
  return labPage(context, {
    title: say.replayTitle,
    part: 'compare',
    breadcrumb: [
      { label: say.runsTitle, href: link('/runs') },
      { label: runName(context, run), href: link(`/runs/${run.id}`) },
      { label: say.replayTitle },
    ],
    heading: <PageHeading title={say.replayTitle} />,
    children: (
      <>
        {asked.error === undefined ? null : (
          <ErrorSummary words={words} errors={[{ fieldId: 'agent', says: asked.error }]} />
        )}
        {replay === undefined ? null : <Summary>{say.replayLead(String(replay.agent))}</Summary>}
        <EarlierCode context={context} run={run} />
        <Choice context={context} run={run} asked={asked} />
        {replay === undefined ? null : <Subject context={context} run={run} replay={replay} />}
        {replay === undefined ? null : <Months context={context} replay={replay} />}
      </>
    ),
  });
}

function Choice(props: {
  readonly context: SiteContext;
  readonly run: LabRun;
  readonly asked: ReplayAsked;
}) {
  const { context, run, asked } = props;
  const { say, link, words, text, site } = context;
  const sides = [say.replayFirst, say.replaySecond].slice(0, run.order.regimes.length);
  return (
    <form class="form-block" method="get" action={link(`/runs/${run.id}/replay`)}>
      <div class="lab-fields">
        {sides.map((side, at) => (
          <div class="field">
            <label for={`side-${at}`}>{side}</label>
            <select id={`side-${at}`} name="regime">
              {run.order.regimes.map(({ id }) => {
                const found = site.shelf.find(id);
                return (
                  <option value={id} selected={asked.regimes[at] === id}>
                    {found === undefined ? id : text(found.preset.title)}
                  </option>
                );
              })}
            </select>
          </div>
        ))}
        <Field
          words={words}
          id="agent"
          name="agent"
          label={say.replayAgent}
          value={asked.agent}
          hint={say.sizeHint('0', words.number(run.order.size.agents - 1))}
          {...(asked.error === undefined ? {} : { error: asked.error })}
        />
      </div>
      <Actions>
        <ActionButton rank="first">{say.replayShow}</ActionButton>
      </Actions>
    </form>
  );
}

function Subject(props: {
  readonly context: SiteContext;
  readonly run: LabRun;
  readonly replay: Replay;
}) {
  const { context, run, replay } = props;
  const { say, link, words, text } = context;
  const regimes = replay.files.map(({ id }) => `regime=${encodeURIComponent(id)}`).join('&');
  const addressOf = (agent: number): string =>
    link(`/runs/${run.id}/replay?${regimes}&agent=${agent}`);
  return (
    <Section id="subject" heading={say.replayWho}>
      <FactList
        facts={[
          { label: say.about, value: say.subjectKinds[replay.subject] },
          // A person has no such code, and none is made up.
          ...(replay.subject === 'organisation'
            ? [
                {
                  label: say.replayCode,
                  value: (
                    <span>
                      <code>{syntheticCode(replay.agent)}</code>{' '}
                      <span class="quiet">{say.codeNote}</span>
                    </span>
                  ),
                },
              ]
            : []),
          ...replay.traits.map(({ title, group }) => ({ label: text(title), value: text(group) })),
          {
            label: say.replayMeans,
            value: words.money({ amount: Math.round(replay.means) * 100, currency: 'CNY' }),
          },
        ]}
      />
      <h3>{say.replayNotable}</h3>
      <ul class="prose">
        {replay.notable.map(({ agent, why }) => (
          <li>
            <a href={addressOf(agent)}>{agent}</a> {say.notable[why]}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Months({ context, replay }: { readonly context: SiteContext; readonly replay: Replay }) {
  const { say, text, site } = context;
  const told = replay.files.map((file) => replayEvents(file, site.conducts));
  const count = Math.max(...replay.files.map(({ months }) => months.length));
  const shape = `lab-month lab-month-${replay.files.length}`;
  const stretches = stretchesOf(count, told);
  return (
    <Section id="months" heading={say.replayTitle}>
      <ol>
        {stretches.map(({ from, until, isQuiet }) => (
          <li class={shape}>
            <p>
              <b>{monthsText(context, { from, until, isQuiet })}</b>
            </p>
            {replay.files.map((file, at) => (
              <div>
                <p>{text(file.title)}</p>
                {isQuiet || (told[at]?.[from] ?? []).length === 0 ? (
                  <p class="quiet">{say.quiet}</p>
                ) : (
                  <ul>
                    {(told[at]?.[from] ?? []).map((event) => (
                      <li>
                        <Event context={context} event={event} />
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </li>
        ))}
        <li class={shape}>
          <p>
            <b>{say.totals}</b>
          </p>
          {replay.files.map((file) => (
            <div>
              <p>{text(file.title)}</p>
              <Totals context={context} file={file} />
            </div>
          ))}
        </li>
      </ol>
    </Section>
  );
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly isQuiet: boolean;
}

function monthsText({ say, words }: SiteContext, { from, until, isQuiet }: Stretch): string {
  if (from === until) return say.month(words.number(from + 1));
  const ends = [words.number(from + 1), words.number(until + 1)] as const;
  return isQuiet ? say.quietMonths(...ends) : say.eachMonth(...ends);
}

/** Months in which the same happened under every regime, or nothing at all, are told together. */
function stretchesOf(
  count: number,
  told: readonly (readonly (readonly ReplayEvent[])[])[],
): readonly Stretch[] {
  const stretches: { from: number; until: number; readonly isQuiet: boolean }[] = [];
  // Yuan are written whole, so months that differ by less read the same.
  const sayingOf = (at: number): string =>
    JSON.stringify(
      told.map((months) => months[at] ?? []),
      (key, value: unknown) => (key === 'amount' ? Math.round(Number(value)) : value),
    );
  for (let at = 0; at < count; at += 1) {
    const last = stretches.at(-1);
    if (last !== undefined && sayingOf(last.from) === sayingOf(at)) last.until = at;
    else {
      const isQuiet = told.every((months) => (months[at] ?? []).length === 0);
      stretches.push({ from: at, until: at, isQuiet });
    }
  }
  return stretches;
}

const summed = ['offences', 'harm', 'dropped', 'visits', 'needless', 'fines'] as const;
const lost = ['loss', 'lossWrong', 'lossSpill', 'gains'] as const;

function Totals({ context, file }: { readonly context: SiteContext; readonly file: ReplayFile }) {
  const { say } = context;
  const events = [...summed, ...lost].flatMap((what): ReplayEvent[] => {
    const amount = file.months.reduce((sum, { happened }) => sum + happened[what], 0);
    return amount >= 0.5 ? [{ kind: 'happened', what, amount }] : [];
  });
  if (events.length === 0) return <p class="quiet">{say.quiet}</p>;
  return (
    <ul>
      {events.map((event) => (
        <li>
          <Event context={context} event={event} />
        </li>
      ))}
    </ul>
  );
}

function Event({ context, event }: { readonly context: SiteContext; readonly event: ReplayEvent }) {
  const { say, words, text, language } = context;
  const colon = language === 'zh' ? '：' : ': ';
  const semicolon = language === 'zh' ? '；' : '; ';
  const number = (value: number): string => words.number(Math.round(value));
  switch (event.kind) {
    case 'happened': {
      if (event.what === 'entries' || event.what === 'excluded') return null;
      return <span>{say.happened[event.what](number(event.amount))}</span>;
    }
    case 'unfound':
      return <span>{say.unfound(text(event.act))}</span>;
    case 'recorded': {
      const { how, act, yuan } = event;
      const wrong = how === 'right' ? {} : { class: 'lab-wrong' };
      return (
        <span>
          {say.recorded(text(act), number(yuan))}
          {semicolon}
          <span {...wrong}>{say.recordKinds[how]}</span>
        </span>
      );
    }
    case 'repaired':
    case 'disputed':
      return (
        <span>
          {text(event.act)}
          {colon}
          {say[event.kind]}
        </span>
      );
    case 'gone':
      return <span>{say.gone(text(event.act))}</span>;
    case 'entered':
    case 'pending': {
      const notes = [
        ...(event.wrong ? [say.entryWrong] : []),
        ...(event.spill ? [say.entrySpill] : []),
      ];
      return (
        <span>
          <b>{say[event.kind](text(event.list))}</b>
          {notes.map((note) => (
            <span class="lab-wrong">
              {semicolon}
              {note}
            </span>
          ))}
        </span>
      );
    }
    case 'left':
      return <span>{say.left(text(event.list))}</span>;
    case 'graded':
      return <span>{say.graded(event.grade)}</span>;
  }
}
