// `npm start`: install, build, fill the demo city where the data folder is empty, and serve the register and the Lab.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { prepare, root } from './prepare.mjs';

prepare();
// Two processes with data of their own: the Lab never reads the register's.
const register = start('packages/cli/bin/credence.js', [
  'serve',
  '--demo',
  ...process.argv.slice(2),
]);
const lab = start('packages/lab/bin/credence-lab.js', ['serve']);
let isEnding = false;

register.on('exit', (code) => {
  isEnding = true;
  lab.kill('SIGTERM');
  process.exitCode = code ?? 0;
});
lab.on('exit', (code) => {
  if (isEnding) return;
  const isChinese = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('zh');
  const ended = `exit ${code ?? 'by signal'}`;
  console.error(
    isChinese
      ? `推演实验室没有运行（${ended}），原因见上。登记平台不受影响，继续运行。`
      : `The Lab is not running (${ended}); the reason stands above. The register goes on without it.`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isEnding = true;
    register.kill(signal);
    lab.kill(signal);
  });
}

function start(entry, args) {
  return spawn(process.execPath, [join(root, entry), ...args], { cwd: root, stdio: 'inherit' });
}
