import { defineModel } from '../engine/define-model.ts';
import { ask } from './ask.ts';
import { countStocks, gradeAll, summarise } from './close-month.ts';
import { decide } from './decide.ts';
import { enter } from './enter.ts';
import { misfile } from './misfile.ts';
import { occasions } from './occasions.ts';
import { RATIO_CLASSES } from './record-state.ts';
import { serveQueues } from './serve-queues.ts';
import { settle } from './settle.ts';
import { spread } from './spread.ts';
import { suffer } from './suffer.ts';
import { visit } from './visit.ts';
import { measureComplaints, measurePressure, weigh } from './weigh.ts';
import { columns, draws, fields, parameters } from './world-kinds.ts';
import { observers } from './world-observers.ts';

/**
 * A society under a regime, month by month. Every rule of the regime comes as tables, every figure of
 * the society as data; what follows here is the order of a month.
 */
export const worldModel = defineModel({
  name: 'world',
  at: { module: import.meta.url, name: 'worldModel', folder: true },
  ...{ parameters, columns, fields, draws, observers },
  fieldLengths: ({ months }, agents) => ({
    // Filled by the run: the tables of society, conducts and regime.
    ...(Object.fromEntries(Object.keys(fields).map((name) => [name, 1])) as Record<
      keyof typeof fields,
      number
    >),
    ...{ pressure: 3, queueState: 4, disputeQueue: agents, repairQueue: agents },
    ...{ errorsFixedAfter: months + 1, errorsOpenSince: months + 1, lossRatio: RATIO_CLASSES },
  }),
  processes: [
    settle,
    ...[weigh, measurePressure, occasions, measureComplaints, visit, misfile],
    ...[decide, enter, spread, gradeAll, suffer, ask, serveQueues, countStocks, summarise],
  ],
});
