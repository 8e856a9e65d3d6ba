const voidTags = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly language: string | undefined;
}

export interface PageReading {
  /** What is wrong with the page; empty when nothing is. */
  readonly faults: readonly string[];
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  readonly ids: ReadonlySet<string>;
  /** Addresses of links, forms and the stylesheet. */
  readonly links: readonly string[];
  readonly language: string | undefined;
  /** The words of the page, without its head. */
  readonly text: string;
}

interface Walk {
  readonly open: Element[];
  readonly faults: string[];
  readonly headings: { level: number; text: string }[];
  readonly ids: Set<string>;
  readonly references: string[];
  readonly links: string[];
  readonly text: string[];
}

/**
 * Reads a page as a strict reader would: every element closed, one h1, no heading level skipped, no
 * inline style or script (our own by its address and hash), every label and description found, Chinese marked as Chinese.
 */
export function readPage(html: string): PageReading {
  const walk: Walk = {
    open: [],
    faults: [],
    headings: [],
    ids: new Set(),
    references: [],
    links: [],
    text: [],
  };
  if (!html.startsWith('<!doctype html><html')) walk.faults.push('no document type');
  const tokens = html.replace(/^<!doctype html>/, '').match(/<[^>]*>|[^<]+/g) ?? [];
  for (const token of tokens) {
    if (token.startsWith('</')) closeElement(walk, token.slice(2, -1));
    else if (token.startsWith('<')) openElement(walk, token);
    else readText(walk, token);
  }
  for (const element of walk.open) walk.faults.push(`<${element.tag}> is not closed`);
  for (const id of walk.references) {
    if (!walk.ids.has(id)) walk.faults.push(`nothing has the id ${id}`);
  }
  checkHeadings(walk);
  for (const landmark of ['<header', '<main', '<footer', '<nav', '<title>']) {
    if (!html.includes(landmark)) walk.faults.push(`no ${landmark}`);
  }
  return {
    faults: walk.faults,
    headings: walk.headings,
    ids: walk.ids,
    links: walk.links,
    language: /^<!doctype html><html lang="([^"]+)"/.exec(html)?.[1],
    text: walk.text.join(''),
  };
}

function openElement(walk: Walk, token: string): void {
  const tag = /^<([\w-]+)/.exec(token)?.[1] ?? '';
  const attributes = new Map(
    [...token.matchAll(/\s([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      decoded(value),
    ]),
  );
  const isOurs = tag === 'script' && attributes.has('src') && attributes.has('integrity');
  if ((tag === 'script' && !isOurs) || tag === 'style') {
    walk.faults.push(`<${tag}> stands in the page`);
  }
  for (const [name, value] of attributes) {
    if (name === 'style' || name.startsWith('on')) walk.faults.push(`${tag} has ${name}`);
    if (name === 'id' && walk.ids.has(value)) walk.faults.push(`the id ${value} stands twice`);
    if (name === 'id') walk.ids.add(value);
    if (name === 'for' || name === 'aria-labelledby') walk.references.push(value);
    if (name === 'aria-describedby') walk.references.push(...value.split(' '));
    if (name === 'href' || name === 'action') walk.links.push(value);
  }
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) walk.headings.push({ level: Number(level), text: '' });
  if (voidTags.has(tag) || token.endsWith('/>')) return;
  const language = attributes.get('lang') ?? walk.open.at(-1)?.language;
  walk.open.push({ tag, attributes, language });
}

function closeElement(walk: Walk, tag: string): void {
  const element = walk.open.pop();
  if (element?.tag !== tag) walk.faults.push(`</${tag}> closes <${element?.tag ?? 'nothing'}>`);
}

function readText(walk: Walk, raw: string): void {
  const text = decoded(raw);
  const tags = walk.open.map(({ tag }) => tag);
  const heading = walk.headings.at(-1);
  if (heading !== undefined && tags.some((tag) => /^h[1-6]$/.test(tag))) heading.text += text;
  if (tags.includes('head')) return;
  walk.text.push(text);
  const language = walk.open.at(-1)?.language;
  if (language === 'en' && /\p{Script=Han}/u.test(text)) {
    walk.faults.push(`Chinese is marked as English: ${text}`);
  }
}

function checkHeadings({ headings, faults }: Walk): void {
  const tops = headings.filter(({ level }) => level === 1).length;
  if (tops !== 1) faults.push(`${String(tops)} headings of level 1`);
  headings.reduce((previous, { level, text }) => {
    if (level > previous + 1) faults.push(`a level is skipped before "${text}"`);
    if (text.trim() === '') faults.push(`a heading of level ${String(level)} is empty`);
    return level;
  }, 0);
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
