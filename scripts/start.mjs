// `npm start`: install, build, fill the demo city where the data folder is empty, and serve.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { prepare, root } from './prepare.mjs';

prepare();
const server = spawn(
  process.execPath,
  [join(root, 'packages/cli/bin/credence.js'), 'serve', '--demo', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
