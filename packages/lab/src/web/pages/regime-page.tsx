import {
  ActionButton,
  ActionLink,
  Actions,
  DataTable,
  FactList,
  Icon,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import { NEVER } from '../../regime/regime.ts';
import type { ShelvedRegime } from '../state/regime-shelf.ts';
import type { SiteContext } from '../site.ts';
import type { RegimeLook } from '../work/job.ts';
import { labPage } from './lab-page.tsx';
import { Mark } from './mark.tsx';

interface Looked {
  readonly context: SiteContext;
  readonly look: RegimeLook;
}

/** A regime: what it says, at once what it breaks, then its lists, measures and practice. */
export function regimePage(
  context: SiteContext,
  { id, preset, text: source, isShipped }: ShelvedRegime,
  look: RegimeLook,
): string {
  const { say, link, text, words } = context;
  const { edition } = look.told;
  const doubtful = preset.doubtful === undefined ? undefined : text(preset.doubtful);
  return labPage(context, {
    title: text(preset.title),
    part: 'regimes',
    breadcrumb: [{ label: say.nav.regimes, href: link('/regimes') }, { label: id }],
    heading: <PageHeading title={text(preset.title)} above={say.regime} />,
    children: (
      <>
        <Summary note={<Mark context={context} confidence={preset.confidence} />}>
          {text(preset.says)}
        </Summary>
        <Breaches context={context} look={look} />
        <Section id="facts" heading={say.regimeSays}>
          <FactList
            facts={[
              {
                label: say.about,
                value: words.list(preset.subjects.map((subject) => say.subjects[subject])),
              },
              {
                label: say.edition,
                value: edition === undefined ? say.noEdition : <code>{edition.code}</code>,
              },
              ...(preset.over === undefined
                ? []
                : [
                    {
                      label: say.over,
                      value: <a href={link(`/regimes/${preset.over}`)}>{preset.over}</a>,
                    },
                  ]),
              ...(doubtful === undefined ? [] : [{ label: say.doubtful, value: doubtful }]),
            ]}
          />
          <Actions>
            <ActionLink rank="first" href={link(`/regimes/${id}/edit`)}>
              {say.edit}
            </ActionLink>
            <ActionLink href={link(compareAddress(id))}>{say.compareWith}</ActionLink>
          </Actions>
          {isShipped ? null : (
            <form method="post" action={link(`/regimes/${id}/remove`)}>
              <ActionButton>{say.remove}</ActionButton>
            </form>
          )}
        </Section>
        <Lists context={context} look={look} />
        <Measures context={context} look={look} />
        <Practice context={context} look={look} />
        <Section id="text" heading={say.showText}>
          <details>
            <summary>{`${id}.yaml`}</summary>
            <pre class="lab-commands" tabindex={0} lang="en">
              {source}
            </pre>
          </details>
        </Section>
      </>
    ),
  });
}

function compareAddress(id: string): string {
  const others = id === 'cn-2026' ? ['cn-2026', 'none'] : ['cn-2026', id];
  return `/compare?${others.map((each) => `regime=${each}`).join('&')}`;
}

function Breaches({ context, look }: Looked) {
  const { say, text } = context;
  const { breaches } = look.told;
  return (
    <Section id="guards" heading={say.breaches}>
      {breaches.length === 0 ? (
        <p>
          <Icon shape="tick" /> {say.noBreaches}
        </p>
      ) : (
        <>
          <p class="prose">{say.breachesLead}</p>
          <DataTable
            caption={say.breaches}
            captionHidden
            columns={[
              { key: 'guard', label: say.guard, heads: true },
              { key: 'place', label: say.place },
              { key: 'says', label: say.why },
            ]}
            rows={breaches.map(({ guard, place, says }) => ({
              guard,
              place: <code>{place}</code>,
              says: text(says),
            }))}
          />
        </>
      )}
    </Section>
  );
}

function Lists({ context, look }: Looked) {
  const { say, text, words } = context;
  const months = (count: number): string =>
    count === NEVER ? say.never : say.months(words.number(count));
  const yes = (holds: boolean): string => (holds ? say.yes : say.no);
  return (
    <Section id="lists" heading={say.lists}>
      {look.lists.length === 0 ? (
        <p>{say.noLists}</p>
      ) : (
        <DataTable
          caption={say.lists}
          captionHidden
          columns={[
            { key: 'list', label: say.list, heads: true },
            { key: 'term', label: say.term },
            { key: 'repair', label: say.repairAfter },
            { key: 'notice', label: say.notice },
            { key: 'heard', label: say.heard },
            { key: 'renews', label: say.renews },
            { key: 'spreads', label: say.spreads },
          ]}
          rows={look.lists.map((list) => ({
            list: text(list.title),
            term: months(list.termMonths),
            repair: months(list.repairAfterMonths),
            notice: months(list.noticeMonths === 0 ? NEVER : list.noticeMonths),
            heard: yes(list.heard),
            renews: yes(list.renews),
            spreads: yes(list.spreads),
          }))}
        />
      )}
    </Section>
  );
}

function Measures({ context, look }: Looked) {
  const { say, text, words } = context;
  const listsOf = (at: number): string =>
    words.list(
      look.lists.filter(({ measures }) => measures.includes(at)).map(({ title }) => text(title)),
    );
  return (
    <Section id="measures" heading={say.measures}>
      {look.measures.length === 0 ? (
        <p>{say.noMeasures}</p>
      ) : (
        <DataTable
          caption={say.measures}
          captionHidden
          columns={[
            { key: 'measure', label: say.measure, heads: true },
            { key: 'burden', label: say.burden, align: 'end' },
            { key: 'essential', label: say.essential },
            { key: 'lists', label: say.onLists },
          ]}
          rows={look.measures.map((measure, at) => ({
            measure: text(measure.title),
            burden: words.number(measure.burden),
            essential: measure.essential ? say.yes : say.no,
            lists: listsOf(at) || '—',
          }))}
        />
      )}
    </Section>
  );
}

function Practice({ context, look }: Looked) {
  const { say, text } = context;
  return (
    <Section id="practice" heading={say.practice}>
      <p class="prose">{say.practiceLead}</p>
      <DataTable
        caption={say.practice}
        captionHidden
        columns={[
          { key: 'item', label: say.practiceItem, heads: true },
          { key: 'value', label: say.value, align: 'end' },
          { key: 'unit', label: say.range },
          { key: 'mark', label: say.markLabel },
        ]}
        rows={look.practice.map((each) => ({
          item: (
            <span>
              {text(each.title)}
              <br />
              <span class="quiet">{text(each.says)}</span>
            </span>
          ),
          value: String(each.value),
          unit: `${say.units[each.unit]}, ${each.least}–${each.most}`,
          mark: <Mark context={context} confidence={each.confidence} source={each.source} />,
        }))}
      />
    </Section>
  );
}
