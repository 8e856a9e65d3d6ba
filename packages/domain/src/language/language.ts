/** The languages of the interface: simplified Chinese and English. */
export type Language = 'zh' | 'en';

/** A text in those languages its author wrote it in; an edition says which it has. */
export type Localised = Readonly<Partial<Record<Language, string>>>;

/**
 * Chooses the wording for a reader: the asked language where it exists, otherwise the other one,
 * together with the language it is really in, so that a page can mark it up.
 *
 * @throws RangeError when the text exists in no language (a defect of its author)
 */
export function localise(
  text: Localised,
  language: Language,
): { readonly text: string; readonly language: Language } {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  for (const candidate of [language, other]) {
    const found = text[candidate];
    if (found !== undefined) return { text: found, language: candidate };
  }
  throw new RangeError('A text without any language was to be shown; give it zh or en.');
}
