import type { PersonFileView, PersonNaming } from '@credence/casework';
import { civilTimeAt, localise } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  DocumentNumber,
  FactList,
  IdentifierText,
  Moment,
  Name,
  Section,
} from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { whoOf } from '../desk/who-looked.tsx';
import type { PortalEnv } from '../http/environment.ts';
import { Article } from '../incentive/incentive-parts.tsx';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import type { PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { phaseWord } from '../words/case-codes.ts';
import { personFileWords } from '../words/person-file.ts';
import { OwnFrame } from './own-frame.tsx';

/** How many of those who looked last stand on the page at once; the rest unfolds. */
const looksShown = 5;

/** What is held about whoever asks for herself; there is no way to ask about anybody else. */
export function personFileRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskMyFile,
    guarded('person.read-own', async (c, principal) => {
      const outcome = await tools.services.viewPersonFile(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const { view } = outcome;
      const context = contextFor(tools, view.clock, paths.deskMyFile);
      return sendPage(c, context, <PersonFilePage context={context} view={view} />);
    }),
  );
}

function PersonFilePage(props: { readonly context: PageContext; readonly view: PersonFileView }) {
  const { context, view } = props;
  const say = personFileWords(context.language);
  return (
    <OwnFrame context={context} title={say.title}>
      <p class="summary">{say.lead(view.namings.length)}</p>
      <p class="prose">{say.free}</p>
      <Section id="capacities" heading={say.capacities}>
        <Capacities {...props} />
        <p class="hint">{say.drafts}</p>
      </Section>
      {view.namings.map((naming) => (
        <Naming context={context} naming={naming} />
      ))}
      <div class="after-block">
        <p class="hint">{say.noNumber}</p>
        <p class="hint">{say.accounts}</p>
      </div>
    </OwnFrame>
  );
}

/** All four, so that nobody has to guess what was not looked at. */
function Capacities(props: { readonly context: PageContext; readonly view: PersonFileView }) {
  const say = personFileWords(props.context.language);
  const named = say.count(props.view.namings.length);
  return (
    <DataTable
      caption={say.capacities}
      captionHidden
      columns={[
        { key: 'capacity', label: say.capacity, heads: true },
        { key: 'held', label: say.held },
      ]}
      rows={[
        { capacity: say.responsible, held: named },
        { capacity: say.practitioner, held: say.notTaken },
        { capacity: say.debtor, held: say.debtorNone },
        { capacity: say.member, held: say.notTaken },
      ]}
    />
  );
}

function Naming(props: { readonly context: PageContext; readonly naming: PersonNaming }) {
  const { context, naming } = props;
  const say = personFileWords(context.language);
  const { caseId, number } = naming;
  return (
    <Section
      id={`order-${caseId}`}
      heading={
        <>
          {say.order} <DocumentNumber words={context.words} text={number} />
        </>
      }
    >
      <FactList facts={[...whoAndWhy(context, naming), ...sinceAndUntil(context, naming)]} />
      <div class="after-block">
        <h3>{say.disputes}</h3>
        <p class="prose">{say.disputesLead}</p>
        {lines(say.ways)}
      </div>
      <div class="after-block">
        <h3>{say.looks}</h3>
        <Looks context={context} naming={naming} />
      </div>
    </Section>
  );
}

function lines(items: readonly string[]) {
  return (
    <ul class="case-lines">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function whoAndWhy(context: PageContext, naming: PersonNaming) {
  const { words, language } = context;
  const say = personFileWords(language);
  const { unit, agencyName, agency } = naming;
  const codes: Readonly<Record<string, string>> = say.codes;
  const text = (given: NonNullable<PersonNaming['measure']>) => localise(given, language).text;
  const [code] = unit.identifiers;
  const bound = (
    <>
      {unit.name === undefined ? null : <Name words={words} name={unit.name} />}{' '}
      {code === undefined ? null : <IdentifierText identifier={code} />}
    </>
  );
  const court =
    agencyName === undefined ? <AsGiven words={words} text={agency} /> : text(agencyName);
  const articles = naming.basis.map((basis) => <Article context={context} basis={basis} />);
  return [
    { label: say.unit, value: bound },
    { label: say.by, value: court },
    { label: say.name, value: <AsGiven words={words} text={naming.name} /> },
    { label: say.as, value: codes[naming.capacity] ?? naming.capacity },
    { label: say.why, value: <AsGiven words={words} text={naming.reason} /> },
    { label: say.forbids, value: lines(naming.forbids.map(text)) },
    { label: say.basis, value: words.richList(articles) },
  ];
}

function sinceAndUntil(context: PageContext, naming: PersonNaming) {
  const { words, language } = context;
  const say = personFileWords(language);
  const { heldUntil } = naming;
  const held = heldUntil === undefined ? say.heldOpen : say.heldUntilOn(words.date(heldUntil));
  return [
    { label: say.since, value: <Day words={words} on={naming.openedOn} /> },
    { label: say.stands, value: phaseWord(language, naming.phase) },
    ...endOf(context, naming),
    { label: say.heldUntil, value: held },
  ];
}

function endOf({ words, language }: PageContext, { effect }: PersonNaming) {
  const say = personFileWords(language);
  if (effect.kind === 'ended') return [{ label: say.until, value: words.date(effect.on) }];
  if (effect.kind !== 'in-effect') return [];
  const parts = [
    ...(effect.until === undefined ? [] : [words.date(effect.until)]),
    ...(effect.confirmBy === undefined ? [] : [say.untilDuty(words.date(effect.confirmBy))]),
  ];
  return [{ label: say.until, value: parts.join(language === 'zh' ? '；' : '; ') }];
}

function Looks(props: { readonly context: PageContext; readonly naming: PersonNaming }) {
  const { context, naming } = props;
  const say = personFileWords(context.language);
  const zone = context.clock?.zone ?? 'UTC';
  const purposes: Readonly<Record<string, string>> = accessWords(context.language).purposes;
  const table = (looks: PersonNaming['looks']) => (
    <DataTable
      caption={say.looks}
      captionHidden
      columns={[
        { key: 'when', label: say.when, heads: true },
        { key: 'who', label: say.who },
        { key: 'purpose', label: say.purpose },
      ]}
      rows={looks.map((line) => ({
        when: <Moment words={context.words} at={civilTimeAt(line.at, zone)} />,
        who: whoOf(context, line, false),
        purpose: purposes[line.purpose] ?? line.purpose,
      }))}
    />
  );
  const earlier = naming.looks.slice(looksShown);
  if (naming.looks.length === 0) return <p>{say.looksNone}</p>;
  return (
    <>
      {table(naming.looks.slice(0, looksShown))}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{say.looksEarlier(earlier.length)}</summary>
          {table(earlier)}
        </details>
      )}
    </>
  );
}
