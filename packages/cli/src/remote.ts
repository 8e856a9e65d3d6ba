import type { OwnerRequest } from '@credence/store';

import type { Terminal } from './terminal.ts';

/** The terminal of a person at another process, reached through the owner's socket. */
export function remoteTerminal(request: OwnerRequest): Terminal {
  return {
    cwd: request.cwd,
    language: request.language === 'zh' ? 'zh' : 'en',
    isTty: request.isTty,
    columns: request.columns,
    out: (text) => request.stdout(text),
    err: (text) => request.stderr(text),
  };
}
