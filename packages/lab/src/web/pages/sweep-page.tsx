import { DataTable, LinkRow, PageHeading, Section, Summary } from '@credence/pages';

import type { Measure } from '../../experiment/comparison.ts';
import type { Sweep, SweepPoint } from '../../experiment/sweep.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { askedNames, type AskedNames } from '../asked-names.ts';
import type { LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';
import { repeatCommand } from './repeat-command.ts';
import { Variants } from './result-page.tsx';
import { againAddress } from './run-page.tsx';

interface Swept {
  readonly context: SiteContext;
  readonly sweep: Sweep;
}

/** What an experiment found at every setting: verdicts and harms, then benefits, regime by regime. */
export function sweepPage(context: SiteContext, run: LabRun, sweep: Sweep): string {
  const { say, link, text, words } = context;
  const { id, question } = sweep.experiment;
  const { agents, months, replicates } = sweep.plan;
  const over = sweep.points.flatMap(({ outcomes }) =>
    outcomes.filter(({ verdict }) => verdict.beyond.length > 0),
  );
  const all = sweep.points.length * sweep.regimes.length;
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
        <Judgements context={context} sweep={sweep} />
        <Points context={context} sweep={sweep} />
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

function Judgements({ context, sweep }: Swept) {
  const { say, text, words } = context;
  if (sweep.expected.length === 0) return null;
  return (
    <Section id="expected" heading={say.judged}>
      <p class="prose">{say.expectedLead}</p>
      <DataTable
        caption={say.judged}
        captionHidden
        columns={[
          { key: 'measure', label: say.measure, heads: true },
          { key: 'where', label: say.regime },
          { key: 'sign', label: say.expected },
          { key: 'found', label: say.foundValue, align: 'end' },
          { key: 'holds', label: say.verdict },
        ]}
        rows={sweep.expected.map(({ expected, found, holds }) => {
          const measure = sweep.measures.find(({ id }) => id === expected.measure);
          const { regime, along, from, to, sign } = expected;
          return {
            measure: measure === undefined ? expected.measure : text(measure.title),
            where: regime === undefined ? `${from} → ${to}` : `${regime}, ${along}`,
            sign: say.signs[sign],
            found: figureWriter(measure?.unit ?? 'index', words).difference(found),
            holds: <b>{say.judgedAs[holds]}</b>,
          };
        })}
      />
    </Section>
  );
}

/** Harms that have a limit and harms asked for, then benefits asked for: never the one alone. */
function shownMeasures({ measures, limits, asked }: Sweep): readonly Measure[] {
  const isLimited = (id: string): boolean => limits.some(({ measure }) => measure === id);
  const isShown = ({ id }: Measure): boolean => asked.includes(id);
  const harms = measures.filter(({ side, id }) => side === 'harm' && isLimited(id));
  const open = measures.filter(
    (each) => each.side === 'harm' && !isLimited(each.id) && isShown(each),
  );
  const benefits = measures.filter(({ side }) => side === 'benefit');
  const chosen = benefits.filter(isShown);
  const figures = measures.filter((each) => each.side === 'figure' && isShown(each));
  return [...harms, ...open, ...(chosen.length > 0 ? chosen : benefits.slice(0, 3)), ...figures];
}

function Points({ context, sweep }: Swept) {
  const { say, text, site } = context;
  const measures = shownMeasures(sweep);
  const file = site.experiments.find(({ experiment }) => experiment === sweep.experiment.id);
  const names = askedNames(site, file ?? {});
  return (
    <Section id="points" heading={say.points}>
      <p class="prose">{say.pointsLead}</p>
      {sweep.regimes.map(({ id, title }) => (
        <DataTable
          caption={<b>{text(title)}</b>}
          columns={[
            { key: 'setting', label: say.setting, heads: true },
            ...(sweep.limits.length === 0 ? [] : [{ key: 'verdict', label: say.verdict }]),
            ...measures.map((measure) => ({
              ...{ key: measure.id, label: text(measure.title) },
              align: 'end' as const,
            })),
          ]}
          rows={sweep.points.map((point) => rowOf(context, { measures, names, point, id }))}
        />
      ))}
    </Section>
  );
}

function rowOf(
  { say, text, words }: SiteContext,
  given: {
    readonly measures: readonly Measure[];
    readonly names: AskedNames;
    readonly point: SweepPoint;
    readonly id: string;
  },
) {
  const { measures, names, point, id } = given;
  const outcome = point.outcomes.find(({ regime }) => regime === id);
  const setting = Object.entries(point.at).map(
    ([practice, value]) => `${text(names.practice(practice))} ${String(value)}`,
  );
  const { beyond = [], undecided = [] } = outcome?.verdict ?? {};
  const verdict =
    beyond.length > 0 ? say.overLimit : undecided.length > 0 ? say.undecided : say.within;
  const over = beyond.length > 0 ? { class: 'lab-over' } : {};
  return {
    setting: setting.length === 0 ? '—' : setting.join(words.language === 'zh' ? '，' : ', '),
    verdict: <b {...over}>{verdict}</b>,
    ...Object.fromEntries(
      measures.map(({ id: measure, unit }) => {
        const found = outcome?.estimates[measure];
        return [measure, found === undefined ? '—' : figureWriter(unit, words).estimate(found)];
      }),
    ),
  };
}
