import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What is needed of the compiler, which only a process that runs from source has. */
interface Compiler {
  readonly ModuleKind: { readonly ESNext: number };
  readonly ScriptTarget: { readonly ES2023: number };
  transpileModule(
    source: string,
    order: { readonly compilerOptions: { readonly module: number; readonly target: number } },
  ): { readonly outputText: string };
}

/** The thread and what it imports of ours. */
const files = ['pglite-worker.ts', 'sql-error.ts'];

/**
 * The thread's program as plain JavaScript, for a process that runs from source: Node 20 reads no
 * TypeScript, a thread does not inherit its parent's loaders, and to load one takes a second. It is
 * written once, below `node_modules`, where what it imports is found.
 */
export function workerFromSource(folder: string): string {
  const sources = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const hash = createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 16);
  const require = createRequire(join(folder, 'source-worker.ts'));
  const modules = dirname(dirname(require.resolve('typescript/package.json')));
  const cache = join(modules, '.cache', 'credence');
  const made = join(cache, `worker-${hash}`);
  const entry = join(made, 'pglite-worker.mjs');
  if (existsSync(entry)) return entry;

  const ts = require('typescript') as Compiler;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${made}-`);
  files.forEach((file, index) => {
    const { outputText } = ts.transpileModule(sources[index] ?? '', {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    });
    const plain = outputText.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.mjs'");
    writeFileSync(join(unfinished, file.replace(/ts$/, 'mjs')), plain);
  });
  try {
    renameSync(unfinished, made);
  } catch {
    // Another process was faster; what it made is as good.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return entry;
}
