import type { CivilDate, JsonValue, Localised } from '@credence/domain';
import { z } from 'zod';

const localised = z.object({ zh: z.string().optional(), en: z.string().optional() });

/** What a text says of itself before any card. */
interface EditionFrame {
  readonly edition: {
    readonly edition: string;
    readonly title: Localised;
    readonly territory: string;
    readonly 'in-force': { readonly from: CivilDate };
  };
}

const frame = z.object({
  edition: z.object({
    edition: z.string(),
    title: localised,
    territory: z.string(),
    'in-force': z.object({ from: z.string() }),
  }),
});

function isFrame(json: unknown): json is EditionFrame {
  return frame.safeParse(json).success;
}

/** The frame of a text that passed every check when it was proposed, without opening it whole. */
export function frameIn(json: JsonValue): EditionFrame['edition'] | undefined {
  return isFrame(json) ? json.edition : undefined;
}

/** The code a text gives itself; a dash where it gives none. */
export function codeIn(json: JsonValue): string {
  const named = z.object({ edition: z.object({ edition: z.string() }) }).safeParse(json);
  return named.data?.edition.edition ?? '—';
}
