import {
  createSchemes,
  lei,
  localNumber,
  organisationCode,
  uscc,
  type IdentifierScheme,
  type Schemes,
} from '@credence/domain';

import type { SchemeCard } from '../card/scheme-card.ts';
import type { Edition } from './edition.ts';

/** Schemes with check characters are tried before plain numbers, which would take anything. */
const order: readonly SchemeCard['validator'][] = [
  'uscc',
  'lei',
  'organisation_code',
  'digits',
  'alphanumeric',
];

/**
 * The identifier schemes an edition declares, under the ids of its cards, so that a text is
 * recognised as the strictest scheme it fits.
 *
 * @param options.regions - codes of administrative regions; an unknown one is a warning
 */
export function schemesOf(
  edition: Edition,
  options: { readonly regions?: ReadonlySet<string> } = {},
): Schemes {
  const cards = [...edition.schemes.values()].sort(
    (a, b) =>
      order.indexOf(a.validator) - order.indexOf(b.validator) || (a.scheme < b.scheme ? -1 : 1),
  );
  return createSchemes(cards.map((card) => schemeOf(card, options)));
}

function schemeOf(
  card: SchemeCard,
  options: { readonly regions?: ReadonlySet<string> },
): IdentifierScheme {
  switch (card.validator) {
    case 'uscc':
      return named(card.scheme, uscc(options));
    case 'lei':
      return named(card.scheme, lei());
    case 'organisation_code':
      return named(card.scheme, organisationCode());
    case 'digits':
    case 'alphanumeric':
      return localNumber({
        id: card.scheme,
        pattern: card.validator,
        minLength: card.length?.min ?? 1,
        maxLength: card.length?.max ?? 40,
      });
  }
}

function named(id: string, scheme: IdentifierScheme): IdentifierScheme {
  return { id, check: (text) => scheme.check(text) };
}
