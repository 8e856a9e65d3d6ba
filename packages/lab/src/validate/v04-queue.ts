import { queueModel } from '../models/queue-model.ts';
import { bySize, meanFigure, runFor, type Check } from './check.ts';

const ARRIVALS = 9;
const STAFF = 10;
/** Customers of a batch; batches are long enough to be nearly independent. */
const BATCH = 8000;

/** A queue with few officials against Erlang's formula. */
export const queueCheck: Check = {
  id: 'V4',
  title: { zh: '修复申请排队：与埃尔朗公式对照', en: 'Repair queue against Erlang C' },
  cannotTell: {
    zh: '实际申请是否随机到达、办理时间是否为指数分布，本项不能说明。',
    en: 'Whether requests come at random in life, or how long one takes.',
  },
  async run(effort) {
    const months = bySize(effort, 60, 400);
    const { series } = await runFor(queueModel, effort, { agents: BATCH, months });
    const settled = 1;
    const waited = series.waited.slice(settled).map((count) => count / BATCH);
    const wait = series.wait.slice(settled).map((sum) => sum / BATCH);
    const chance = erlangC(ARRIVALS, STAFF);
    return {
      kind: 'ran',
      figures: [
        {
          ...{ name: 'probability of waiting, by formula', found: chance, rule: 'near' },
          ...{ reference: 0.6687, within: 5e-5 },
        },
        meanFigure('probability of waiting, in the simulator', waited, chance),
        meanFigure('mean wait, in the simulator', wait, chance / (STAFF - ARRIVALS)),
      ],
    };
  },
};

/** The probability that all officials are busy, for a load in hours of work an hour. */
function erlangC(load: number, staff: number): number {
  let blocked = 1;
  for (let each = 1; each <= staff; each += 1) {
    blocked = (load * blocked) / (each + load * blocked);
  }
  return (staff * blocked) / (staff - load * (1 - blocked));
}
