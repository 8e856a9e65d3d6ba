import { problem } from '@credence/domain';

import type { PortalServices } from './services.ts';

type Matters = Pick<
  PortalServices,
  | 'listMatters'
  | 'viewMatter'
  | 'proposeMatter'
  | 'decideMatter'
  | 'viewErrorReportForm'
  | 'reportError'
  | 'followErrorReport'
  | 'listErrorReports'
  | 'viewErrorReport'
  | 'answerErrorReport'
>;

const refused = () =>
  Promise.resolve({ kind: 'refused' as const, problem: problem('sign-in-required', {}) });
const notFound = () => Promise.resolve({ kind: 'not-found' as const });

/** A register at whose desks nothing waits and nobody sits; anyone may report an error. */
export const fixtureMatters = (viewRecord: PortalServices['viewRecord']): Matters => ({
  listMatters: refused,
  viewMatter: refused,
  proposeMatter: refused,
  decideMatter: refused,
  viewErrorReportForm: async (subjectId, recordId) => {
    const found = await viewRecord(subjectId, recordId);
    if (found.kind === 'not-found') return found;
    const { clock, subject, record } = found.view;
    const fields = [record.heading, ...record.facts].map(({ field, title }) => ({ field, title }));
    const { id, name } = subject;
    return {
      kind: 'found',
      view: {
        clock,
        subject: { id, ...(name === undefined ? {} : { name }) },
        record: {
          id: record.id,
          title: record.item.title,
          ...(record.document === undefined ? {} : { document: record.document.number }),
        },
        fields,
      },
    };
  },
  reportError: notFound,
  followErrorReport: notFound,
  listErrorReports: refused,
  viewErrorReport: refused,
  answerErrorReport: refused,
});
