import type { Localised } from '@credence/domain';
import { z } from 'zod';

import { cardId, localised } from '../card/vocabulary.ts';
import { applyPatch, type Edit } from '../compare/patch.ts';
import type { Edition, EditionDocument } from '../edition/edition.ts';
import type { Finding } from './finding.ts';
import type { Places } from './place.ts';
import { readYaml } from './read-yaml.ts';

/** A reform: a few edits over an edition, written as one file. */
export interface Reform {
  readonly code: string;
  readonly title: Localised;
  /** Code of the edition it edits. */
  readonly of: string;
  readonly edits: readonly Edit[];
}

/** A reform made on an edition's document, or what keeps it from being made. */
export type Reformed =
  | { readonly kind: 'reformed'; readonly reform: Reform; readonly document: EditionDocument }
  | { readonly kind: 'refused'; readonly findings: readonly [Finding, ...Finding[]] };

const place = z.string().min(1);
const reformFile = z.strictObject({
  reform: cardId,
  title: localised,
  of: cardId,
  edits: z
    .array(
      z.union([
        z.strictObject({ set: place, to: z.json() }),
        z.strictObject({ remove: place }),
        z.strictObject({ add: place, card: z.record(z.string(), z.json()) }),
        z.strictObject({ withdraw: place }),
      ]),
    )
    .min(1),
});

const ACCEPTED =
  'reform, title, of, and edits: {set: kind:id/key, to: value}, {remove: kind:id/key}, ' +
  '{add: kind:id, card: {...}} or {withdraw: kind:id}';

/**
 * Reads a reform file and makes its edits on an edition. A place that does not exist is refused at
 * its line, with the nearest place that does. The outcome is a document that nobody has checked: it
 * is opened like any edition before it means anything.
 */
export function reformDocument(
  edition: Pick<Edition, 'code' | 'document'>,
  file: string,
  text: string,
): Reformed {
  const { data, findings, places } = readYaml(file, text);
  const [first, ...others] = findings;
  if (first !== undefined) return { kind: 'refused', findings: [first, ...others] };
  const parsed = reformFile.safeParse(data);
  if (!parsed.success) return refusedForm(file, places, parsed.error.issues);
  const { reform: code, title, of, edits } = parsed.data;
  if (of !== edition.code) {
    return {
      kind: 'refused',
      findings: [
        {
          file,
          ...places.value(['of']),
          code: 'succession',
          message: 'The reform edits another edition.',
          found: of,
          accepted: edition.code,
        },
      ],
    };
  }
  const reform = { code, title, of, edits: edits.map(editOf) };
  const outcome = applyPatch(edition.document, reform.edits);
  if (outcome.kind === 'applied') return { kind: 'reformed', reform, document: outcome.document };
  const [fault, ...rest] = outcome.faults.map(({ edit, message, found, accepted }): Finding => ({
    file,
    ...places.value(['edits', edit, keyOf(edits[edit] ?? {})]),
    code: 'card-unknown',
    message,
    found,
    ...(accepted === undefined ? {} : { accepted }),
  }));
  if (fault === undefined) throw new RangeError('A reform was refused without a fault.');
  return { kind: 'refused', findings: [fault, ...rest] };
}

type FileEdit = z.output<typeof reformFile>['edits'][number];

function editOf(edit: FileEdit): Edit {
  if ('set' in edit) return { kind: 'set', place: edit.set, to: edit.to };
  if ('remove' in edit) return { kind: 'remove', place: edit.remove };
  if ('add' in edit) return { kind: 'add', card: edit.add, data: edit.card };
  return { kind: 'withdraw', card: edit.withdraw };
}

function keyOf(edit: object): string {
  return ['set', 'remove', 'add', 'withdraw'].find((key) => key in edit) ?? 'set';
}

function refusedForm(
  file: string,
  places: Places,
  issues: readonly z.core.$ZodIssue[],
): Extract<Reformed, { kind: 'refused' }> {
  const [first, ...others] = issues.map((issue): Finding => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return {
      file,
      ...places.value(path),
      code: 'value-wrong',
      message: `${path.join('.') || 'The file'}: ${issue.message}`,
      accepted: ACCEPTED,
    };
  });
  if (first === undefined) throw new RangeError('A reform was refused without an issue.');
  return { kind: 'refused', findings: [first, ...others] };
}
