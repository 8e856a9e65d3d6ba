import type { PaperCasework } from '@credence/casework';

import type { PortalContext } from '../http/environment.ts';
import { bodyOf } from '../http/file-response.ts';

type Opened = Extract<Awaited<ReturnType<PaperCasework['openPaper']>>, { kind: 'opened' }>;

/**
 * A file of a case as an answer, in pieces. It is somebody's own: whatever it holds is saved and
 * never shown as a page of ours, and nobody keeps it on the way.
 */
export function paperAnswer(c: PortalContext, { paper, bytes }: Opened): Response {
  const name = encodeURIComponent(paper.name).replaceAll("'", '%27');
  c.set('streamed', true);
  return new Response(bodyOf(bytes), {
    headers: {
      // A text is whatever its writer's program wrote: no browser has to guess by which table.
      'content-type': paper.type,
      'content-length': String(paper.bytes),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
      etag: `"${paper.sha256}"`,
      'repr-digest': `sha-256=:${Buffer.from(paper.sha256, 'hex').toString('base64')}:`,
    },
  });
}
