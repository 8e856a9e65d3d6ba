import type { CivilDate, Localised } from '@credence/domain';
import { z } from 'zod';

/** What every form of a manifest says. */
type Named = {
  /** Hash of the draft that was tried. */
  readonly draft: string;
  /** Hash of the report itself, as the cards it is about name it: `sha256-` and 64 digits. */
  readonly report: string;
  readonly madeOn: CivilDate;
};

/** A harm limit, and the interval in which the Lab found the figure it limits. */
export type LabLimit = {
  readonly measure: string;
  readonly title: Localised;
  readonly atMost: number;
  readonly found: LabInterval;
  /**
   * Where the rule above does not keep the limit itself, a draft is judged by what it adds to that rule.
   * Reports that were made before this was told have none.
   */
  readonly against?: {
    readonly title: Localised;
    readonly above: LabInterval;
    /** The measure whose difference it is: the limited one, or the number behind a share. */
    readonly by: string;
    /** What is counted and its unit, where the measure is not the limited one; not in older reports. */
    readonly counted?: Localised;
    readonly difference: LabInterval;
    /**
     * How much of it may be added and still count as nothing, and how sure that number is. Nothing may
     * be added where it is absent, as in all reports that were made before there was one.
     */
    readonly margin?: LabMargin;
  };
};

type LabMargin = {
  readonly atMost: number;
  readonly confidence: 'verified' | 'secondary' | 'unverified';
};

type LabInterval = { readonly value: number; readonly low: number; readonly high: number };

/** The first form: it says nothing of what was found. */
export type LabReportManifest1 = Named & { readonly schema: 'credence-lab-report/1' };

/** What a Lab report states of itself; its bytes are signed by whoever made it. */
export type LabReportManifest = Named & {
  readonly schema: 'credence-lab-report/2';
  /** Not promulgable where a harm limit was passed or may have been, whatever the benefit. */
  readonly verdict: 'promulgable' | 'not-promulgable';
  /** Limits that were passed: the whole interval lies beyond. */
  readonly beyond: readonly LabLimit[];
  /** Limits that lie within the interval: not decided by so many runs. */
  readonly undecided: readonly LabLimit[];
  /** Limits that the rule above does not keep itself, and to whose harm the draft adds no more than the margin. */
  readonly inherited?: readonly LabLimit[];
  /** Titles of lists of the draft that were not tried: nobody was or could be entered on them. */
  readonly untried?: readonly Localised[];
};

type Signed<Manifest> = {
  readonly manifest: Manifest;
  readonly keyId: string;
  /** Base64url, over the canonical JSON of the manifest. */
  readonly signature: string;
};

/** The form of `edition-report@2`: a signed Lab report with its verdict. */
export type EditionReportPayload = Signed<LabReportManifest>;

/** A report as a draft has it, of either form: entries of the first stay as they were written. */
export type EditionReport = EditionReportPayload | Signed<LabReportManifest1>;

/** What must not happen at all leaves nothing to be added; else a margin is a part of its limit. */
function keepsMargin({ measure, atMost, against }: LabLimit): boolean {
  if (against?.margin === undefined) return true;
  if (measure === 'guard-breaches' || atMost <= 0) return false;
  return against.by !== measure || against.margin.atMost < atMost;
}

/** Whether a draft was shown to add no more than it may. */
function addsNoMore({ against }: LabLimit): boolean {
  return against !== undefined && against.difference.high <= (against.margin?.atMost ?? 0);
}

/** Whether, where there is a margin, the draft was shown to add more. */
function addsMore({ against }: LabLimit): boolean {
  return against?.margin === undefined || against.difference.low > against.margin.atMost;
}

const named = {
  draft: z.string().regex(/^[0-9a-f]{64}$/),
  report: z.string().regex(/^sha256-[0-9a-f]{64}$/),
  madeOn: z.string(),
};
const title = z.strictObject({ zh: z.string(), en: z.string() });
const interval = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
const margin = z.strictObject({
  atMost: z.number().positive(),
  confidence: z.enum(['verified', 'secondary', 'unverified']),
});
const limit = z
  .strictObject({
    ...{ measure: z.string(), title, atMost: z.number(), found: interval },
    against: z
      .strictObject({
        ...{ title, above: interval, by: z.string(), difference: interval },
        counted: title.exactOptional(),
        margin: margin.exactOptional(),
      })
      .exactOptional(),
  })
  .refine(keepsMargin);
const limits = z.array(limit);
const signature = { keyId: z.string(), signature: z.string() };

const first = z.strictObject({
  manifest: z.strictObject({ schema: z.literal('credence-lab-report/1'), ...named }),
  ...signature,
});

const second = z.strictObject({
  manifest: z
    .strictObject({
      schema: z.literal('credence-lab-report/2'),
      ...named,
      verdict: z.enum(['promulgable', 'not-promulgable']),
      beyond: z.array(limit.refine(addsMore)),
      undecided: limits,
      // With another rule in hand, and no end of the difference beyond what may be added.
      inherited: z.array(limit.refine(addsNoMore)).optional(),
      untried: z.array(title).optional(),
    })
    // Whoever signs cannot say the one and mean the other.
    .refine(
      ({ verdict, beyond, undecided, untried = [] }) =>
        (verdict === 'promulgable') === (beyond.length + undecided.length + untried.length === 0),
    ),
  ...signature,
});

/** Reads `edition-report@2`. */
export function isEditionReport(payload: unknown): payload is EditionReportPayload {
  return second.safeParse(payload).success;
}

/** Reads `edition-report@1`, of which journals hold some and none is written any more. */
export function isEditionReport1(payload: unknown): payload is Signed<LabReportManifest1> {
  return first.safeParse(payload).success;
}
