import { screeningModel } from '../models/screening-model.ts';
import { bySize, runFor, shareFigure, type Check, type Figure } from './check.ts';

const REGISTERED = 50_000_000;
const cases = [
  { prevalence: 0.01, sensitivity: 0.95, falsePositive: 0.01, ppv: 0.49, wrongly: 495_000 },
  { prevalence: 0.001, sensitivity: 0.99, falsePositive: 0.001, ppv: 0.498, wrongly: 49_950 },
  { prevalence: 0.02, sensitivity: 0.9, falsePositive: 0.02, ppv: 0.479, wrongly: 980_000 },
] as const;

/** How many of those listed are in breach, and how many are not. */
export const screeningCheck: Check = {
  id: 'V2',
  title: {
    zh: '列入名单者中确有违法者的比例与错列数量',
    en: 'Share of the listed who are in breach, and wrongful listings',
  },
  cannotTell: {
    zh: '现实中的差错率是多少，本项不能说明。',
    en: 'What the error rates are in life.',
  },
  async run(effort) {
    const agents = bySize(effort, 200_000, 2_000_000);
    const figures: Figure[] = [];
    for (const [index, { ppv, wrongly, ...parameters }] of cases.entries()) {
      const { prevalence, sensitivity, falsePositive } = parameters;
      const right = prevalence * sensitivity;
      const wrong = (1 - prevalence) * falsePositive;
      const name = `case ${index + 1}`;
      const closed = right / (right + wrong);
      figures.push(
        {
          name: `${name}, PPV by formula`,
          found: closed,
          reference: ppv,
          within: 5e-4,
          rule: 'near',
        },
        {
          ...{ name: `${name}, wrongful listings per 50 M by formula`, rule: 'near', within: 0.5 },
          ...{ found: wrong * REGISTERED, reference: wrongly },
        },
      );
      const { series } = await runFor(screeningModel, effort, {
        ...{ agents, months: 1, replicate: index },
        parameters: { ...parameters, prevalenceOther: prevalence },
      });
      const [rightly = 0, listedWrongly = 0] = [series.rightly[0], series.wrongly[0]];
      const listed = rightly + listedWrongly;
      figures.push(
        shareFigure(`${name}, PPV in the simulator`, rightly, listed, closed),
        shareFigure(`${name}, share listed wrongly`, listedWrongly, agents, wrong),
      );
    }
    return { kind: 'ran', figures };
  },
};
