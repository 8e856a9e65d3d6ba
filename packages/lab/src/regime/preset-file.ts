import { z } from 'zod';

const text = z.string().trim().min(1);
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/, 'an id: lower-case words joined by hyphens');
const localised = z.strictObject({ zh: text, en: text });
const confidence = z.enum(['verified', 'secondary', 'unverified']);
const marked = { confidence, source: text.exactOptional() };
const place = z.string().min(1);

const fact = z.union([z.string(), z.boolean(), z.array(z.string())]);

/** What a finding of a conduct is recorded as, from an amount on; the highest amount reached holds. */
const recordRow = z.strictObject({
  'at-least': z.number().min(0).exactOptional(),
  /** Item of the edition; absent in a regime without an edition, where a finding is only kept. */
  item: id.exactOptional(),
  facts: z.record(z.string(), fact).exactOptional(),
  /** Field of the item that holds the amount. */
  amount: id.exactOptional(),
  /** Entry of a scheme of points. */
  entry: id.exactOptional(),
  /** Ground of an entry, where its list has several. */
  ground: id.exactOptional(),
  ...marked,
});

const measure = z.strictObject({
  measure: id,
  title: localised,
  burden: z.int().min(0).max(5),
  touches: z.array(id).min(1),
  confidence,
  source: text,
});

const byGrade = <Value extends z.ZodType>(value: Value): z.ZodRecord<z.ZodString, Value> =>
  z.record(z.string(), value);

const grades = z.strictObject({
  /** `evaluation:personal-points`, `risk-class:cn.inspection`, `points:seashell`, or `steps`. */
  by: z.string().min(1),
  /** For steps: the codes, best first, and the number of records in the window from which each holds. */
  steps: z.array(z.strictObject({ step: id, 'from-records': z.int().min(0) })).exactOptional(),
  'window-months': z.int().min(1).exactOptional(),
  /** Where no card says it. */
  'every-months': z.int().min(1).exactOptional(),
  measures: byGrade(z.array(id)).exactOptional(),
  rewards: byGrade(z.number().min(0).max(1)).exactOptional(),
  ...marked,
});

const edit = z.union([
  z.strictObject({ set: place, to: z.json() }),
  z.strictObject({ remove: place }),
  z.strictObject({ add: place, card: z.record(z.string(), z.json()) }),
  z.strictObject({ withdraw: place }),
]);

/** A preset: a regime of the past, of today or of a draft, as data over an edition. */
export const presetFile = z.strictObject({
  preset: id,
  title: localised,
  says: localised,
  confidence,
  /** What is doubtful about it, for the table of presets. */
  doubtful: localised.exactOptional(),
  /** The preset this one differs from; everything it does not say is taken over. */
  over: id.exactOptional(),
  subjects: z
    .array(z.enum(['organisation', 'natural_person']))
    .min(1)
    .exactOptional(),
  edition: z
    .union([z.literal('none'), z.strictObject({ code: id, realm: z.enum(['lab', 'live']) })])
    .exactOptional(),
  /** The first day of the first month. */
  starts: z
    .string()
    .regex(/^\d{4}-\d{2}-01$/, 'the first day of a month, written YYYY-MM-01')
    .exactOptional(),
  patch: z.array(edit).exactOptional(),
  conducts: z.record(z.string(), z.array(recordRow)).exactOptional(),
  /** The lists that subjects of this society can come under; all that its records lead to unless said. */
  lists: z.array(id).exactOptional(),
  /** What officials weigh that no code says: amounts from which they propose an entry. */
  weighs: z
    .array(z.strictObject({ list: id, 'at-least': z.number().min(0), ...marked }))
    .exactOptional(),
  measures: z.array(measure).exactOptional(),
  /** Measures that an entry in a list carries in practice, beside those of its card. */
  'list-measures': z.record(z.string(), z.array(id)).exactOptional(),
  grades: z.union([z.literal('none'), grades]).exactOptional(),
  practice: z.record(z.string(), z.strictObject({ value: z.number(), ...marked })).exactOptional(),
});

/** @see {@link presetFile} */
export type PresetFile = z.output<typeof presetFile>;

/** @see {@link recordRow} */
export type PresetRow = z.output<typeof recordRow>;
