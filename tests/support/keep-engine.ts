import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// While somebody holds the compiled code of the embedded database, every thread of this process that
// loads it again shares it, made fast by use; otherwise each takes a second to compile its own.
const code = 'node_modules/@electric-sql/pglite/dist/pglite.wasm';
const held = Symbol.for('credence.tests.engine');

if (!Reflect.has(globalThis, held)) {
  // Not in the types of Node, which has it.
  const assembly = Reflect.get(globalThis, 'WebAssembly') as {
    compile(bytes: Uint8Array): Promise<unknown>;
  };
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', code));
  Reflect.set(globalThis, held, await assembly.compile(bytes));
}
