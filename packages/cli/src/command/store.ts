import { resolve } from 'node:path';

import type { Command } from 'commander';

import { exits, line } from '../terminal.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';

/** The commands that keep the store in order: none of them decides about anyone. */
export function addStoreCommands(program: Command, context: Context, exit: Exit): void {
  addCareCommands(program, context, exit);
  addCopyCommands(program, context);
}

function addCareCommands(program: Command, context: Context, exit: Exit): void {
  const { terminal } = context;
  program
    .command('migrate')
    .description('bring the tables to this version')
    .action(async () => {
      await context.withSystem(async ({ store }) => {
        const applied = await store.admin.migrate();
        line(terminal, applied.length === 0 ? 'up to date' : applied.join('\n'));
      });
    });
  program
    .command('rebuild')
    .description('make every projection again from the journal and compare')
    .action(async () => {
      await context.withSystem(async ({ store }) => {
        const report = await store.admin.rebuild();
        for (const { table, rows, missing, surplus } of report.tables) {
          line(terminal, `${table}: ${rows} rows, ${missing} missing, ${surplus} surplus`);
        }
        for (const { table, home, kind, key } of report.differences) {
          line(terminal, `  ${kind} in ${table}: ${home} ${key.join(' ')}`);
        }
        line(terminal, report.equal ? 'equal' : 'the projections differed; they are right now');
        exit.with(report.equal ? exits.done : exits.refused);
      });
    });
  program
    .command('lint-schema')
    .description('hold the tables against the rules for distribution and row-level security')
    .action(async () => {
      await context.withSystem(async ({ store }) => {
        const findings = await store.admin.lintSchema();
        for (const finding of findings) line(terminal, JSON.stringify(finding));
        line(terminal, `${findings.length} findings`);
        exit.with(findings.length === 0 ? exits.done : exits.refused);
      });
    });
  program
    .command('erase')
    .description('erase every payload whose retention has ended')
    .action(async () => {
      await context.withSystem(async ({ store, casework }) => {
        const { zone } = await casework.clock();
        line(terminal, `erased: ${await store.admin.eraseDue(context.today(zone))}`);
      });
    });
}

function addCopyCommands(program: Command, context: Context): void {
  const { terminal } = context;
  program
    .command('backup')
    .description('write the journal into one file')
    .argument('<file>')
    .option('--erasures-only', 'only the list of erasures, to keep beside older backups')
    .action(async (file: string, options: { erasuresOnly?: true }) => {
      await context.withSystem(async ({ store }) => {
        const path = resolve(terminal.cwd, file);
        const report =
          options.erasuresOnly === true
            ? await store.admin.exportErasures(path)
            : await store.admin.backup(path);
        line(terminal, JSON.stringify(report));
      });
    });
  program
    .command('restore')
    .description('fill an empty store from a backup; erasures are replayed before it opens')
    .argument('<file>')
    .option('--erasures <files...>', 'later backups or lists of erasures')
    .action(async (file: string, options: { erasures?: readonly string[] }) => {
      await context.withSystem(async ({ store }) => {
        const report = await store.admin.restore({
          path: resolve(terminal.cwd, file),
          today: context.today('UTC'),
          ...(options.erasures === undefined
            ? {}
            : { erasures: options.erasures.map((each) => resolve(terminal.cwd, each)) }),
        });
        line(
          terminal,
          `entries: ${report.entries}, erased on the way: ${report.erasedNow}, ` +
            `projections of ${report.rebuild.homes} homes made`,
        );
      });
    });
}
