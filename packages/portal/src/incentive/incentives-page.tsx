import type { IncentivesView, IncentiveUptake } from '@credence/casework';
import { localise } from '@credence/domain';
import { EmptyState, FactList, LinkRow, PageHeading, Section, TitleText } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { HowCounted } from '../reading/how-counted.tsx';
import { cardPath, paths } from '../request/paths.ts';
import { incentiveWords } from '../words/incentives.ts';
import { pledgeWords } from '../words/pledge/pledges.ts';
import { readingWords } from '../words/reading.ts';
import { Article, providerText } from './incentive-parts.tsx';

/** What the law gives to those who keep it, and how many have it. */
export function IncentivesPage(props: {
  readonly context: PageContext;
  readonly view: IncentivesView;
}) {
  const { context, view } = props;
  const say = incentiveWords(context.language);
  return (
    <Frame
      context={context}
      title={say.title}
      area="figures"
      json={`${paths.api}/incentives`}
      breadcrumb={[
        { label: readingWords(context.language).listsTitle, href: linkTo(context, paths.lists) },
        { label: say.title },
      ]}
      heading={<PageHeading title={say.title} />}
    >
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.neverRank}</p>
      <LinkRow
        links={[
          { href: linkTo(context, paths.pledges), label: pledgeWords(context.language).link },
        ]}
      />
      {view.incentives.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        view.incentives.map((incentive) => <Incentive context={context} incentive={incentive} />)
      )}
    </Frame>
  );
}

function Incentive(props: {
  readonly context: PageContext;
  readonly incentive: IncentivesView['incentives'][number];
}) {
  const { context, incentive } = props;
  const { words, language } = context;
  const say = incentiveWords(language);
  const rule = cardPath(context.clock?.edition.code ?? '', 'incentive', incentive.id);
  return (
    <Section
      id={incentive.id}
      heading={localise(incentive.title, language).text}
      aside={<a href={linkTo(context, rule)}>{say.rule}</a>}
    >
      <FactList
        facts={[
          { label: say.gives, value: <TitleText words={words} text={incentive.gives} /> },
          { label: say.provider, value: providerText(context, incentive) },
          { label: say.place, value: <TitleText words={words} text={incentive.place} /> },
          {
            label: say.conditions,
            value: (
              <>
                {say.allOf}
                <ul class="plain-list">
                  {incentive.conditions.map(({ title }) => (
                    <li>
                      <TitleText words={words} text={title} />
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
          {
            label: say.everyone,
            value: (
              <>
                <TitleText words={words} text={incentive.everyone.says} />{' '}
                <Article context={context} basis={incentive.everyone.basis} />
              </>
            ),
          },
          { label: say.ends, value: say.endsSays },
          { label: say.refused, value: say.refusedSays },
          {
            label: say.basis,
            value: words.richList(
              incentive.basis.map((basis) => <Article context={context} basis={basis} />),
            ),
          },
          {
            label: say.uptake,
            value: (
              <>
                {uptakeText(context, incentive.uptake)}{' '}
                <HowCounted context={context} id="incentives" />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function uptakeText({ words, language }: PageContext, uptake: IncentiveUptake): string {
  const say = incentiveWords(language);
  if (uptake.kind === 'being-counted') return say.uptakeBeing;
  const { on, has, hasNot, total } = uptake;
  const sentences = [
    has === null ? say.uptakeWithheld : say.uptakeHas(words.number(has)),
    ...(hasNot === null ? [] : [say.uptakeHasNot(words.number(hasNot))]),
    ...(total === null ? [] : [say.uptakeOf(words.number(total))]),
    say.uptakeOn(words.date(on)),
  ];
  return sentences.join(language === 'zh' ? '' : ' ');
}
