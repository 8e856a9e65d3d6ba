import { problem, type JsonValue, type Problem } from '@credence/domain';
import { z } from 'zod';

import type { LabReportManifest } from '../entry/lab-report-payload.ts';

/** Something in a Lab report does not belong to the draft, or to a key that is listed. */
export function reportProblem(found: string): Problem {
  return problem('lab-report-refused', { found });
}

const ofAnyForm = z.looseObject({ manifest: z.looseObject({ schema: z.string() }) });

/** A text that is no signed manifest of the form in use. */
export function formProblem(signed: JsonValue): Problem {
  const wanted = 'manifest (credence-lab-report/2), keyId, signature';
  const read = ofAnyForm.safeParse(signed);
  return reportProblem(read.success ? `${read.data.manifest.schema}: ${wanted}` : wanted);
}

/** Every limit that was passed, or not shown to be kept: the interval that was found, and the limit. */
export function harmProblem({
  draft,
  beyond,
  undecided,
  untried = [],
}: LabReportManifest): Problem {
  const digits = (figure: number): string => String(Number(figure.toPrecision(4)));
  const passed = [...beyond, ...undecided].map(({ measure, atMost, found, against }) => {
    const { low, high } = against?.difference ?? found;
    // Against the rule above it is what the draft adds, and the margin, or nothing, is what it may add.
    const limit =
      against === undefined ? digits(atMost) : `+${digits(against.margin?.atMost ?? 0)}`;
    const by = against === undefined || against.by === measure ? '' : ` (${against.by})`;
    return `${measure}${by} [${digits(low)}, ${digits(high)}] / ${limit}`;
  });
  return problem('lab-report-beyond-limits', {
    draft: draft.slice(0, 16),
    beyond: [
      ...passed,
      ...untried.map(({ zh, en }) => `${zh ?? en ?? ''}: 未试算 (not tried)`),
    ].join('; '),
  });
}
