import type { Principal } from '@credence/casework';
import { type Problem } from '@credence/domain';
import type { Command } from 'commander';

import { CommandRefusal, type Terminal } from '../terminal.ts';
import { problemText } from './problem-text.ts';

/** In whose name a command about cases acts. */
export interface Office {
  readonly agency: string;
  readonly official: string;
  readonly role: string;
}

export function inOffice(command: Command): Command {
  return command
    .requiredOption('--agency <code>', 'the agency that acts')
    .requiredOption('--official <name>', 'who acts; the journal writes it down')
    .option('--role <role>', 'in which office', 'case_officer');
}

/** Whoever runs the command on the machine itself acts under the office that is named. */
export function officeOf({ agency, official, role }: Office): Principal {
  return { kind: 'operator', name: official, agency, role };
}

export function notFound(id: string): CommandRefusal {
  return new CommandRefusal(
    `There is no ${id}; \`credence case list\` names the cases that wait for an agency.`,
  );
}

export function refusalOf(terminal: Terminal, problems: readonly Problem[]): CommandRefusal {
  const texts = problems.map((each) => {
    const { title, detail, todo } = problemText(each, terminal.language);
    return `${title}. ${detail} ${todo}`;
  });
  return new CommandRefusal(texts.join('\n'));
}
