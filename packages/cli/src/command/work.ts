import type { DayReport, MailReport } from '@credence/casework';
import type { Language } from '@credence/domain';
import { Option, type Command } from 'commander';

import { runWork } from '../run-work.ts';
import { CommandRefusal, exits, line } from '../terminal.ts';
import type { Context } from './context.ts';

interface WorkOptions {
  readonly once?: true;
  readonly limit?: string;
  readonly format: 'text' | 'json';
}

/** `credence work --once`: what a day brings, for whom it brings something. */
export function addWorkCommand(program: Command, context: Context): void {
  program
    .command('work')
    .description('do what is due up to today and find the next days; nobody else is touched')
    .option('--once', 'one run, then end; a running server does the same every 20 seconds')
    .option('--limit <number>', 'most entries and days to take on in this run')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action((options: WorkOptions) => work(context, options));
}

async function work(context: Context, options: WorkOptions): Promise<void> {
  const { terminal } = context;
  if (options.once !== true) {
    throw new CommandRefusal(
      'work needs --once. A server does it by itself; elsewhere let a timer of the system run it.',
      exits.wrongUse,
    );
  }
  const limit = limitOf(options.limit);
  const report = await context.withSystem((system) => runWork(system, context, limit));
  const { language } = terminal;
  const asText = (): string =>
    [
      ...words[language](report),
      ...(report.mail === undefined ? [] : [mailWords[language](report.mail)]),
    ].join('\n');
  line(terminal, options.format === 'json' ? JSON.stringify(report) : asText());
}

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new CommandRefusal(`--limit ${text}: a whole number from 1.`, exits.wrongUse);
}

const words: Readonly<Record<Language, (report: DayReport) => readonly string[]>> = {
  zh: ({ today, entries, done, told, evaluated, reminded, oldest, more }) => [
    `办理日期 ${today}`,
    `新登记条目 ${String(entries)} 条，已查明其下一变动日`,
    `开始公示 ${String(done['publicity-begins'])}，停止公示 ${String(done['publicity-ends'])}，` +
      `按规则发生变化 ${String(done['rule-changes'])}，` +
      `措施任务应重新核对 ${String(done['task-turns'])}`,
    ...(evaluated === undefined ? [] : [`作出公共信用综合评价 ${String(evaluated)} 件`]),
    ...(reminded === undefined ? [] : [`提醒报送、告知逾期 ${String(reminded)} 件`]),
    ...(told === undefined ? [] : [`向曾经查询者送出变更通知 ${String(told)} 件`]),
    ...(oldest === undefined ? [] : [`其中最早一项应于 ${oldest} 办理`]),
    more ? '本次已达上限，尚有未办事项，请再次运行' : '到期事项已全部办结',
  ],
  en: ({ today, entries, done, told, evaluated, reminded, oldest, more }) => [
    `work of ${today}`,
    `new entries looked at for the next day on which something changes: ${String(entries)}`,
    `began to be shown: ${String(done['publicity-begins'])}, ceased to be shown: ` +
      `${String(done['publicity-ends'])}, changed by a rule: ${String(done['rule-changes'])}, ` +
      `tasks of bodies looked at again: ${String(done['task-turns'])}`,
    ...(evaluated === undefined ? [] : [`comprehensive evaluations made: ${String(evaluated)}`]),
    ...(reminded === undefined
      ? []
      : [`reminders and words of overdue reports: ${String(reminded)}`]),
    ...(told === undefined ? [] : [`notices of changes laid for past readers: ${String(told)}`]),
    ...(oldest === undefined ? [] : [`the oldest of these was due on ${oldest}`]),
    more ? 'the limit was reached and more is due: run it again' : 'nothing more is due',
  ],
};

const mailWords: Readonly<Record<Language, (report: MailReport) => string>> = {
  zh: ({ sent, later, failed, dropped }) =>
    `邮件：已交付 ${String(sent)}，稍后再试 ${String(later)}，未能交付 ${String(failed)}，` +
    `没有可用地址、不再发送 ${String(dropped)}`,
  en: ({ sent, later, failed, dropped }) =>
    `mail: handed over ${String(sent)}, to be tried again ${String(later)}, ` +
    `given up ${String(failed)}, not sent since there is no address ${String(dropped)}`,
};
