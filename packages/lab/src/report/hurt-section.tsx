import { DataTable, Section } from '@credence/pages';

import { GroupPanels, type GroupPanel } from '../chart/group-panels.tsx';
import { carriedBy, LorenzCurve } from '../chart/lorenz-curve.tsx';
import type { RegimeOutcome } from '../experiment/comparison.ts';
import { separator } from './chart-section.tsx';
import type { StatementContext } from './statement.ts';

type Group = RegimeOutcome['groups'][number];

/** Who is hurt, on how few the burden falls, and who would be better or worse off, one by one. */
export function HurtSection({ context }: { readonly context: StatementContext }) {
  const { say } = context;
  return (
    <Section id="hurt" heading={say.hurt}>
      <GroupsOf context={context} id="hurt-all" title={say.hurtTitle} value={({ hurt }) => hurt} />
      <GroupsOf
        context={context}
        id="hurt-wrongly"
        title={say.wronglyTitle}
        value={({ wrongly }) => wrongly}
      />
      <LorenzOf context={context} />
      <WinnersOf context={context} />
    </Section>
  );
}

/** Of fewer subjects a share is chance: they are drawn, but not said to be hurt most. */
const FEWEST_NAMED = 30;

function GroupsOf(props: {
  readonly context: StatementContext;
  readonly id: string;
  readonly title: string;
  readonly value: (group: Group) => number;
}) {
  const { context, value } = props;
  const { say, told, words, text, about } = context;
  const percent = (ratio: number) => (Number.isFinite(ratio) ? words.percent(ratio, 1) : '—');
  const tick = (ratio: number) =>
    words.percent(ratio, Number.isInteger(Math.round(ratio * 1e6) / 1e4) ? 0 : 1);
  const groups = about.outcome.groups;
  // Organisations and persons may use one id for different groups: owners under 35, persons of 18 to 34.
  const find = (of: RegimeOutcome, { trait, group, title }: Group) =>
    of.groups.find(
      (each) => each.trait === trait && each.group === group && each.title.en === title.en,
    );
  const panels: readonly GroupPanel[] = [...new Set(groups.map(({ trait }) => trait))].map(
    (trait) => ({
      title: say.traits[trait],
      rows: groups
        .filter((group) => group.trait === trait)
        .map((group) => ({
          ...{ label: text(group.title), members: words.number(group.members) },
          values: told.map(({ outcome }) => {
            const found = find(outcome, group);
            return found === undefined ? Number.NaN : value(found);
          }),
        })),
    }),
  );
  const most = groups
    .filter(({ members }) => members >= FEWEST_NAMED)
    .toSorted((a, b) => value(b) - value(a))[0];
  return (
    <GroupPanels
      texts={{
        ...{ id: props.id, title: props.title },
        says:
          most === undefined
            ? ''
            : say.hurtSays(text(most.title), about.name, {
                share: percent(value(most)),
                members: words.number(most.members),
              }),
        ...{ numbers: say.numbers, nothing: say.nothing, elsewhere: say.elsewhere },
      }}
      names={told.map(({ name }) => name)}
      panels={panels}
      axis={{ title: say.share, write: tick }}
      write={percent}
      heads={{ group: say.group, members: say.members }}
    />
  );
}

function LorenzOf({ context }: { readonly context: StatementContext }) {
  const { say, told, words } = context;
  const curves = told.map(({ name, outcome }) => ({ name, shares: outcome.lorenz }));
  const said = curves
    .filter(({ shares }) => shares.some((share) => share > 0))
    .map(({ name, shares }) => say.lorenzOf(name, words.percent(1 - carriedBy(shares, 0.9))));
  return (
    <LorenzCurve
      texts={{
        ...{ id: 'lorenz', title: say.lorenz },
        says: said.length === 0 ? '' : say.lorenzSays(said.join(separator(context))),
        ...{ numbers: say.numbers, nothing: say.nothing, elsewhere: say.elsewhere },
      }}
      curves={curves}
      people={say.lorenzPeople}
      burden={say.lorenzBurden}
      even={say.even}
      percent={(ratio) => words.percent(ratio)}
    />
  );
}

function WinnersOf({ context }: { readonly context: StatementContext }) {
  const { say, told, words } = context;
  return (
    <>
      <h3>{say.winners}</h3>
      <p class="lab-says">{say.winnersLead}</p>
      <DataTable
        caption={say.winners}
        captionHidden
        columns={[
          { key: 'regime', label: say.regime, heads: true },
          { key: 'better', label: say.better, align: 'end' },
          { key: 'worse', label: say.worse, align: 'end' },
          { key: 'same', label: say.same, align: 'end' },
        ]}
        rows={told.flatMap(({ pair, name }) =>
          pair === undefined
            ? []
            : [
                {
                  ...{ regime: name, better: words.number(pair.winners) },
                  ...{ worse: words.number(pair.losers), same: words.number(pair.unchanged) },
                },
              ],
        )}
      />
    </>
  );
}
