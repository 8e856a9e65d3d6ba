import type { CasePoint, CaseView } from '@credence/casework';
import { AsGiven, BasisCitation, Day, DocumentNumber, TitleText } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, recordPath } from '../request/paths.ts';
import { clockWord, codeWord, partWord } from '../words/case-codes.ts';
import { DueCell } from './cases-page.tsx';
import { sayOf } from './say.ts';

interface SidesProps {
  readonly context: PageContext;
  readonly view: CaseView;
}

/** What is said happened, and what the law says about it, side by side. */
export function CaseSides(props: SidesProps) {
  const say = sayOf(props.context);
  return (
    <div class="case-sides">
      <div>
        <h3>{say.facts}</h3>
        <Facts {...props} />
      </div>
      <div>
        <h3>{say.law}</h3>
        <Law {...props} />
      </div>
    </div>
  );
}

function pair(label: Child, value: Child) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function lines(items: readonly Child[]) {
  return (
    <ul class="case-lines">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}

function Facts({ context, view }: SidesProps) {
  const { words, language } = context;
  const say = sayOf(context);
  const { dossier, actions } = view;
  const speakers = [...new Set(dossier.points.map(({ said: who }) => who))];
  const reasons = actions.flatMap((action) => reasonsIn(action));
  const evidence = actions.flatMap((action) =>
    action.kind === 'opened' && 'evidence' in action.matter ? action.matter.evidence : [],
  );
  const said = actions.flatMap((action) =>
    action.kind === 'stated' ? (action.evidence ?? []) : [],
  );
  const { record } = dossier;
  return (
    <dl>
      {record === undefined
        ? null
        : pair(
            say.record,
            <>
              <a href={linkTo(context, recordPath(dossier.subject.home, record.recordId))}>
                <TitleText words={words} text={record.item} />
              </a>
              {record.document === undefined ? null : (
                <>
                  {' '}
                  <DocumentNumber words={words} text={record.document} />
                </>
              )}{' '}
              <Day words={words} on={record.decidedOn} />{' '}
              <AsGiven words={words} text={record.provider} />
              {record.endedOn === undefined ? null : (
                <p class="quiet">{say.recordEnded(words.date(record.endedOn))}</p>
              )}
            </>,
          )}
      {reasons.length === 0
        ? null
        : pair(say.alleged, lines(reasons.map((each) => <AsGiven words={words} text={each} />)))}
      {evidence.length === 0
        ? null
        : pair(say.evidence, lines(evidence.map((each) => <AsGiven words={words} text={each} />)))}
      {dossier.points.length === 0
        ? pair(say.statement, <span class="quiet">{say.statementNone}</span>)
        : speakers.map((who) =>
            pair(
              who === 'subject' ? say.statement : say.statementOf(partWord(language, who)),
              lines([
                ...dossier.points
                  .filter((point) => point.said === who)
                  .map(({ text }) => <AsGiven words={words} text={text} />),
                ...(who === speakers.at(-1)
                  ? said.map((each) => <AsGiven words={words} text={each} />)
                  : []),
              ]),
            ),
          )}
    </dl>
  );
}

/** What an authority gave as its reasons so far; the newest of each step. */
function reasonsIn(action: CaseView['actions'][number]): readonly string[] {
  if (action.kind === 'opened') {
    return 'reason' in action.matter ? [action.matter.reason] : [];
  }
  return action.kind === 'noticed' || action.kind === 'drafted' ? [action.reason] : [];
}

function Law({ context, view }: SidesProps) {
  const { words, language, clock } = context;
  const say = sayOf(context);
  const { card, basis, procedure, measures } = view.dossier;
  const edition = clock?.edition.code;
  const ways = view.standing.clocks.filter(({ clock: name }) =>
    ['review', 'court', 'earliest'].includes(name),
  );
  return (
    <dl>
      {card === undefined
        ? null
        : pair(
            say.rule,
            edition === undefined ? (
              <TitleText words={words} text={card.title} />
            ) : (
              <a href={linkTo(context, cardPath(edition, card.kind, card.id))}>
                <TitleText words={words} text={card.title} />
              </a>
            ),
          )}
      {pair(say.basis, <BasisLines context={context} basis={basis} edition={edition} />)}
      {procedure === undefined || !isHeard(view)
        ? null
        : pair(say.procedure, lines(procedureLines(context, procedure)))}
      {measures.length === 0
        ? null
        : pair(
            say.measures,
            lines(measures.map(({ title }) => <TitleText words={words} text={title} />)),
          )}
      {pair(
        say.waysOut,
        lines([
          say.waysOutLead,
          ...ways.map((way) => (
            <>
              {clockWord(language, way.clock)} <DueCell context={context} due={way} />
            </>
          )),
        ]),
      )}
    </dl>
  );
}

type Dossier = CaseView['dossier'];

function BasisLines(props: {
  readonly context: PageContext;
  readonly basis: Dossier['basis'];
  readonly edition: string | undefined;
}) {
  const { context, basis, edition } = props;
  const { words } = context;
  const say = sayOf(context);
  return basis.length === 0 ? (
    <span class="quiet">{say.basisNone}</span>
  ) : (
    lines(
      basis.map((each) => (
        <BasisCitation
          words={words}
          basis={{
            ...each,
            ...(edition === undefined
              ? {}
              : {
                  href: linkTo(
                    context,
                    cardPath(edition, 'source', each.citation.source, each.citation.at),
                  ),
                }),
          }}
        />
      )),
    )
  );
}

function procedureLines(
  context: PageContext,
  procedure: NonNullable<Dossier['procedure']>,
): readonly string[] {
  const { words, language } = context;
  const say = sayOf(context);
  return [
    say.noticeDays(words.number(procedure.noticeDays)),
    say.statementDays(words.number(procedure.statementDays)),
    ...(procedure.hearing === undefined
      ? []
      : [
          say.hearing(
            words.number(procedure.hearing.askedWithin),
            words.number(procedure.hearing.calledBefore),
          ),
        ]),
    say.decidedBy(
      codeWord(language, procedure.decides),
      codeWord(language, procedure.reviews),
      codeWord(language, procedure.approves),
    ),
  ];
}

/** Kinds in which something adverse is decided, so that a hearing goes before. */
function isHeard({ standing }: CaseView): boolean {
  return ['listing', 'spending', 'identity'].includes(standing.kind);
}

/** Everything that was said, each with the decision on it. */
export function PointList(props: {
  readonly context: PageContext;
  readonly points: readonly CasePoint[];
}) {
  const { context, points } = props;
  const { words, language } = context;
  const say = sayOf(context);
  if (points.length === 0) return <p class="quiet">{say.pointsNone}</p>;
  return (
    <ol class="case-point-list">
      {points.map(({ text, evidence = [], answer }, at) => (
        <li>
          <b>{say.point(words.number(at + 1))}</b>
          <blockquote class="statement">
            <AsGiven words={words} text={text} />
          </blockquote>
          {evidence.length === 0 ? null : (
            <p>
              {say.evidence}
              {language === 'zh' ? '：' : ': '}
              {evidence.map((each, place) => (
                <>
                  {place === 0 ? '' : language === 'zh' ? '；' : '; '}
                  <AsGiven words={words} text={each} />
                </>
              ))}
            </p>
          )}
          <p>
            {say.answer}
            {language === 'zh' ? '：' : ': '}
            {answer === undefined ? (
              <span class="quiet">{say.answerNone}</span>
            ) : (
              <>
                <b>{codeWord(language, answer.outcome)}</b>{' '}
                <AsGiven words={words} text={answer.text} />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
