import type { ListedEntry } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, DataTable, Day } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { dayLink, type PageContext } from '../page/page-context.ts';
import { SubjectTitle } from '../page/subject-name.tsx';
import { subjectPath } from '../request/paths.ts';
import { listingDuty, listingWords } from '../words/listings.ts';
import { readingWords } from '../words/reading.ts';

/** Who stands in a list under law: each entry with its begin, its end and what its card publishes. */
export function ListedTable(props: {
  readonly context: PageContext;
  readonly listed: readonly ListedEntry[];
}) {
  const { context } = props;
  const { words } = context;
  const say = listingWords(context.language);
  const common = readingWords(context.language);
  return (
    <DataTable
      caption={common.listsTitle}
      captionHidden
      columns={[
        { key: 'subject', label: common.entrySubject, heads: true },
        { key: 'entry', label: say.entry },
        { key: 'begins', label: say.begins },
        { key: 'ends', label: common.entryEnds },
        { key: 'earlier', label: say.repairFrom },
      ]}
      rows={props.listed.map(({ subject, listing }) => ({
        subject: (
          <a href={dayLink(context, subjectPath(subject.id))}>
            <SubjectTitle words={words} subject={subject} />
          </a>
        ),
        // One element: on a narrow screen each part of a cell would be a place of its own.
        entry: (
          <span>
            <a href={`${dayLink(context, subjectPath(subject.id))}#list-${listing.id}`}>
              {listing.document === undefined ? (
                say.entry
              ) : (
                <AsGiven words={words} text={listing.document.number} />
              )}
            </a>
            {listing.disputedSince === undefined ? '' : say.disputed}
          </span>
        ),
        begins: <Day words={words} on={listing.begins} />,
        ends: endOf(context, listing),
        earlier:
          listing.repairFrom === undefined ? (
            say.noRepair
          ) : (
            <Day words={words} on={listing.repairFrom} />
          ),
      }))}
    />
  );
}

/** A day, or the duty whose performance ends the entry and the day of the next check. */
function endOf(
  { words, language }: PageContext,
  { ends, confirmBy }: ListedEntry['listing'],
): Child {
  if (ends !== undefined) return <Day words={words} on={ends} />;
  const say = listingWords(language);
  const duty = say.untilDuty(localise(listingDuty, language).text);
  if (confirmBy === undefined) return duty;
  return (
    <span>
      {duty}
      {say.nextCheck} <Day words={words} on={confirmBy} />
    </span>
  );
}
