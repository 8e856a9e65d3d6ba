/** Paths that take a file of any size that is allowed; no middleware may hold their body. */
const streamedPaths =
  /^\/(?:(?:en\/)?desk\/(?:intake|export\/answer)|api\/v1\/intake\/batches)\/?$/;

/**
 * Whether a request's body is read by its handler as it comes in. Such a handler holds the body to
 * its limit and looks at the token of the form itself: `http/multipart.ts` gives both.
 */
export function isStreamed(request: { readonly method: string; readonly path: string }): boolean {
  return request.method === 'POST' && streamedPaths.test(request.path);
}
