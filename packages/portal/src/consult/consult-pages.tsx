import {
  biddersAtMost,
  consultKinds,
  type ConsultationLine,
  type ConsultationView,
  type ConsultedFirm,
  type ConsultFact,
  type RouteLine,
} from '@credence/casework';
import { localise, type Localised } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  Field,
  Name,
  Section,
  TextArea,
  TitleText,
} from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { Article } from '../incentive/incentive-parts.tsx';
import { FactValue } from '../page/fact-value.tsx';
import { nameParts } from '../page/name-parts.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { consultationPath, paths, subjectPath } from '../request/paths.ts';
import { consultWords } from '../words/pledge/consult.ts';

/** What a form said, to be shown again, and what is wrong with it. */
interface TriedOrder {
  readonly says: readonly string[];
  readonly entered: (name: string) => string;
}

/** The desk of those who decide: a new question, and what the office has asked. */
export function ConsultPage(props: {
  readonly context: PageContext;
  readonly lines: readonly ConsultationLine[];
  readonly pledges: readonly { readonly id: string; readonly title: Localised }[];
  readonly tried?: TriedOrder;
}) {
  const { context, lines, pledges, tried } = props;
  const { words, language } = context;
  const say = consultWords(language);
  const entered = tried?.entered ?? (() => '');
  return (
    <DeskFrame context={context} title={say.title}>
      <p class="summary">{say.lead}</p>
      <Faults says={tried?.says ?? []} />
      <Section id="ask" heading={say.asked}>
        <OrderForm {...{ context, pledges, entered }} />
      </Section>
      <Section id="done" heading={say.done}>
        {lines.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <DataTable
            caption={say.done}
            captionHidden
            columns={[
              { key: 'number', label: say.number, heads: true },
              { key: 'kind', label: say.kind },
              { key: 'on', label: say.on },
              { key: 'firms', label: say.firms },
            ]}
            rows={lines.map((line) => ({
              number: (
                <a href={linkTo(context, consultationPath(line.consultationId))}>
                  <AsGiven words={words} text={line.number} />
                </a>
              ),
              kind: say.kinds[line.kind],
              on: <Day words={words} on={line.on} />,
              firms: words.number(line.firms),
            }))}
          />
        )}
      </Section>
    </DeskFrame>
  );
}

function OrderForm(props: {
  readonly context: PageContext;
  readonly pledges: readonly { readonly id: string; readonly title: Localised }[];
  readonly entered: TriedOrder['entered'];
}) {
  const { context, pledges, entered } = props;
  const { words, language } = context;
  const say = consultWords(language);
  return (
    <form class="form-block" method="post" action={linkTo(context, paths.deskConsult)}>
      <FormToken />
      <div class="field">
        <label for="kind">{say.kind}</label>
        <select id="kind" name="kind">
          {consultKinds.map((kind) => (
            <option value={kind} selected={entered('kind') === kind}>
              {say.kinds[kind]}
            </option>
          ))}
        </select>
      </div>
      <Field
        {...{ words, id: 'number', name: 'number', label: say.number, hint: say.numberHint }}
        value={entered('number')}
        required
      />
      <Field
        {...{ words, id: 'basis', name: 'basis', label: say.basis, hint: say.basisHint }}
        value={entered('basis')}
        required
      />
      <div class="field">
        <label for="pledge">{say.pledge}</label>
        <select id="pledge" name="pledge">
          <option value="">{say.noPledge}</option>
          {pledges.map(({ id, title }) => (
            <option value={id} selected={entered('pledge') === id}>
              {localise(title, language).text}
            </option>
          ))}
        </select>
      </div>
      <Field
        {...{ words, id: 'announcedOn', name: 'announcedOn', type: 'date' }}
        label={say.announcedOn}
        value={entered('announcedOn')}
      />
      <TextArea
        {...{ words, id: 'codes', name: 'codes' }}
        label={say.codes(words.number(biddersAtMost))}
        value={entered('codes')}
      />
      <Actions>
        <ActionButton rank="first">{say.ask}</ActionButton>
      </Actions>
    </form>
  );
}

function Faults({ says }: { readonly says: readonly string[] }) {
  if (says.length === 0) return null;
  return (
    <div class="error-summary" role="alert">
      <ul class="plain-list">
        {says.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </div>
  );
}

/** One consultation: each organisation with what is in force, and the ways that are open. */
export function ConsultationPage(props: {
  readonly context: PageContext;
  readonly view: ConsultationView;
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = consultWords(language);
  const { matter, firms, unknown, basis } = view;
  return (
    <DeskFrame
      context={context}
      title={`${say.kinds[matter.kind]} ${matter.number}`}
      above={[{ label: say.title, path: paths.deskConsult }]}
    >
      <p class="summary">{say.summary(words.number(firms.length))}</p>
      <p>
        {say.on} <Day words={words} on={matter.on} /> · {say.basis}{' '}
        <Article context={context} basis={basis} />
      </p>
      {unknown.length === 0 ? null : <p class="due">{say.unknownRows(unknown.join(', '))}</p>}
      {firms.map((firm) => (
        <Firm {...{ context, firm, consultationId: matter.consultationId }} />
      ))}
      <p>
        <a
          href={`${linkTo(context, consultationPath(matter.consultationId))}/result.json`}
          download={`consultation-${matter.consultationId}.json`}
        >
          {say.file}
        </a>{' '}
        <span class="quiet">{say.fileSays}</span>
      </p>
    </DeskFrame>
  );
}

function Firm(props: {
  readonly context: PageContext;
  readonly firm: ConsultedFirm;
  readonly consultationId: string;
}) {
  const { context, firm, consultationId } = props;
  const { words, language } = context;
  const say = consultWords(language);
  const { home, code, name = code, facts, routes, chosen, identityUnderReview } = firm;
  return (
    <Section
      id={code}
      heading={<Name words={words} name={nameParts(name)} />}
      aside={<a href={linkTo(context, subjectPath(home))}>{code}</a>}
    >
      {identityUnderReview ? <p class="due">{say.review}</p> : null}
      {facts.length === 0 ? <p>{say.noFacts}</p> : <Facts context={context} facts={facts} />}
      {routes.length === 0 ? null : (
        <div class="after-block">
          <h3>{say.routes}</h3>
        </div>
      )}
      {chosen === undefined ? null : (
        <p>{say.chosen(say.routeNames[chosen.route], words.date(chosen.on))}</p>
      )}
      {routes.map((route) => (
        <Route {...{ context, route, code, consultationId }} />
      ))}
    </Section>
  );
}

function Facts(props: { readonly context: PageContext; readonly facts: readonly ConsultFact[] }) {
  const { context, facts } = props;
  const { words, language } = context;
  const say = consultWords(language);
  return (
    <DataTable
      caption={say.fact}
      captionHidden
      columns={[
        { key: 'fact', label: say.fact, heads: true },
        { key: 'from', label: say.from },
        { key: 'until', label: say.until },
        { key: 'authority', label: say.authority },
      ]}
      rows={facts.map((fact) => ({
        fact: <FactCell {...{ context, fact }} />,
        from: fact.begins === undefined ? '—' : <Day words={words} on={fact.begins} />,
        until: fact.ends === undefined ? '—' : <Day words={words} on={fact.ends} />,
        authority: fact.authority ?? '—',
      }))}
    />
  );
}

function FactCell({
  context,
  fact,
}: {
  readonly context: PageContext;
  readonly fact: ConsultFact;
}) {
  const { words, language } = context;
  const say = consultWords(language);
  const { title, heading, number, disputedSince, reply, measures = [] } = fact;
  // What burdens shows its articles; a licence has them on its own page.
  const basis = fact.effect === 'adverse' ? distinct(fact.basis) : [];
  const colon = language === 'zh' ? '：' : ': ';
  return (
    <div>
      <TitleText words={words} text={title} />
      {heading === undefined ? null : (
        <>
          {colon}
          <FactValue words={words} fact={heading} />
        </>
      )}{' '}
      {number === undefined ? null : <span class="quiet">{number}</span>}
      {disputedSince === undefined ? null : <p>{say.disputed}</p>}
      {reply === undefined ? null : (
        <p>
          {say.reply}
          {colon}
          <AsGiven words={words} text={reply} />
        </p>
      )}
      {measures.length === 0 ? null : (
        <p>
          {say.follows}
          {colon}
          {words.richList(measures.map((each) => <TitleText words={words} text={each} />))}
        </p>
      )}
      {basis.length === 0 ? null : (
        <p class="quiet">
          {words.richList(basis.map((each) => <Article context={context} basis={each} />))}
        </p>
      )}
    </div>
  );
}

/** Each article once, whatever it is cited for. */
function distinct(basis: ConsultFact['basis']): ConsultFact['basis'] {
  const known = basis.map(({ citation: { source, at } }) => `${source}#${at}`);
  return basis.filter((_, at) => known.indexOf(known[at] ?? '') === at);
}

function Route(props: {
  readonly context: PageContext;
  readonly route: RouteLine;
  readonly code: string;
  readonly consultationId: string;
}) {
  const { context, route, code, consultationId } = props;
  const { words, language } = context;
  const say = consultWords(language);
  const { isOpen, says, because, basis } = route;
  return (
    <div class="after-block">
      <p>
        <strong>{say.routeNames[route.route]}</strong> · {isOpen ? say.open : say.closed}
        <br />
        <TitleText words={words} text={says} />{' '}
        {words.richList(basis.map((each) => <Article context={context} basis={each} />))}
      </p>
      {because.length === 0 ? null : (
        <ul class="plain-list">
          {because.map((each) => (
            <li>
              <TitleText words={words} text={each} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <form method="post" action={`${linkTo(context, consultationPath(consultationId))}/routes`}>
          <FormToken />
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="route" value={route.route} />
          <Actions>
            <ActionButton rank="second">{say.choose}</ActionButton>
          </Actions>
        </form>
      ) : null}
    </div>
  );
}
