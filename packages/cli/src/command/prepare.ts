import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { PrepareOutcome } from '@credence/casework';
import { type JsonValue } from '@credence/domain';
import { editionToJson, formatFindingIn, type Edition } from '@credence/rulebook';
import type { Command } from 'commander';

import { checkFolder } from '../check-folder.ts';
import { shippedRulebooks } from '../rulebook-folder.ts';
import { CommandRefusal, line } from '../terminal.ts';
import type { Context } from './context.ts';
import { problemText } from './problem-text.ts';

interface Options {
  readonly by: string;
  readonly from: string;
}

/** `credence rulebook propose|attach-report|publish`: the steps before an edition is approved. */
export function addPrepareCommands(rulebook: Command, context: Context): void {
  const enter = (
    act: (
      casework: Parameters<Parameters<Context['withSystem']>[0]>[0]['casework'],
    ) => Promise<PrepareOutcome>,
  ): Promise<void> =>
    context.withSystem(async ({ casework }) => {
      tell(context, await act(casework));
    });
  rulebook
    .command('propose')
    .description('write an edition that adds to the law into the journal as a draft')
    .argument('<edition>', 'code of the edition')
    .requiredOption('--by <official>', 'who proposes it')
    .option('--from <folder>', 'folder of editions', shippedRulebooks)
    .action((code: string, options: Options) => {
      const edition = read(context, code, options.from);
      const json = editionToJson(edition);
      return enter((casework) => casework.proposeEdition(json, actor(options.by, edition)));
    });
  rulebook
    .command('attach-report')
    .description('attach a signed Lab report to the draft it names')
    .argument('<file>', 'JSON: {manifest, keyId, signature}')
    .requiredOption('--by <official>', 'who attaches it')
    .action((file: string, options: Options) => {
      const signed = parse(readFileSync(resolve(context.terminal.cwd, file), 'utf8'), file);
      return enter((casework) => casework.attachLabReport(signed, actor(options.by)));
    });
  rulebook
    .command('publish')
    .description('publish a draft with its reports; the days of comment begin')
    .argument('<edition>', 'code of the edition')
    .requiredOption('--by <official>', 'who publishes it')
    .option('--from <folder>', 'folder of editions', shippedRulebooks)
    .action((code: string, options: Options) => {
      const edition = read(context, code, options.from);
      return enter((casework) => casework.publishDraft(edition.hash, actor(options.by, edition)));
    });
}

function actor(official: string, edition?: Edition) {
  return { official, agency: edition?.territory ?? 'operator', role: 'legal_officer' };
}

function read(context: Context, code: string, from: string): Edition {
  const { editions, findings } = checkFolder(resolve(context.terminal.cwd, from));
  const edition = editions.find((each) => each.code === code);
  if (edition !== undefined) return edition;
  const said = findings
    .slice(0, 5)
    .map((finding) => formatFindingIn(context.terminal.language, finding))
    .join('\n');
  const known = editions.map((each) => each.code).join(', ');
  throw new CommandRefusal(`No edition ${code} in ${from}; there are: ${known}.\n${said}`.trim());
}

function parse(text: string, file: string): JsonValue {
  try {
    // JSON.parse gives JSON by its nature; what it means is checked where it is used.
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new CommandRefusal(`${file} is no JSON. A report is {manifest, keyId, signature}.`);
  }
}

function tell({ terminal }: Context, outcome: PrepareOutcome): void {
  if (outcome.kind === 'refused') {
    const { title, detail } = problemText(outcome.problem, terminal.language);
    throw new CommandRefusal(`${title}: ${detail}`);
  }
  line(terminal, `${outcome.hash.slice(0, 16)}  ${outcome.kind}`);
}
