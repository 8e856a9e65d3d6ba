import { createPortal } from './create-portal.tsx';
import {
  city,
  englishCity,
  fixtureServices,
  type FixtureWorld,
} from './fixture-services.test-support.ts';
import { timepoint } from './fixture-rulebook.test-support.ts';
import { serve } from './http/serve.ts';

/** A portal over the fixture city, at a fixed moment and without limits. */
export function fixturePortal(world: FixtureWorld = city) {
  return createPortal({
    services: fixtureServices(world),
    registerName:
      world === city
        ? { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' }
        : { en: 'San Francisco Food Safety Register' },
    clock: () => timepoint,
    limit: { burst: 100_000, perSecond: 100_000, addresses: 10 },
  });
}

/** Serves a fixture city on a free port, to look at its pages in a browser. */
export async function serveFixture(world: FixtureWorld = city, port = 0) {
  const outcome = await serve({ app: fixturePortal(world), port, hostname: '127.0.0.1' });
  if (outcome.kind !== 'listening') throw new Error(`Port ${String(port)} is taken.`);
  return outcome;
}

if (process.argv[1]?.endsWith('fixture-portal.test-support.ts') === true) {
  const port = Number(process.argv[2] ?? '8090');
  const { url } = await serveFixture(process.argv[3] === 'english' ? englishCity : city, port);
  console.log(url);
}
