import {
  ActionButton,
  Actions,
  DataTable,
  ErrorSummary,
  FactList,
  PageHeading,
  Section,
} from '@credence/pages';

import type { ExperimentFile } from '../../experiment/experiment-file.ts';
import { askedNames, expectedWhere } from '../asked-names.ts';
import type { OrderFault, TypedOrder } from '../state/run-order.ts';
import type { SiteContext } from '../site.ts';
import { CurvesSection } from '../sweep/curves-section.tsx';
import { sweptContext } from '../sweep/swept-context.ts';
import { Claim } from './gallery-page.tsx';
import { labPage } from './lab-page.tsx';
import { sizeOf } from './run-page.tsx';
import { sayFault, SizeFields } from './size-fields.tsx';

/** An experiment in full, and the form that runs it here. */
export function experimentPage(
  context: SiteContext,
  experiment: ExperimentFile,
  typed: TypedOrder,
  faults: readonly OrderFault[] = [],
  refusal?: string,
): string {
  const { say, words, link, text } = context;
  const { experiment: id, question, claim } = experiment;
  const errors = [
    ...faults.map((fault) => ({ fieldId: fault.field, says: sayFault(context, fault) })),
    ...(refusal === undefined ? [] : [{ fieldId: 'agents', says: refusal }]),
  ];
  return labPage(context, {
    title: `${id} ${text(question)}`,
    part: 'experiments',
    breadcrumb: [{ label: say.nav.experiments, href: link('/') }, { label: id }],
    heading: <PageHeading title={text(question)} above={say.experiment(id)} />,
    children: (
      <>
        {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
        <Claim context={context} claim={claim} />
        <Section id="asks" heading={say.asks}>
          <FactList facts={factsOf(context, experiment)} />
        </Section>
        <Expected context={context} experiment={experiment} />
        <Section id="cannot-tell" heading={say.cannotTell}>
          <ul class="prose">
            {experiment['cannot-tell'].map((each) => (
              <li>{text(each)}</li>
            ))}
          </ul>
        </Section>
        <Latest context={context} experiment={id} />
        <Section id="run" heading={say.runHere}>
          <p class="prose">{say.runHereLead}</p>
          <form class="form-block" method="post" action={link(`/experiments/${id}`)}>
            <SizeFields context={context} typed={typed} faults={faults} withSociety={false} />
            <Actions>
              <ActionButton rank="first">{say.runButton}</ActionButton>
            </Actions>
          </form>
        </Section>
        <Section id="command" heading={say.command}>
          <pre class="lab-commands" tabindex={0}>
            {`credence-lab sweep packages/lab/experiments/${id}.yaml --out ${id}`}
          </pre>
        </Section>
      </>
    ),
  });
}

/** What the latest finished run of it found on this server: its curves, and the way to the rest. */
function Latest(props: { readonly context: SiteContext; readonly experiment: string }) {
  const { context, experiment } = props;
  const { say, link, site } = context;
  const run = site.runs
    .list()
    .find(({ order, state }) => order.experiment === experiment && state.kind === 'done');
  const found = run === undefined ? undefined : site.runs.found(run.id);
  if (run === undefined || found === undefined) return null;
  const swept = found.kind === 'sweep' ? sweptContext(context, found.sweep) : undefined;
  return (
    <>
      <Section
        id="latest"
        heading={say.latestHere}
        aside={<a href={link(`/runs/${run.id}`)}>{say.latestLink}</a>}
      >
        <p class="prose">{sizeOf(context, run)}</p>
      </Section>
      {swept === undefined ? null : <CurvesSection swept={swept} />}
    </>
  );
}

function factsOf(context: SiteContext, experiment: ExperimentFile) {
  const { say, words, link, text, site } = context;
  const { plan, sweep, regimes, measures } = experiment;
  const names = askedNames(site, experiment);
  const number = (value: number): string => String(value);
  return [
    {
      label: say.compares,
      value: words.richList(
        regimes.map((id) => {
          const { title, path } = names.regime(id);
          return path === undefined ? text(title) : <a href={link(path)}>{text(title)}</a>;
        }),
      ),
    },
    ...(sweep === undefined
      ? []
      : [
          {
            label: say.varies,
            value: (
              <ul>
                {sweep.factors.map(({ practice, levels, from = 0, to = 0 }) => (
                  <li>
                    {say.varied(
                      text(names.practice(practice)),
                      levels === undefined
                        ? say.fromTo(number(from), number(to))
                        : words.list(levels.map(number)),
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    {
      label: say.measuresAsked,
      value: words.list(measures.map((id) => text(names.measure(id)))),
    },
    ...(names.agents === undefined ? [] : [{ label: say.standsFor, value: text(names.agents) }]),
    {
      label: say.filePlan,
      value: say.fileSize(
        words.number(plan.agents),
        words.number(plan.months),
        words.number(plan.replicates),
      ),
    },
  ];
}

function Expected(props: { readonly context: SiteContext; readonly experiment: ExperimentFile }) {
  const { context, experiment } = props;
  const { say, text } = context;
  const { expected = [] } = experiment;
  const names = askedNames(context.site, experiment);
  if (expected.length === 0) return null;
  return (
    <Section id="expected" heading={say.expected}>
      <p class="prose">{say.expectedLead}</p>
      <DataTable
        caption={say.expected}
        captionHidden
        columns={[
          { key: 'measure', label: say.measureName, heads: true },
          { key: 'where', label: say.regime },
          { key: 'sign', label: say.value },
          { key: 'source', label: say.source },
        ]}
        rows={expected.map((each) => ({
          measure: text(names.measure(each.measure)),
          where: expectedWhere(context, names, each),
          sign: say.signs[each.sign],
          source: <span lang="en">{each.source}</span>,
        }))}
      />
    </Section>
  );
}
