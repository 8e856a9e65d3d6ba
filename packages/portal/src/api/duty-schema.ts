import { z } from '@hono/zod-openapi';

/** What an organisation reports of itself as the API answers it, made of the shapes that every answer shares. */
export function dutyReportSchema<
  Basis extends z.ZodType,
  Day extends z.ZodType,
  Localised extends z.ZodType,
  Sum extends z.ZodType,
>(shared: {
  readonly basis: Basis;
  readonly civilDate: Day;
  readonly localised: Localised;
  readonly money: Sum;
}) {
  const { basis, civilDate, localised, money } = shared;
  return z
    .object({
      duty: z.string(),
      title: localised,
      filings: z.array(
        z.object({
          key: z.string(),
          filedOn: civilDate.optional().openapi({ description: 'Only where it was in time.' }),
          fields: z.array(
            z.object({
              field: z.string(),
              title: localised,
              value: z.union([z.string(), z.number(), z.boolean(), money]),
            }),
          ),
        }),
      ),
      basis: z.array(basis),
    })
    .openapi('Report', {
      description: 'What the organisation reports of itself, as its duty asks.',
    });
}
