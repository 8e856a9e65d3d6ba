import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { caseDocuments, type CaseDocument, type LetterLanguage } from '@credence/casework';
import { Option, type Command } from 'commander';

import { line } from '../terminal.ts';
import { inOffice, notFound, officeOf, refusalOf, type Office } from './case-office.ts';
import type { Context } from './context.ts';

interface LetterOptions extends Office {
  readonly document: CaseDocument;
  readonly to: string;
  readonly language: LetterLanguage;
  readonly other?: boolean;
}

/** `credence case letter`: a paper of a case as a PDF, to be signed, stamped and served. */
export function addLetterCommand(command: Command, context: Context): void {
  inOffice(command.command('letter').description('write a paper of a case as a PDF'))
    .argument('<case>', 'its id')
    .addOption(
      new Option('--document <name>', 'which paper').choices(caseDocuments).makeOptionMandatory(),
    )
    .requiredOption('--to <file>', 'where to put the PDF; an older file is replaced')
    .addOption(
      new Option('--language <language>', 'in which language')
        .choices(['zh', 'en', 'both'])
        .default('zh'),
    )
    .option('--other', 'of a case about who is who: the copy of the other organisation')
    .action((caseId: string, options: LetterOptions) =>
      context.withSystem(async ({ casework }) => {
        const { document, language, to, other } = options;
        const { terminal } = context;
        const written = await casework.writeLetter(officeOf(options), {
          ...{ caseId, document, language },
          ...(other === true ? { to: 'other-subject' } : {}),
        });
        if (written.kind === 'not-found') throw notFound(caseId);
        if (written.kind === 'refused') throw refusalOf(terminal, written.problems);
        writeFileSync(resolve(terminal.cwd, to), written.bytes, { mode: 0o600 });
        const { number } = written.letter;
        line(terminal, `${to}  ${number}  ${String(written.bytes.length)} B`);
      }),
    );
}
