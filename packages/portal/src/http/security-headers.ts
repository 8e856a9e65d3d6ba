/** No script, no frame, no foreign resource; a form may only come back to us. */
const pagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A desk may run the small scripts of our own, for a dropped file and for keys; nothing inline. */
const deskPolicy = `${pagePolicy}; script-src 'self'`;

/** The page of a draw runs the check and fetches the file of the draw, both from here. */
const drawPolicy = `${deskPolicy}; connect-src 'self'`;
const draws = /^(?:\/en)?\/inspections\/[^/]+$/;

const dataPolicy = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** A file that somebody handed over: were it ever shown, then without script, form or origin. */
const paperPolicy = `${dataPolicy}; sandbox`;
const papers = /^(?:(?:\/en)?\/desk|\/api\/v1)\/cases\/[^/]+\/papers\/[^/]+$/;

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
};

/** Whether a path is a desk's, where someone is signed in to work. */
function isDesk(path: string): boolean {
  return /^(?:\/en)?\/desk(?:\/|$)/.test(path);
}

/** Sets the protective headers of every answer: the policy is that of the kind of page. */
export function protect(headers: Headers, path: string): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  headers.set(
    'content-security-policy',
    isPage ? pagePolicyOf(path) : papers.test(path) ? paperPolicy : dataPolicy,
  );
}

function pagePolicyOf(path: string): string {
  if (draws.test(path)) return drawPolicy;
  return isDesk(path) ? deskPolicy : pagePolicy;
}
