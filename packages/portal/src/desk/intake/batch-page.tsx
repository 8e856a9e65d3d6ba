import type { BatchView, KeptReport, SignedReceipt } from '@credence/casework';
import { civilTimeAt, describeProblem, instantOf, isProblemCode } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  FactList,
  LinkRow,
  Moment,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { batchPath, editionPath, paths } from '../../request/paths.ts';
import { CountStrip } from './count-strip.tsx';
import { IntakePage, wordsOf } from './desk-page.tsx';
import { FileColumns } from './file-columns.tsx';

/** What became of a file: the receipt, and the report as far as it is kept. */
export function BatchPage(props: { readonly context: PageContext; readonly view: BatchView }) {
  const { context, view } = props;
  const { words } = context;
  const say = wordsOf(context);
  const { receipt } = view.signed;
  const { counts } = receipt;
  const recorded = words.number(counts.recorded);
  return (
    <IntakePage
      context={context}
      title={receipt.fileName}
      above={[{ label: say.batchesTitle, path: paths.deskBatches }]}
      heading={
        <PageHeading
          title={receipt.fileName}
          second={<TitleText words={words} text={view.itemTitle} />}
          facts={[
            <TitleText words={words} text={view.agency.name} />,
            <RecordedAt context={context} view={view} />,
          ]}
        />
      }
    >
      <p class="summary">
        <b>{counts.recorded === 0 ? say.batchTakenNone : say.batchTaken(recorded)}</b>
        {words.language === 'zh' ? '' : ' '}
        {counts.recorded === 0 ? '' : say.batchKept}
      </p>
      <CountStrip context={context} counts={countsOf(context, view)} />
      {counts.toReview > 0 ? (
        <div class="after-block">
          <LinkRow links={[{ href: linkTo(context, paths.deskMatters), label: say.toMatters }]} />
        </div>
      ) : null}
      <ReceiptSection context={context} view={view} />
      <ReportSection context={context} report={view.report} />
      <hr class="thin" />
      <LinkRow
        links={[
          { href: linkTo(context, paths.deskIntake), label: say.toImport },
          { href: linkTo(context, paths.deskBatches), label: say.batchesLink },
        ]}
      />
    </IntakePage>
  );
}

function RecordedAt({ context, view }: { context: PageContext; view: BatchView }) {
  const at = instantOf(view.signed.receipt.recordedAt);
  if (at === undefined) return null;
  return <Moment words={context.words} at={civilTimeAt(at, view.clock.zone)} />;
}

function countsOf(context: PageContext, view: BatchView) {
  const say = wordsOf(context);
  const { counts } = view.signed.receipt;
  return [
    { label: say.countRead, value: counts.read, always: true },
    { label: say.countRecorded, value: counts.recorded, always: true },
    { label: say.countKnown, value: counts.known },
    { label: say.countLeftOut, value: counts.refused - counts.toReview },
    { label: say.countChanged, value: counts.changed ?? 0 },
    { label: say.countReview, value: counts.toReview },
    { label: say.countSetAside, value: counts.setAside },
    { label: say.countExpired, value: view.report.expired },
  ].filter(({ value, always }) => always === true || value > 0);
}

function ReceiptSection({ context, view }: { context: PageContext; view: BatchView }) {
  const { words } = context;
  const say = wordsOf(context);
  const { receipt, signature } = view.signed;
  const path = linkTo(context, batchPath(receipt.batch));
  return (
    <Section heading={say.receiptTitle} id="receipt">
      <p>{say.receiptLead}</p>
      <FactList
        facts={[
          { label: say.batchId, value: <Mono text={receipt.batch} /> },
          { label: say.fileHash, value: <Mono text={receipt.fileHash} /> },
          ...(receipt.mapping === 'none'
            ? []
            : [{ label: say.mappingUsed, value: <Mono text={receipt.mapping} /> }]),
          { label: say.position, value: say.positionValue(words.number(receipt.position)) },
          {
            label: say.edition,
            value: (
              <a href={linkTo(context, editionPath(receipt.edition.code))}>
                {receipt.edition.code}
              </a>
            ),
          },
          { label: say.signedWith, value: <Mono text={signature.keyId} /> },
          { label: say.signature, value: <Mono text={signature.value} /> },
        ]}
      />
      <LinkRow
        links={[
          { href: `${path}/receipt.json`, label: say.receiptDownload },
          { href: `${paths.api}/keys`, label: say.receiptKeys },
        ]}
      />
      <p class="quiet after-table">
        {say.receiptVerify}{' '}
        <code class="long">
          credence receipt verify {receiptFileName(view.signed)} --keys keys.json
        </code>
      </p>
    </Section>
  );
}

/** The name a receipt is saved under. */
export function receiptFileName({ receipt }: SignedReceipt): string {
  return `receipt-${receipt.batch}.json`;
}

function Mono({ text }: { readonly text: string }) {
  return <code class="mono long">{text}</code>;
}

function ReportSection({ context, report }: { context: PageContext; report: KeptReport }) {
  const say = wordsOf(context);
  const { words } = context;
  const kept = report.understood.length > 0;
  return (
    <>
      <Section heading={say.reportTitle} id="report">
        {kept ? (
          <DataTable
            caption={say.columnsTitle}
            captionHidden
            columns={[
              { key: 'column', label: say.columnInFile, heads: true },
              { key: 'as', label: say.columnAs },
            ]}
            rows={columnsOf(context, report)}
          />
        ) : (
          <p class="quiet">{say.reportNotKept}</p>
        )}
      </Section>
      {report.problems.length === 0 ? null : (
        <Section heading={say.reportPlaces} id="places">
          <p>{say.reportPlacesLead}</p>
          <PlaceTable context={context} report={report} />
          {report.problemsTotal > report.problems.length ? (
            <p class="quiet after-table">
              {say.listedFirst(
                words.number(report.problems.length),
                words.number(report.problemsTotal),
              )}
            </p>
          ) : null}
        </Section>
      )}
    </>
  );
}

function columnsOf(context: PageContext, report: KeptReport) {
  const say = wordsOf(context);
  const { words } = context;
  const line = ({ column, sheet }: { column: string; sheet?: string }, as: Child) => ({
    column: (
      <>
        <AsGiven words={words} text={column} />
        {sheet === undefined ? null : (
          <span class="quiet">
            {' '}
            <AsGiven words={words} text={sheet} />
          </span>
        )}
      </>
    ),
    as,
  });
  const byCode = new Map<string, KeptReport['understood'][number][]>();
  for (const place of report.understood) {
    byCode.set(place.as, [...(byCode.get(place.as) ?? []), place]);
  }
  return [
    ...[...byCode].map(([as, places]) => ({
      column: <FileColumns context={context} columns={places} />,
      as: <code>{as}</code>,
    })),
    ...report.dropped.map((place) => line(place, say.droppedTitle)),
    ...report.notUnderstood.map((place) => line(place, say.notUnderstoodTitle)),
    ...report.ignored.map((place) => line(place, say.ignoredTitle)),
  ];
}

function PlaceTable({ context, report }: { context: PageContext; report: KeptReport }) {
  const { words, language } = context;
  const say = wordsOf(context);
  const reason = (code: string): string =>
    isProblemCode(code) ? describeProblem({ code, params: {} }, language).title : code;
  const sheets = report.problems.some(({ sheet }) => sheet !== undefined);
  return (
    <DataTable
      caption={say.reportPlaces}
      captionHidden
      columns={[
        ...(sheets ? [{ key: 'sheet', label: say.sheet }] : []),
        { key: 'row', label: words.t('intake.row'), heads: true },
        { key: 'column', label: words.t('intake.column') },
        { key: 'reason', label: say.reason },
      ]}
      rows={report.problems.map(({ row, sheet = '', column, code }) => ({
        sheet: <AsGiven words={words} text={sheet} />,
        row,
        column: column === undefined ? say.wholeRow : <AsGiven words={words} text={column} />,
        reason: reason(code),
      }))}
    />
  );
}
