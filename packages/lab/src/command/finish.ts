import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { clearRuns } from '../experiment/keep-runs.ts';
import type { ComparisonCancelled } from '../experiment/plan.ts';
import type { RunOptions } from './read-options.ts';
import { startProgress } from './progress.ts';
import type { LabTerminal } from './terminal.ts';

/** How a result is written, for a reader and for a folder. */
export interface Written {
  readonly text: () => string;
  readonly json: () => string;
  readonly csv: () => string;
}

/** Runs something long: with a bar, and an end on Ctrl-C that keeps what is done. */
export async function withProgress<Outcome>(
  terminal: LabTerminal,
  work: (watch: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, planned: number) => void;
  }) => Promise<Outcome>,
): Promise<Outcome> {
  const abort = new AbortController();
  const forget = terminal.onInterrupt?.(() => abort.abort());
  const progress = startProgress(
    terminal,
    terminal.language === 'zh' ? '已运行月份' : 'months run',
  );
  try {
    return await work({ signal: abort.signal, onProgress: progress.advance });
  } finally {
    progress.end();
    forget?.();
  }
}

/** Prints a result in the format asked for, and writes all of them into the folder. */
export function finish(
  terminal: LabTerminal,
  { format, out }: Pick<RunOptions, 'format' | 'out'>,
  name: string,
  written: Written,
): void {
  const texts = { json: written.json(), csv: written.csv(), text: `${written.text()}\n` };
  terminal.out(texts[format]);
  if (out === undefined) return;
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.json`), texts.json);
  writeFileSync(join(out, `${name}.csv`), texts.csv);
  writeFileSync(join(out, `${name}.txt`), texts.text);
  // Not before: what took hours is lost with a disk that is full by now.
  clearRuns(out);
}

/** Says what is kept of an interrupted run, and how to go on. */
export function tellCancelled(
  terminal: LabTerminal,
  { finished, planned }: ComparisonCancelled,
  out: string | undefined,
): void {
  const [done, all] = [String(finished), String(planned)];
  const kept = {
    en:
      out === undefined
        ? 'Nothing is kept; give --out FOLDER to be able to go on.'
        : `They are kept in ${out}: give the same command with --resume to go on.`,
    zh:
      out === undefined
        ? '未保存；如需续算，请用 --out 指定文件夹。'
        : `已保存在 ${out}；用同一命令加 --resume 即可续算。`,
  };
  const said = {
    en: `Interrupted: ${done} of ${all} runs are finished. ${kept.en}`,
    zh: `已中断：${all} 次运行中完成 ${done} 次。${kept.zh}`,
  };
  terminal.err(`${said[terminal.language]}\n`);
}
