import {
  createAdmission,
  createMetrics,
  createPortal,
  serve,
  watchEventLoop,
} from '@credence/portal';

import { licenceFile, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { day, openWorld } from '../support/world.ts';

// A whole portal over a small register, for whoever started this process to load. Readers come from
// many addresses, so that nobody is refused for asking too often; what is left is the gate.
const numbers = Array.from({ length: 60 }, (_, index) => index + 1);
const world = await openWorld({
  today: day('2026-11-20'),
  edition: 'cn-2026',
  files: [
    { name: 'r.csv', item: 'registration', text: registrationFile(numbers) },
    {
      name: 'p.csv',
      item: 'penalty',
      text: penaltyFile(
        numbers.map((of) => ({ of, number: `望市监罚〔2026〕${of}号`, decided: '2026-10-10' })),
      ),
    },
    {
      name: 'l.csv',
      item: 'licence',
      text: licenceFile([{ of: 1, number: 'L-1', decided: '2026-01-10', until: '2028-01-10' }]),
    },
  ],
});
const eventLoop = watchEventLoop();
const admission = createAdmission(
  { ordinary: 8, reading: 64, lagMs: 300, retryAfterSeconds: 2 },
  () => eventLoop.lagMs(),
);
const portal = createPortal({
  services: world.system.casework,
  registerName: { en: 'Wanglan Public Credit Register' },
  clock: world.system.clock,
  limit: { burst: 1e9, perSecond: 1e9, addresses: 10 },
  operations: { admission, metrics: createMetrics({ admission, eventLoop }) },
});
const found = await world.system.casework.searchSubjects(nameOf(1), { page: 1 });
const id = found.kind === 'found' ? found.view.results[0]?.id : undefined;
const served = await serve({ app: portal, port: 0, hostname: '127.0.0.1' });
if (served.kind !== 'listening' || id === undefined) throw new Error('Not ready.');
console.log(JSON.stringify({ url: served.url, id }));
