import { drawModel } from '../models/draw-model.ts';
import { bySize, runFor, shareFigure, type Check } from './check.ts';

const RATE = 0.052;
const YEARS = 10;

/** Whom ten draws of about one in twenty have never met. */
export const neverDrawnCheck: Check = {
  id: 'V11',
  title: { zh: '多年抽查仍从未被抽中的比例', en: 'Never drawn in ten yearly draws' },
  cannotTell: {
    zh: '各地是否真按随机方式抽取，本项不能说明。',
    en: 'Whether a draw in life is random.',
  },
  async run(effort) {
    const agents = bySize(effort, 100_000, 1_000_000);
    const parameters = { rate: RATE };
    const { series } = await runFor(drawModel, effort, { agents, months: YEARS, parameters });
    const expected = (1 - RATE) ** YEARS;
    return {
      kind: 'ran',
      figures: [
        {
          ...{ name: 'never drawn in 10 years, by formula', rule: 'near' },
          ...{ found: expected, reference: 0.586, within: 5e-4 },
        },
        shareFigure('never drawn in 10 years', series.never.at(-1) ?? 0, agents, expected),
      ],
    };
  },
};
