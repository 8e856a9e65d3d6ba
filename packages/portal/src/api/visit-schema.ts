import { z } from '@hono/zod-openapi';

/** Results of visits as the API answers them, made of the shapes that every answer shares. */
export function visitSchema<
  Day extends z.ZodType<string>,
  Words extends z.ZodType<{ zh?: string | undefined; en?: string | undefined }>,
>(shared: { readonly civilDate: Day; readonly localised: Words }) {
  const { civilDate, localised } = shared;
  return z
    .object({
      list: z.string().openapi({ description: 'Id of the checklist card.' }),
      checklist: localised,
      agency: z.string(),
      draw: z.string().optional().openapi({ description: 'Absent where it was picked by hand.' }),
      joined: z
        .array(z.string())
        .optional()
        .openapi({ description: 'Later draws that the same visit answers for.' }),
      visitedOn: civilDate,
      result: z.enum(['clear', 'corrected', 'passed-on']),
      shownUntil: civilDate.openapi({ description: 'First day without it.' }),
    })
    .openapi('VisitResult', {
      description: 'What one checklist of an inspection came to; it is no record and no penalty.',
    });
}
