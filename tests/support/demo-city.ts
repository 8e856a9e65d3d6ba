import { copyTemplate } from './folder-template.ts';
import { startServer, type RunningServer } from './command.ts';

/** The day on which the city's register is looked at. */
export const cityDay = '2026-11-20';

const order = ['--demo', '--demo-organisations', '400'];
const packages = ['casework', 'cli', 'demo', 'domain', 'exchange', 'proof', 'rulebook', 'store'];

/**
 * Serves the demo city from a folder that does not exist yet. To fill one takes half a minute, so that
 * it is done once, by the same command; a first day with an empty folder is a journey of its own.
 */
export async function startDemoCity(
  environment: Readonly<Record<string, string>> & { readonly CREDENCE_DATA: string },
  atPort?: number,
): Promise<RunningServer> {
  await copyTemplate(
    {
      name: 'city',
      // Servers run from the built packages.
      sources: ['rulebooks', 'policies', 'packages/store/migrations'].concat(
        packages.map((name) => `packages/${name}/dist`),
      ),
      isSource: (file) => /\.(js|sql|yaml|cedar)$/.test(file) && !file.includes('test'),
      make: async (folder) => {
        const made = { CREDENCE_DATA: folder, CREDENCE_CLOCK: cityDay };
        await (await startServer(order, made)).stop();
      },
    },
    environment.CREDENCE_DATA,
  );
  return startServer(order, { CREDENCE_CLOCK: cityDay, ...environment }, atPort);
}
