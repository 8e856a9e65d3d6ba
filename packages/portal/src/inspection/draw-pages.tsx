import type { DrawsView, DrawView } from '@credence/casework';
import { civilTimeAt, describePower } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  FactList,
  PageHeading,
  Section,
} from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { drawFilePath, drawListPath, drawPath, paths } from '../request/paths.ts';
import { drawCheckWords } from '../words/inspection/draw-check.ts';
import { drawWords } from '../words/inspection/draws.ts';
import { readingWords } from '../words/reading.ts';
import { visitWords } from '../words/inspection/visits.ts';
import { OfficeCounts, type AgencyNames } from './office-counts.tsx';

/** Every draw whose commitment was published, and how often each office picked by hand. */
export function DrawsPage(props: {
  readonly context: PageContext;
  readonly view: DrawsView;
  readonly agencies: AgencyNames;
}) {
  const { context, view, agencies } = props;
  const say = drawWords(context.language);
  const { words } = context;
  return (
    <Frame
      context={context}
      title={say.title}
      area="figures"
      breadcrumb={[
        { label: readingWords(context.language).listsTitle, href: linkTo(context, paths.lists) },
        { label: say.title },
      ]}
      heading={<PageHeading title={say.title} />}
    >
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.meaning}</p>
      <p>
        <a href={linkTo(context, paths.inspectionResults)}>
          {visitWords(context.language).results}
        </a>
      </p>
      {view.draws.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        <DataTable
          caption={say.title}
          captionHidden
          columns={[
            { key: 'visits', label: say.visits, heads: true },
            { key: 'agency', label: say.agency },
            { key: 'eligible', label: say.eligible, align: 'end' },
            { key: 'draws', label: say.draws, align: 'end' },
            { key: 'state', label: say.state },
          ]}
          rows={view.draws.map((draw) => ({
            visits: (
              <a href={linkTo(context, drawPath(draw.draw))}>
                {say.from(words.date(draw.from), words.date(draw.until))}
              </a>
            ),
            agency: agencies.get(draw.agency) ?? draw.agency,
            eligible: words.number(sumOf(draw, 'eligible')),
            draws: words.number(sumOf(draw, 'draws')),
            state: say.steps[draw.step],
          }))}
        />
      )}
      <OfficeCounts {...{ context, view, agencies }} />
    </Frame>
  );
}

/** One draw: what was fixed before, what became of it, and how to check it. */
export function DrawPage(props: {
  readonly context: PageContext;
  readonly view: DrawView;
  readonly agencies: AgencyNames;
}) {
  const { context, view, agencies } = props;
  const { words } = context;
  const say = drawWords(context.language);
  const title = say.from(words.date(view.from), words.date(view.until));
  return (
    <Frame
      context={context}
      title={title}
      area="figures"
      breadcrumb={[
        { label: say.title, href: linkTo(context, paths.inspections) },
        { label: title },
      ]}
      heading={
        <PageHeading
          title={title}
          above={say.title}
          facts={[agencies.get(view.agency) ?? view.agency, say.steps[view.step]]}
        />
      }
      robots="noindex"
    >
      <Verdict context={context} view={view} />
      <Check context={context} view={view} />
      <Committed context={context} view={view} />
      <Strata context={context} view={view} />
      <Names context={context} view={view} />
    </Frame>
  );
}

interface Part {
  readonly context: PageContext;
  readonly view: DrawView;
}

/** What was drawn in a sentence, and whether it comes out the same here: the first thing on the page. */
function Verdict({ context, view }: Part) {
  const { words, language, site } = context;
  const say = drawWords(language);
  const { committed, disclosed, step } = view;
  if (committed === undefined || step === 'planned') return null;
  const modules = site.checkModules ?? [];
  const [entry] = modules;
  const counts = [
    words.number(sumOf(view, 'draws')),
    words.number(sumOf(view, 'eligible')),
  ] as const;
  return (
    <>
      <p class="summary">{say.summary[step](...counts)}</p>
      <div
        id="check-draw"
        class="notice notice-plain"
        data-file={disclosed === undefined ? drawListPath(view.draw) : drawFilePath(view.draw)}
        data-commitment={committed.commitment}
        data-running={say.running}
        data-choose={say.chooseFile}
        data-words={JSON.stringify(drawCheckWords(language))}
      >
        <div role="status">
          <p>{say.notChecked}</p>
        </div>
      </div>
      {modules.slice(1).map(({ path, integrity }) => (
        <link rel="modulepreload" href={path} integrity={integrity} />
      ))}
      {entry === undefined ? null : (
        <script type="module" src={entry.path} integrity={entry.integrity} />
      )}
    </>
  );
}

function Committed({ context, view }: Part) {
  const { words, language, clock } = context;
  const say = drawWords(language);
  const { committed, classes } = view;
  if (committed === undefined) return null;
  const { terms } = committed;
  const { date, hour, minute } = civilTimeAt(committed.roundAt, clock?.zone ?? 'UTC');
  const at = `${words.date(date)} ${String(hour)}:${String(minute).padStart(2, '0')}`;
  const { rules, beacon } = terms;
  return (
    <Section id="commitment" heading={say.committedTitle}>
      <FactList
        facts={[
          { label: say.commitment, value: <code class="hash">{committed.commitment}</code> },
          { label: say.committedOn, value: <Day words={words} on={committed.on} /> },
          { label: say.root, value: <code class="hash">{terms.list.root}</code> },
          {
            label: say.round,
            value: (
              <>
                {say.roundSays(String(beacon.round), at)}
                {beacon.chain.scheme === 'register-test' ? (
                  <>
                    <br />
                    <span class="quiet">{drawCheckWords(language).trial}</span>
                  </>
                ) : null}
              </>
            ),
          },
          { label: say.key, value: <code class="hash">{terms.vrfKey}</code> },
          { label: say.random, value: say.randomSays(words.number(rules.randomArm)) },
          {
            label: say.limits,
            value: say.limitsSays(words.number(rules.least), words.number(rules.most)),
          },
          { label: say.inspectors, value: words.number(rules.inspectorsPerVisit) },
          ...(rules.units === undefined
            ? []
            : [
                {
                  label: say.units,
                  value: rules.units
                    .map((unit) => say.unit[unit])
                    .join(language === 'zh' ? '；' : '; '),
                },
              ]),
          ...(view.again === undefined
            ? []
            : [{ label: say.again, value: <AsGiven words={words} text={view.again} /> }]),
          {
            label: say.classes,
            value: (
              <>
                {classes.used ? say.classesUsed : say.classesNot[classes.why]}
                <br />
                <span class="quiet">{describePower(view.power, language)}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Strata({ context, view }: Part) {
  return (
    <Section id="groups" heading={drawWords(context.language).strataTitle}>
      <StrataTable {...{ context, view }} captionHidden />
    </Section>
  );
}

/** The groups of a draw with their quotas, before the public and on the desk. */
export function StrataTable({
  context,
  view,
  captionHidden,
}: {
  readonly context: PageContext;
  readonly view: Pick<DrawView, 'strata'>;
  readonly captionHidden?: true;
}) {
  const { words, language } = context;
  const say = drawWords(language);
  return (
    <DataTable
      caption={say.strataTitle}
      {...(captionHidden === undefined ? {} : { captionHidden })}
      columns={[
        { key: 'group', label: say.stratum, heads: true },
        { key: 'eligible', label: say.eligible, align: 'end' },
        { key: 'draws', label: say.draws, align: 'end' },
      ]}
      rows={view.strata.map(({ id, eligible, draws, coverage }) => ({
        group: id === 'together' ? say.together : id,
        eligible: words.number(eligible),
        draws: coverage === 'full' ? say.full : words.number(draws),
      }))}
    />
  );
}

function Check({ context, view }: Part) {
  const say = drawWords(context.language);
  const { committed, disclosed } = view;
  if (committed === undefined) return null;
  const file = drawFilePath(view.draw);
  return (
    <Section id="check" heading={say.checkTitle}>
      <p>{disclosed === undefined ? say.checkLater : say.checkLead}</p>
      <p>
        <a href={drawListPath(view.draw)} download={`list-${view.draw}.json`}>
          {say.downloadList}
        </a>
      </p>
      {disclosed === undefined ? null : (
        <>
          <p>
            <a href={file} download={`draw-${view.draw}.json`}>
              {say.download}
            </a>
          </p>
          <p>
            <code class="hash">{`credence inspect verify draw-${view.draw}.json --commitment ${committed.commitment}`}</code>
          </p>
        </>
      )}
    </Section>
  );
}

function Names({ context, view }: Part) {
  const say = drawWords(context.language);
  const { disclosed } = view;
  return (
    <Section id="names" heading={say.namesTitle}>
      {disclosed === undefined ? (
        <p>{say.namesLater}</p>
      ) : disclosed.names.length === 0 ? (
        <p>{say.namesGone}</p>
      ) : (
        <>
          <p>{say.namesLead}</p>
          <DataTable
            caption={say.namesTitle}
            captionHidden
            columns={[
              { key: 'name', label: say.name, heads: true },
              { key: 'code', label: say.code },
            ]}
            rows={disclosed.names.map(({ code, name, unit }) => ({
              name: (
                <>
                  <AsGiven words={context.words} text={name} />
                  {unit === undefined ? null : <span class="quiet">{` · ${say.premises}`}</span>}
                </>
              ),
              code: <code>{code}</code>,
            }))}
          />
        </>
      )}
    </Section>
  );
}

function sumOf({ strata }: DrawView, what: 'eligible' | 'draws'): number {
  return strata.reduce((sum, stratum) => sum + stratum[what], 0);
}
