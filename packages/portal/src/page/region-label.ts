import type { PageContext } from './page-context.ts';

/** A region as readers know it: its name, for readers of English with the code; else the code alone. */
export function regionLabel(
  { language, site }: Pick<PageContext, 'language' | 'site'>,
  code: string,
): string {
  const name = site.regionName?.(code);
  if (name === undefined) return code;
  return language === 'zh' ? name : `${name} (${code})`;
}
