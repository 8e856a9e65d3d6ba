/** A field of a form as text; a file or a repeated field under that name is nothing. */
export function textIn(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.slice(0, 10_000) : '';
}
