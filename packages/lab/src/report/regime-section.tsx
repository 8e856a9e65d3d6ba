import { DataTable, Icon, Section } from '@credence/pages';

import { MarkSample } from '../chart/marks.tsx';
import type { StatementContext, Told } from './statement.ts';

/** The regimes with what they say, and at once what they break: guards come before any figure. */
export function RegimeSection({ context }: { readonly context: StatementContext }) {
  const { say, told, about } = context;
  const breaking = told.filter(({ regime }) => regime.breaches.length > 0);
  // What a draft breaks its drafter has to mend; of a rule of the past the count says enough at first.
  const isDraft = (each: Told): boolean => each === about && each.regime.edition?.realm === 'live';
  return (
    <>
      <Section id="regimes" heading={say.regimes}>
        <ul class="lab-regimes">
          {told.map((each) => (
            <li>
              <Card context={context} told={each} />
            </li>
          ))}
        </ul>
      </Section>
      {breaking.length === 0 ? null : (
        <Section id="guards" heading={say.ownBreaches}>
          <p>{say.breachesLead}</p>
          {breaking.map((each) => (
            <details class="lab-numbers" open={isDraft(each)}>
              <summary>{`${each.name} (${each.regime.breaches.length})`}</summary>
              <Breaches context={context} told={each} />
            </details>
          ))}
        </Section>
      )}
    </>
  );
}

function Breaches({ context, told }: { readonly context: StatementContext; readonly told: Told }) {
  const { say, text } = context;
  return (
    <DataTable
      caption={told.name}
      columns={[
        { key: 'guard', label: say.guard, heads: true },
        { key: 'place', label: say.place },
        { key: 'says', label: say.why },
      ]}
      rows={told.regime.breaches.map(({ guard, place, says }) => ({
        guard,
        place: <code>{place}</code>,
        says: text(says),
      }))}
    />
  );
}

function Card({ context, told }: { readonly context: StatementContext; readonly told: Told }) {
  const { say, words, text, about, baseline } = context;
  const { regime, series, name } = told;
  const guards = [...new Set(regime.breaches.map(({ guard }) => guard))].sort();
  const role = told === about ? say.thisRule : told === baseline ? say.against : undefined;
  return (
    <>
      <h3>
        <MarkSample series={series} />
        <span>{name}</span>
      </h3>
      {role === undefined ? null : <p class="quiet">{role}</p>}
      <p>{text(regime.says)}</p>
      <p class="quiet">
        {say.confidence}: {say.marks[regime.confidence]}
      </p>
      <p>
        <Icon shape={guards.length === 0 ? 'tick' : 'cross'} />{' '}
        {guards.length === 0
          ? say.noBreach
          : say.brokenGuards(words.number(guards.length), guards.join(', '))}
      </p>
    </>
  );
}
