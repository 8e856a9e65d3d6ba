import {
  ActionButton,
  Actions,
  EmptyState,
  LinkRow,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import type { ExperimentFile } from '../../experiment/experiment-file.ts';
import { briefSize } from '../state/run-order.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';

/** The first page: every experiment with its question, the claim behind it, and what it cannot tell. */
export function galleryPage(context: SiteContext): string {
  const { say, site, link } = context;
  return labPage(context, {
    title: say.lab,
    part: 'experiments',
    heading: <PageHeading title={say.galleryTitle} />,
    children: (
      <>
        <Summary note={say.galleryOwn}>{say.galleryLead}</Summary>
        <LinkRow
          links={[
            { href: link('/compare'), label: say.compareTitle },
            { href: link('/validation'), label: say.validationTitle },
          ]}
        />
        <Section id="experiments" heading={say.galleryHeading}>
          {site.experiments.length === 0 ? (
            <EmptyState heading={say.noRuns} level={3} meaning={say.noRunsMeaning} />
          ) : (
            <ul class="lab-cards">
              {site.experiments.map((experiment) => (
                <li>
                  <Card context={context} experiment={experiment} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      </>
    ),
  });
}

function Card(props: { readonly context: SiteContext; readonly experiment: ExperimentFile }) {
  const { context, experiment } = props;
  const { say, link, text, words } = context;
  const path = link(`/experiments/${experiment.experiment}`);
  const [limit] = experiment['cannot-tell'];
  return (
    <>
      <h3>
        <a href={path}>{text(experiment.question)}</a>
      </h3>
      <Claim context={context} claim={experiment.claim} />
      {limit === undefined ? null : (
        <p class="quiet">
          {say.cannotTell}
          {context.language === 'zh' ? '：' : ': '}
          {text(limit)}
        </p>
      )}
      <form method="post" action={path}>
        {Object.entries(briefSize).map(([name, value]) => (
          <input type="hidden" name={name} value={String(value)} />
        ))}
        <Actions>
          <ActionButton>
            {say.runNow(
              words.number(briefSize.agents),
              words.number(briefSize.months),
              words.number(briefSize.replicates),
            )}
          </ActionButton>
          <a href={path}>
            {say.experiment(experiment.experiment)}
            {context.language === 'zh' ? '，' : ', '}
            {say.open}
          </a>
        </Actions>
      </form>
    </>
  );
}

/** A sentence of somebody else, with who said it where. */
export function Claim(props: {
  readonly context: SiteContext;
  readonly claim: ExperimentFile['claim'];
}) {
  const { say, language } = props.context;
  const { text, source, zh, 'source-zh': sourceZh } = props.claim;
  const isChinese = language === 'zh' && zh !== undefined;
  return (
    <div class="lab-quote">
      <p class="quiet">{say.claim}</p>
      {isChinese ? <p>“{zh}”</p> : null}
      <p class={isChinese ? 'quiet' : undefined} lang="en">
        “{text}”
      </p>
      <p class="quiet">
        {say.source}{' '}
        {isChinese && sourceZh !== undefined ? (
          `${sourceZh}${say.ownTranslation}`
        ) : (
          <span lang="en">{source}</span>
        )}
      </p>
    </div>
  );
}
