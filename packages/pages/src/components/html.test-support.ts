/** A rendered node as text. */
export function html(node: unknown): string {
  return String(node);
}

/** What a reader sees or hears of markup: its text without elements. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Values of one attribute in order of the markup. */
export function attributes(markup: string, name: string): readonly string[] {
  return [...markup.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}
