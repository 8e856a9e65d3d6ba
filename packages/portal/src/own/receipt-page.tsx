import type { DoorView, OwnCaseLine } from '@credence/casework';
import { civilTimeAt, isBefore, problem } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  FactList,
  LinkRow,
  Moment,
  Notice,
  Section,
  type LabelledFact,
} from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { MixedText } from '../page/mixed-text.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath, paths } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { doorWords, wordOf } from '../words/own-door.ts';
import { CaseName, counterText } from './held-section.tsx';
import { factsOf } from './home-page.tsx';
import { OwnFrame } from './own-frame.tsx';
import { ownHome } from './own-home.ts';
import { receiptPath } from './own-paths.ts';

/** What was received, under which number, and what has to be done by whom until when; to be printed. */
export function receiptRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    `${paths.ownReceipts}/:caseId`,
    guarded('case.read', async (c, principal) => {
      const caseId = c.req.param('caseId') ?? '';
      const home = ownHome(principal, c);
      const target = { kind: 'case', caseId } as const;
      const outcome = await tools.services.viewDoor(principal, { home, target });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const line = outcome.kind === 'found' ? outcome.view.case : undefined;
      if (outcome.kind === 'not-found' || line === undefined) {
        return refuseWith(c, problem('case-target-missing', { value: caseId.slice(0, 40) }));
      }
      const { view } = outcome;
      const counter = principal.kind === 'official';
      const path = receiptPath(caseId, { subject: view.subject.id, counter });
      const context = contextFor(tools, view.clock, path);
      return sendPage(c, context, <ReceiptPage {...{ context, view, line, counter }} />);
    }),
  );
}

function ReceiptPage(props: {
  readonly context: PageContext;
  readonly view: DoorView;
  readonly line: OwnCaseLine;
  readonly counter: boolean;
}) {
  const { context, view, line, counter } = props;
  const { words, language, clock } = context;
  const say = doorWords(language);
  const earliest = line.clocks.find((each) => each.clock === 'earliest')?.dueOn;
  const isLater = earliest !== undefined && clock !== undefined && isBefore(clock.today, earliest);
  const home = counter
    ? { href: linkTo(context, paths.deskCounter), label: say.counterTitle }
    : { href: linkTo(context, paths.deskOwn), label: say.toHome };
  return (
    <OwnFrame
      context={context}
      title={say.receiptTitle}
      facts={factsOf(context, view)}
      behind={[
        counter
          ? { label: say.counterTitle, path: paths.deskCounter }
          : { label: ownWords(language).title, path: paths.deskOwn },
      ]}
    >
      <p class="summary">{say.receiptLead}</p>
      {line.kind === 'objection' || line.kind === 'appeal' ? (
        <Notice tone="good">
          <p>{say.markNow}</p>
        </Notice>
      ) : null}
      {isLater ? (
        <Notice>
          <p>{say.prepared(words.date(earliest))}</p>
        </Notice>
      ) : null}
      <Section id="receipt" heading={say.receiptTitle}>
        <FactList facts={receiptFacts(context, line)} />
        <p class="quiet">{say.print}</p>
      </Section>
      <Section id="limits" heading={say.nextDays}>
        <Limits context={context} line={line} />
      </Section>
      <LinkRow
        links={[
          ...(counter ? [] : [{ href: linkTo(context, casePath(line.caseId)), label: say.toCase }]),
          home,
        ]}
      />
    </OwnFrame>
  );
}

function receiptFacts(context: PageContext, line: OwnCaseLine): readonly LabelledFact[] {
  const { words, language, clock } = context;
  const say = doorWords(language);
  const { receipt, counter } = line;
  const at = civilTimeAt(receipt.recordedAt, clock?.zone ?? 'UTC');
  return [
    { label: say.receiptNumber, value: <b>{String(receipt.position)}</b> },
    { label: say.lodgedAt, value: <Moment words={words} at={at} /> },
    { label: say.what, value: <CaseName context={context} line={line} /> },
    { label: say.caseNumber, value: <code>{line.caseId}</code> },
    ...(counter === undefined
      ? []
      : [
          {
            label: say.counterHeading,
            value: <MixedText words={words} text={counterText(context, counter)} />,
          },
          { label: say.paper, value: say.papers[counter.paper] },
          {
            label: say.counterReason,
            value: <AsGiven words={words} text={counter.reason} />,
          },
        ]),
  ];
}

function Limits({ context, line }: { readonly context: PageContext; readonly line: OwnCaseLine }) {
  const { words, language } = context;
  const say = doorWords(language);
  if (line.clocks.length === 0) return <p>{say.noLimit}</p>;
  return (
    <DataTable
      caption={say.nextDays}
      captionHidden
      columns={[
        { key: 'clock', label: say.clock, heads: true },
        { key: 'who', label: say.runsFor },
        { key: 'last', label: say.lastDay },
      ]}
      rows={line.clocks.map(({ clock, runsFor, dueOn }) => ({
        clock: wordOf(say.clocks, clock),
        who: wordOf(say.parts, runsFor),
        last: dueOn === undefined ? say.calendarMissing : <Day words={words} on={dueOn} />,
      }))}
    />
  );
}
