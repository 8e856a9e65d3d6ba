import { localise, type Language, type Localised } from '@credence/domain';

import type { Citation } from '../card/vocabulary.ts';

/** What the edition and the register call things; what has no name is called by its code. */
export interface Labels {
  readonly field: (of: string, name: string) => Localised | undefined;
  readonly code: (list: string, code: string) => Localised | undefined;
  readonly collection: (name: string) => Localised | undefined;
  readonly value: (name: string) => Localised | undefined;
  /** Rules of the program, by name. */
  readonly rule: (name: string) => Localised | undefined;
  /** A record, by what its document is called. */
  readonly record: (id: string) => Localised | undefined;
  readonly action: (code: string) => Localised | undefined;
  readonly citation: (citation: Citation) => Localised | undefined;
}

/** Labels where nothing has a name. */
export const noLabels: Labels = {
  field: () => undefined,
  code: () => undefined,
  collection: () => undefined,
  value: () => undefined,
  rule: () => undefined,
  record: () => undefined,
  action: () => undefined,
  citation: () => undefined,
};

/** The name in the reader's language, or the code with blanks for what joins its words. */
export function nameOf(label: Localised | undefined, code: string, language: Language): string {
  return label === undefined ? code.replaceAll('_', ' ') : localise(label, language).text;
}
