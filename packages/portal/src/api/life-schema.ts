import { lifeEventKinds, lifeForms, successionMatters } from '@credence/domain';
import { z } from '@hono/zod-openapi';

const text = z.string();

/** The life of an organisation as the API answers it, built of the parts that every answer shares. */
export function lifeSchemas<
  Basis extends z.ZodType,
  Day extends z.ZodType,
  Localised extends z.ZodType,
  Shown extends z.ZodType,
>(parts: {
  readonly basis: Basis;
  readonly civilDate: Day;
  readonly localised: Localised;
  readonly record: Shown;
}) {
  const { basis, civilDate, localised, record } = parts;
  const party = z
    .object({ name: text, code: text.optional(), url: text.optional() })
    .openapi('LifeParty', { description: 'An organisation that takes part in an event.' });
  const dated = z.object({
    value: text,
    from: civilDate.optional(),
    until: civilDate.optional(),
  });
  const event = eventSchema({ basis, civilDate, localised, party });
  return {
    life: z
      .object({
        status: z.enum([
          'in_operation',
          'dormant',
          'reorganising',
          'merged',
          'divided',
          'deregistered',
        ]),
        since: civilDate.optional(),
        until: civilDate.optional(),
        names: z.array(dated),
        codes: z.array(dated),
        events: z.array(event),
      })
      .openapi('Life', {
        description:
          'What the organisation is on the day, and what happened to it, the latest first.',
      }),
    inherited: z
      .object({
        predecessor: party,
        event: text,
        since: civilDate,
        basis: z.array(basis),
        records: z.array(record),
      })
      .openapi('Inherited', {
        description:
          'Records of a predecessor that the law lets pass. They are not counted among those of the organisation.',
      }),
  };
}

function eventSchema<
  Basis extends z.ZodType,
  Day extends z.ZodType,
  Localised extends z.ZodType,
  Party extends z.ZodType,
>(parts: {
  readonly basis: Basis;
  readonly civilDate: Day;
  readonly localised: Localised;
  readonly party: Party;
}) {
  const { basis, civilDate, localised, party } = parts;
  return z
    .object({
      id: text,
      event: z.enum(lifeEventKinds),
      effectiveOn: civilDate,
      until: civilDate.optional(),
      form: z.enum(lifeForms).optional(),
      before: text.optional(),
      after: text.optional(),
      document: text.optional(),
      authority: localised,
      predecessor: party.optional(),
      successors: z.array(party),
      goes: z.array(
        z.object({
          what: z.enum(successionMatters),
          goes: z.enum(['stays', 'passes']),
          basis: z.array(basis),
        }),
      ),
      basis: z.array(basis),
      disputedSince: civilDate.optional(),
    })
    .openapi('LifeEvent', { description: 'An event in the life of the organisation.' });
}
