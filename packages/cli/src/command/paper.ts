import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import {
  papersIn,
  type CaseAction,
  type Casework,
  type PaperGiven,
  type Principal,
  type ReceivePaperCommand,
} from '@credence/casework';
import type { Command } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import { inOffice, notFound, officeOf, refusalOf, type Office } from './case-office.ts';
import type { Context } from './context.ts';

/** Hands files over before the step that they belong to; one that is refused stops the step. */
export async function attachFiles(
  casework: Casework,
  terminal: Terminal,
  order: Office & {
    readonly attach: readonly string[];
    readonly about: ReceivePaperCommand['about'];
  },
): Promise<readonly PaperGiven[]> {
  const given: PaperGiven[] = [];
  for (const file of order.attach) {
    const opened = await openFile(resolve(terminal.cwd, file));
    try {
      const outcome = await casework.receivePaper({
        ...{ principal: officeOf(order), about: order.about },
        ...{ name: basename(file), bytes: opened.createReadStream({ autoClose: false }) },
      });
      if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problems);
      given.push({ id: outcome.paper.id });
    } finally {
      await opened.close();
    }
  }
  return given;
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefusal(`--attach: ${why}`, exits.wrongUse);
  }
}

/** `credence case paper`: a file of a case, as it is kept. */
export function addPaperCommand(parent: Command, context: Context): void {
  inOffice(parent.command('paper').description('write a file of a case beside you'))
    .argument('<case>', 'its id')
    .argument('<sha256>', 'its digest, as `credence case timeline` names it')
    .requiredOption('--to <file>', 'where to put it; an older file is not written over')
    .action(async (caseId: string, sha256: string, options: Office & { readonly to: string }) => {
      const { terminal } = context;
      await context.withSystem(async ({ casework }) => {
        const found = await casework.openPaper(officeOf(options), { caseId, sha256 });
        if (found.kind === 'not-found') throw notFound(`${caseId} ${sha256}`);
        if (found.kind === 'refused') throw refusalOf(terminal, found.problems);
        const path = resolve(terminal.cwd, options.to);
        const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
        try {
          await pipeline(Readable.from(found.bytes), target);
        } catch (error) {
          if (error !== target.errored) throw error;
          const why = error instanceof Error ? error.message : String(error);
          throw new CommandRefusal(`--to: ${why}`, exits.wrongUse);
        }
        line(terminal, `${found.paper.name}  ${String(found.paper.bytes)}  ${path}`);
      });
    });
}

/** Takes the digest of every file of a case again and holds it against what the acts say. */
export async function verifyPapers(
  casework: Casework,
  principal: Principal,
  { id, actions }: { readonly id: string; readonly actions: readonly CaseAction[] },
): Promise<void> {
  for (const { name, sha256 } of papersIn(actions)) {
    const opened = await casework.openPaper(principal, { caseId: id, sha256 });
    if (opened.kind !== 'opened') {
      throw new CommandRefusal(
        `${id}: the file ${name} (${sha256}) is not kept. Restore a backup.`,
      );
    }
    const digest = createHash('sha256');
    for await (const piece of opened.bytes) digest.update(piece);
    const found = digest.digest('hex');
    if (found === sha256) continue;
    throw new CommandRefusal(
      `${id}: the file ${name} was handed over as ${sha256} and is kept as ${found}. Restore a backup.`,
    );
  }
}
