import type { ReceiptView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, DataTable, Day, DocumentNumber, Section, TitleText } from '@credence/pages';

import { doorPath } from '../../own/own-paths.ts';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { cardPath } from '../../request/paths.ts';
import { TraceWords } from '../../rulebook/trace-words.tsx';
import { receiptWords } from '../../words/class/receipt.ts';

export interface ReceiptProps {
  readonly context: PageContext;
  readonly receipt: ReceiptView;
  readonly home: string;
}

/** What a result is computed from, step by step, with the door before each record. */
export function Receipt(props: ReceiptProps) {
  const { context, receipt } = props;
  const { words, language } = context;
  const say = receiptWords(language);
  const { program, subject } = receipt.signed.receipt;
  const { premises } = subject;
  const place = premises === undefined ? '' : `-${premises.record}`;
  return (
    <Section
      id={`${program.kind}${place}`}
      heading={<TitleText words={words} text={program.title} />}
    >
      <p class="quiet">{say.kinds[program.kind]}</p>
      {premises?.number === undefined ? null : <p>{say.premises(premises.number)}</p>}
      <Steps {...props} />
    </Section>
  );
}

/** Each step, each record, the rule and the fingerprint. */
export function Steps(props: ReceiptProps) {
  const { context, receipt } = props;
  const { language } = context;
  const say = receiptWords(language);
  const { program, edition } = receipt.signed.receipt;
  return (
    <>
      <TraceWords context={context} words={receipt.written[language]} />
      <div class="after-block">
        <h3>{say.inputs}</h3>
        <Inputs {...props} />
      </div>
      <p class="after-table">
        <a href={linkTo(context, cardPath(edition.code, program.kind, program.id))}>{say.rule}</a>
      </p>
      <p class="quiet">
        {say.fingerprint} <code class="hash wraps">{receipt.signed.hash}</code>
      </p>
    </>
  );
}

/** What people call a class. */
export function classTitle(
  { context, receipt }: Pick<ReceiptProps, 'context' | 'receipt'>,
  result: unknown,
): string {
  const title = typeof result === 'string' ? receipt.classes[result] : undefined;
  return title === undefined ? String(result) : localise(title, context.language).text;
}

/** Each record with its source, what the result would be without it, and the one door before it. */
function Inputs(props: ReceiptProps) {
  const { context, receipt, home } = props;
  const { words, language } = context;
  const say = receiptWords(language);
  const { sources, without, trace } = receipt.signed.receipt;
  // What no rule looked at has nothing to do with the result: licences, for one.
  const looked = new Set(
    trace.steps.flatMap(({ records }) =>
      records.flatMap(({ counted, excluded }) => [
        ...counted.map(({ record }) => record),
        ...excluded.flatMap((each) => (each.because === 'differs' ? [] : each.record)),
      ]),
    ),
  );
  const rows = sources.filter(({ record }) => looked.has(record));
  if (rows.length === 0) return <p>{say.inputsNone}</p>;
  return (
    <DataTable
      caption={say.inputs}
      captionHidden
      columns={[
        { key: 'record', label: say.record, heads: true },
        { key: 'from', label: say.from },
        { key: 'decided', label: say.decided },
        { key: 'counts', label: say.counts },
        { key: 'without', label: say.withoutIt },
        { key: 'door', label: say.objection },
      ]}
      rows={rows.map(({ record, title, number, from, decidedOn }) => {
        const gone = without.find((each) => each.record === record);
        const until = gone?.until;
        const door = doorPath({ kind: 'record', recordId: record }, { subject: home });
        return {
          record: (
            <>
              <TitleText words={words} text={title} />{' '}
              {number === undefined ? null : <DocumentNumber words={words} text={number} />}
            </>
          ),
          from: <AsGiven words={words} text={from} />,
          decided: <Day words={words} on={decidedOn} />,
          counts: gone === undefined ? say.notCounted : say.counted,
          without:
            gone === undefined ? (
              '—'
            ) : (
              <>
                {classTitle(props, gone.result)}
                {until === undefined ? null : (
                  <span class="quiet"> {say.byItself(words.date(until))}</span>
                )}
              </>
            ),
          door: <a href={linkTo(context, door)}>{say.door}</a>,
        };
      })}
    />
  );
}
