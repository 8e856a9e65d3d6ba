import type { Command } from 'commander';

import type { Run, ServeOptions } from '../operations/serve-register.ts';
import type { Context } from './context.ts';
import { demoDefaults } from './demo.ts';

/** `credence serve`: the portal, until it is told to stop. */
export function addServeCommand(program: Command, context: Context, run: Run): void {
  program
    .command('serve')
    .description('serve the portal and the API')
    .option('--demo', 'fill an empty data folder with the demo city first')
    .option(
      '--demo-organisations <number>',
      'size of the demo city',
      String(demoDefaults.organisations),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (options: ServeOptions) => {
      // The portal takes a third of a second to load, and no other command needs it.
      const { serveRegister } = await import('../operations/serve-register.ts');
      await serveRegister(context, options, run);
    });
}
