import type { Language } from '@credence/domain';

interface Preference {
  readonly range: string;
  readonly quality: number;
}

const mostPreferences = 32;

function preferences(header: string): readonly Preference[] {
  return header
    .split(',', mostPreferences)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => parameter.toLowerCase().startsWith('q='));
      const quality = q === undefined ? 1 : Number(q.slice(2));
      return { range: range.toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ range }) => range !== '');
}

/** Whether the client takes one of the media types; the most specific range decides for each. */
export function acceptsMedia(header: string | undefined, types: readonly string[]): boolean {
  if (header === undefined || header.trim() === '') return true;
  const wanted = preferences(header);
  return types.some((type) => {
    const group = `${type.split('/', 1).join('')}/*`;
    const match = [type, group, '*/*']
      .map((range) => wanted.find((preference) => preference.range === range))
      .find((preference) => preference !== undefined);
    return match !== undefined && match.quality > 0;
  });
}

/** The language of the words of a problem; the answers themselves carry both languages. */
export function preferredLanguage(header: string | undefined, otherwise: Language): Language {
  if (header === undefined) return otherwise;
  const ranked = preferences(header)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { range } of ranked) {
    if (range === 'zh' || range.startsWith('zh-')) return 'zh';
    if (range === 'en' || range.startsWith('en-')) return 'en';
    if (range === '*') return otherwise;
  }
  return otherwise;
}
