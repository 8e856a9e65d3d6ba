import type { BoundLabReport, LabLimit } from '@credence/casework';
import { localise } from '@credence/domain';
import { DataTable, Day, Section } from '@credence/pages';

import { ConfidenceMark } from '../page/confidence-mark.tsx';
import type { PageContext } from '../page/page-context.ts';
import { sayOf } from './draft-frame.tsx';

/** Lab reports bound to the draft, and what each leaves for the reader to weigh. */
export function LabSection(props: {
  readonly context: PageContext;
  readonly reports: readonly BoundLabReport[];
}) {
  const { context, reports } = props;
  const { words } = context;
  const say = sayOf(context);
  const verdictOf = ({ verdict, inherited = [] }: BoundLabReport): string =>
    verdict === 'promulgable' && inherited.length > 0 ? say.labInherits : say.labVerdicts[verdict];
  return (
    <Section id="lab" heading={say.labTitle}>
      <p class="quiet">{say.labLead}</p>
      {reports.length === 0 ? (
        <p>{say.labNone}</p>
      ) : (
        <DataTable
          caption={say.labTitle}
          captionHidden
          columns={[
            { key: 'report', label: say.labReport, heads: true },
            { key: 'verdict', label: say.labVerdict },
            { key: 'on', label: say.labMadeOn },
            { key: 'key', label: say.labKey },
            { key: 'signature', label: say.labSignature },
          ]}
          rows={reports.map((report) => ({
            report: <code class="hash">{report.report}</code>,
            verdict: verdictOf(report),
            on: <Day words={words} on={report.madeOn} />,
            key: <code>{report.keyId}</code>,
            signature: say.signatures[report.signature],
          }))}
        />
      )}
      {reports.map(({ inherited = [] }) =>
        inherited.length === 0 ? null : <Inherited context={context} limits={inherited} />,
      )}
    </Section>
  );
}

/** Where the rule above does not keep a limit itself: what the draft adds there, and what it may add. */
function Inherited(props: { readonly context: PageContext; readonly limits: readonly LabLimit[] }) {
  const { context, limits } = props;
  const { words, language } = context;
  const say = sayOf(context);
  return (
    <DataTable
      caption={say.inheritedTitle}
      columns={[
        { key: 'harm', label: say.inheritedHarm, heads: true },
        { key: 'limit', label: say.inheritedLimit, align: 'end' },
        { key: 'above', label: say.inheritedAbove, align: 'end' },
        { key: 'added', label: say.inheritedAdded, align: 'end' },
        { key: 'margin', label: say.inheritedMargin },
      ]}
      rows={limits.map(({ title, atMost, against }) => ({
        harm: localise(title, language).text,
        limit: digits(atMost),
        above: against === undefined ? '' : range(against.above),
        added: against === undefined ? '' : <Added context={context} against={against} />,
        margin:
          against?.margin === undefined ? (
            say.inheritedNothing
          ) : (
            <>
              {digits(against.margin.atMost)}{' '}
              <ConfidenceMark words={words} confidence={against.margin.confidence} />
            </>
          ),
      }))}
    />
  );
}

/** The interval that was found, and what is counted where that is not what the limit is about. */
function Added(props: {
  readonly context: PageContext;
  readonly against: NonNullable<LabLimit['against']>;
}) {
  const { difference, counted } = props.against;
  return (
    <span>
      {range(difference)}
      {counted === undefined ? null : (
        <>
          <br />
          <span class="quiet">{localise(counted, props.context.language).text}</span>
        </>
      )}
    </span>
  );
}

function digits(figure: number): string {
  return String(Number(figure.toPrecision(4)));
}

function range({ low, high }: LabLimit['found']): string {
  return `[${digits(low)}, ${digits(high)}]`;
}
