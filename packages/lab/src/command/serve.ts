import type { Command } from 'commander';

import { serveLab } from '../web/serve-lab.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly data: string;
}

/** `credence-lab serve`: the pages of the Lab, until the process is told to stop. */
export function addServeCommand(program: Command, terminal: LabTerminal, end: EndWith): void {
  const { port: usual = '8081', folder = './data/lab' } = terminal.site ?? {};
  program
    .command('serve')
    .description('serve the pages of the Lab')
    .option('--port <number>', 'port; CREDENCE_LAB_PORT unless given', usual)
    .option('--host <name>', 'address to listen at', '127.0.0.1')
    .option('--data <folder>', 'keeps variants and runs; lab in CREDENCE_DATA unless given', folder)
    .action(async ({ port, host, data }: ServeOptions) => {
      const number = portOf(port);
      if (number === undefined) {
        terminal.err(saysNoPort[terminal.language](port));
        end(2);
        return;
      }
      const served = await serveLab({
        ...{ port: number, host, folder: data },
        onDefect: (error) => terminal.err(`${textOf(error)}\n`),
      });
      if (served.kind === 'port-taken') {
        terminal.err(
          terminal.language === 'zh'
            ? `端口 ${port} 已被占用，实验室没有启动。请释放该端口，或在 CREDENCE_LAB_PORT 中改用其他端口。\n`
            : `Port ${port} is taken, so the Lab was not started. Free it, or set another in CREDENCE_LAB_PORT.\n`,
        );
        end(3);
        return;
      }
      terminal.out(`Credence Lab: ${served.url}/  (English: /en)\n`);
      await stopped(terminal);
      await served.stop();
    });
}

/** Resolves when the user or the system wants it to end. */
function stopped(terminal: LabTerminal): Promise<void> {
  return new Promise((resolve) => {
    terminal.onInterrupt?.(resolve);
  });
}

function portOf(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

const saysNoPort = {
  zh: (text: string) =>
    `端口：收到“${text}”；CREDENCE_LAB_PORT 或 --port 可填 0 到 65535 的整数。实验室没有启动。\n`,
  en: (text: string) =>
    `Port: received "${text}"; accepted in CREDENCE_LAB_PORT or --port is a whole number from 0 to 65535. The Lab was not started.\n`,
};

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
