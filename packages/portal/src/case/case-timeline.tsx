import { lettersOf, type CaseAction, type CaseView } from '@credence/casework';
import { civilTimeAt, instant, parseCivilDate } from '@credence/domain';
import {
  AsGiven,
  BasisCitation,
  DataTable,
  Day,
  LinkRow,
  Moment,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { caseLetterPath, recordPath, subjectPath, withQuery } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { codeWord, fieldWord } from '../words/case-codes.ts';
import { copyToOther, letterName } from '../words/case-letters.ts';
import { doorWords } from '../words/own-door.ts';
import { agencyName, sayOf } from './say.ts';

interface TimelineProps {
  readonly context: PageContext;
  readonly view: CaseView;
}

/** Every act with who took it, what it says and its documents, the oldest first. */
export function CaseTimeline({ context, view }: TimelineProps) {
  const { words, language } = context;
  const say = sayOf(context);
  const { caseId } = view.standing;
  const letters = lettersOf(view.actions).flatMap((document) => {
    const name = letterName(language, document);
    const one = { document, label: `${name} (PDF)`, to: undefined };
    // What is about two goes to both, to each in its own name.
    return document === 'identity-notice' || document === 'identity-decision'
      ? [one, { document, label: `${name} · ${copyToOther(language)} (PDF)`, to: 'other-subject' }]
      : [one];
  });
  return (
    <>
      <p class="quiet">{say.timelineLead}</p>
      <ol class="case-timeline">
        {view.actions.map((action) => (
          <li>
            <Day words={words} on={action.on} /> <b>{actWords(language, action.kind).done}</b>{' '}
            <AsGiven words={words} class="quiet" text={handText(context, view, action)} />
            <Details context={context} view={view} action={action} />
            <PaperList context={context} caseId={view.standing.caseId} papers={action.papers} />
          </li>
        ))}
      </ol>
      {letters.length === 0 ? null : (
        <>
          <h3>{say.letters}</h3>
          <LinkRow
            links={letters.map(({ document, label, to }) => ({
              href: withQuery(linkTo(context, caseLetterPath(caseId, document)), {
                ...{ language: 'both', to },
              }),
              label,
            }))}
          />
        </>
      )}
    </>
  );
}

function handText(context: PageContext, view: CaseView, { by }: CaseAction): string {
  const { language } = context;
  const say = sayOf(context);
  if (by.kind === 'party') {
    const named = say.by(by.name, codeWord(language, by.as), '');
    const { counter } = by;
    if (counter === undefined) return named;
    // Who took it down, why, and which kind of paper was shown; of no paper a number.
    const office = agencyName(view.dossier.agencies, counter.agency, language);
    const paper = doorWords(language).papers[counter.paper];
    return `${named} · ${say.atCounter(office, counter.official, paper, counter.reason)}`;
  }
  const roles = by.role
    .split(', ')
    .map((role) => codeWord(language, role))
    .join(language === 'zh' ? '、' : ', ');
  return say.by(by.official, agencyName(view.dossier.agencies, by.agency, language), roles);
}

const head = new Set([
  ...['kind', 'caseId', 'on', 'by', 'papers', 'desks', 'matter', 'points', 'answers'],
]);
const ofMatter = new Set([
  'document',
  'conductOn',
  'reason',
  'evidence',
  'clock',
  'text',
  'points',
  'does',
  'other',
  'records',
]);

/** The rule by whose clock it is answered is named where it is the case's; its days are above. */
function isSaidElsewhere({ dossier }: CaseView, name: string, value: unknown): boolean {
  return name === 'points' || (name === 'clock' && dossier.card?.id !== value);
}

/** What an act says beyond its head; points and answers stand in a section of their own. */
function Details(props: TimelineProps & { readonly action: CaseAction }) {
  const { context, view, action } = props;
  const { language } = context;
  const matter = action.kind === 'opened' ? Object.entries(action.matter) : [];
  const ofCourt =
    action.kind === 'opened' && 'enforcement' in action.matter
      ? Object.entries(action.matter.enforcement ?? {})
      : [];
  const said: readonly (readonly [string, unknown])[] = [
    ...Object.entries(action).filter(([name]) => !head.has(name)),
    ...matter.filter(([name, value]) => ofMatter.has(name) && !isSaidElsewhere(view, name, value)),
    ...ofCourt,
  ].filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  if (said.length === 0) return null;
  return (
    <dl class="facts">
      {said.map(([name, value]) => (
        <div>
          <dt>{fieldWord(language, name)}</dt>
          <dd>
            {name === 'other' || name === 'records' ? (
              <Pages context={context} view={view} of={value} />
            ) : (
              valueText(context, view, value)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Of an organisation or of records only the id is known here: the page behind it says the rest. */
function Pages({ context, view, of }: TimelineProps & { readonly of: unknown }) {
  const { home } = view.dossier.subject;
  const links = Array.isArray(of)
    ? of.map((each: unknown, at) => [String(at + 1), recordPath(home, String(each))] as const)
    : [[fieldWord(context.language, 'page'), subjectPath(String(of))] as const];
  return (
    <>
      {links.map(([label, path]) => (
        <>
          <a href={linkTo(context, path)}>{label}</a>{' '}
        </>
      ))}
    </>
  );
}

/** Any value of a payload as text: documents by number and title, codes in words. */
function valueText(context: PageContext, view: CaseView, value: unknown): Child {
  const { words, language } = context;
  if (typeof value === 'string') {
    const day = parseCivilDate(value);
    if (day !== undefined) return <Day words={words} on={day} />;
    const article = view.dossier.basis.find(
      ({ citation }) => `${citation.source}#${citation.at}` === value,
    );
    if (article !== undefined) return <BasisCitation words={words} basis={article} />;
    const measure = view.dossier.measures.find(({ code }) => code === value)?.title;
    const { card } = view.dossier;
    if (card?.id === value) return <TitleText words={words} text={card.title} />;
    const known = measure?.[language] ?? measure?.zh ?? measure?.en;
    return <AsGiven words={words} text={known ?? codeOrText(language, value)} />;
  }
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'boolean') return value ? sayOf(context).yes : '—';
  if (Array.isArray(value)) {
    return value.map((each, at) => (
      <>
        {at === 0 ? '' : language === 'zh' ? '；' : '; '}
        {valueText(context, view, each)}
      </>
    ));
  }
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map((each, at) => (
    <>
      {at === 0 ? '' : ' '}
      {valueText(context, view, each)}
    </>
  ));
}

/** Only what is written like a code is looked up: a sentence stays a sentence. */
function codeOrText(language: 'zh' | 'en', text: string): string {
  return /^[a-z][a-z0-9_-]*$/.test(text) ? codeWord(language, text) : text;
}

const readersShown = 10;

/** Who looked while the case ran: the office and the purpose, the newest first. */
export function CaseReaders({ context, view }: TimelineProps) {
  const { words, language } = context;
  const say = sayOf(context);
  const readers = view.readers.slice(-readersShown).reverse();
  const zone = context.clock?.zone ?? 'UTC';
  if (readers.length === 0) return <p class="quiet">{say.readersNone}</p>;
  return (
    <>
      <p class="quiet">{say.readersAll}</p>
      <DataTable
        caption={say.readers}
        captionHidden
        columns={[
          { key: 'on', label: say.readOn, heads: true },
          { key: 'reader', label: say.reader },
          { key: 'purpose', label: say.purpose },
        ]}
        rows={readers.map(({ at, reader, agency, purpose }) => ({
          on: <Moment words={words} at={civilTimeAt(instant(Date.parse(at)), zone)} />,
          reader: (
            <AsGiven
              words={words}
              text={[
                agencyName(view.dossier.agencies, agency, language),
                codeWord(language, reader),
              ]
                .filter((each) => each !== '')
                .join(language === 'zh' ? '，' : ', ')}
            />
          ),
          purpose: codeWord(language, purpose),
        }))}
      />
    </>
  );
}
