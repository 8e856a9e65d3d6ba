/** No frame, no foreign resource; a form may only come back to us; the one script is our own. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
};

/** Sets the protective headers of an answer; a statement that is downloaded carries its own policy. */
export function protect(headers: Headers): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  const isFile = headers.get('content-disposition')?.startsWith('attachment') ?? false;
  headers.set('content-security-policy', isPage && !isFile ? pagePolicy : dataPolicy);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}

/** Whether a form comes from our own pages: by the browser's word, else by its origin. */
export function comesFromUs(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (origin === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
