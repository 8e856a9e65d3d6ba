export { defineModel, LabError } from './engine/define-model.ts';
export type { BitColumn, ColumnType } from './engine/column.ts';
export type { EventProcess, Kinds, Model, Process, Slice, Stream, Whole } from './engine/model.ts';
export {
  runModel,
  type RunCancelled,
  type RunOptions,
  type RunResult,
} from './engine/run-model.ts';
export { writeResult } from './engine/write-result.ts';
export { runWorld, type WorldPlan, type WorldResult } from './world/run-world.ts';
