import type {
  DisclosuresView,
  PromiseState,
  PublicBodyLine,
  PublicContractsView,
} from '@credence/casework';
import { isBefore, type CivilDate } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { LatePayments } from '../page/late-payments.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { bodyContractsPath, paths, subjectPath, withQuery } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { BodyContractTable } from './body-contract-table.tsx';
import { BodyJudgments, BodyNext, BodySide, bodySummary } from './body-parts.tsx';

/** Every public body with a contract or a promise, in the order of names. */
export function BodiesPage(props: {
  readonly context: PageContext;
  readonly bodies: readonly PublicBodyLine[];
}) {
  const { context, bodies } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <Frame
      context={context}
      title={say.bodiesTitle}
      area="figures"
      breadcrumb={[
        { label: readingWords(context.language).listsTitle, href: linkTo(context, paths.lists) },
        { label: say.bodiesTitle },
      ]}
      heading={<PageHeading title={say.bodiesTitle} />}
    >
      <p class="summary">{say.bodiesLead}</p>
      <p>
        <a href={linkTo(context, paths.disclosures)}>{say.toDisclosure}</a>
      </p>
      {bodies.length === 0 ? (
        <EmptyState heading={say.bodiesNone} meaning={say.bodiesNoneMeaning} />
      ) : (
        <DataTable
          caption={say.bodiesTitle}
          captionHidden
          columns={[
            { key: 'body', label: say.body, heads: true },
            { key: 'contracts', label: say.contracts, align: 'end' },
            { key: 'promises', label: say.promises, align: 'end' },
            { key: 'late', label: say.lateCount, align: 'end' },
            { key: 'judgments', label: say.judgments, align: 'end' },
          ]}
          rows={bodies.map(({ subject, contracts, promises, judgments, latePayments }) => ({
            body: (
              <a href={linkTo(context, bodyContractsPath(subject.id))}>
                <AsGiven words={words} text={subject.name ?? subject.id} />
              </a>
            ),
            contracts: words.number(contracts),
            promises: words.number(promises),
            late: words.number(latePayments),
            judgments: words.number(judgments),
          }))}
        />
      )}
    </Frame>
  );
}

/** What a public body has under contract, owes late, and promised. */
export function BodyContractsPage(props: {
  readonly context: PageContext;
  readonly view: PublicContractsView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const { subject, contracts, promises, clock } = view;
  const name = subject.name ?? subject.id;
  return (
    <Frame
      context={context}
      title={`${name} · ${say.page}`}
      area="figures"
      robots="noindex"
      json={`${paths.api}${bodyContractsPath(subject.id)}`}
      breadcrumb={[
        { label: say.bodiesTitle, href: linkTo(context, paths.publicBodies) },
        { label: name, href: linkTo(context, subjectPath(subject.id)) },
        { label: say.page },
      ]}
      heading={<PageHeading title={<AsGiven words={words} text={name} />} above={say.page} />}
      side={<BodySide {...{ context, view }} />}
    >
      <Summary note={say.sameTemplate}>{bodySummary(context, view)}</Summary>
      <LatePayments context={context} payments={view.latePayments} />
      <BodyJudgments {...{ context, judgments: view.judgments }} />
      <Section
        id="contracts"
        heading={say.contracts}
        aside={<a href={`${paths.api}${bodyContractsPath(subject.id)}`}>{say.download}</a>}
      >
        <p class="quiet">{say.pageLead}</p>
        <BodyContractTable {...{ context, contracts }} />
      </Section>
      <Promises {...{ context, promises }} today={clock.today} />
      <BodyNext {...{ context, view }} />
    </Frame>
  );
}

/** Each promise with what became of it. */
export function Promises(props: {
  readonly context: PageContext;
  readonly promises: readonly PromiseState[];
  readonly today: CivilDate;
}) {
  const { context, promises, today } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <Section id="promises" heading={say.promises}>
      {promises.length === 0 ? (
        <p>{say.promiseNone}</p>
      ) : (
        <DataTable
          caption={say.promises}
          captionHidden
          columns={[
            { key: 'promise', label: say.promise, heads: true },
            { key: 'power', label: say.power },
            { key: 'dueOn', label: say.dueOn },
            { key: 'state', label: say.state },
          ]}
          rows={promises.map(({ promise, dueOn, changes, kept, compensated }) => ({
            promise: (
              <>
                <AsGiven words={words} text={promise.text} />
                <br />
                <AsGiven words={words} text={promise.number} />
              </>
            ),
            power: <AsGiven words={words} text={promise.power} />,
            dueOn: <Day words={words} on={dueOn} />,
            state: (
              <ul class="plain-list">
                <li>
                  {kept === undefined
                    ? isBefore(dueOn, today)
                      ? say.past
                      : say.waiting
                    : say.kept}
                </li>
                {changes.map(({ compensation, compensationBy, text, interest, procedure }) => (
                  <li>
                    <AsGiven words={words} text={`${text}（${interest}；${procedure}）`} />
                    <br />
                    {say.changed}
                    <AsGiven words={words} text={compensation} />
                    {context.language === 'zh' ? '，' : '; '}
                    {say.compensatedBy(words.date(compensationBy))}
                  </li>
                ))}
                {compensated === undefined ? null : <li>{say.compensated}</li>}
              </ul>
            ),
          }))}
        />
      )}
    </Section>
  );
}

/** The yearly word of each body on its overdue contracts, beside what the register shows. */
export function DisclosuresPage(props: {
  readonly context: PageContext;
  readonly view: DisclosuresView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <Frame
      context={context}
      title={say.disclosureTitle}
      area="figures"
      breadcrumb={[
        { label: say.bodiesTitle, href: linkTo(context, paths.publicBodies) },
        { label: say.disclosureTitle },
      ]}
      heading={<PageHeading title={say.disclosureTitle} />}
    >
      <p class="summary">
        {say.disclosureLead(view.year)}{' '}
        {view.dueOn === undefined ? null : say.disclosureDue(words.date(view.dueOn))}
      </p>
      <p>
        <a href={withQuery(paths.disclosuresFile, { year: String(view.year) })}>{say.fileCsv}</a> ·{' '}
        <a href={withQuery(paths.disclosuresManifest, { year: String(view.year) })}>
          {say.fileJson}
        </a>
      </p>
      {view.lines.length === 0 ? (
        <EmptyState heading={say.bodiesNone} meaning={say.bodiesNoneMeaning} />
      ) : (
        <DataTable
          caption={say.disclosureTitle}
          captionHidden
          columns={[
            { key: 'body', label: say.body, heads: true },
            { key: 'said', label: say.saidCount, align: 'end' },
            { key: 'amount', label: say.saidAmount, align: 'end' },
            { key: 'known', label: say.knownCount, align: 'end' },
            { key: 'about', label: say.knownAmount, align: 'end' },
          ]}
          rows={view.lines.map(({ subject, said, known, late }) => ({
            body: (
              <a href={linkTo(context, bodyContractsPath(subject.id))}>
                <AsGiven words={words} text={subject.name ?? subject.id} />
              </a>
            ),
            said:
              said === undefined
                ? late
                  ? say.notSaidLate
                  : say.notSaid
                : words.number(said.contracts),
            amount:
              said === undefined ? '—' : words.money({ ...known.amount, amount: said.amount }),
            known: words.number(known.contracts),
            about: words.money(known.amount),
          }))}
        />
      )}
    </Frame>
  );
}
