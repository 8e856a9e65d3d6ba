import type { SubjectReference } from '../../view/answer.ts';
import type { CaseParts } from './open-desk.ts';

/** The home of a subject that is named by a code; the schemes of today's law are tried in order. */
export async function findSubjectHome(
  parts: Pick<CaseParts, 'register' | 'loader' | 'journal'>,
  subject: SubjectReference,
): Promise<string | undefined> {
  if (subject.by === 'id') return undefined;
  if (subject.by === 'identifier') return parts.register.findByIdentifier(subject);
  const { editions } = await parts.loader.load(await parts.journal.head());
  const schemes = new Set(editions.flatMap((edition) => [...edition.schemes.keys()]));
  const value = subject.code.trim().toUpperCase();
  for (const scheme of schemes) {
    const home = await parts.register.findByIdentifier({ scheme, value });
    if (home !== undefined) return home;
  }
  return undefined;
}
