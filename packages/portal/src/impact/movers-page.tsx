import type { Mover, MoversView } from '@credence/casework';
import { localise, type Localised } from '@credence/domain';
import { DataTable, EmptyState, Name, TitleText } from '@credence/pages';

import { nameParts } from '../page/name-parts.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { impactMoversPath, withQuery } from '../request/paths.ts';
import { ImpactFrame, sayOf } from './impact-frame.tsx';

/** Who would move, by name, in the order of the register. */
export function MoversPage(props: {
  readonly context: PageContext;
  readonly view: MoversView;
  /** What was asked, without the place of the page. */
  readonly asked: Readonly<Record<string, string | undefined>>;
}) {
  const { context, view } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const label = say.reportOf(localise(view.draft.title, language).text);
  return (
    <ImpactFrame context={context} title={say.moversTitle} draft={{ hash: view.draft.hash, label }}>
      <p class="summary">
        <TitleText words={words} text={view.program.title} />
        {language === 'zh' ? '。' : '. '}
        {say.summary(words.date(view.asOf), localise(view.baseline.title, language).text)}
      </p>
      <p class="prose">{say.moversLead}</p>
      {view.movers.length === 0 ? (
        <EmptyState heading={say.noMovers} meaning={say.noMoversMeaning} />
      ) : (
        <Movers context={context} view={view} />
      )}
      {view.next === undefined ? null : (
        <p class="after-table">
          <a
            href={withQuery(linkTo(context, impactMoversPath(view.draft.hash)), {
              ...props.asked,
              after: view.next,
            })}
          >
            {say.next}
          </a>
        </p>
      )}
    </ImpactFrame>
  );
}

function Movers({ context, view }: { readonly context: PageContext; readonly view: MoversView }) {
  const { words } = context;
  const say = sayOf(context);
  const named = (titles: Readonly<Record<string, Localised>>, code: string) => {
    const title = titles[code];
    return title === undefined ? <code>{code}</code> : <TitleText words={words} text={title} />;
  };
  return (
    <DataTable
      caption={say.moversTitle}
      captionHidden
      columns={[
        { key: 'organisation', label: say.organisation, heads: true },
        { key: 'from', label: say.from },
        { key: 'to', label: say.to },
        { key: 'cause', label: say.cause },
      ]}
      rows={view.movers.map((mover) => ({
        organisation: <Organisation context={context} mover={mover} />,
        from: named(view.classes, mover.from),
        to: named(view.classes, mover.to),
        cause: named(view.rules, mover.cause),
      }))}
    />
  );
}

function Organisation(props: { readonly context: PageContext; readonly mover: Mover }) {
  const { subject } = props.mover;
  const code = subject.identifiers.map(({ value }) => value).join(', ');
  if (subject.name === undefined) return <code class="wraps">{code}</code>;
  return (
    <>
      <Name words={props.context.words} name={nameParts(subject.name)} />
      <br />
      <code class="wraps quiet">{code}</code>
    </>
  );
}
