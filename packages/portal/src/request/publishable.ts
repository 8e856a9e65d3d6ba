import type { RecordPageView, RecordView, SubjectView } from '@credence/casework';

/**
 * The last gate before a page or an answer: whatever a service hands over, only what is shown or
 * valid on the day leaves. Everything else is as if it did not exist.
 */
function isPublishable(record: RecordView): boolean {
  return record.publicity.kind === 'shown' || record.publicity.kind === 'valid';
}

export function publishableSubject(view: SubjectView): SubjectView {
  const { registration, ...rest } = view;
  const kept = registration !== undefined && isPublishable(registration) ? { registration } : {};
  return {
    ...rest,
    ...kept,
    records: view.records.filter(isPublishable),
    others: view.others.filter(isPublishable),
  };
}

export function publishableRecord(view: RecordPageView): RecordPageView | undefined {
  return isPublishable(view.record) ? view : undefined;
}
