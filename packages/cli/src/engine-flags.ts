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

/**
 * Old memory may grow by so much before it is gone through again. By itself the engine lets it grow to
 * four times what is in use: a long import would take half a gigabyte for rows that are long gone.
 */
export const importGrowthPercent = 60;

/**
 * Keeps the memory of a long import near what it uses, on all its threads, until the returned
 * function is called: nothing else that a server does leaves so much behind.
 */
export function keepMemorySmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${importGrowthPercent}`);
  return () => {
    setFlagsFromString('--heap-growing-percent=0');
  };
}
