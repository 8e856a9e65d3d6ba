import { z } from 'zod';

import { figure, readData, tableMarks } from './read-data.ts';
import { figureIds, type FigureId } from './figure-ids.ts';

const told = figure.extend({ says: z.string().min(1) });
const shape = Object.fromEntries(figureIds.map((id) => [id, told]));
const world = z.strictObject({ figures: z.strictObject(shape as Record<FigureId, typeof told>) });

const loss = z.strictObject({
  weight: z.number().min(0),
  attempts: z.number().min(0),
  ...tableMarks,
});
const losses = z.strictObject({
  burdens: z.strictObject({ values: z.array(z.number().min(0).max(1)).length(6), ...tableMarks }),
  touches: z.record(z.string(), loss),
});

/** What a measure takes from the one it falls on, by burden and by what it touches. */
export type Losses = z.output<typeof losses>;

/** Figures of the world that are neither law nor practice, by id. */
export async function readWorldFigures(): Promise<Readonly<Record<FigureId, number>>> {
  const { figures } = await readData('world', world);
  return Object.fromEntries(figureIds.map((id) => [id, figures[id].value])) as Record<
    FigureId,
    number
  >;
}

/** `society/losses.yaml`. */
export async function readLosses(): Promise<Losses> {
  return readData('losses', losses);
}
