import type { OpenDownloadOutcome } from '@credence/casework';

import type { PortalContext } from './environment.ts';
import { holdsAlready } from './freshness.ts';

const mediaTypes = {
  jsonl: 'application/gzip',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;

/** A file as an answer, in pieces. The name is one of ours, so that no header can be forged by it. */
export async function fileAnswer(
  c: PortalContext,
  { manifest, file, bytes }: OpenDownloadOutcome & { readonly kind: 'opened' },
): Promise<Response> {
  const tag = `"${file.sha256}"`;
  const open = manifest.access === 'open';
  const headers = {
    'content-type': mediaTypes[file.format],
    'content-disposition': `attachment; filename="${file.name}"`,
    etag: tag,
    // Open or not, a file may be withdrawn within the day: nobody keeps it for others unasked.
    'cache-control': open ? 'public, no-cache' : 'private, no-store',
  };
  const body = bodyOf(bytes);
  c.set('streamed', true);
  if (open && holdsAlready(c.req.header('if-none-match'), tag)) {
    await body.cancel();
    return new Response(null, { status: 304, headers });
  }
  const whole = { ...headers, 'content-length': String(file.bytes) };
  if (c.req.method !== 'HEAD') return new Response(body, { headers: whole });
  await body.cancel();
  return new Response(null, { headers: whole });
}

/** Pieces of a file as the body of an answer; whoever stops reading closes the file. */
export function bodyOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
