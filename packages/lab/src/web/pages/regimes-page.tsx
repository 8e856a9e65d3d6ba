import { DataTable, EmptyState, PageHeading, Section, Summary } from '@credence/pages';

import type { ShelvedRegime } from '../state/regime-shelf.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';
import { Mark } from './mark.tsx';
import { StudyArms } from './study-arms.tsx';

/** Every regime that can be run here, with how sure its text is; variants apart. */
export function regimesPage(context: SiteContext): string {
  const { say, site } = context;
  const all = site.shelf.list();
  const variants = all.filter(({ isShipped }) => !isShipped);
  return labPage(context, {
    title: say.regimesTitle,
    part: 'regimes',
    heading: <PageHeading title={say.regimesTitle} />,
    children: (
      <>
        <Summary>{say.regimesLead}</Summary>
        <Section id="variants" heading={say.variantsHeading}>
          {variants.length === 0 ? (
            <EmptyState heading={say.noVariants} level={3} meaning={say.noVariantsMeaning} />
          ) : (
            <Regimes context={context} caption={say.variantsHeading} regimes={variants} />
          )}
        </Section>
        <Section id="shipped" heading={say.regimesHeading}>
          <Regimes
            context={context}
            caption={say.regimesHeading}
            regimes={all.filter(({ isShipped }) => isShipped)}
          />
        </Section>
        <StudyArms context={context} />
      </>
    ),
  });
}

function Regimes(props: {
  readonly context: SiteContext;
  readonly caption: string;
  readonly regimes: readonly ShelvedRegime[];
}) {
  const { context, caption, regimes } = props;
  const { say, link, text, words } = context;
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'regime', label: say.regime, heads: true },
        { key: 'says', label: say.regimeSays },
        { key: 'about', label: say.about },
        { key: 'mark', label: say.markLabel },
      ]}
      rows={regimes.map(({ id, preset }) => ({
        regime: (
          <span>
            <a href={link(`/regimes/${id}`)}>{text(preset.title)}</a>
            <br />
            <code class="quiet">{id}</code>
          </span>
        ),
        says: text(preset.says),
        about: words.list(preset.subjects.map((subject) => say.subjects[subject])),
        mark: <Mark context={context} confidence={preset.confidence} />,
      }))}
    />
  );
}
