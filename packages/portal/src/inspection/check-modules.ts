import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** One file of the check as a browser loads it. */
export interface CheckModule {
  readonly path: string;
  readonly text: string;
  readonly integrity: string;
}

/** A statement begins its line, or closes a list of names there; examples in comments do not. */
const imports = /^((?:import\b|export\b|\})[^'"\n]*?\bfrom\s*)(["'])([^"'\n]+)\2/gm;

/**
 * The page's check with everything it imports, each as it was built: the names of packages become
 * addresses and nothing else changes, so that a reader runs the very code that the register runs.
 * The first is the one to load. Empty where the packages were not built.
 */
export function readCheckModules(): readonly CheckModule[] {
  return (known ??= readModules());
}

let known: readonly CheckModule[] | undefined;

function readModules(): readonly CheckModule[] {
  const entry = fileURLToPath(new URL('../../script/check-draw.js', import.meta.url));
  const proof = findBuilt();
  if (proof === undefined) return [];
  const files = new Map<string, string>();
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    const text = readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
    files.set(file, text);
    for (const [, , , name = ''] of text.matchAll(imports)) waiting.push(find(name, file, proof));
  }
  const order = [...files.keys()];
  const whole = createHash('sha256')
    .update([...files.values()].join('\n'))
    .digest('hex');
  const addressOf = (file: string): string =>
    `/check-draw.${whole.slice(0, 16)}/${String(order.indexOf(file))}.js`;
  return order.map((file) => {
    const text = (files.get(file) ?? '').replace(
      imports,
      (_, head: string, quote: string, name: string) =>
        `${head}${quote}${addressOf(find(name, file, proof))}${quote}`,
    );
    const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
    return { path: addressOf(file), text, integrity };
  });
}

/** The built entry of the package; undefined where the sources themselves are run. */
function findBuilt(): string | undefined {
  try {
    const path = createRequire(import.meta.url).resolve('@credence/proof');
    return path.endsWith('.js') ? path : undefined;
  } catch {
    return undefined;
  }
}

function find(name: string, from: string, proof: string): string {
  if (name === '@credence/proof') return proof;
  return createRequire(name.startsWith('.') ? from : proof).resolve(name);
}
