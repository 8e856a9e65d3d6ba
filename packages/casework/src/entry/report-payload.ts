import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
const localised = z
  .strictObject({ zh: z.string().exactOptional(), en: z.string().exactOptional() })
  .readonly();

const report = z
  .strictObject({
    reportId: z.string(),
    /** By which anyone asks whether it is genuine: twenty hexadecimal digits. */
    code: z.string().regex(/^[0-9A-F]{20}$/),
    on: day,
    /** First day of the period. */
    from: day,
    subject: z.strictObject({ name: z.string().optional(), code: z.string() }).readonly(),
    edition: z.string(),
    /** What was looked at: who supplies it, and when that office last did. */
    sources: z.array(
      z.strictObject({ title: localised, agency: localised, lastOn: day.optional() }).readonly(),
    ),
    /** Which offices asked about it within the period. */
    readers: z.array(
      z.strictObject({ agency: localised, purpose: z.string(), lastOn: day }).readonly(),
    ),
  })
  .readonly();

/** The form of `no-records@1`: a report that nothing stands in the listed sources, in the subject's home. */
export type ReportPayload = z.output<typeof report>;

const place = z.strictObject({ reportId: z.string(), home: z.string() }).readonly();

export const reportKind = 'no-records@1';
/** In a home that follows from the code: where the report lies. */
export const reportPlaceKind = 'no-records-place@1';

export function reportStream(reportId: string): string {
  return `report/${reportId}`;
}

export function isReport(payload: unknown): payload is ReportPayload {
  return report.safeParse(payload).success;
}

/** The form of `no-records-place@1`. */
export function isReportPlace(payload: unknown): payload is z.output<typeof place> {
  return place.safeParse(payload).success;
}
