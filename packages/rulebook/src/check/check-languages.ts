import type { JsonValue, Language } from '@credence/domain';

import { allCardKinds } from '../card/card-kinds.ts';
import { formatPath, type Path } from '../load/place.ts';
import type { CardPlace, Check, Report } from './draft.ts';

const names: Readonly<Record<Language, string>> = { zh: 'Chinese', en: 'English' };

/** Every text for people exists in every language of the edition. */
export const checkLanguages: Check = (draft, report) => {
  const { languages } = draft.edition;
  const ask = (value: JsonValue, place: CardPlace): void => {
    walk(value, place, (text, at) => {
      for (const language of languages) {
        if (text[language] === undefined) reportMissing(report, at, language);
      }
    });
  };
  const { edition } = draft;
  ask(draft.document.edition, { kind: 'edition', id: edition.edition, path: [] });
  for (const kind of allCardKinds) {
    for (const [id, card] of Object.entries(draft.document.cards[kind])) {
      if (draft.cards[kind].has(id)) ask(card, { kind, id, path: [] });
    }
  }
};

function reportMissing(report: Report, place: CardPlace, language: Language): void {
  report(place, {
    code: 'translation-missing',
    message: `${formatPath(place.path)} has no ${names[language]} text, a language of the edition.`,
    accepted: `${language}: ...`,
    repair: 'Write it; a translation is written, not copied.',
  });
}

type Text = { readonly [language: string]: JsonValue };

function walk(
  value: JsonValue,
  place: CardPlace,
  visit: (text: Text, place: CardPlace) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  const deeper = (part: JsonValue, key: string | number): void => {
    walk(part, { ...place, path: [...place.path, key] satisfies Path }, visit);
  };
  if (isList(value)) {
    value.forEach(deeper);
    return;
  }
  // Cells of a foreign file are data in the language of the file.
  if (place.kind === 'mapping' && place.path.at(-1) === 'codes') return;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => key === 'zh' || key === 'en')) {
    visit(value, place);
    return;
  }
  for (const key of keys) deeper(value[key] ?? null, key);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
