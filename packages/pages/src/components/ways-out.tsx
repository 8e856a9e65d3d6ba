import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';
import { DataTable } from './data-table.tsx';
import type { WayOut } from './ends.ts';
import { sentences } from './sentences.ts';
import { StatusChip } from './status-chip.tsx';
import { Day } from './text.tsx';

/** Every way to end a record: what to do, what comes of it, from when, and how it stands now. */
export function WaysOut(props: {
  readonly words: Words;
  readonly ways: readonly WayOut[];
  readonly caption?: string;
}) {
  const { words, ways } = props;
  return (
    <DataTable
      caption={props.caption ?? words.t('way.heading')}
      captionHidden
      columns={[
        { key: 'what', label: words.t('way.headWhat'), heads: true },
        { key: 'result', label: words.t('way.headResult') },
        { key: 'earliest', label: words.t('way.headEarliest') },
        { key: 'now', label: words.t('way.headNow') },
      ]}
      rows={ways.map((way) => ({
        what:
          way.href === undefined ? (
            words.t(actKeys[way.kind])
          ) : (
            <a href={way.href}>{words.t(actKeys[way.kind])}</a>
          ),
        result: words.t(resultKeys[way.kind]),
        earliest:
          way.earliestOn === undefined ? (
            words.t('way.anyTime')
          ) : (
            <Day words={words} on={way.earliestOn} />
          ),
        now: <WayState words={words} way={way} />,
      }))}
    />
  );
}

/** The third cell of a strip: the ways that end a record before its day, or that there is none. */
export function EarlierEnd(props: { readonly words: Words; readonly ways: readonly WayOut[] }) {
  const { words } = props;
  const parts = props.ways.flatMap((way): Child[] => {
    if (way.kind === 'put-right' && way.state !== 'closed') return [words.t('way.putRightShort')];
    if (way.kind === 'repair') return repairSentences(words, way);
    return [];
  });
  return <>{sentences(words, parts.length === 0 ? [words.t('record.noEarlierEnd')] : parts)}</>;
}

function repairSentences(words: Words, way: WayOut): Child[] {
  const label = words.t('way.repairWord');
  const repair = way.href === undefined ? label : <a href={way.href}>{label}</a>;
  const answered =
    way.answerWithin === undefined
      ? []
      : [words.t('way.answered', { period: words.period(way.answerWithin) })];
  switch (way.state) {
    case 'open':
      return [
        way.earliestOn === undefined
          ? words.rich('way.repairOpen', { repair })
          : words.rich('way.repairOpenSince', {
              repair,
              on: <Day words={words} on={way.earliestOn} />,
            }),
        ...answered,
      ];
    case 'not-yet':
      return way.earliestOn === undefined
        ? []
        : [
            words.rich('way.repairFrom', { repair, on: <Day words={words} on={way.earliestOn} /> }),
            ...answered,
          ];
    case 'not-confirmed':
      return [words.t('way.notConfirmedShort')];
    case 'closed':
      return [];
  }
}

function WayState({ words, way }: { readonly words: Words; readonly way: WayOut }) {
  switch (way.state) {
    case 'open':
      return way.latestOn === undefined ? (
        <StatusChip words={words} state="open">
          {words.t(way.kind === 'repair' ? 'term.chipOpen' : 'way.stateOpen')}
        </StatusChip>
      ) : (
        <StatusChip words={words} state="due">
          {words.rich('way.stateUntil', { on: <Day words={words} on={way.latestOn} /> })}
        </StatusChip>
      );
    case 'not-yet':
      return (
        <StatusChip words={words} state="not-begun">
          {way.earliestOn === undefined
            ? words.t('way.stateNotYetPlain')
            : words.rich('way.stateNotYet', { on: <Day words={words} on={way.earliestOn} /> })}
        </StatusChip>
      );
    case 'closed':
      return (
        <StatusChip words={words} state="closed">
          {way.latestOn === undefined
            ? words.t('way.stateClosed')
            : words.rich('way.stateClosedOn', { on: <Day words={words} on={way.latestOn} /> })}
        </StatusChip>
      );
    case 'not-confirmed':
      return <span class="confidence">{words.t('way.stateNotConfirmed')}</span>;
  }
}

const actKeys = {
  repair: 'way.repair',
  correction: 'way.correction',
  review: 'way.review',
  court: 'way.court',
  'put-right': 'way.putRight',
  wait: 'way.wait',
} as const;

const resultKeys = {
  repair: 'way.repairResult',
  correction: 'way.correctionResult',
  review: 'way.reviewResult',
  court: 'way.courtResult',
  'put-right': 'way.putRightResult',
  wait: 'way.waitResult',
} as const;
