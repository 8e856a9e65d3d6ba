import { DataTable, Section } from '@credence/pages';

import type { SweepPoint } from '../../experiment/sweep.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { shownMeasures } from './sweep-view.ts';
import { writeSetting, type SweptContext } from './swept-context.ts';

/** Which settings pass a limit, and of which harm; then every figure of every setting. */
export function PointsSection({ swept }: { readonly swept: SweptContext }) {
  const { context, sweep } = swept;
  const { say } = context;
  return (
    <Section id="points" heading={say.points}>
      {sweep.limits.length === 0 ? null : <Verdicts swept={swept} />}
      <p class="prose">{say.pointsLead}</p>
      {swept.regimes.map((regime) => (
        <details class="lab-numbers lab-not-printed">
          <summary>{say.allAt(regime.name)}</summary>
          <Figures swept={swept} regime={regime} />
        </details>
      ))}
      <p class="quiet lab-on-paper">{say.allElsewhere}</p>
    </Section>
  );
}

function Verdicts({ swept }: { readonly swept: SweptContext }) {
  const { context, sweep } = swept;
  const { say } = context;
  return (
    <DataTable
      caption={say.verdictBySetting}
      columns={[
        { key: 'setting', label: say.setting, heads: true },
        ...swept.regimes.map(({ id, name }) => ({ key: id, label: name })),
      ]}
      rows={sweep.points.map((point) => ({
        setting: writeSetting(swept, point.at),
        ...Object.fromEntries(
          swept.regimes.map(({ id }) => [id, <Verdict swept={swept} point={point} id={id} />]),
        ),
      }))}
    />
  );
}

function Verdict(props: {
  readonly swept: SweptContext;
  readonly point: SweepPoint;
  readonly id: string;
}) {
  const { swept, point, id } = props;
  const { say, text, words, language } = swept.context;
  const outcome = point.outcomes.find(({ regime }) => regime === id);
  const { beyond = [], undecided = [] } = outcome?.verdict ?? {};
  const named = (of: typeof beyond): string =>
    words.list(
      of.map(({ measure }) => {
        const known = swept.sweep.measures.find((each) => each.id === measure);
        return known === undefined ? measure : text(known.title);
      }),
    );
  const colon = language === 'zh' ? '：' : ': ';
  if (beyond.length > 0) {
    return (
      <span>
        <b class="lab-over">{say.overLimit}</b>
        {colon}
        {named(beyond)}
      </span>
    );
  }
  if (undecided.length === 0) return <span>{say.within}</span>;
  return (
    <span>
      <b>{say.undecided}</b>
      {colon}
      {named(undecided)}
    </span>
  );
}

function Figures(props: {
  readonly swept: SweptContext;
  readonly regime: SweptContext['regimes'][number];
}) {
  const { swept, regime } = props;
  const { context, sweep } = swept;
  const { say, text, words } = context;
  // Settings stand side by side only where they are few; measures are always many, so they are the rows.
  return (
    <>
      {sweep.points.map((point) => {
        const outcome = point.outcomes.find((each) => each.regime === regime.id);
        return (
          <DataTable
            narrow
            caption={writeSetting(swept, point.at)}
            columns={[
              { key: 'measure', label: say.measureName, heads: true },
              { key: 'found', label: say.foundValue, align: 'end' },
            ]}
            rows={shownMeasures(sweep).map(({ id, title, unit }) => {
              const found = outcome?.estimates[id];
              const written = found === undefined ? '—' : figureWriter(unit, words).estimate(found);
              return { measure: text(title), found: written };
            })}
          />
        );
      })}
    </>
  );
}
