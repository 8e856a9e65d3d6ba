import {
  ActionButton,
  Actions,
  ErrorSummary,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import type { OrderFault, TypedOrder } from '../state/run-order.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';
import { RegimeFields, sayFault, SizeFields } from './size-fields.tsx';

/** The form of a comparison; after a mistake with everything as it was typed. */
export function comparePage(
  context: SiteContext,
  typed: TypedOrder,
  faults: readonly OrderFault[] = [],
  refusal?: string,
): string {
  const { say, words, link } = context;
  const errors = [
    ...faults.map((fault) => ({ fieldId: fault.field, says: sayFault(context, fault) })),
    ...(refusal === undefined ? [] : [{ fieldId: 'agents', says: refusal }]),
  ];
  return labPage(context, {
    title: say.compareTitle,
    part: 'compare',
    heading: <PageHeading title={say.compareTitle} />,
    children: (
      <>
        {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
        <Summary>{say.compareLead}</Summary>
        <form class="form-block" method="post" action={link('/compare')}>
          <Section heading={say.regimesTitle}>
            <RegimeFields context={context} chosen={typed.regimes} />
          </Section>
          <Section heading={say.scale}>
            <SizeFields context={context} typed={typed} faults={faults} />
          </Section>
          <Actions>
            <ActionButton rank="first">{say.runButton}</ActionButton>
          </Actions>
        </form>
      </>
    ),
  });
}
