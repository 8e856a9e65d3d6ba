import type { DrawsView } from '@credence/casework';
import { DataTable, Section } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { drawWords } from '../words/inspection/draws.ts';

/** Names of offices by their codes. */
export type AgencyNames = ReadonlyMap<string, string>;

/** What each office did with its plans, and how often it picked by hand. */
export function OfficeCounts(props: {
  readonly context: PageContext;
  readonly view: DrawsView;
  readonly agencies: AgencyNames;
}) {
  const { context, view, agencies } = props;
  return (
    <>
      <CarriedOut context={context} carriedOut={view.carriedOut} agencies={agencies} />
      <HandPicked context={context} handPicked={view.handPicked} agencies={agencies} />
    </>
  );
}

function CarriedOut(props: {
  readonly context: PageContext;
  readonly carriedOut: DrawsView['carriedOut'];
  readonly agencies: AgencyNames;
}) {
  const { context, carriedOut, agencies } = props;
  if (carriedOut.length === 0) return null;
  const { words, language } = context;
  const say = drawWords(language);
  return (
    <Section id="carried-out" heading={say.carriedTitle}>
      <p>{say.carriedLead}</p>
      <DataTable
        caption={say.carriedTitle}
        captionHidden
        columns={[
          { key: 'office', label: say.office, heads: true },
          { key: 'committed', label: say.carriedCommitted, align: 'end' },
          { key: 'never', label: say.carriedNever, align: 'end' },
          { key: 'unpublished', label: say.carriedUnpublished, align: 'end' },
          { key: 'wait', label: say.carriedWait, align: 'end' },
        ]}
        rows={carriedOut.map((each) => ({
          office: agencies.get(each.agency) ?? each.agency,
          committed: words.number(each.committed),
          never: words.number(each.neverDrawn),
          unpublished: words.number(each.unpublished),
          wait: each.longestWait === undefined ? '—' : words.number(each.longestWait),
        }))}
      />
    </Section>
  );
}

function HandPicked(props: {
  readonly context: PageContext;
  readonly handPicked: DrawsView['handPicked'];
  readonly agencies: AgencyNames;
}) {
  const { context, handPicked, agencies } = props;
  if (handPicked.length === 0) return null;
  const say = drawWords(context.language);
  return (
    <Section id="by-hand" heading={say.handTitle}>
      <p>{say.handLead}</p>
      <DataTable
        caption={say.handTitle}
        captionHidden
        columns={[
          { key: 'office', label: say.office, heads: true },
          { key: 'times', label: say.times, align: 'end' },
        ]}
        rows={handPicked.map(({ agency, visits }) => ({
          office: agencies.get(agency) ?? agency,
          times: context.words.number(visits),
        }))}
      />
    </Section>
  );
}
