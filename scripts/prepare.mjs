// Plain JavaScript: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, 'node_modules', '.cache', 'credence');

/** Installs and builds what has changed since the last time; a warm second call takes no time. */
export function prepare() {
  requireNode();
  const lock = digestOf([join(root, 'package-lock.json'), ...manifests()]);
  if (!isStamped('installed', lock)) {
    say('Installing packages (npm ci) ...');
    run('npm', ['ci', '--no-audit', '--no-fund']);
    stamp('installed', lock);
  }
  const sources = sourceFiles();
  const built = digestOf(sources) + lock;
  if (!isStamped('built', built) || !existsSync(join(root, 'packages/cli/dist/main.js'))) {
    say('Building (tsc -b) ...');
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
    stamp('built', built);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Credence needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

function manifests() {
  return ['package.json', ...packages().map((name) => `packages/${name}/package.json`)].map(
    (path) => join(root, path),
  );
}

function packages() {
  return readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'package.json')),
  );
}

function sourceFiles() {
  const files = [join(root, 'tsconfig.base.json'), join(root, 'tsconfig.json')];
  for (const name of packages()) {
    files.push(join(root, 'packages', name, 'tsconfig.json'));
    for (const entry of readdirSync(join(root, 'packages', name, 'src'), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) {
        files.push(join(entry.parentPath ?? entry.path, entry.name));
      }
    }
  }
  return files.sort();
}

function digestOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    // The lock file decides by content (a clone gives it a new time), sources by size and time.
    hash.update(file.endsWith('.json') ? readFileSync(file) : `${file} ${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

function isStamped(name, value) {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

function stamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : '.'}`);
  process.exit(status ?? 3);
}

function say(text) {
  console.log(text);
}
