/** Paths that take a file of any size that is allowed; no middleware may hold their body. */
const streamedPaths =
  /^\/(?:(?:en\/)?desk\/(?:intake|export\/answer)|api\/v1\/intake\/batches)\/?$/;

/** Paths whose forms may bring files of a case; without files they are forms like all others. */
const paperPaths = /^\/(?:en\/)?(?:desk\/(?:cases|visits)\/.+|own\/door)$/;
/** A file of a case by itself. */
const onePaper = /^\/api\/v1\/cases\/[^/]+\/papers\/?$/;

/**
 * Whether a request's body is read by its handler as it comes in. Such a handler holds the body to
 * its limit and looks at the token of the form itself: `http/multipart.ts` gives both.
 */
export function isStreamed(request: {
  readonly method: string;
  readonly path: string;
  header(name: string): string | undefined;
}): boolean {
  const { method, path } = request;
  if (method !== 'POST') return false;
  if (streamedPaths.test(path) || onePaper.test(path)) return true;
  const bringsFiles = /^multipart\/form-data\b/i.test(request.header('content-type') ?? '');
  return bringsFiles && paperPaths.test(path);
}
