import type { ComparedField, MatterStepView, MatterView, StatedValue } from '@credence/casework';
import {
  AsGiven,
  DataTable,
  Day,
  DocumentNumber,
  KeyValues,
  LinkRow,
  Section,
  SideBlock,
  TitleText,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FactValue } from '../../page/fact-value.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths, recordPath, subjectPath } from '../../request/paths.ts';
import { MatterForms, type MatterEntered } from './matter-forms.tsx';
import { MatterFrame, sayOf } from './matter-frame.tsx';
import { NamePairs, Sides } from './name-pairs.tsx';
import { DueOn } from './queue-page.tsx';

export interface MatterPageProps {
  readonly context: PageContext;
  readonly view: MatterView;
  /** Fields that show the form is ours. */
  readonly token: Child;
  readonly errors?: readonly FieldError[];
  readonly entered?: MatterEntered;
}

/** One matter: both statements or both names, what was done so far, and the next step. */
export function MatterPage(props: MatterPageProps) {
  const { context, view } = props;
  const { words } = context;
  const say = sayOf(context);
  const { subject, document } = view;
  const title = subject.name ?? subject.code;
  return (
    <MatterFrame
      context={context}
      title={title}
      above={[{ label: say.title, path: paths.deskMatters }]}
      over={
        <>
          <span>{say.kinds[view.kind]}</span> <span>{say.states[view.state]}</span>
        </>
      }
      facts={[
        <TitleText words={words} text={view.item} />,
        <span class="code" translate="no">
          {subject.code}
        </span>,
        ...(document === undefined ? [] : [<DocumentNumber words={words} text={document} />]),
      ]}
      side={<MatterSide {...props} />}
    >
      <p class="summary">{leadOf(context, view)}</p>
      {view.identity === undefined ? null : (
        <>
          <Section heading={say.names} id="names">
            <NamePairs context={context} pairs={view.identity.pairs} />
          </Section>
          <Section heading={say.sides} id="sides">
            <Sides context={context} sides={view.identity.sides} />
          </Section>
        </>
      )}
      <Section heading={say.statements} id="statements">
        <Statements context={context} view={view} />
      </Section>
      <Section heading={say.history} id="history">
        <History context={context} steps={view.steps} />
      </Section>
      <MatterForms {...props} />
      {view.kind === 'identity' ? <p class="quiet after-table">{say.seam}</p> : null}
      <LinkRow links={[{ href: linkTo(context, paths.deskMatters), label: say.back }]} />
    </MatterFrame>
  );
}

function leadOf(context: PageContext, view: MatterView): string {
  const say = sayOf(context);
  const closed = view.steps.find(({ kind }) => kind === 'closed');
  if (closed !== undefined) return say.leadClosed(context.words.date(closed.on));
  if (view.identity === undefined) return say.leadConflict;
  const { about, sides } = view.identity;
  if (about === 'name') return say.leadIdentityName;
  const between = context.language === 'zh' ? '' : ' ';
  const provisional = sides.length > 1 ? `${between}${say.leadProvisional}` : '';
  return `${say.leadIdentityCode}${provisional}`;
}

function MatterSide({ context, view }: MatterPageProps) {
  const { words } = context;
  const say = sayOf(context);
  const page = linkTo(context, subjectPath(view.home));
  return (
    <SideBlock heading={say.matter}>
      <KeyValues
        facts={[
          { label: say.received, value: <Day words={words} on={view.openedOn} /> },
          { label: say.due, value: <DueOn context={context} line={view} /> },
          {
            label: say.file,
            value: (
              <AsGiven
                words={words}
                text={say.fileRow(view.file.name, words.number(view.file.row))}
              />
            ),
          },
        ]}
      />
      <LinkRow
        links={[
          { href: page, label: say.toPage },
          ...(view.recordId === undefined
            ? []
            : [
                {
                  href: linkTo(context, recordPath(view.home, view.recordId)),
                  label: say.toRecord,
                },
              ]),
        ]}
      />
    </SideBlock>
  );
}

function Statements({ context, view }: Pick<MatterPageProps, 'context' | 'view'>) {
  const { words } = context;
  const say = sayOf(context);
  const isHeld = view.fields.some(({ held }) => held !== undefined);
  const columns = [
    { key: 'field', label: say.field, heads: true as const },
    ...(isHeld ? [{ key: 'held', label: say.held }] : []),
    { key: 'stated', label: say.stated },
  ];
  return (
    <>
      {isHeld ? null : <p>{say.nothingHeld}</p>}
      <DataTable
        caption={say.statements}
        captionHidden
        columns={columns}
        rows={view.fields.map((field) => ({
          field: (
            <>
              <TitleText words={words} text={field.title} />
              {field.differs ? (
                <>
                  {' '}
                  <b class="due">{say.differs}</b>
                </>
              ) : null}
            </>
          ),
          held: <Stated context={context} field={field} value={field.held} />,
          stated: <Stated context={context} field={field} value={field.stated} />,
        }))}
      />
    </>
  );
}

function Stated(props: {
  readonly context: PageContext;
  readonly field: ComparedField;
  readonly value: StatedValue | undefined;
}) {
  const { context, field, value } = props;
  if (value === undefined) return <span class="quiet">{sayOf(context).notStated}</span>;
  return <FactValue words={context.words} fact={{ ...field, ...value }} />;
}

function History(props: {
  readonly context: PageContext;
  readonly steps: readonly MatterStepView[];
}) {
  const { context, steps } = props;
  const { words } = context;
  const say = sayOf(context);
  if (steps.length === 0) return <p class="quiet">{say.noHistory}</p>;
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li>
          <Day words={words} on={step.on} /> {stepText(context, step)}
          {step.kind === 'closed' ? null : (
            <p class="quiet">
              {say.reason}
              {context.language === 'zh' ? '：' : ': '}
              <AsGiven words={words} text={step.reason} />
              {step.kind === 'proposed' && step.basis.length > 0
                ? ` (${say.basis}: ${step.basis.join('; ')})`
                : ''}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function stepText(context: PageContext, step: MatterStepView): string {
  const say = sayOf(context);
  const name = `${step.by.official} (${step.by.role})`;
  switch (step.kind) {
    case 'proposed':
      return say.proposed(name, say.choices[step.choice]);
    case 'declined':
      return say.declined(name);
    case 'closed':
      return say.closed(name, say.results[step.result]);
  }
}
