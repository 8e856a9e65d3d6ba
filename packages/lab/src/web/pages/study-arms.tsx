import { DataTable, Section } from '@credence/pages';

import type { SiteContext } from '../site.ts';
import { Mark } from './mark.tsx';

/** Regimes that are arms of studies, so that nobody looks for them in vain among the presets. */
export function StudyArms({ context }: { readonly context: SiteContext }) {
  const { say, site, link, text } = context;
  const rows = site.experiments.flatMap((experiment) => {
    const study = site.studies.find(({ id }) => id === experiment.study);
    if (study === undefined) return [];
    return study.arms.map(({ id, title, says, confidence }) => ({
      regime: (
        <span>
          {text(title)}
          <br />
          <code class="quiet">{id}</code>
        </span>
      ),
      says: text(says),
      where: (
        <span>
          {text(study.title)}
          <br />
          <a href={link(`/experiments/${experiment.experiment}`)}>{experiment.experiment}</a>
        </span>
      ),
      mark: <Mark context={context} confidence={confidence} />,
    }));
  });
  return (
    <Section id="studies" heading={say.armsHeading}>
      <p>{say.armsLead}</p>
      <DataTable
        caption={say.armsHeading}
        captionHidden
        columns={[
          { key: 'regime', label: say.regime, heads: true },
          { key: 'says', label: say.regimeSays },
          { key: 'where', label: say.armsExperiment },
          { key: 'mark', label: say.markLabel },
        ]}
        rows={rows}
      />
    </Section>
  );
}
