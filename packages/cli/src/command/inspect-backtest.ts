import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import {
  backtest,
  parseCivilDate,
  type Backtest,
  type BacktestRefusal,
  type Language,
  type ModelKind,
  type Visit,
} from '@credence/domain';
import {
  readVisits,
  visitAdapters,
  writeTable,
  type IgnoredColumn,
  type VisitAdapter,
  type VisitFault,
} from '@credence/exchange';
import { InvalidArgumentError, Option } from 'commander';

import { CommandRefusal, exits, line, type Terminal } from '../terminal.ts';
import { backtestJson, printBacktest } from './backtest-report.ts';
import type { InspectParts } from './inspect.ts';

interface BacktestOptions {
  readonly history: string;
  readonly test?: string;
  readonly from?: string;
  readonly until?: string;
  readonly out: string;
  readonly adapter: VisitAdapter;
  readonly model: ModelKind;
  readonly seed: number;
  readonly format: 'text' | 'json';
}

/** `credence inspect backtest`: fits on the past, foresees what came after, and says how well. */
export function addBacktestCommand({ inspect, context, exit }: InspectParts): void {
  inspect
    .command('backtest')
    .description('foresee visits from earlier ones alone, and say how far that may be trusted')
    .requiredOption('--history <file>', 'CSV of visits with their results')
    .option('--test <file>', 'CSV of later visits to foresee')
    .option('--from <day>', 'without --test: foresee the visits of the history from this day')
    .option('--until <day>', 'and up to this day, included')
    .requiredOption('--out <file>', 'CSV to write: probability, rank and parts of each visit')
    .addOption(
      new Option('--adapter <name>', 'whose form the files have')
        .choices(visitAdapters)
        .default('credence'),
    )
    .addOption(
      new Option('--model <kind>', 'what to fit')
        .choices(['logistic', 'scorecard'])
        .default('logistic'),
    )
    .option('--seed <number>', 'seed of the intervals', wholeNumber, 1)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .action(async (options: BacktestOptions) => {
      const { terminal } = context;
      const { history, test, ignored } = readBoth(terminal, options);
      const result = backtest({ history, test, model: options.model, seed: options.seed });
      if (result.kind !== 'measured') {
        throw new CommandRefusal(refusalWords[terminal.language](result));
      }
      // What foresees no better than chance must not lie about as a list somebody might use.
      const isClear = (result.onTest ?? result.onHistory).power.kind === 'clear';
      const usable = isClear && result.onHistory.power.kind === 'clear';
      if (usable) await writeForesights(resolve(terminal.cwd, options.out), result);
      const told = { ignored, ...(usable && { out: options.out }) };
      if (options.format === 'json') {
        line(terminal, JSON.stringify(backtestJson(result, told), null, 2));
      } else printBacktest(terminal, result, told);
      if (!usable) exit.with(exits.refused);
    });
}

function readBoth(
  terminal: Terminal,
  options: BacktestOptions,
): {
  history: readonly Visit[];
  test: readonly Visit[];
  ignored: readonly IgnoredColumn[];
} {
  const { from, until, test: testFile } = options;
  if ((testFile === undefined) === (from === undefined)) {
    throw new CommandRefusal(partWords[terminal.language], exits.wrongUse);
  }
  if (!existsSync(dirname(resolve(terminal.cwd, options.out)))) {
    throw new CommandRefusal(`${options.out}: ${noFolderWords[terminal.language]}`);
  }
  const history = read(terminal, options, options.history, 'history');
  if (testFile !== undefined) {
    const test = read(terminal, options, testFile, 'test');
    return { ...history, history: history.visits, test: test.visits };
  }
  const first = dayOf(terminal, from ?? '');
  const last = until === undefined ? undefined : dayOf(terminal, until);
  return {
    history: history.visits.filter(({ day }) => day < first),
    test: history.visits.filter(({ day }) => day >= first && (last === undefined || day <= last)),
    ignored: history.ignored,
  };
}

function read(
  terminal: Terminal,
  { adapter }: BacktestOptions,
  path: string,
  role: 'history' | 'test',
): { visits: readonly Visit[]; ignored: readonly IgnoredColumn[] } {
  const file = readVisits(resolve(terminal.cwd, path), { adapter, role });
  if (file.kind === 'read') return file;
  throw new CommandRefusal(file.faults.map(faultWords[terminal.language]).join('\n'));
}

function dayOf({ language }: Terminal, text: string): string {
  const day = parseCivilDate(text);
  if (day !== undefined) return day;
  const said = { zh: '不是日期，应写作 YYYY-MM-DD。', en: 'is no day; write it as YYYY-MM-DD.' };
  throw new CommandRefusal(`${text} ${said[language]}`, exits.wrongUse);
}

/** Highest probability first in rank; equal probabilities share the better rank. */
async function writeForesights(path: string, { model, foresights }: Backtest): Promise<void> {
  const falling = foresights.map(({ probability }) => probability).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  falling.forEach((probability, index) => {
    if (!ranks.has(probability)) ranks.set(probability, index + 1);
  });
  const digits = (value: number): string => String(Number(value.toPrecision(12)));
  await writeTable(path, {
    header: [
      ...['row_id', 'probability', 'rank', 'base'],
      ...model.parts.map(({ feature }) => `part: ${feature.name}`),
    ],
    rows: foresights.map(({ id, probability, contributions }) => [
      ...[id, digits(probability), String(ranks.get(probability)), digits(model.base)],
      ...Array.from(contributions, digits),
    ]),
    ...{ format: 'csv', encoding: 'utf-8' },
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Not a whole number from 0.');
  return Number(text);
}

const partWords: Readonly<Record<Language, string>> = {
  zh: '请给出 --test 文件，或者给出 --from 日期，二者选一。',
  en: 'Give either a file with --test or a day with --from.',
};

const noFolderWords: Readonly<Record<Language, string>> = {
  zh: '所在文件夹不存在。',
  en: 'there is no such folder to write in.',
};

const faultWords: Readonly<Record<Language, (fault: VisitFault) => string>> = {
  zh: ({ file, row, column, kind, found, accepted }) => {
    const place = [basename(file), row && `第 ${row} 行`, column && `“${column}”栏`].filter(
      Boolean,
    );
    const what = {
      'column-missing': `缺少此栏；文件现有：${found}。`,
      'column-unknown': `不认识的栏目；可用栏目：${accepted}。`,
      value: `值为“${found}”；应为：${accepted}。`,
      repeated: `编号 ${found} 重复；每次检查只应出现一次。`,
      unreadable: `无法读取：${found}；应为：${accepted}。`,
    };
    return `${place.join(' ')}：${what[kind]}`;
  },
  en: ({ file, row, column, kind, found, accepted }) => {
    const place = [basename(file), row && `row ${row}`, column && `column ${column}`].filter(
      Boolean,
    );
    const what = {
      'column-missing': `is missing; the file has: ${found}.`,
      'column-unknown': `is not known; accepted: ${accepted}.`,
      value: `"${found}" was found; accepted: ${accepted}.`,
      repeated: `${found} stands there twice; each visit once.`,
      unreadable: `cannot be read: ${found}; accepted: ${accepted}.`,
    };
    return `${place.join(', ')}: ${what[kind]}`;
  },
};

const refusalWords: Readonly<Record<Language, (refusal: BacktestRefusal) => string>> = {
  zh: (refusal) => {
    switch (refusal.kind) {
      case 'history-too-short':
        return `历史记录过短，无法检验：共 ${refusal.visits} 次检查，${refusal.found} 次发现问题。`;
      case 'test-before-history':
        return `检查 ${refusal.id} 不晚于历史记录的最后一日 ${refusal.lastDay}；待预测的检查应在其后。`;
      case 'visit-in-both':
        return `检查 ${refusal.id} 在两个文件中都有。`;
      case 'result-missing':
        return `历史记录中的检查 ${refusal.id} 没有结果。`;
    }
  },
  en: (refusal) => {
    switch (refusal.kind) {
      case 'history-too-short':
        return (
          `The history is too short to try anything on: ${refusal.visits} visits, ` +
          `${refusal.found} of which found something.`
        );
      case 'test-before-history':
        return (
          `Visit ${refusal.id} is not after the last day of the history, ${refusal.lastDay}; ` +
          'visits to foresee must be.'
        );
      case 'visit-in-both':
        return `Visit ${refusal.id} stands in both files.`;
      case 'result-missing':
        return `Visit ${refusal.id} of the history has no result.`;
    }
  },
};
