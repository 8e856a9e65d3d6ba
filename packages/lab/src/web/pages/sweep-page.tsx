import { DataTable, LinkRow, PageHeading, Section, Summary } from '@credence/pages';

import { PlotPatterns } from '../../chart/plot.tsx';
import type { Sweep } from '../../experiment/sweep.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { askedNames, expectedWhere } from '../asked-names.ts';
import type { LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { AnalysisSection } from '../sweep/analysis-section.tsx';
import { CurvesSection } from '../sweep/curves-section.tsx';
import { PointsSection } from '../sweep/points-section.tsx';
import { sweptContext, type SweptContext } from '../sweep/swept-context.ts';
import { WeightSection } from '../sweep/weight-section.tsx';
import { EarlierCode } from './earlier-code.tsx';
import { labPage } from './lab-page.tsx';
import { repeatCommand } from './repeat-command.ts';
import { Variants } from './result-page.tsx';
import { againAddress } from './run-page.tsx';

/** What an experiment found at every setting: verdicts and harms, then benefits, regime by regime. */
export function sweepPage(
  context: SiteContext,
  run: LabRun,
  given: { readonly sweep: Sweep; readonly measure: string | undefined },
): string {
  const { sweep, measure } = given;
  const { say, link, text, words } = context;
  const { id, question } = sweep.experiment;
  const { agents, months, replicates } = sweep.plan;
  const over = sweep.points.flatMap(({ outcomes }) =>
    outcomes.filter(({ verdict }) => verdict.beyond.length > 0),
  );
  const all = sweep.points.length * sweep.regimes.length;
  const swept = sweptContext(context, sweep);
  const size = say.fileSize(words.number(agents), words.number(months), words.number(replicates));
  return labPage(context, {
    title: say.sweepTitle(id, text(question)),
    part: 'experiments',
    breadcrumb: [
      { label: say.nav.experiments, href: link('/') },
      { label: id, href: link(`/experiments/${id}`) },
      { label: run.id },
    ],
    heading: <PageHeading title={text(question)} above={say.experiment(id)} facts={[size]} />,
    children: (
      <>
        <Summary note={say.passOn}>
          {sweep.limits.length === 0 ? (
            say.noLimits
          ) : (
            <b>{say.overCount(words.number(over.length), words.number(all))}</b>
          )}
        </Summary>
        <PlotPatterns />
        <EarlierCode context={context} run={run} />
        <Judgements swept={swept} />
        <CurvesSection swept={swept} />
        <WeightSection swept={swept} asked={measure} path={`/runs/${run.id}`} />
        <AnalysisSection swept={swept} />
        <PointsSection swept={swept} />
        <Section id="cannot-tell" heading={say.cannotTell}>
          <ul class="prose">
            {sweep.cannotTell.map((each) => (
              <li>{text(each)}</li>
            ))}
          </ul>
        </Section>
        <Section id="repeat" heading={say.validateCommand}>
          <pre class="lab-commands" tabindex={0}>
            {repeatCommand(run)}
          </pre>
          <LinkRow
            links={[
              { href: link(`/runs/${run.id}/sweep.json`), label: say.downloadJson },
              { href: link(`/runs/${run.id}/sweep.csv`), label: say.downloadCsv },
              { href: link(againAddress(run)), label: say.again },
            ]}
          />
        </Section>
        <Variants context={context} run={run} />
      </>
    ),
  });
}

function Judgements({ swept }: { readonly swept: SweptContext }) {
  const { context, sweep } = swept;
  const { say, text, words, site } = context;
  const file = site.experiments.find(({ experiment }) => experiment === sweep.experiment.id);
  const names = askedNames(site, file ?? {});
  if (sweep.expected.length === 0) return null;
  return (
    <Section id="expected" heading={say.judged}>
      <p class="prose">{say.expectedLead}</p>
      <DataTable
        caption={say.judged}
        captionHidden
        columns={[
          { key: 'measure', label: say.measureName, heads: true },
          { key: 'where', label: say.regime },
          { key: 'sign', label: say.expected },
          { key: 'found', label: say.foundValue, align: 'end' },
          { key: 'holds', label: say.verdict },
        ]}
        rows={sweep.expected.map(({ expected, found, holds }) => {
          const measure = sweep.measures.find(({ id }) => id === expected.measure);
          const { sign } = expected;
          return {
            measure: measure === undefined ? expected.measure : text(measure.title),
            where: expectedWhere(context, names, expected),
            sign: say.signs[sign],
            found: figureWriter(measure?.unit ?? 'index', words).difference(found),
            holds: <b>{say.judgedAs[holds]}</b>,
          };
        })}
      />
    </Section>
  );
}
