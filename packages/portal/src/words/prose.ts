import type { Language } from '@credence/domain';

/** A part of a page of plain text, with the name other pages link to. */
export interface ProseSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export type Prose = Readonly<Record<Language, readonly ProseSection[]>>;
