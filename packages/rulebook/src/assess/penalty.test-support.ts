import { civilDate, type PublicCreditRecord, type Service } from '@credence/domain';

import type { Edition } from '../edition/edition.ts';
import { goodEdition, goodSuccessor } from '../good-edition.test-support.ts';
import { checkEdition } from '../load/check-edition.ts';
import { formatFinding } from '../load/finding.ts';
import type { TraceNode } from '../trace/trace.ts';
import { assessRecord } from './assess-record.ts';
import type { RecordAssessment, WayOut } from './assessment.ts';

/** One text of one file of the good edition, and what stands there instead. */
export type Edit = readonly [file: string, find: string, replace: string];

/** The good edition with some edits. */
export function editionWith(...edits: readonly Edit[]): Edition {
  const files = goodEdition();
  for (const [file, find, replace] of edits) {
    const text = files.get(file) ?? '';
    if (!text.includes(find)) throw new RangeError(`${file} does not contain ${find}.`);
    files.set(file, text.replace(find, replace));
  }
  const outcome = checkEdition(files);
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

/** The file of the item that penalties are. */
export const item = 'items/administrative_penalty.yaml';
/** The good edition as it stands. */
export const edition = editionWith();

/** The edition that follows it. */
export function successor(): Edition {
  const outcome = checkEdition(goodSuccessor(), { predecessor: edition });
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
}

const served: Service = { kind: 'shown', on: civilDate('2025-01-20'), mode: 'registered_letter' };

/** A fine decided on 15 January 2025 under the ordinary procedure and served five days later. */
export function penalty(overrides: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return {
    recordId: '01937b5e-0000-7000-8000-000000000001',
    item: 'administrative_penalty',
    edition: 'demo-2023',
    takenInOn: civilDate('2025-01-22'),
    batchId: 'b1',
    row: 2,
    subject: {
      name: '望澜市澜江机电设备制造有限公司',
      kind: 'organisation',
      identifiers: [{ scheme: 'register_number', value: '1' }],
    },
    provider: { code: 'market_office', name: '望澜市市场监督管理局' },
    document: { number: '望市监罚〔2025〕7号' },
    decidedOn: civilDate('2025-01-15'),
    service: served,
    facts: { procedure: 'ordinary', kinds: ['fine'], violation_type: '使用未经定期检验的起重机械' },
    ...overrides,
  };
}

/** What the law makes of a penalty on a day. */
export function on(day: string, record = penalty(), law = edition): RecordAssessment {
  return assessRecord(law, record, civilDate(day));
}

/** The first node of a trace that asks a question. */
export function find(node: TraceNode, question: string): TraceNode | undefined {
  if (node.question === question) return node;
  return node.children.map((child) => find(child, question)).find((found) => found !== undefined);
}

/** One way out of a penalty on a day. */
export function way(
  kind: WayOut['kind'],
  day: string,
  record = penalty(),
  law = edition,
): WayOut | undefined {
  return on(day, record, law).waysOut.find((candidate) => candidate.kind === kind);
}
