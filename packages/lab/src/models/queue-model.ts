import { defineModel } from '../engine/define-model.ts';

/** Requests for repair come at random and wait for the first of a few officials to be free. */
export const queueModel = defineModel({
  name: 'queue',
  at: { module: import.meta.url, name: 'queueModel' },
  parameters: { arrivals: 9, service: 1, staff: 10 },
  columns: { wait: 'f64' },
  fields: {
    /** When each official is free again. */
    free: 'f64',
    /** The clock, kept from month to month. */
    now: 'f64',
  },
  fieldLengths: ({ staff }) => ({ free: staff, now: 1 }),
  draws: { arrival: 1, service: 2 },
  observers: { waited: 'count', wait: 'sum' },
  processes: [
    {
      name: 'serve',
      when: 'month',
      over: 'everyone',
      run({ count, columns, fields, parameters, stream, sums }) {
        const { free, now } = fields;
        const arrivals = stream('arrival');
        const services = stream('service');
        for (let i = 0; i < count; i += 1) {
          const arrived = (now[0] ?? 0) - Math.log(arrivals.ratio()) / parameters.arrivals;
          const takes = -Math.log(services.ratio()) / parameters.service;
          let first = 0;
          for (let each = 1; each < free.length; each += 1) {
            if ((free[each] ?? 0) < (free[first] ?? 0)) first = each;
          }
          const served = Math.max(arrived, free[first] ?? 0);
          now[0] = arrived;
          free[first] = served + takes;
          columns.wait[i] = served - arrived;
          if (served > arrived) sums.waited += 1;
          sums.wait += served - arrived;
        }
      },
    },
  ],
});
