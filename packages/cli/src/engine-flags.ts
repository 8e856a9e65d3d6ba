import { setFlagsFromString } from 'node:v8';

/**
 * Keeps calls to WebAssembly out of optimised callers. The policies are decided in WebAssembly, and
 * the engine of Node 20 ends the whole process ("unreachable code" in its deoptimiser) when the code
 * of such a caller is thrown away during the call, which happens under load. Later engines are left
 * as they are: the fault was not seen there, and not every one knows the flag.
 */
export function keepWasmCallsApart(): void {
  if (!process.versions.node.startsWith('20.')) return;
  setFlagsFromString('--no-turbo-inline-js-wasm-calls');
}
