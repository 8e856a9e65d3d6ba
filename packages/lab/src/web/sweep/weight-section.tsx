import { LinkRow, Section } from '@credence/pages';

import { FactorMap, type MapPanel } from '../../chart/factor-map.tsx';
import { Tornado } from '../../chart/tornado.tsx';
import type { Measure } from '../../experiment/comparison.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { writeLevel, type SweptContext } from './swept-context.ts';
import {
  estimateAt,
  isGrid,
  isMoved,
  isVaried,
  mainEffects,
  meanOverAll,
  shownMeasures,
  triedFactors,
} from './sweep-view.ts';

/**
 * One harm and one benefit more closely: over two factors at once, and which factor weighs more. Another
 * harm can be asked for; the benefit stays beside it.
 */
export function WeightSection(props: {
  readonly swept: SweptContext;
  readonly asked: string | undefined;
  readonly path: string;
}) {
  const { swept, asked, path } = props;
  const { context, sweep } = swept;
  const { say, link, text } = context;
  const varied = shownMeasures(sweep).filter(({ id }) => isVaried(sweep, id));
  const harms = varied.filter(({ side }) => side === 'harm');
  const others = varied.filter(({ side }) => side !== 'harm');
  const moved = harms.find(({ id }) => isMoved(sweep, id));
  const harm = harms.find(({ id }) => id === asked) ?? moved ?? harms[0];
  const benefits = others.filter(({ side }) => side === 'benefit');
  const benefit = benefits.find(({ id }) => isMoved(sweep, id)) ?? benefits[0] ?? others[0];
  const looked = [harm, benefit].filter((each) => each !== undefined);
  if (looked.length === 0 || triedFactors(sweep).length < 2) return null;
  return (
    <Section id="weights" heading={say.weights}>
      <LinkRow
        links={harms
          .filter((each) => each !== harm)
          .map(({ id, title }) => ({
            href: link(`${path}?measure=${id}#weights`),
            label: say.lookAtOther(text(title)),
          }))}
      />
      {looked.map((measure) => (
        <>
          <MapOf swept={swept} measure={measure} />
          {swept.regimes.map((regime) => (
            <TornadoOf swept={swept} measure={measure} regime={regime} />
          ))}
        </>
      ))}
    </Section>
  );
}

function MapOf({ swept, measure }: { readonly swept: SweptContext; readonly measure: Measure }) {
  const { context, sweep } = swept;
  const { say, text, words } = context;
  const [across, upright, ...rest] = triedFactors(sweep).toSorted(
    (a, b) => b.levels.length - a.levels.length,
  );
  if (across === undefined || upright === undefined || rest.length > 0 || !isGrid(sweep)) {
    return null;
  }
  const writer = figureWriter(measure.unit, words);
  const limit = sweep.limits.find((each) => each.measure === measure.id)?.atMost;
  const panels = swept.regimes.map(({ id: regime, name }): MapPanel => {
    const cellAt = (x: number, y: number): MapPanel['rows'][number][number] => {
      const at = { [across.id]: x, [upright.id]: y };
      const found = estimateAt(sweep.points, at, { regime, measure: measure.id });
      if (found === undefined) return { value: Number.NaN, short: '—', text: '—', over: false };
      const over = limit !== undefined && found.low > limit;
      const short = writer.tick(found.value);
      return { value: found.value, short, text: writer.estimate(found), over };
    };
    return {
      title: name,
      rows: upright.levels.map((y) => across.levels.map((x) => cellAt(x, y))),
    };
  });
  const sideOf = ({ id, levels }: typeof across) => ({
    title: swept.factor(id),
    labels: levels.map((level) => writeLevel(swept, id, level)),
  });
  return (
    <FactorMap
      texts={{
        id: `map-${measure.id}`,
        title: writer.axis(text(measure.title)),
        says: say.mapSays(swept.factor(across.id), swept.factor(upright.id)),
        ...{ numbers: say.numbersTable, nothing: say.nothingDrawn },
      }}
      panels={panels}
      across={sideOf(across)}
      upright={sideOf(upright)}
      over={say.overLimitMark}
    />
  );
}

function TornadoOf(props: {
  readonly swept: SweptContext;
  readonly measure: Measure;
  readonly regime: SweptContext['regimes'][number];
}) {
  const { swept, measure, regime } = props;
  const { context, sweep } = swept;
  const { say, text, words } = context;
  const asked = { regime: regime.id, measure: measure.id };
  const effects = mainEffects(sweep, asked);
  if (effects.every(({ least, most }) => least.value === most.value)) return null;
  const writer = figureWriter(measure.unit, words);
  const side = (id: string, end: (typeof effects)[number]['least']) => ({
    setting: writeLevel(swept, id, end.setting),
    value: end.value,
  });
  return (
    <Tornado
      texts={{
        id: `tornado-${measure.id}-${regime.id}`,
        title: say.tornadoTitle(text(measure.title), regime.name),
        says: say.tornadoSays,
        note: say.tornadoNote,
        ...{ numbers: say.numbersTable, nothing: say.nothingDrawn },
      }}
      base={meanOverAll(sweep, asked)}
      axis={{ title: writer.axis(text(measure.title)), write: writer.tick }}
      heads={{ label: say.practiceItem, atLeast: say.atLeast, atMost: say.atMost }}
      bars={effects.map(({ id, least, most }) => ({
        ...{ label: swept.factor(id), atLeast: side(id, least), atMost: side(id, most) },
      }))}
    />
  );
}
