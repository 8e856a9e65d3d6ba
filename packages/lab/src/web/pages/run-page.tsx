import {
  ActionButton,
  ActionLink,
  Actions,
  DataTable,
  EmptyState,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { MOST_KEPT, type LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { Faults } from './edit-page.tsx';
import { labPage } from './lab-page.tsx';

/** What a run compares, in words. */
export function runName({ site, text, words, say }: SiteContext, { order }: LabRun): string {
  if (order.experiment !== undefined && order.regimes.length === 0) {
    return say.experiment(order.experiment);
  }
  return words.list(
    order.regimes.map(({ id }) => {
      const found = site.shelf.find(id);
      return found === undefined ? id : text(found.preset.title);
    }),
  );
}

/** How large a run is, in words. */
export function sizeOf({ say, words }: SiteContext, { order }: LabRun): string {
  const { agents, months, replicates, seed } = order.size;
  const scale = say.fileSize(words.number(agents), words.number(months), words.number(replicates));
  return `${scale}${words.language === 'zh' ? '，' : ', '}${say.seed} ${seed}`;
}

/** How far a run is, in a sentence. */
export function sayState({ say, words }: SiteContext, { state }: LabRun): string {
  switch (state.kind) {
    case 'waiting':
      return say.waiting(words.number(state.before));
    case 'running':
      return state.planned === 0
        ? say.starting
        : say.running(words.number(state.done), words.number(state.planned));
    case 'refused':
      return say.refusedRun;
    default:
      return state.kind === 'done' ? say.states.done : say[state.kind];
  }
}

/** A run that is not finished: how far it is, how to stop it, how to go on. */
export function runPage(context: SiteContext, run: LabRun): string {
  const { say, link, site } = context;
  const { state, id } = run;
  const isUnderWay = state.kind === 'running' || state.kind === 'waiting';
  const { watchScript } = site.assets;
  return labPage(context, {
    title: say.result(runName(context, run)),
    part: 'compare',
    breadcrumb: [{ label: say.runsTitle, href: link('/runs') }, { label: id }],
    heading: (
      <PageHeading title={say.result(runName(context, run))} facts={[sizeOf(context, run)]} />
    ),
    ...(isUnderWay
      ? {
          head: (
            <>
              <noscript>
                <meta http-equiv="refresh" content="3" />
              </noscript>
              <script src={watchScript.path} integrity={watchScript.integrity} defer />
            </>
          ),
        }
      : {}),
    children: (
      <>
        <Summary note={say.passOn}>{say.states[state.kind]}</Summary>
        <div
          id="run-progress"
          {...(isUnderWay ? { 'data-from': link(`/runs/${id}/progress`) } : {})}
        >
          <p data-part="text" role="status">
            {sayState(context, run)}
          </p>
          {state.kind === 'running' ? (
            <progress
              class="lab-progress"
              aria-label={say.states.running}
              max={Math.max(1, state.planned)}
              value={state.done}
            />
          ) : null}
        </div>
        <Refused context={context} run={run} />
        <RunActions context={context} run={run} />
      </>
    ),
  });
}

function Refused({ context, run }: { readonly context: SiteContext; readonly run: LabRun }) {
  if (run.state.kind !== 'refused') return null;
  const { faults, says } = run.state.answer;
  if (faults.length > 0) return <Faults context={context} faults={faults} />;
  return <p class="prose">{context.text(says)}</p>;
}

function RunActions({ context, run }: { readonly context: SiteContext; readonly run: LabRun }) {
  const { say, link } = context;
  const { state, id } = run;
  const form = (act: string, label: string): Child => (
    <form method="post" action={link(`/runs/${id}/${act}`)}>
      <ActionButton rank="first">{label}</ActionButton>
    </form>
  );
  return (
    <Actions>
      {state.kind === 'running' || state.kind === 'waiting' ? form('cancel', say.cancel) : null}
      {state.kind === 'stopped' || state.kind === 'failed' ? form('resume', say.resume) : null}
      <ActionLink href={link(againAddress(run))}>{say.again}</ActionLink>
    </Actions>
  );
}

/** The form with everything as this run has it. */
export function againAddress({ order }: LabRun): string {
  const { regimes, size, experiment } = order;
  const { agents, months, seed, replicates, society } = size;
  const numbers = { agents, months, seed, replicates };
  const query = Object.entries(numbers).map(([name, value]) => `${name}=${value}`);
  if (experiment !== undefined) return `/experiments/${experiment}?${query.join('&')}#run`;
  const chosen = regimes.map(({ id }) => `regime=${encodeURIComponent(id)}`);
  const where = society === undefined ? [] : [`society=${society}`];
  return `/compare?${[...chosen, ...query, ...where].join('&')}`;
}

/** Every run that is kept, the latest first. */
export function runsPage(context: SiteContext): string {
  const { say, link, site, words } = context;
  const runs = site.runs.list();
  return labPage(context, {
    title: say.runsTitle,
    part: 'compare',
    heading: <PageHeading title={say.runsTitle} />,
    children: (
      <>
        <Summary>{say.runsLead(words.number(MOST_KEPT))}</Summary>
        <Section heading={say.runsTitle}>
          {runs.length === 0 ? (
            <EmptyState heading={say.noRuns} level={3} meaning={say.noRunsMeaning} />
          ) : (
            <DataTable
              caption={say.runsTitle}
              captionHidden
              columns={[
                { key: 'run', label: say.run, heads: true },
                { key: 'size', label: say.scale },
                { key: 'state', label: say.state },
              ]}
              rows={runs.map((run) => ({
                run: <a href={link(`/runs/${run.id}`)}>{runName(context, run)}</a>,
                size: sizeOf(context, run),
                state: say.states[run.state.kind],
              }))}
            />
          )}
        </Section>
      </>
    ),
  });
}
