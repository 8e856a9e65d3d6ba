import { Option, type Command } from 'commander';

import { startProgress } from '../progress.ts';
import { line } from '../terminal.ts';
import type { Context } from './context.ts';

/** `credence publish`: the files for download, cut at one moment. */
export function addPublishCommand(program: Command, context: Context): void {
  program
    .command('publish')
    .description('write the files for download, all cut at one moment, and remove the old ones')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async (options: { format: string }) => {
      const { terminal } = context;
      await context.withSystem(async ({ casework }) => {
        const progress = startProgress(terminal, terminal.language === 'zh' ? '主体' : 'subjects');
        const outcome = await casework.publishDownloads((done) => progress.advance(done));
        progress.end();
        await casework.keepDownloads();
        const { kind, manifests } = outcome;
        if (options.format === 'json') {
          line(terminal, JSON.stringify({ kind, manifests }));
          return;
        }
        for (const { dataset, rows, files, day } of manifests) {
          const sizes = files.map(({ format, bytes }) => `${format} ${String(bytes)}`).join('  ');
          line(terminal, `${day}  ${dataset}  ${String(rows)}  ${sizes}`);
        }
      });
    });
}
