import { PageHeading, Section, Summary } from '@credence/pages';

import { limitsOfKnowledge } from '../../experiment/cannot-tell.ts';
import { describeModel } from '../../report/describe-model.ts';
import { methodWords } from '../../report/method-words.ts';
import { Schedule, States } from '../../report/method-section.tsx';
import { chinese } from '../../report/words-zh.ts';
import { english } from '../../report/words-en.ts';
import { worldModel } from '../../world/world-model.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';

/** Method, limits, and the model as it declares itself (ODD+D). */
export function aboutPage(context: SiteContext): string {
  const { say, text, language } = context;
  const method = methodWords[language];
  const model = describeModel(worldModel);
  const always = (language === 'zh' ? chinese : english).limitsAlways;
  return labPage(context, {
    title: say.aboutTitle,
    part: 'about',
    heading: <PageHeading title={say.aboutTitle} />,
    children: (
      <>
        <Summary>{say.aboutLead}</Summary>
        <Section id="limits" heading={say.limits}>
          <ul class="prose">
            {[...limitsOfKnowledge.map(text), ...always].map((limit) => (
              <li>{limit}</li>
            ))}
          </ul>
        </Section>
        <Section id="not-here" heading={say.own}>
          <ul class="prose">
            {say.ownList.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </Section>
        <Section id="model" heading={say.odd}>
          <h3>{method.purpose}</h3>
          <p class="prose">{method.purposeText}</p>
          <h3>{method.concepts}</h3>
          <ul class="prose">
            {method.conceptsList.map((concept) => (
              <li>{concept}</li>
            ))}
          </ul>
          <Schedule context={context} model={model} />
          <h3>{method.entities}</h3>
          <details>
            <summary>{say.allState}</summary>
            <States context={context} model={model} />
          </details>
          <h3>{method.inputs}</h3>
          <p class="prose">{method.inputsText}</p>
        </Section>
      </>
    ),
  });
}
