import { canonicalJson, sha256Hex } from '@credence/proof';

import type { RecordView, SubjectLine } from '../view/view.ts';

type Fingerprinted = Pick<
  RecordView,
  | 'id'
  | 'item'
  | 'heading'
  | 'document'
  | 'decidedOn'
  | 'authority'
  | 'provider'
  | 'service'
  | 'severity'
  | 'publicity'
  | 'facts'
>;

/**
 * What a public answer about a record says, as hex SHA-256 of canonical JSON (RFC 8785): the stated
 * fields, the class, and the first and last day. Words, articles and ways out are left out, since
 * they change with the day and the language while the record stays.
 */
export function recordFingerprint(record: Fingerprinted): string {
  const { id, item, heading, document, decidedOn, authority, provider, service } = record;
  const { publicity } = record;
  const days =
    publicity.kind === 'shown' || publicity.kind === 'valid'
      ? { begins: publicity.begins, ends: publicity.ends }
      : {};
  const said = {
    id,
    item: item.code,
    heading: heading.value,
    ...(document === undefined ? {} : { document }),
    decidedOn,
    ...(authority === undefined ? {} : { authority }),
    provider,
    service: { kind: service.kind, ...(service.on === undefined ? {} : { on: service.on }) },
    ...(record.severity === undefined ? {} : { severity: record.severity.code }),
    facts: record.facts.map(({ field, value }) => ({ field, value })),
    ...days,
  };
  return sha256Hex(canonicalJson(said));
}

/** The same of a public answer about a subject: who it is, and the fingerprints of its records. */
export function subjectFingerprint(
  subject: Pick<SubjectLine, 'id' | 'name' | 'kind' | 'identifiers'>,
  records: readonly Fingerprinted[],
): string {
  const { id, name, kind, identifiers } = subject;
  const said = {
    id,
    ...(name === undefined ? {} : { name }),
    kind,
    identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
    records: records.map(recordFingerprint).sort(),
  };
  return sha256Hex(canonicalJson(said));
}
