import type { Context } from 'hono';

import { refusalPage } from '../pages/refusal-page.tsx';
import type { SiteContext } from '../site.ts';

type Status = 200 | 404 | 422 | 503;

/** A page; an address that leads nowhere is one too. */
export function sendPage(c: Context, page: string, status: Status = 200): Response {
  return c.html(page, status);
}

/** What was received, why it leads nowhere, and where to go instead. */
export function sendMissing(
  c: Context,
  context: SiteContext,
  says: { readonly title: string; readonly why: string },
): Response {
  return c.html(refusalPage(context, says), 404);
}

/** A file to keep; the name says what it is of. */
export function sendFile(
  c: Context,
  file: { readonly name: string; readonly mediaType: string; readonly text: string },
): Response {
  return c.body(file.text, 200, {
    'content-type': `${file.mediaType}; charset=utf-8`,
    'content-disposition': `attachment; filename="${file.name}"`,
  });
}

/** The fields of a form, each by its name, several where it was given several times. */
export async function readForm(c: Context): Promise<(name: string) => readonly string[]> {
  const form = await c.req.parseBody({ all: true });
  return (name) => {
    const given = form[name];
    const values = Array.isArray(given) ? given : given === undefined ? [] : [given];
    return values.filter((value) => typeof value === 'string');
  };
}
