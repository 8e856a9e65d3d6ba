import type { SubjectLine } from '@credence/casework';
import { localise } from '@credence/domain';

import { IdentifierText, Name, TitleText, type Words } from '@credence/pages';
import { nameParts } from './name-parts.ts';

/** What an organisation is called: its name, or where the source gave none its number. */
export function subjectTitle(words: Words, subject: SubjectLine): string {
  if (subject.name !== undefined) return subject.name;
  const identifier = subject.identifiers[0];
  if (identifier === undefined) return words.t('subject.nameNotStated');
  return `${localise(identifier.title, words.language).text} ${identifier.value}`;
}

/** The same with markup: a name breaks at its parts, a number stands in its groups. */
export function SubjectTitle(props: { readonly words: Words; readonly subject: SubjectLine }) {
  const { words, subject } = props;
  if (subject.name !== undefined) return <Name words={words} name={nameParts(subject.name)} />;
  const identifier = subject.identifiers[0];
  if (identifier === undefined) return <>{words.t('subject.nameNotStated')}</>;
  return (
    <>
      <TitleText words={words} text={identifier.title} /> <IdentifierText identifier={identifier} />
    </>
  );
}

const kindKeys = {
  organisation: 'subject.kindOrganisation',
  public_body: 'subject.kindPublicBody',
  sole_trader: 'subject.kindSoleTrader',
} as const;

export function kindText(words: Words, { kind }: SubjectLine): string {
  return words.t(kindKeys[kind]);
}
