import { LinkRow, PageHeading, Section } from '@credence/pages';

import { MarkSample } from '../../chart/marks.tsx';
import { PlotPatterns } from '../../chart/plot.tsx';
import type { Comparison } from '../../experiment/comparison.ts';
import { BalanceSection } from '../../report/balance-section.tsx';
import { ChartSection } from '../../report/chart-section.tsx';
import { ClosingSections } from '../../report/closing-sections.tsx';
import { describeModel } from '../../report/describe-model.ts';
import { HurtSection } from '../../report/hurt-section.tsx';
import { Fit } from '../../report/method-section.tsx';
import { PracticeSection } from '../../report/practice-section.tsx';
import { RegimeSection } from '../../report/regime-section.tsx';
import { contextOf } from '../../report/statement-page.tsx';
import type { StatementContext } from '../../report/statement.ts';
import { scaleText, verdictTexts } from '../../report/verdict.tsx';
import { worldModel } from '../../world/world-model.ts';
import type { LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { Contents } from './contents.tsx';
import { EarlierCode } from './earlier-code.tsx';
import { labPage } from './lab-page.tsx';
import { repeatCommand } from './repeat-command.ts';
import { ResultSummary } from './result-summary.tsx';
import { againAddress, runName } from './run-page.tsx';

/** The regime that charts look at: the one asked for, else the second, else the only one. */
export function lookedAt({ pairs, regimes }: Comparison, asked: string | undefined): string {
  const ids = regimes.map(({ id }) => id);
  if (asked !== undefined && ids.includes(asked)) return asked;
  return pairs[0]?.to ?? ids[0] ?? '';
}

/** What a comparison found: verdicts, broken guards, harms with benefits, charts, how to repeat it. */
export function resultPage(
  context: SiteContext,
  run: LabRun,
  given: { readonly comparison: Comparison; readonly about: string },
): string {
  const { say, link, language } = context;
  const { comparison, about } = given;
  const base = contextOf(
    {
      ...{ comparison, about, command: repeatCommand(run), fingerprints: [] },
      model: describeModel(worldModel),
    },
    language,
  );
  const statement = { ...base, say: { ...base.say, thisRule: say.looksAt } };
  const question = comparison.experiment?.question;
  const title = question === undefined ? say.result(runName(context, run)) : context.text(question);
  return labPage(context, {
    title,
    part: comparison.experiment === undefined ? 'compare' : 'experiments',
    breadcrumb: [{ label: say.runsTitle, href: link('/runs') }, { label: run.id }],
    heading: <PageHeading title={title} facts={[scaleText(statement)]} />,
    children: (
      <>
        <PlotPatterns />
        <ResultSummary context={context} statement={statement} />
        <EarlierCode context={context} run={run} />
        <Contents context={context} parts={partsOf(context, statement)} />
        <Verdicts context={context} run={run} statement={statement} />
        <RegimeSection context={statement} />
        <BalanceSection context={statement} />
        <ChartSection context={statement} />
        <HurtSection context={statement} />
        <details class="lab-numbers">
          <summary>{statement.say.practice}</summary>
          <PracticeSection context={statement} />
        </details>
        <Section
          id="population"
          heading={say.population}
          aside={<a href={link('/about')}>{say.aboutTitle}</a>}
        >
          <Fit context={statement} />
        </Section>
        <ClosingSections context={statement} />
        <Variants context={context} run={run} />
        <Downloads context={context} run={run} about={about} />
      </>
    ),
  });
}

function partsOf(
  { say: site }: SiteContext,
  { say, told }: StatementContext,
): readonly { readonly id: string; readonly label: string }[] {
  const isBroken = told.some(({ regime }) => regime.breaches.length > 0);
  return [
    { id: 'verdicts', label: site.verdicts },
    { id: 'regimes', label: say.regimes },
    ...(isBroken ? [{ id: 'guards', label: say.ownBreaches }] : []),
    { id: 'balance', label: say.balance },
    { id: 'frontier', label: say.frontier },
    { id: 'survival', label: say.survival },
    { id: 'months', label: say.curves },
    { id: 'hurt', label: say.hurt },
    { id: 'population', label: site.population },
    { id: 'limits', label: say.limits },
    { id: 'repeat', label: say.repeat },
    { id: 'downloads', label: site.downloads },
  ];
}

/** One verdict for each regime, before anything else is said. */
function Verdicts(props: {
  readonly context: SiteContext;
  readonly run: LabRun;
  readonly statement: StatementContext;
}) {
  const { context, run, statement } = props;
  const { say, link } = context;
  const others = statement.told.filter((told) => told !== statement.about);
  return (
    <Section
      id="verdicts"
      heading={say.verdicts}
      aside={<a href={link(`/runs/${run.id}/replay`)}>{say.replayLink}</a>}
    >
      <ul class="lab-verdicts">
        {statement.told.map((told) => {
          const { first, reasons } = verdictTexts({ ...statement, about: told });
          return (
            <li>
              <h3>
                <MarkSample series={told.series} />
                <span>{told.name}</span>
              </h3>
              <p>
                <b>{first}</b>
              </p>
              {reasons.length === 0 ? null : (
                <ul class="prose">
                  {reasons.map((reason) => (
                    <li>{reason}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <LinkRow
        links={[
          ...others.map(({ regime, name }) => ({
            href: link(`/runs/${run.id}?about=${encodeURIComponent(regime.id)}`),
            label: say.lookAtOther(name),
          })),
          { href: link(againAddress(run)), label: say.again },
        ]}
      />
    </Section>
  );
}

/** The texts that a run was made with and that no release ships. */
export function Variants({
  context,
  run,
}: {
  readonly context: SiteContext;
  readonly run: LabRun;
}) {
  const { say } = context;
  const made = run.order.regimes.filter(({ text }) => text !== undefined);
  if (made.length === 0) return null;
  return (
    <Section id="variants" heading={say.variantTexts}>
      <p class="prose">{say.variantTextsLead}</p>
      {made.map(({ id, text }) => (
        <details>
          <summary>{`${id}.yaml`}</summary>
          <pre class="lab-commands" tabindex={0} lang="en">
            {text}
          </pre>
        </details>
      ))}
    </Section>
  );
}

function Downloads(props: {
  readonly context: SiteContext;
  readonly run: LabRun;
  readonly about: string;
}) {
  const { context, run, about } = props;
  const { say, link } = context;
  const file = (name: string): string => link(`/runs/${run.id}/${name}`);
  return (
    <Section id="downloads" heading={say.downloads}>
      <LinkRow
        links={[
          { href: file('comparison.json'), label: say.downloadJson },
          { href: file('comparison.csv'), label: say.downloadCsv },
          {
            href: file(`statement.html?about=${encodeURIComponent(about)}`),
            label: say.downloadStatement,
          },
        ]}
      />
      <p class="quiet">
        {say.print} {say.passOn}
      </p>
    </Section>
  );
}
