import type { ArrangeOutcome, KnownPrincipal } from '@credence/casework';
import { parseCivilDate } from '@credence/domain';
import { Option } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import type { Context } from './context.ts';
import type { InspectParts } from './inspect.ts';
import { problemText } from './problem-text.ts';

const words = {
  zh: (opened: number, known: number) => `已登记检查 ${opened} 次；此前已登记 ${known} 次。`,
  en: (opened: number, known: number) => `${opened} visits arranged; ${known} had been before.`,
} as const;

interface Office {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
  readonly format: 'text' | 'json';
}

interface Picked extends Office {
  readonly code: string;
  readonly until: string;
  readonly inspector: readonly string[];
}

/** `credence inspect visits DRAW` and `credence inspect visit --code CODE`: cases of their own. */
export function addVisitCommands({ inspect, context }: InspectParts): void {
  inspect
    .command('visits')
    .description('open the visits of a finished draw, each once')
    .argument('<draw>')
    .requiredOption('--agency <code>', 'the agency that inspects')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'case_officer')
    .addOption(format())
    .action((draw: string, options: Office) =>
      arrange(context, options, (casework, who) => casework.arrangeVisits(who, { draw })),
    );
  inspect
    .command('visit')
    .description('open a visit that was picked by hand before, with its reason')
    .requiredOption('--code <code>', 'unified code of the organisation')
    .requiredOption('--until <day>', 'last day for the visit')
    .option(
      '--inspector <name>',
      'who visits; give it once for each',
      (given: string, before: readonly string[]) => [...before, given],
      [] as readonly string[],
    )
    .requiredOption('--agency <code>', 'the agency that inspects')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'case_officer')
    .addOption(format())
    .action((options: Picked) => {
      const { agency, code, inspector: inspectors } = options;
      const until = parseCivilDate(options.until);
      if (until === undefined) {
        throw new CommandRefusal(
          `--until is "${options.until}"; it takes a day, e.g. 2026-05-01.`,
          exits.wrongUse,
        );
      }
      return arrange(context, options, (casework, who) =>
        casework.arrangePicked(who, { agency, code, until, inspectors }),
      );
    });
}

function format(): Option {
  return new Option('--format <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');
}

type Casework = Parameters<Parameters<Context['withSystem']>[0]>[0]['casework'];

async function arrange(
  context: Context,
  { agency, official, role, format: as }: Office,
  step: (casework: Casework, who: KnownPrincipal) => Promise<ArrangeOutcome>,
): Promise<void> {
  const { terminal } = context;
  await context.withSystem(async ({ casework }) => {
    const outcome = await step(casework, { kind: 'operator', name: official, agency, role });
    if (outcome.kind === 'not-found') throw new CommandRefusal('There is no such draw.');
    if (outcome.kind === 'refused') throw refusalOf(terminal, outcome.problem);
    const { cases, known } = outcome;
    if (as === 'json') line(terminal, JSON.stringify(outcome));
    else line(terminal, words[terminal.language](cases.length, known));
  });
}

function refusalOf(
  { language }: Terminal,
  problem: Parameters<typeof problemText>[0],
): CommandRefusal {
  const { title, detail, todo } = problemText(problem, language);
  return new CommandRefusal([title, detail, todo].join('\n'));
}
