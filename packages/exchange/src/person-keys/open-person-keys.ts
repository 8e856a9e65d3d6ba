import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type { PersonKeys } from '@credence/casework';
import {
  checkResidentNumber,
  plainIdentifier,
  problem,
  refuse,
  type Refusal,
} from '@credence/domain';

import type {
  KeeperAnswer,
  KeeperQuestion,
  KeeperReply,
  KeeperRequest,
} from './keeper-messages.ts';

/** Operator setting: a keeper that has not answered by then counts as absent. */
const answerWithinMs = 10_000;

/**
 * The keys of people, kept by a process of its own that starts at the first question. Without a file
 * the secret lives and dies with that process.
 */
export function openPersonKeys(keyFile?: string): PersonKeys & { close(): void } {
  const keeper = createKeeperLine(keyFile);
  const numbered = async (
    number: string,
    question: (number: string) => KeeperQuestion,
  ): Promise<{ readonly kind: 'text'; readonly text: string } | Refusal> => {
    if (checkResidentNumber(number).kind !== 'valid') {
      return { kind: 'refused', problem: problem('person-number-invalid', {}) };
    }
    const answer = await keeper.ask(question(plainIdentifier(number)));
    return answer?.kind === 'text' ? answer : refusedBy(answer);
  };
  return {
    async admit(number) {
      const answer = await numbered(number, (plain) => ({ ask: 'admit', number: plain }));
      return answer.kind === 'text' ? { kind: 'admitted', pass: answer.text } : answer;
    },
    async blind(number, place) {
      const answer = await numbered(number, (plain) => ({ ask: 'blind', number: plain, place }));
      return answer.kind === 'text' ? { kind: 'blinded', key: answer.text } : answer;
    },
    async knows(pass) {
      const answer = await keeper.ask({ ask: 'knows', pass });
      return answer?.kind === 'flags' && answer.flags[0] === true;
    },
    async match(pass, places) {
      const answer = await keeper.ask({ ask: 'match', pass, places });
      return answer?.kind === 'flags' ? { kind: 'matched', own: answer.flags } : refusedBy(answer);
    },
    close: () => {
      keeper.close();
    },
  };
}

function refusedBy(answer: KeeperAnswer | undefined): Refusal {
  const over = answer?.kind === 'refused' && answer.because === 'pass-over';
  const code = over ? 'person-pass-over' : 'person-keys-unavailable';
  return refuse(problem(code, {}));
}

/** Questions to the process and their answers; undefined where there is none. */
function createKeeperLine(keyFile: string | undefined) {
  const waiting = new Map<number, (answer: KeeperAnswer | undefined) => void>();
  let child: ChildProcess | undefined;
  let asked = 0;
  const settle = (id: number, answer: KeeperAnswer | undefined): void => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
    // Nobody waits for it: it keeps no command from ending.
    if (waiting.size === 0) child?.channel?.unref();
  };
  const start = (): ChildProcess => {
    const started = startKeeper(keyFile);
    started.unref();
    started.on('message', ({ id, answer }: KeeperReply) => {
      settle(id, answer);
    });
    const gone = (): void => {
      if (child === started) child = undefined;
      for (const id of waiting.keys()) settle(id, undefined);
    };
    started.on('error', gone);
    started.on('exit', gone);
    return started;
  };
  return {
    ask: (question: KeeperQuestion): Promise<KeeperAnswer | undefined> =>
      new Promise((resolve) => {
        child ??= start();
        asked += 1;
        const id = asked;
        const late = setTimeout(() => {
          settle(id, undefined);
        }, answerWithinMs);
        waiting.set(id, (answer) => {
          clearTimeout(late);
          resolve(answer);
        });
        child.channel?.ref();
        const request: KeeperRequest = { id, question };
        child.send(request, (error) => {
          if (error !== null) settle(id, undefined);
        });
      }),
    close: (): void => {
      child?.disconnect();
      child = undefined;
    },
  };
}

/** From the build or, in development, from source. Nothing of this process's settings goes along. */
function startKeeper(keyFile: string | undefined): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = isSource
    ? new URL('./keeper-process.ts', import.meta.url)
    : new URL('./keeper-process.js', import.meta.url);
  return fork(fileURLToPath(entry), keyFile === undefined ? [] : [keyFile], {
    env: {},
    execArgv: isSource ? ['--import', sourceLoader()] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Node 20 reads no TypeScript. */
function sourceLoader(): string {
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  return pathToFileURL(join(tsx, 'dist/esm/index.mjs')).href;
}
