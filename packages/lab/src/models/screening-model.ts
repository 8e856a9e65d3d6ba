import { defineModel } from '../engine/define-model.ts';

/** One look at everybody: few are in breach, the look errs both ways, and who is seen is listed. */
export const screeningModel = defineModel({
  name: 'screening',
  at: { module: import.meta.url, name: 'screeningModel' },
  parameters: {
    prevalence: 0.01,
    /** Of the second group; the first has `prevalence`. */
    prevalenceOther: 0.01,
    sensitivity: 0.95,
    falsePositive: 0.01,
    /** Share of the first group. */
    share: 0.5,
    /** 1 calls the first group by the name of the second. */
    relabelled: 0,
  },
  columns: { group: 'bit', listed: 'bit' },
  draws: { group: 1, breach: 2, detection: 3 },
  observers: {
    breaches: 'count',
    rightly: 'count',
    wrongly: 'count',
    listedInZero: 'count',
    sizeOfZero: 'count',
  },
  processes: [
    {
      name: 'look',
      when: 'month',
      over: 'agents',
      draws: ['group', 'breach', 'detection'],
      run({ count, columns, draws, parameters, sums }) {
        const { prevalence, prevalenceOther, sensitivity, falsePositive } = parameters;
        for (let i = 0; i < count; i += 1) {
          const isFirst = (draws.group[i] ?? 0) < parameters.share;
          const isInBreach = (draws.breach[i] ?? 0) < (isFirst ? prevalence : prevalenceOther);
          const isListed = (draws.detection[i] ?? 0) < (isInBreach ? sensitivity : falsePositive);
          const label = isFirst === (parameters.relabelled === 1) ? 1 : 0;
          columns.group.set(i, label === 1);
          columns.listed.set(i, isListed);
          if (isInBreach) sums.breaches += 1;
          if (isListed && isInBreach) sums.rightly += 1;
          if (isListed && !isInBreach) sums.wrongly += 1;
          if (label === 0) sums.sizeOfZero += 1;
          if (label === 0 && isListed) sums.listedInZero += 1;
        }
      },
    },
  ],
});
