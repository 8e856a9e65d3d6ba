import type { Edition } from '../edition/edition.ts';
import { isError, judgeEdition, type CheckOptions } from './check-edition.ts';
import type { Finding } from './finding.ts';

/** An edition of the Lab with everything the guards hold against it. */
export type LabEdition =
  | {
      readonly kind: 'opened';
      readonly edition: Edition;
      /** Breaches of guards and warnings; empty where nothing stands against it. */
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly [Finding, ...Finding[]] };

/**
 * Opens an edition for the Lab, where past regimes are run to measure their harm. It has to be
 * readable: whatever no guard names (a typo, a missing card, a wrong article) refuses it as it
 * refuses any edition. What a guard names is handed over beside it, to be shown before anything runs.
 *
 * Only editions of realm `lab` open here, and nothing that opens here can become law: the realm is
 * part of the hash and the journal's reader accepts `live` alone (guard N16).
 */
export function openLabEdition(
  files: ReadonlyMap<string, string>,
  options: CheckOptions = {},
): LabEdition {
  const { findings, made } = judgeEdition(files, options);
  const [first, ...others] = findings.filter(
    (finding) => isError(finding) && finding.guard === undefined,
  );
  if (first !== undefined) return { kind: 'refused', findings: [first, ...others] };
  if (made === undefined) throw new RangeError('An edition without faults of form was not made.');
  if (made.realm === 'lab') return { kind: 'opened', edition: made, findings };
  const place = [...files.keys()].find((file) => /(?:^|\/)edition\.yaml$/.test(file));
  return {
    kind: 'refused',
    findings: [
      {
        file: place ?? 'edition.yaml',
        line: 1,
        column: 1,
        code: 'realm',
        message: 'The Lab runs editions of its own realm only (N16).',
        found: made.realm,
        accepted: 'lab',
        repair: 'Check a live edition with checkEdition; copy it with realm: lab to try it.',
      },
    ],
  };
}
